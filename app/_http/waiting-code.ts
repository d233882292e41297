// Which code this browser waits for: six digits are good only in the browser that asked for them.
import "server-only";
import { dropCookie, openCookie, sealCookie } from "./approach";

const name = "cho-ma";

export const expectCode = (secretId: string): Promise<void> => sealCookie(name, secretId, "code", 900);
export const expectedCode = (): Promise<string | null> => openCookie(name, "code");
export const forgetCode = (): Promise<void> => dropCookie(name);
