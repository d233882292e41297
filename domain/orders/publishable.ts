import "server-only";
import type { Tx } from "@/domain/audit/change";
import type { FeeLine, Rates } from "@/domain/fees/schema";
import { feeLinesOf, latestRates } from "@/domain/fees/queries";
import { type Day, dayOfColumn } from "@/domain/kernel/calendar";
import type { Rate } from "@/domain/kernel/money";
import { standingsOf } from "@/domain/licences/queries";
import { announcedOf } from "@/domain/notices/queries";
import { type Prisma, db } from "@/platform/db";
import type { ContractFacts, Publishable } from "./rules";
import type { PayItem } from "./schema";

const withContract = { contract: { include: { quotas: true } } } satisfies Prisma.JobOrderInclude;
export type OrderRow = Prisma.JobOrderGetPayload<{ include: typeof withContract }>;

const dayOrNull = (column: Date | null): Day | null => column && dayOfColumn(column);
const numberOrNull = (value: { toNumber(): number } | null): number | null => value && value.toNumber();

export const contractFacts = (row: NonNullable<OrderRow["contract"]>): ContractFacts => ({
  agencyId: row.agencyId,
  market: row.market,
  kind: row.kind,
  status: row.status,
  approvalNo: row.approvalNo,
  approvedOn: dayOrNull(row.approvedOn),
  validFrom: dayOrNull(row.validFrom),
  validTo: dayOrNull(row.validTo),
  quotas: row.quotas,
});

/** The dated rate stored with an order when its amounts were turned into đồng. */
export const rateOfRow = (row: Pick<OrderRow, "currency" | "rateVndPerUnit" | "rateOn" | "rateSource">): Rate | null =>
  row.rateVndPerUnit && row.rateOn
    ? {
        currency: row.currency,
        on: dayOfColumn(row.rateOn),
        vndPerUnit: row.rateVndPerUnit.toNumber(),
        source: row.rateSource ?? "",
      }
    : null;

/** Json knows no whole numbers of any size: amounts are kept in it as text. */
const payItems = (items: Prisma.JsonValue): PayItem[] | null =>
  (items as (Omit<PayItem, "minor"> & { minor?: string | number | null })[] | null)?.map(({ minor, ...item }) =>
    minor === undefined || minor === null ? item : { ...item, minor: BigInt(minor) },
  ) ?? null;

/** Columns as the rules want them: days as days, decimals as numbers. */
export function termsOfRow(row: OrderRow) {
  return {
    ...row,
    hoursPerDay: numberOrNull(row.hoursPerDay),
    hoursPerWeek: numberOrNull(row.hoursPerWeek),
    rateVndPerUnit: numberOrNull(row.rateVndPerUnit),
    rateOn: dayOrNull(row.rateOn),
    costRateOn: dayOrNull(row.costRateOn),
    ticket: row.ticketMinor === null ? null : { minor: row.ticketMinor, currency: row.ticketCurrency ?? row.currency },
    selectionOn: dayOrNull(row.selectionOn),
    departureFrom: dayOrNull(row.departureFrom),
    departureTo: dayOrNull(row.departureTo),
    deadlineOn: dayOrNull(row.deadlineOn),
    announcedOn: dayOrNull(row.announcedOn),
    evaluatedOn: dayOrNull(row.evaluatedOn),
    allowances: payItems(row.allowances),
    deductions: payItems(row.deductions),
    contract: row.contract && contractFacts(row.contract),
  };
}
export type OrderFacts = ReturnType<typeof termsOfRow>;

/** The newest rates, and before them those the order and its lines were turned into đồng with. */
function keptRates(own: Rate | null, lines: readonly FeeLine[], newest: ReadonlyMap<string, Rate>): Rates {
  const kept = new Map(newest);
  for (const { currency, rateOn, rateVndPerUnit } of lines) {
    const now = newest.get(currency);
    if (!rateOn || rateVndPerUnit == null || now?.on === rateOn) continue;
    kept.set(currency, { currency, on: rateOn, vndPerUnit: rateVndPerUnit, source: "" });
  }
  return own ? kept.set(own.currency, own) : kept;
}

/** Orders with everything the publication conditions ask about, read in five queries whatever their number. */
export async function loadPublishable(where: Prisma.JobOrderWhereInput, tx: Tx = db as unknown as Tx) {
  const rows = await tx.jobOrder.findMany({ where, include: withContract, orderBy: { id: "asc" } });
  const ids = rows.map((row) => row.id);
  const [fees, announced, standings, rates] = await Promise.all([
    feeLinesOf(ids, tx),
    announcedOf(ids, tx),
    standingsOf([...new Set(rows.flatMap((row) => row.agencyId ?? []))], tx),
    latestRates(tx),
  ]);
  return rows.map((row) => {
    const terms = termsOfRow(row);
    // A draft has no rate of its own yet: it takes the newest on the day it is published, and keeps that.
    const lines = fees.get(row.id) ?? [];
    const known = row.status === "draft" ? rates : keptRates(rateOfRow(row), lines, rates);
    const order: Publishable = {
      ...terms,
      health: row.health as Publishable["health"],
      payPeriod: row.payPeriod as Publishable["payPeriod"],
      payBasis: row.payBasis as Publishable["payBasis"],
      board: row.board as Publishable["board"],
      lodging: row.lodging as Publishable["lodging"],
      commuting: row.commuting as Publishable["commuting"],
      airfare: row.airfare as Publishable["airfare"],
      airfareLegs: row.airfareLegs as Publishable["airfareLegs"],
      interviewForm: row.interviewForm as Publishable["interviewForm"],
      rates: known,
      rateOn: (known.get(row.currency)?.on as Day | undefined) ?? null,
      fees: lines,
      standing: row.agencyId ? (standings.get(row.agencyId) ?? null) : null,
      announced: announced.get(row.id) ?? [],
      // Places are claimed from the quota when the order is published, and given back when it is closed.
      claimed: ["published", "paused", "filled"].includes(row.status),
    };
    return { row, order, facts: terms };
  });
}
