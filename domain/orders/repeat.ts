// Many orders from few, for sites that measure themselves: the same terms under the same contract, each an offer of its own.
import "server-only";
import { newRowId } from "@/domain/audit/bulk";
import { type Tx, change } from "@/domain/audit/change";
import { repeatFeeSheets } from "@/domain/fees/commands";
import type { Actor } from "@/domain/kernel/actor";
import { requireAll } from "@/domain/kernel/refusal";
import { mayManageOrders } from "./access";

type Source = {
  id: string;
  market: string;
  reference: string;
  quantity: number;
  contractId: string | null;
  occupation: string;
  sex: string;
};

/** Columns that a repetition does not share with what it repeats; all others are copied, whichever there are. */
const own: Readonly<Record<string, string>> = {
  id: "pair.new",
  reference: "pair.reference",
  groupKey: `o."groupKey" || ' ' || pair.reference`,
  groupHead: "true",
  placesConfirmed: "0",
  externalSource: "NULL",
  externalRef: "NULL",
  externalHash: "NULL",
  deadlineOn: `o."deadlineOn" + (pair.n % 28)`,
  publishedAt: `o."publishedAt" - make_interval(mins => pair.n)`,
  version: "1",
};

async function columns(tx: Tx): Promise<string[]> {
  const found = await tx.$queryRaw<{ name: string }[]>`
    SELECT attname AS name FROM pg_attribute WHERE attrelid = '"JobOrder"'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`;
  return found.map(({ name }) => name);
}

/** Their contracts are taken to allow as many places more, so that no quota is passed (L69 Art. 19(2)(b)). */
async function widenQuotas(tx: Tx, sources: readonly Source[], times: number): Promise<void> {
  const wanted = sources.filter(({ contractId }) => contractId !== null);
  await tx.$executeRaw`
    UPDATE "ContractQuota" q SET "quota" = q."quota" + w.places, "claimed" = q."claimed" + w.places
    FROM (
      SELECT (SELECT c."id" FROM "ContractQuota" c WHERE c."contractId" = s.contract AND c."occupation" = s.occupation
              AND (c."sex" = 'any' OR c."sex"::text = s.sex) ORDER BY c."claimed" DESC, c."id" LIMIT 1) AS id, sum(s.places)::int AS places
      FROM unnest(${wanted.map((s) => s.contractId)}::uuid[], ${wanted.map((s) => s.occupation)}::text[], ${wanted.map((s) => s.sex)}::text[],
                  ${wanted.map((s) => s.quantity * times)}::int[]) AS s(contract, occupation, sex, places)
      GROUP BY 1) w
    WHERE q."id" = w.id`;
}

/** Repeats each open demo order of an agency as often as said; answers how many there are more. What is not marked as demo is never repeated. */
export function repeatOrders(actor: Actor, agencyId: string, times: number): Promise<number> {
  return change(actor, async (tx, _now, note) => {
    requireAll("orders", { mayManageOrders: mayManageOrders(actor) });
    const sources = await tx.$queryRaw<Source[]>`
      SELECT o."id"::text, o."market", o."reference", o."quantity", o."contractId"::text, o."occupation", o."sex"::text
      FROM "JobOrder" o JOIN "PublicOrder" p ON p."id" = o."id"
      WHERE o."agencyId" = ${agencyId}::uuid AND o."demo" AND o."groupHead" AND o."status" = 'published'`;
    const from = sources.flatMap(({ id }) => Array<string>(times).fill(id));
    const to = from.map(newRowId);
    const place = from.map((_, i) => i % times);
    if (to.length === 0) return 0;
    const numbers = await tx.$queryRaw<{ n: bigint }[]>`
      SELECT nextval('order_reference') AS n FROM generate_series(1, ${to.length}::int)`;
    const references = numbers.map(
      ({ n }, i) => `${sources[Math.floor(i / times)]?.market}-${String(n).padStart(6, "0")}`,
    );
    await widenQuotas(tx, sources, times);
    // Trigrams of so many rows are cheaper entered together; `enterTrigrams` does so at the end.
    await tx.$executeRaw`SET LOCAL gin_pending_list_limit = 1048576`;
    const names = await columns(tx);
    await tx.$executeRawUnsafe(
      `INSERT INTO "JobOrder" (${names.map((name) => `"${name}"`).join()})
       SELECT ${names.map((name) => own[name] ?? `o."${name}"`).join()}
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[]) AS pair(old, new, reference, n) JOIN "JobOrder" o ON o."id" = pair.old`,
      ...[from, to, references, place],
    );
    await repeatFeeSheets(tx, from, to);
    for (const [i, subjectId] of to.entries())
      note({
        ...{ event: "order.changed", subjectType: "order", subjectId, quiet: true },
        after: { reference: references[i] ?? "", repeats: sources[Math.floor(i / times)]?.reference ?? "" },
      });
    note({ event: "orders.imported", subjectType: "orders", subjectId: "repeated", after: { orders: to.length } });
    return to.length;
  });
}

/** After the last repetition: until then searches without the engine would read the waiting rows one by one. */
export const enterTrigrams = (actor: Actor): Promise<void> =>
  change(actor, async (tx) => {
    requireAll("orders", { mayManageOrders: mayManageOrders(actor) });
    await tx.$queryRaw`SELECT gin_clean_pending_list('job_order_search_trgm') AS pages`;
  });
