import "server-only";
import { insertRows, newRowId } from "@/domain/audit/bulk";
import { change } from "@/domain/audit/change";
import { writeFeeSheet } from "@/domain/fees/commands";
import type { Actor } from "@/domain/kernel/actor";
import { type Day, columnOfDay, dayOf } from "@/domain/kernel/calendar";
import { Refusal, claimed, requireAll } from "@/domain/kernel/refusal";
import type { Prisma } from "@/platform/db";
import { mayManageOrders } from "./access";
import { judgeAgain } from "./judging";
import { loadPublishable } from "./publishable";
import { type Recorded, electHeads, giveBack, insertOrders } from "./record";
import { linesInDong, moneyColumns } from "./rows";
import { type Condition, blockingFindings, publicationConditions, warnedOf } from "./rules";
import { type ContractInput, type OrderTerms, contractInput } from "./schema";

export { importOrders } from "./import/run";
export type { Recorded } from "./record";
export { enterTrigrams, repeatOrders } from "./repeat";

const column = (day: Day | null): Date | null => day && columnOfDay(day);

/** Records supply contracts with their quotas per occupation and sex (L69 Art. 19(2)(b), 20). */
export function recordContracts(
  actor: Actor,
  inputs: readonly ContractInput[],
): Promise<{ id: string; reference: string }[]> {
  const parsed = inputs.map((input) => contractInput.parse(input));
  return change(actor, async (tx, _now, note) => {
    requireAll("orders", { mayManageOrders: mayManageOrders(actor) });
    const numbers = await tx.$queryRaw<
      { n: bigint }[]
    >`SELECT nextval('contract_reference') AS n FROM generate_series(1, ${parsed.length}::int)`;
    const rows = parsed.map(({ quotas, ...facts }, i) => {
      const reference = `HD-${String(numbers[i]?.n).padStart(6, "0")}`;
      return { contract: { ...facts, id: newRowId(), reference }, quotas };
    });
    await insertRows(
      tx,
      "SupplyContract",
      rows.map(({ contract }) => contract),
    );
    const quotaRows = rows.flatMap(({ contract, quotas }) =>
      quotas.map((quota) => ({ ...quota, id: newRowId(), contractId: contract.id, claimed: 0 })),
    );
    await insertRows(tx, "ContractQuota", quotaRows);
    for (const { contract } of rows)
      note({
        event: "contract.changed",
        subjectType: "contract",
        subjectId: contract.id,
        after: { reference: contract.reference, status: contract.status },
      });
    return rows.map(({ contract: { id, reference } }) => ({ id, reference }));
  });
}

export async function recordContract(actor: Actor, input: ContractInput): Promise<{ id: string; reference: string }> {
  const [recorded] = await recordContracts(actor, [input]);
  return recorded!;
}

/** Changes a contract's status, validity or a quota; its orders are judged again in the same transaction. */
export function changeContract(
  actor: Actor,
  {
    contractId,
    quotas = [],
    ...facts
  }: {
    contractId: string;
    status?: ContractInput["status"];
    validTo?: Day | null;
    quotas?: { occupation: string; sex: "any" | "male" | "female"; quota: number }[];
  },
): Promise<void> {
  return change(actor, async (tx, now, note) => {
    requireAll("orders", { mayManageOrders: mayManageOrders(actor) });
    const before = await tx.supplyContract.findUniqueOrThrow({ where: { id: contractId }, include: { quotas: true } });
    await tx.supplyContract.update({
      where: { id: contractId },
      data: { ...facts, validTo: facts.validTo === undefined ? undefined : column(facts.validTo) },
    });
    for (const { occupation, sex, quota } of quotas)
      await tx.contractQuota.update({
        where: { contractId_occupation_sex: { contractId, occupation, sex } },
        data: { quota },
      });
    note({
      event: "contract.changed",
      subjectType: "contract",
      subjectId: contractId,
      before: {
        status: before.status,
        quotas: before.quotas.map(({ occupation, sex, quota }) => ({ occupation, sex, quota })),
      },
      after: { status: facts.status ?? before.status, quotas },
    });
    await judgeAgain(tx, { contractId }, now, note);
  });
}

/** Writes new orders: those that meet every condition are published when they ask to be, the rest stay drafts with the reasons. */
export function recordOrders(
  actor: Actor,
  orders: readonly OrderTerms[],
  { quiet = false, day }: { quiet?: boolean; day?: Day } = {},
): Promise<Recorded[]> {
  return change(actor, async (tx, now, note) => {
    requireAll("orders", { mayManageOrders: mayManageOrders(actor) });
    return insertOrders(tx, now, day ?? dayOf(now), orders, (entry) => note({ ...entry, quiet }));
  });
}

