// What an officer must look at: published, contracted, asked and paid held against each other and against the law on fees.
import { type FeeFinding, feeSheetFindings } from "@/domain/fees/rules";
import { type Due, type FeeLine, type Payee } from "@/domain/fees/schema";
import { addDays, type Day, dayOf } from "@/domain/kernel/calendar";
import { type Money, inDong } from "@/domain/kernel/money";
import { type Amounts, ledgerOf, receiptAmounts } from "./ledger";
import { claimedMinor, entryOf, firstDay, standingOf } from "./receipts";
import { refundState, refundsOf } from "./refunds";
import type { BookFacts, FlagFacts, PaymentKind, ReceiptFacts } from "./schema";

/** A payment that only one side has entered waits this long before somebody asks; our choice. */
export const confirmWithinDays = 7;
/** Between the day of the contract's rate and the day of a payment rates move: only what is beyond is a difference. Our choice. */
const rateMovesPercent = 3n;

export const flagConditions = [
  "contractAbovePublished",
  "notPublished",
  "notInContract",
  "paidAboveContracted",
  "askedAboveContracted",
  "sidesDiffer",
  "notConfirmed",
  "aboveCeiling",
  "prohibited",
  "tooEarly",
  "wrongPayee",
  "foreignSidePays",
  "unlisted",
  "refundOverdue",
] as const;
export type FlagCondition = (typeof flagConditions)[number];

type Details = FlagFacts["details"];
const flag = (condition: FlagCondition, about: string, component: string | null, details: Details): FlagFacts => ({
  key: `${condition}:${about}`,
  condition,
  component,
  details,
});

/** Differences that the ledger shows in words; those that an officer need not see are left out. */
const fromLedger = new Set([
  "contractAbovePublished",
  "notPublished",
  "notInContract",
  "paidAboveContracted",
  "askedAboveContracted",
]);
function ledgerFlags(book: BookFacts): FlagFacts[] {
  return ledgerOf(book).flatMap((row) =>
    row.differences
      .filter(({ name }) => fromLedger.has(name))
      .map((difference) =>
        flag(
          difference.name as FlagCondition,
          row.component,
          row.component,
          "by" in difference ? { by: difference.by } : {},
        ),
      ),
  );
}

/** Paid in another currency than contracted: held against each other in đồng at the contract's rate, with room for its moves. */
function convertedFlags(book: BookFacts): FlagFacts[] {
  const dong = (amounts: Amounts): bigint | null =>
    (amounts ?? []).reduce<bigint | null>((sum, money) => {
      const worth = inDong(money, book.terms.rates.get(money.currency) ?? null);
      return sum === null || worth === null ? null : sum + worth;
    }, 0n);
  return ledgerOf(book).flatMap(({ component, contracted }) => {
    const paid = receiptAmounts(book.receipts, "paid", component, null);
    const mixed =
      contracted && contracted.length > 0 && paid.some((a) => contracted.every((b) => b.currency !== a.currency));
    const [most, sum] = mixed ? [dong(contracted), dong(paid)] : [null, null];
    if (most === null || sum === null || sum * 100n <= most * (100n + rateMovesPercent)) return [];
    return [flag("paidAboveContracted", component, component, { by: { minor: sum - most, currency: "VND" } })];
  });
}

const dueOf = (on: Day, signedOn: Day): Due => (on < signedOn ? "on_application" : "after_contract");

/** A payment as a line of a sheet, so that the rules on fees judge what happened as they judge what was published. */
function lineOf(receipt: ReceiptFacts, position: number, signedOn: Day): FeeLine {
  const payee = (entryOf(receipt, "worker") ?? receipt.entries[0])?.payee ?? "unknown";
  return {
    ...{ position, code: receipt.component, payer: "worker", payee: payee as Payee, currency: receipt.currency },
    ...{
      amountMinor: claimedMinor(receipt),
      due: dueOf(firstDay(receipt) ?? signedOn, signedOn),
      months: 1,
      refundable: "unknown",
    },
  };
}

const conditionOf: Partial<Record<FeeFinding["condition"], FlagCondition>> = {
  componentKnown: "unlisted",
  componentExplained: "unlisted",
  notProhibited: "prohibited",
  withinCeiling: "aboveCeiling",
  payeeIsEnterprise: "wrongPayee",
  depositInBank: "wrongPayee",
  afterContract: "tooEarly",
  foreignSidePays: "foreignSidePays",
  trainingOnly: "prohibited",
};

