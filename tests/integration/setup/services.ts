// Once per run: a fast PostgreSQL of the tests' own, a template database with the migrations, and a search engine.
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
    template: string;
    meili: { url: string; masterKey: string } | null;
  }
}

export default async function services(project: TestProject): Promise<void> {
  const { ensurePostgres, ensureDatabase } = await import("../../../scripts/setup/postgres.mjs");
  const { ensureMeili } = await import("../../../scripts/setup/meili.mjs");
  const { deploy } = await import("../../../scripts/migrate.mjs");
  const { hashOf, root } = await import("../../../scripts/setup/packages.mjs");
  const { contentsOf } = await import("../../../scripts/setup/site.mjs");
  const folder = join(root, ".data", "test");
  const adminUrl = process.env.TEST_DATABASE_URL ?? (await ensurePostgres(folder, { fast: true }));
  const template = `template_${hashOf(...contentsOf("prisma/migrations")).slice(0, 12)}`;
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await ensureDatabase(url.href);
  await deploy(url.href);
  // The migration engine keeps its connection; a template in use cannot be cloned.
  const { default: pg } = await import("pg");
  const admin = new URL(adminUrl);
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [template]);
  await client.end();
  const meili = process.env.TEST_MEILI_URL
    ? { url: process.env.TEST_MEILI_URL, masterKey: process.env.TEST_MEILI_MASTER_KEY ?? "" }
    : await ensureMeili(folder);
  project.provide("adminUrl", adminUrl);
  project.provide("template", template);
  project.provide("meili", meili && { url: meili.url, masterKey: meili.masterKey });
}
