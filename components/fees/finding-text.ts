// One wording of what the rules found, for the order's page, a row of an import, a refusal and the answer to a worker. No page needed.
import { formatMoney, languageOf } from "@/components/ui/format";
import { type FindingFacts, citationIn } from "@/domain/fees/rules";
import { moneyOf } from "@/domain/kernel/money";

type Values = Record<string, string | number>;
/** The sentences of messages/<language>/fees.json, from whichever translator. */
export type FeeWords = ((key: string, values?: Values) => string) & { has: (key: string) => boolean };

const money = (facts: FindingFacts, name: string, locale: string): string | null => {
  const [amount, currency] = [facts[name], facts[`${name}Currency`]];
  return typeof amount === "number" && typeof currency === "string"
    ? formatMoney(languageOf(locale), moneyOf(amount, currency))
    : null;
};

/** "Vượt mức trần 71.820.000 ₫: thừa 18.180.000 ₫." */
export function feeReason(words: FeeWords, locale: string, condition: string, facts: FindingFacts): string {
  const limit = money(facts, "limit", locale);
  const excess = money(facts, "excess", locale);
  if (condition === "withinCeiling" && excess && facts.limit === 0 && facts.severity === "breach")
    return words("finding.nothingAllowed", { excess });
  return words(`finding.${condition}`, {
    severity: String(facts.severity ?? "breach"),
    limit: limit ?? "",
    excess: excess ?? "",
    over: limit && excess ? "yes" : "no",
  });
}

/** "Dòng 1, Tiền dịch vụ 90.000.000 ₫: Vượt mức trần … (Luật 69/2020/QH14 Điều 23 …)" */
export function feeFindingSentence(words: FeeWords, locale: string, condition: string, facts: FindingFacts): string {
  const reason = feeReason(words, locale, condition, facts);
  const law = facts.law ? ` (${citationIn(String(facts.law), locale)})` : "";
  if (!facts.line) return reason + law;
  const asked = money(facts, "asked", locale);
  const component = words.has(`component.${facts.code}`) ? words(`component.${facts.code}`) : String(facts.code);
  const at = words(asked ? "at.lineAsked" : "at.line", { line: facts.line, component, asked: asked ?? "" });
  return `${at}: ${reason}${law}`;
}

export type MinimumText = { asks: string; says: string; gap: string | null };

/** What the circular asks, what the order says, by how much it fails. */
export function minimumText(words: FeeWords, locale: string, condition: string, facts: FindingFacts): MinimumText {
  const kind = facts.free
    ? "free"
    : facts.amount !== undefined
      ? "amount"
      : facts.months !== undefined
        ? "months"
        : facts.percent !== undefined
          ? "percent"
          : "none";
  const asked =
    facts.amount === undefined || typeof facts.currency !== "string"
      ? ""
      : formatMoney(languageOf(locale), moneyOf(Number(facts.amount), facts.currency));
  const limit = money(facts, "limit", locale);
  const asks =
    condition === "other" && words.has(`rule.${facts.rule}`)
      ? words(`rule.${facts.rule}`)
      : words(`minimum.${condition}`, {
          ...{ kind, amount: asked, limit: limit ?? "", limited: limit ? "yes" : "no" },
          months: facts.months ?? 0,
          percent: facts.percent ?? 0,
          legs: facts.legs ?? 1,
        });
  return { asks, says: saidText(words, locale, facts), gap: gapText(words, locale, condition, facts) };
}

function saidText(words: FeeWords, locale: string, facts: FindingFacts): string {
  const said = money(facts, "said", locale);
  const word = facts.saidWord === undefined || facts.saidWord === "unknown" ? null : String(facts.saidWord);
  const parts = [
    word && words("says.word", { word }),
    said && words("says.money", { said }),
    facts.saidMonths !== undefined && words("says.months", { said: facts.saidMonths }),
    facts.saidLegs !== undefined && words("says.legs", { said: facts.saidLegs }),
  ].filter((part): part is string => typeof part === "string");
  return parts.length > 0 ? parts.join(", ") : words("says.nothing");
}

/** Deductions go too far, everything else falls short. */
const tooMuch = new Set(["rent", "boardAndLodging"]);
function gapText(words: FeeWords, locale: string, condition: string, facts: FindingFacts): string | null {
  if (facts.met !== "unmet") return null;
  const gap = money(facts, "gap", locale);
  if (gap) return words(tooMuch.has(condition) ? "gap.over" : "gap.short", { gap });
  return facts.gapMonths === undefined ? null : words("gap.months", { gap: facts.gapMonths });
}

/** "Tiền nhà không quá 15 % lương cơ bản (27.000 ¥); đơn hàng ghi 30.000 ¥; thừa 3.000 ¥ (Thông tư …)" */
export function minimumSentence(words: FeeWords, locale: string, condition: string, facts: FindingFacts): string {
  const { asks, says, gap } = minimumText(words, locale, condition, facts);
  const law = facts.law ? ` (${citationIn(String(facts.law), locale)})` : "";
  return `${[asks, says, gap].filter(Boolean).join("; ")}${law}`;
}
