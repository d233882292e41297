// Findings as flat facts that a refusal, a row's verdict and a page can all put into the same sentence: amounts in units.
import { unitsOf, type Money } from "@/domain/kernel/money";
import type { MinimumFinding } from "./minimums";
import type { FeeLine } from "./schema";
import type { FeeFinding } from "./sheet";

export type FindingFacts = Readonly<Record<string, string | number>>;
const amount = (name: string, money: Money | null): FindingFacts =>
  money === null ? {} : { [name]: unitsOf(money), [`${name}Currency`]: money.currency };
const inOwn = (minor: bigint | undefined, currency: string | undefined): Money | null =>
  minor === undefined || !currency ? null : { minor, currency };

/** Which line, which rule, what limit, exceeded by how much. */
export function feeFindingFacts(finding: FeeFinding, sheet: readonly FeeLine[]): FindingFacts {
  const sorted = [...sheet].sort((a, b) => a.position - b.position);
  const at = sorted.findIndex(({ position }) => position === finding.position);
  const line = sorted[at];
  return {
    line: at + 1,
    code: finding.code ?? "",
    severity: finding.severity,
    rule: finding.rule ?? "",
    law: finding.legalSource ?? "",
    ...amount("asked", line?.amountMinor == null ? null : { minor: line.amountMinor, currency: line.currency }),
    ...amount("limit", inOwn(finding.limitMinor, finding.currency)),
    ...amount("excess", inOwn(finding.excessMinor, finding.currency)),
  };
}

/** What the circular asks, what the order says, by how much it fails. */
export const minimumFacts = (finding: MinimumFinding): FindingFacts => ({
  ...finding.params,
  condition: finding.condition,
  met: finding.met,
  rule: finding.rule,
  law: finding.legalSource,
});
