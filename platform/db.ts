// The database. Queries get a client that cannot write; only `change` (domain/audit) is given one that can.
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { now } from "./clock";
import { PrismaClient } from "./generated/prisma/client";

const statementNames = new Map<string, string>();

/** Longer ones write many rows at once and are seldom the same twice. */
const longestNamed = 3_000;
/** Prepared statements by a short name; bounded, because a list of ids makes a new text for each length. */
function statementNameGenerator(query: { sql: string }): string {
  const known = statementNames.get(query.sql);
  if (known) return known;
  if (statementNames.size >= 500 || query.sql.length > longestNamed) return ""; // unnamed
  const name = `s${statementNames.size}`;
  statementNames.set(query.sql, name);
  return name;
}

/** The view of public orders asks the database what day it is; a set clock must reach it too. */
const today = env.CLOCK
  ? ` -c app.today=${new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(now())}`
  : "";

function makeClient(): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: env.DATABASE_URL, max: env.DATABASE_POOL, options: `-c timezone=UTC${today}` },
    { statementNameGenerator },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 20_000, timeout: 300_000 } });
}

// One pool per process, also when a development server reloads modules.
const kept = globalThis as { sanPrisma?: PrismaClient };
const client = (kept.sanPrisma ??= makeClient());

type Read = `find${string}` | "count" | "aggregate" | "groupBy";
type ReadOnly<C> = {
  readonly [M in keyof C as M extends `$${string}` ? never : M]: Pick<C[M], Extract<keyof C[M], Read>>;
} & Pick<PrismaClient, "$queryRaw">;

/** For queries. `$queryRaw` is for reads that Prisma cannot say; the role it runs under is the application's. */
export const db: ReadOnly<PrismaClient> = client;
/** For `change`, the sign-in library and the reference seed only (tests/architecture.test.ts holds everybody else off). */
export const writableDb: PrismaClient = client;
let reading: Promise<string> | null = null;
let next: Promise<string> | null = null;
const readState = async (): Promise<string> => {
  const [row] = await client.$queryRaw<{ state: string }[]>`SELECT pg_current_snapshot()::text AS state`;
  return row?.state ?? "";
};
/**
 * Which committed transactions a reader sees now, as a text that never comes back once anything was committed. Whoever asks while a reading
 * is under way shares the next one: what was committed before the question is always in the answer.
 */
export function stateOfData(): Promise<string> {
  if (!reading) return (reading = readState().finally(() => (reading = null)));
  return (next ??= reading
    .catch(() => {})
    .then(() => {
      next = null;
      return (reading = readState().finally(() => (reading = null)));
    }));
}

export const disconnect = (): Promise<void> => client.$disconnect();
export type { Prisma } from "./generated/prisma/client";
