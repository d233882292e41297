// Recovery codes on their way to the one page that shows them: in the browser only, sealed, for ten minutes or until she has written them down.
import "server-only";
import { dropCookie, openCookie, sealCookie } from "@/app/_http/approach";

const name = "ma-du-phong";

export const showRecoveryCodes = (userId: string, codes: readonly string[]): Promise<void> =>
  sealCookie(name, [userId, ...codes].join(" "), "recovery", 600);

export async function recoveryCodesShown(userId: string): Promise<string[] | null> {
  const [whose, ...codes] = (await openCookie(name, "recovery"))?.split(" ") ?? [];
  return whose === userId ? codes : null;
}

export const hideRecoveryCodes = (): Promise<void> => dropCookie(name);
