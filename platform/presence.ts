// Being alive, told by the database: a number held by a connection of its own. When the process dies, however it dies, the connection goes
// and with it the number, at once and whatever any clock says.
import { randomInt } from "node:crypto";
import pg from "pg";
import { env } from "./env";

export type Presence = {
  readonly number: number;
  /** False from the moment the connection is lost: whatever was claimed under the number may be claimed by others. */
  readonly holds: () => boolean;
  readonly leave: () => Promise<void>;
};

/** The first half of the lock: what kind of worker this is. */
export async function enter(kind: number): Promise<Presence> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, keepAlive: true });
  let held = true;
  const lost = () => void (held = false);
  client.on("error", lost);
  client.on("end", lost);
  await client.connect();
  const number = randomInt(1, 2 ** 31);
  const { rows } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS mine", [kind, number]);
  if (!rows[0]?.mine) {
    await client.end();
    return enter(kind);
  }
  return { number, holds: () => held, leave: () => client.end() };
}
