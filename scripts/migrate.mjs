// Migrations without a downloaded engine: Prisma's own schema engine as WebAssembly over the pg driver.
// Layout, checksums and the _prisma_migrations table are those of `prisma migrate deploy`, which stays usable elsewhere.
//   node scripts/migrate.mjs deploy | check | create NAME        (DATABASE_URL)
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as wasmBindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { root } from "./setup/packages.mjs";

const migrationsFolder = join(root, "prisma/migrations");
const schemaFolder = join(root, "prisma/schema");
const filters = { externalTables: [], externalEnums: [] };
const charOid = 18;
const textOid = 25;

/** Mends three faults of the adapter for migrations: "char" columns, scripts split at every semicolon, the shadow database. */
function mend(adapter) {
  const mendQueries = (queries) => {
    const performIO = queries.performIO.bind(queries);
    const queryRaw = queries.queryRaw.bind(queries);
    let chars = [];
    queries.performIO = async (query) => {
      const result = await performIO(query);
      chars = result.fields.map((field) => field.dataTypeID === charOid);
      for (const field of result.fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid;
      return result;
    };
    queries.queryRaw = async (query) => {
      const result = await queryRaw(query);
      chars.forEach((isChar, i) => isChar && (result.columnTypes[i] = ColumnTypeEnum.Character));
      return result;
    };
    return queries;
  };
  mendQueries(adapter);
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => mendQueries(await startTransaction(level));
  adapter.executeScript = async (sql) => {
    try {
      await adapter.underlyingDriver().query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

async function admin(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

class MigrationPg extends PrismaPg {
  constructor(url) {
    super({ connectionString: url, max: 1 });
    this.url = url;
  }
  async connect() {
    return mend(await super.connect());
  }
  // The adapter's own would connect to the main database.
  async connectToShadowDb() {
    const name = `shadow_${randomUUID()}`;
    const shadow = new URL(this.url);
    shadow.pathname = `/${name}`;
    await admin(this.url, `CREATE DATABASE "${name}" TEMPLATE template0`);
    const adapter = mend(await new PrismaPg({ connectionString: shadow.href, max: 1 }).connect());
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await admin(this.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    };
    return adapter;
  }
}

const schemaFiles = () =>
  readdirSync(schemaFolder)
    .filter((name) => name.endsWith(".prisma"))
    .map((name) => ({ path: join(schemaFolder, name), content: readFileSync(join(schemaFolder, name), "utf8") }));

function migrationsList() {
  const folders = readdirSync(migrationsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir: migrationsFolder,
    shadowDbInitScript: "",
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(join(migrationsFolder, "migration_lock.toml"), "utf8"),
    },
    migrationDirectories: folders
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

async function engineFor(url) {
  const wasmFile = join(
    dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm")),
    "schema_engine_bg.wasm",
  );
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), { "./schema_engine_bg.js": wasmBindings });
  wasmBindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = schemaFiles().map((file) => [file.path, file.content]);
  return wasmBindings.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new MigrationPg(url)),
  );
}

/** Applies what is missing; answers the names applied. */
export async function deploy(url) {
  const engine = await engineFor(url);
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationsList(), filters });
  return appliedMigrationNames;
}

/** SQL that the migrations lack to reach the schema; empty when they agree. */
export async function drift(url) {
  const engine = await engineFor(url);
  const to = { tag: "schemaDatamodel", files: schemaFiles() };
  const result = await engine.diff({
    from: { tag: "migrations", ...migrationsList() },
    to,
    script: true,
    exitCode: true,
    filters,
  });
  return result.exitCode === 2 ? result.stdout : "";
}

async function create(url, name) {
  const sql = await drift(url);
  if (!sql) return console.log("The migrations already give the schema.");
  const folder = join(migrationsFolder, `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), sql);
  console.log(`Wrote ${folder}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [, , verb = "deploy", name] = process.argv;
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is missing");
  if (verb === "deploy")
    console.log((await deploy(url)).map((applied) => `applied ${applied}`).join("\n") || "nothing to apply");
  else if (verb === "create" && name) await create(url, name);
  else if (verb === "check") {
    const sql = await drift(url);
    if (sql) {
      console.error(`The migrations do not give the schema; missing:\n${sql}`);
      process.exit(1);
    }
  } else throw new Error(`unknown: ${verb}`);
}
