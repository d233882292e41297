// The lines of a cost sheet for one person: in đồng, dated, with the rule behind each; what she has already falls away.
import type { Day } from "@/domain/kernel/calendar";
import { componentCeiling } from "../ceiling";
import { hostLimit } from "../host-limits";
import type { FeeLine } from "../schema";
import { ceilingInputOf } from "../sheet";
import { lineTotal, placeOf, withMonths } from "../totals";
import { depositBack, whenOf } from "./dates";
import type { Exchange } from "./exchange";
import type { Basis, CashFlow, CashFlowQuestion, CashFlowTerms, CashLine } from "./shape";
import { feeRuleOf } from "../reference";

type Unknown = CashFlow["unknown"][number];
const capped = new Set(["service_fee", "service_fee_extension", "worker_deposit", "support_fund"]);

/** The rule that bounds a line of hers; papers and courses are at cost and must be itemised (L69 Art. 21(2)). */
function ruleBehind(
  line: FeeLine,
  terms: CashFlowTerms,
  lines: readonly FeeLine[],
  on: Day,
): Pick<Basis, "rule" | "legalSource" | "on" | "verified"> {
  const atCost = { rule: null, legalSource: "Law 69/2020/QH14 Art. 21(2)", on: null, verified: true };
  if (line.payer !== "worker") return { ...atCost, legalSource: null };
  if (capped.has(line.code)) {
    const ceiling = componentCeiling(line.code, ceilingInputOf(terms, lines), on);
    const rule = ceiling.rule ? feeRuleOf(ceiling.rule) : null;
    return {
      rule: ceiling.rule,
      legalSource: ceiling.legalSource,
      on: rule?.effectiveFrom ?? null,
      verified: ceiling.verified,
    };
  }
  const limit = hostLimit(line, terms, on)?.rule;
  return limit
    ? { rule: limit.id, legalSource: limit.legalSource, on: limit.effectiveFrom, verified: limit.verified }
    : atCost;
}

function formulaOf(line: FeeLine, held: boolean): Basis["formula"] {
  if (placeOf(line) === "promise") return "promise_only";
  if (line.payer !== "worker") return "line_of_other_payer";
  return held ? "held_already" : "line_as_stated";
}

function inputsOf(line: FeeLine, exchange: Exchange): Basis["inputs"] {
  const rate = line.currency === "VND" ? null : exchange.rateOf(line.currency);
  return {
    amount: line.amountMinor === null ? null : { minor: line.amountMinor, currency: line.currency },
    ...(line.months === null ? {} : { months: line.months }),
    ...(rate ? { rate: rate.vndPerUnit, rateOn: rate.on, rateSource: rate.source } : {}),
  };
}

/** What is left for her of a line in đồng: nothing of what others pay, of a promise, of what she has. */
function hers(line: FeeLine, held: boolean, dong: bigint | null): bigint | null {
  return held || line.payer !== "worker" || placeOf(line) === "promise" ? 0n : dong;
}

function missing(line: FeeLine, total: CashLine["amount"], left: bigint | null): Unknown[] {
  if (left !== null) return [];
  return [{ name: total === null ? "line_amount" : "line_rate", position: line.position }];
}

export function cashLines(
  { terms, lines, situation, on }: CashFlowQuestion,
  exchange: Exchange,
): { lines: CashLine[]; unknown: Unknown[] } {
  const unknown: Unknown[] = [];
  const sorted = [...lines].sort((a, b) => a.position - b.position);
  const result = sorted.map((one): CashLine => {
    const line = withMonths(one, terms.contractMonths);
    const held = line.payer === "worker" && (situation.has as readonly string[]).includes(line.code);
    const amount = lineTotal(line);
    const dong = exchange.dong(amount);
    const workerDong = hers(line, held, dong);
    unknown.push(...missing(line, amount, workerDong));
    return {
      position: line.position,
      code: line.code,
      payer: line.payer,
      payee: line.payee,
      amount,
      dong,
      when: whenOf(line.due, line.code, terms, on),
      refundable: line.refundable,
      comesBack: placeOf(line) === "deposit" && line.payer === "worker" ? depositBack(terms) : null,
      heldAlready: held,
      granted: [],
      workerDong,
      basis: {
        kind: held ? "person" : "order",
        formula: formulaOf(line, held),
        inputs: inputsOf(line, exchange),
        ...ruleBehind(line, terms, lines, on),
      },
    };
  });
  return { lines: result, unknown };
}
