// The form "what may I be asked at most?" as it stands in the address: what was typed, what is wrong with it, and what it asks.
import { oneOf } from "@/app/_http/typed";
import { cleanText } from "@/domain/kernel/text";
import type { CeilingErrors, CeilingFields, CeilingTyped } from "@/components/fees/ceiling-form";
import type { CeilingBody } from "@/domain/fees/schema";
import { parseCeilingBody } from "@/domain/fees/schema";
import { plainNumber } from "./amounts";
import { marketOf, occupationOf, programmeOf } from "@/domain/kernel/catalogue";

type Params = Record<string, string | string[] | undefined>;
const fields: readonly CeilingFields[] = [
  "market",
  "programme",
  "occupation",
  "contract_months",
  "wage",
  "currency",
  "foreign_paid",
  "completed_tts",
  "service_fee",
  "fee_currency",
  "deposit",
];
const numbers = new Set<CeilingFields>(["contract_months", "wage", "foreign_paid", "service_fee", "deposit"]);

export type CeilingQuestion = {
  typed: CeilingTyped;
  errors: Partial<Record<CeilingFields, string>>;
  body: CeilingBody | null;
};

const worded = new Set(["required", "market", "programme", "programmeOfMarket"]);

/** Error codes are keys of fees.question. */
export function ceilingQuestion(params: Params): CeilingQuestion {
  const typed = Object.fromEntries(fields.map((name) => [name, cleanText(oneOf(params, name), 60)])) as CeilingTyped;
  typed.market = typed.market.toUpperCase();
  const market = marketOf(typed.market);
  const errors: CeilingErrors = {};
  if (typed.market && !market) errors.market = "market";
  if (!market || fields.every((name) => name === "market" || typed[name] === "")) return { typed, errors, body: null };
  // A currency nobody offered falls back to the market's own; the reader sees which one was used.
  const offered = [market.currency, "USD", "VND"];
  typed.currency = offered.find((code) => code === typed.currency.toUpperCase()) ?? market.currency;
  typed.fee_currency = offered.find((code) => code === typed.fee_currency.toUpperCase()) ?? market.currency;
  if (!typed.programme) errors.programme = "required";
  else if (programmeOf(typed.programme)?.market !== market.code) errors.programme = "programmeOfMarket";
  const occupation = typed.occupation && occupationOf(typed.occupation) ? typed.occupation : "";
  const asked = fields.filter((name) => name !== "fee_currency" && name !== "occupation");
  const body = Object.fromEntries(
    asked.map((name) => [name, numbers.has(name) ? plainNumber(typed[name]) : typed[name]]),
  );
  const parsed = parseCeilingBody({ ...body, occupation });
  for (const issue of parsed.error?.issues ?? []) {
    const field = fields.find((name) => name === issue.path[0]);
    if (field && !errors[field])
      errors[field] = worded.has(issue.message) ? issue.message : numbers.has(field) ? "number" : "required";
  }
  return { typed, errors, body: parsed.success && !errors.programme ? parsed.data : null };
}