/** Shows a draft or paused order to the public and claims its places from the contract's quota. Refuses on the first condition that fails. */
export function publishOrder(actor: Actor, { orderId }: { orderId: string }): Promise<void> {
  return change(actor, async (tx, now, note) => {
    requireAll("orders", { mayManageOrders: mayManageOrders(actor) });
    const [found] = await loadPublishable({ id: orderId }, tx);
    requireAll("orders", { exists: found !== undefined });
    const { row, order } = found as NonNullable<typeof found>;
    const conditions = publicationConditions(order, dayOf(now));
    requireAll("orders", { isDraft: row.status === "draft" });
    refuseUnlessPublishable(conditions);
    // Two orders may race for the last places: the WHERE decides, not the check above.
    if (row.contractId)
      claimed("orders.P5", {
        count: await tx.$executeRaw`
          UPDATE "ContractQuota" SET "claimed" = "claimed" + ${row.quantity} WHERE "id" = (
            SELECT "id" FROM "ContractQuota" WHERE "contractId" = ${row.contractId}::uuid AND "occupation" = ${row.occupation}
              AND ("sex" = 'any' OR "sex" = ${row.sex}::"Sex") AND "quota" - "claimed" >= ${row.quantity} LIMIT 1)
          AND "quota" - "claimed" >= ${row.quantity}`,
      });
    // Drafts may be old: figures are those of the day the public first sees them, and stay (decision 18).
    const lines = linesInDong(order.fees, order.rates);
    const { rateOn, costRateOn, ...figures } = moneyColumns(order, lines, order.rates);
    await writeFeeSheet(tx, orderId, lines);
    const data = {
      ...figures,
      rateOn: column(rateOn),
      costRateOn: column(costRateOn),
      status: "published" as const,
      publishedAt: now,
      updatedAt: now,
      blockedBy: [],
      warnedOf: warnedOf(conditions),
      version: { increment: 1 },
    };
    claimed("orders.isDraft", await tx.jobOrder.updateMany({ where: { id: orderId, status: "draft" }, data }));
    await electHeads(tx, [row.groupKey]);
    note({
      event: "order.changed",
      subjectType: "order",
      subjectId: orderId,
      before: { status: row.status },
      after: { status: "published", rateOn },
    });
  });
}

/** The first condition that fails gives the refusal its name and figures; all the others go with it. */
function refuseUnlessPublishable(conditions: readonly Condition[]): void {
  const findings = blockingFindings(conditions);
  const [first] = findings;
  if (first) throw new Refusal("orders", first.code, { finding: first.name, ...first.params }, findings);
}

/** Ends an order; places not confirmed go back to the contract. */
export function closeOrder(
  actor: Actor,
  { orderId, reason }: { orderId: string; reason: "full" | "deadline" | "agency" | "withdrawn" },
): Promise<void> {
  return change(actor, async (tx, now, note) => {
    requireAll("orders", { mayManageOrders: mayManageOrders(actor) });
    const row = await tx.jobOrder.findUniqueOrThrow({ where: { id: orderId } });
    const status = reason === "full" ? "filled" : reason === "withdrawn" ? "withdrawn" : "closed";
    const data = { status, closedReason: reason, updatedAt: now, version: { increment: 1 } } as const;
    claimed(
      "orders.isOpen",
      await tx.jobOrder.updateMany({ where: { id: orderId, status: { in: ["published", "paused"] } }, data }),
    );
    await giveBack(tx, row, (row.quantity ?? 0) - row.placesConfirmed);
    await electHeads(tx, [row.groupKey]);
    note({
      event: "order.changed",
      subjectType: "order",
      subjectId: orderId,
      before: { status: row.status },
      after: { status, reason },
    });
  });
}

/** Confirms people selected: never beyond the order's places, however many confirm at once (features A4). */
export function confirmPlaces(actor: Actor, { orderId, places }: { orderId: string; places: number }): Promise<void> {
  return change(actor, async (tx, now, note) => {
    requireAll("orders", { mayManageOrders: mayManageOrders(actor), atLeastOne: places > 0 });
    const touched = await tx.$queryRaw<{ left: number }[]>`
      UPDATE "JobOrder" SET "placesConfirmed" = "placesConfirmed" + ${places}, "version" = "version" + 1, "updatedAt" = ${now}
      WHERE "id" = ${orderId}::uuid AND "status" = 'published' AND "quantity" - "placesConfirmed" >= ${places}
      RETURNING "quantity" - "placesConfirmed" AS left`;
    claimed("orders.placesLeft", { count: touched.length });
    note({
      event: "order.changed",
      subjectType: "order",
      subjectId: orderId,
      after: { confirmed: places, left: touched[0]?.left ?? 0 },
    });
  });
}

/** Judges orders again: on the day that begins, or after a rule has changed. Answers how many changed. */
export function judgeOrders(actor: Actor, where: Prisma.JobOrderWhereInput = { status: "published" }): Promise<number> {
  return change(actor, (tx, now, note) => {
    requireAll("orders", { mayManageOrders: mayManageOrders(actor) });
    return judgeAgain(tx, where, now, note);
  });
}

export {
  approveContract,
  closeContract,
  newContractId,
  returnContract,
  saveContract,
  submitContract,
} from "./contracts/commands";
