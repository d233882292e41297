// What must come back to a worker when her contract ends or is cancelled, how much, and by when (L69 Arts. 23(3), 25; D112 Art. 32).
import { feeRuleOf, ruleInForce, serviceFeeRefund } from "@/domain/fees/rules";
import { addDays, columnOfDay, type Day } from "@/domain/kernel/calendar";
import { claimedMinor, firstDay, returnedMinor, undisputedMinor } from "./receipts";
import type { BookFacts, ContractEnding, ReceiptFacts, RefundFacts } from "./schema";

/**
 * L69 Art. 26 gives the contract 180 days to be liquidated; refunds are part of it, so that is the last lawful day. The articles on
 * refunds themselves name no day. For a contract that never began the law is silent: thirty days are ours, and are called an assumption.
 */
export const refundDeadlines = {
  afterEnd: { days: 180, basis: "law", legalSource: "Law 69/2020/QH14 Art. 26" },
  notSent: { days: 30, basis: "assumption", legalSource: null },
} as const;

/** Days of a part month count as thirtieths: the time left is what the refund is measured by. */
const dayParts = 30;

/** Whole months worked and the days beyond, as thirtieths of a month; nothing before departure. */
export function workedParts(departedOn: Day | null, endedOn: Day): number {
  if (!departedOn || endedOn <= departedOn) return 0;
  const [from, to] = [columnOfDay(departedOn), columnOfDay(endedOn)];
  let months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  let days = to.getUTCDate() - from.getUTCDate();
  if (days < 0) {
    months -= 1;
    // The month just begun, whatever its length, is counted in thirtieths.
    days += new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth(), 0)).getUTCDate();
  }
  return months * dayParts + Math.min(days, dayParts - 1);
}

type Paid = { claimed: bigint; confirmed: bigint; receipts: ReceiptFacts[] };
function paidOf(receipts: readonly ReceiptFacts[], component: string): Map<string, Paid> {
  const paid = new Map<string, Paid>();
  for (const receipt of receipts) {
    if (receipt.kind !== "paid" || receipt.component !== component || receipt.entries.length === 0) continue;
    const sum = paid.get(receipt.currency) ?? { claimed: 0n, confirmed: 0n, receipts: [] };
    sum.claimed += claimedMinor(receipt);
    sum.confirmed += undisputedMinor(receipt);
    sum.receipts.push(receipt);
    paid.set(receipt.currency, sum);
  }
  return paid;
}

type Share = { amount: (paid: bigint) => bigint | null; rule: string | null; legalSource: string | null };
const whole = (rule: string | null, legalSource: string | null): Share => ({
  amount: (paid) => paid,
  rule,
  legalSource,
});

/** Pro rata to the time left, after an early end that is not her fault; all of it when she was never sent (L69 Art. 23(3)). */
function serviceFeeShare(book: BookFacts, ending: ContractEnding, endedOn: Day): Share | null {
  if (book.terms.senderType !== "service_enterprise") return null;
  if (ending !== "early_no_fault" && ending !== "abuse" && ending !== "not_sent") return null;
  const rule = feeRuleOf("SF-REFUND");
  if (!rule || !ruleInForce(rule, book.signedOn)) return null;
  const named = { rule: rule.id, legalSource: rule.legalSource };
  if (ending === "not_sent") return { ...named, amount: (paid) => paid };
  const months = book.terms.contractMonths;
  if (months === null || book.departedOn === null) return { ...named, amount: () => null };
  const terms = { contractMonths: months * dayParts, workedMonths: workedParts(book.departedOn, endedOn) };
  return {
    ...named,
    amount: (paidMinor) => serviceFeeRefund({ ...terms, paidMinor }, book.signedOn)?.refundMinor ?? null,
  };
}