function findingFlag(finding: FeeFinding, receipt: ReceiptFacts, kind: PaymentKind): FlagFacts | null {
  const condition = conditionOf[finding.condition];
  const passed = finding.excessMinor !== undefined;
  // Passing a figure nobody has checked is still worth a look; "cannot be judged" is not a difference.
  if (!condition || !(finding.severity === "breach" || passed || finding.condition === "componentExplained"))
    return null;
  const money = (minor: bigint | undefined): Money | null =>
    minor === undefined || !finding.currency ? null : { minor, currency: finding.currency };
  const about = condition === "aboveCeiling" && kind === "paid" ? receipt.component : receipt.number;
  return flag(condition, about, receipt.component, {
    ...(about === receipt.number ? { receipt: receipt.number } : {}),
    ...{ limit: money(finding.limitMinor), by: money(finding.excessMinor) },
    ...{ rule: finding.rule, legalSource: finding.legalSource, severity: finding.severity },
  });
}

/** Payments of one component share its ceiling; each demand stands alone, for asking twice is not asking double. */
function lawFlags(book: BookFacts): FlagFacts[] {
  const foreign = book.contracted
    .filter((line) => line.payer !== "worker")
    .map((line, i) => ({ ...line, position: 1_000 + i }));
  const judged = (receipts: readonly ReceiptFacts[], kind: PaymentKind): FlagFacts[] => {
    const lines = receipts.map((receipt, i) => lineOf(receipt, i, book.signedOn));
    if (lines.length === 0) return [];
    return feeSheetFindings([...lines, ...foreign], book.terms, book.signedOn).flatMap((finding) => {
      const receipt = finding.position === null ? undefined : receipts[finding.position];
      return (receipt && findingFlag(finding, receipt, kind)) ?? [];
    });
  };
  const of = (kind: PaymentKind) => book.receipts.filter((one) => one.kind === kind && one.entries.length > 0);
  return [...judged(of("paid"), "paid"), ...of("asked").flatMap((one) => judged([one], "asked"))];
}

/** Two open entries, one of each side, for the same component within a week, of different amounts: probably one payment. */
function pairFlags(receipts: readonly ReceiptFacts[]): FlagFacts[] {
  const open = (side: "worker" | "agency") => receipts.filter((receipt) => standingOf(receipt) === `${side}_only`);
  return open("worker").flatMap((mine) =>
    open("agency").flatMap((theirs) => {
      const [a, b] = [mine.entries[0], theirs.entries[0]];
      const near = a && b && b.paidOn >= addDays(a.paidOn, -7) && b.paidOn <= addDays(a.paidOn, 7);
      const same =
        mine.kind === theirs.kind && mine.component === theirs.component && mine.currency === theirs.currency;
      if (!near || !same || a.amountMinor === b.amountMinor) return [];
      const money = (minor: bigint): Money => ({ minor, currency: mine.currency });
      return [
        flag("sidesDiffer", `${mine.number}+${theirs.number}`, mine.component, {
          ...{ receipt: mine.number, other: theirs.number, worker: money(a.amountMinor), agency: money(b.amountMinor) },
        }),
      ];
    }),
  );
}

function receiptFlags(receipts: readonly ReceiptFacts[], today: Day): FlagFacts[] {
  return receipts.flatMap((receipt) => {
    const standing = standingOf(receipt);
    const money = (side: "worker" | "agency"): Money => ({
      minor: entryOf(receipt, side)?.amountMinor ?? 0n,
      currency: receipt.currency,
    });
    if (standing === "differs")
      return [
        flag("sidesDiffer", receipt.number, receipt.component, {
          ...{ receipt: receipt.number, worker: money("worker"), agency: money("agency") },
        }),
      ];
    const [only] = receipt.entries;
    const waits = (standing === "worker_only" || standing === "agency_only") && only && receipt.kind !== "asked";
    if (!waits || dayOf(only.enteredAt) > addDays(today, -confirmWithinDays)) return [];
    return [
      flag("notConfirmed", receipt.number, receipt.component, {
        ...{ receipt: receipt.number, by: money(only.side), side: only.side },
      }),
    ];
  });
}

const refundFlags = (book: BookFacts, today: Day): FlagFacts[] =>
  refundsOf(book).flatMap((refund) =>
    refundState(refund, today) === "overdue"
      ? [
          flag("refundOverdue", `${refund.component}:${refund.currency}`, refund.component, {
            by: { minor: (refund.amountMinor ?? 0n) - refund.returnedMinor, currency: refund.currency },
            dueOn: refund.dueOn,
            dueBasis: refund.dueBasis,
          }),
        ]
      : [],
  );

/** Every flag that holds today; once per key, the first one found. */
export function flagsOf(book: BookFacts, today: Day): FlagFacts[] {
  const all = [
    ...lawFlags(book),
    ...ledgerFlags(book),
    ...convertedFlags(book),
    ...receiptFlags(book.receipts, today),
    ...pairFlags(book.receipts),
    ...refundFlags(book, today),
  ];
  return [...new Map(all.toReversed().map((one) => [one.key, one])).values()].toReversed();
}
