// Each test file gets a database of its own, cloned from the template, and index names of its own.
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, inject } from "vitest";

const name = `test_${randomBytes(6).toString("hex")}`;
const meili = inject("meili");

async function admin(sql: string): Promise<void> {
  const url = new URL(inject("adminUrl"));
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

await admin(`CREATE DATABASE ${name} TEMPLATE ${inject("template")}`);
const url = new URL(inject("adminUrl"));
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
const folder = fileURLToPath(new URL("../../../.data/test/", import.meta.url));
process.env.FILES_FOLDER = `${folder}files/${name}`;
process.env.KEYS_FOLDER = `${folder}keys/${name}`;
process.env.CLOCK ??= "2026-11-20T03:00:00Z";
if (meili)
  Object.assign(process.env, { MEILI_URL: meili.url, MEILI_MASTER_KEY: meili.masterKey, MEILI_PREFIX: `${name}_` });

afterAll(async () => {
  const { disconnect } = await import("@/platform/db");
  await disconnect();
  await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  for (const kind of ["files", "keys"]) rmSync(`${folder}${kind}/${name}`, { recursive: true, force: true });
  if (!meili) return;
  const headers = { Authorization: `Bearer ${meili.masterKey}` };
  const listed = (await (await fetch(`${meili.url}/indexes?limit=1000`, { headers })).json()) as {
    results: { uid: string }[];
  };
  for (const { uid } of listed.results.filter((index) => index.uid.startsWith(`${name}_`)))
    await fetch(`${meili.url}/indexes/${uid}`, { method: "DELETE", headers });
});