/** Principal back; after damage of her doing the remainder, which only the two sides can know (D112 Art. 32). */
function depositShare(book: BookFacts, ending: ContractEnding): Share | null {
  const enterprise = book.terms.senderType === "service_enterprise";
  const rule = enterprise ? feeRuleOf("DEP-REFUND") : feeRuleOf("DEP-PUBLIC-UNIT");
  if (!rule || !ruleInForce(rule, book.signedOn)) return null;
  const known = ending !== "early_at_fault" && ending !== "withdrawn" && enterprise;
  return { rule: rule.id, legalSource: rule.legalSource, amount: (paid) => (known ? paid : null) };
}

/** Lines the contract itself calls refundable come back when she was never sent. */
const lineShare = (book: BookFacts, component: string, ending: ContractEnding): Share | null =>
  ending === "not_sent" &&
  book.contracted.some((line) => line.code === component && line.payer === "worker" && line.refundable === "yes")
    ? whole(null, null)
    : null;

function shareOf(book: BookFacts, component: string, ending: ContractEnding, endedOn: Day): Share | null {
  if (component === "service_fee") return serviceFeeShare(book, ending, endedOn);
  if (component === "worker_deposit") return depositShare(book, ending);
  return lineShare(book, component, ending);
}

function deadline(book: BookFacts, ending: ContractEnding, endedOn: Day): Pick<RefundFacts, "dueOn" | "dueBasis"> {
  if (book.refundBy) return { dueOn: book.refundBy, dueBasis: "contract" };
  // A public unit follows its agreement, which we have not read.
  if (book.terms.senderType !== "service_enterprise") return { dueOn: null, dueBasis: "unknown" };
  const { days, basis } =
    ending === "not_sent" || ending === "withdrawn" ? refundDeadlines.notSent : refundDeadlines.afterEnd;
  return { dueOn: addDays(endedOn, days), dueBasis: basis };
}

/** Simple interest from each payment to the due day, on the part that comes back; an unknown rate is no figure at all. */
function interestOf(
  parts: readonly ReceiptFacts[],
  share: Share,
  rate: number | null,
  until: Day | null,
): bigint | null {
  if (rate === null || until === null) return null;
  const perDay = BigInt(Math.round(rate * 1000)); // thousandths of a percent
  return parts.reduce<bigint>((sum, receipt) => {
    const from = firstDay(receipt);
    const back = share.amount(claimedMinor(receipt));
    if (!from || back === null) return sum;
    const days = BigInt(Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)));
    return sum + (back * perDay * days) / (100_000n * 365n);
  }, 0n);
}

export function refundsOf(book: BookFacts): RefundFacts[] {
  const { ending, endedOn, receipts } = book;
  if (!ending || !endedOn) return [];
  const due = deadline(book, ending, endedOn);
  const components = [...new Set(receipts.filter(({ kind }) => kind === "paid").map(({ component }) => component))];
  return components.flatMap((component) => {
    const share = shareOf(book, component, ending, endedOn);
    if (!share) return [];
    return [...paidOf(receipts, component)].flatMap(([currency, paid]) => {
      const amountMinor = share.amount(paid.claimed);
      if (amountMinor === 0n) return [];
      const back = receipts
        .filter((one) => one.kind === "returned" && one.component === component && one.currency === currency)
        .reduce((sum, one) => sum + returnedMinor(one), 0n);
      return [
        {
          ...{ component, currency, amountMinor, ...due, rule: share.rule, legalSource: share.legalSource },
          confirmedMinor: share.amount(paid.confirmed) ?? 0n,
          interestMinor: interestOf(paid.receipts, share, book.demandRate, due.dueOn),
          returnedMinor: back,
        },
      ];
    });
  });
}

export type RefundState = "returned" | "waiting" | "overdue" | "unknown";
type Due = Pick<RefundFacts, "amountMinor" | "returnedMinor" | "dueOn">;
/** Past its day and not all back; what has no amount or no day is unknown, never overdue. */
export function refundState({ amountMinor, returnedMinor: back, dueOn }: Due, today: Day): RefundState {
  if (amountMinor === null) return "unknown";
  if (back >= amountMinor) return "returned";
  if (dueOn === null) return "unknown";
  return dueOn < today ? "overdue" : "waiting";
}
