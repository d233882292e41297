import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** argon2id is what the library makes when nothing else is said. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** The same letters typed on another keyboard are the same password. */
const typed = (password: string): string => password.normalize("NFKC").slice(0, 1_000);

export const hashPassword = (password: string): Promise<string> => hash(typed(password), cost);

let nobodys: Promise<string> | null = null;

/** Takes as long for somebody who does not exist, or has no password, as for anybody. */
export async function passwordMatches(kept: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword("nobody has this password");
  const right = await verify(kept ?? (await nobodys), typed(password)).catch(() => false);
  return right && Boolean(kept);
}
