// The ceilings of all markets as rows of one table: one row per rule, so that what is the same in many places is said once.
import type { Day } from "@/domain/kernel/calendar";
import { markets } from "@/domain/kernel/catalogue";
import { ceilingsOverview, type ProgrammeCeilings, type RuleLine } from "@/domain/fees/rules";

export type RuleRow = {
  line: RuleLine;
  /** Programmes of a market it holds for; none: for all of that market. */
  entries: { market: string; programmes: string[] }[];
};
type Part = "serviceFee" | "deposit";

function linesOfMarket(
  programmes: readonly ProgrammeCeilings[],
  part: Part,
): Map<string, { line: RuleLine; programmes: string[] }> {
  const lines = new Map<string, { line: RuleLine; programmes: string[] }>();
  for (const one of programmes)
    for (const line of one[part]) {
      const row = lines.get(line.rule) ?? { line, programmes: [] };
      row.programmes.push(one.programme);
      lines.set(line.rule, row);
    }
  return lines;
}

/** Special rules first, in the order of markets; the general one last. */
export function ruleRows(part: Part, general: string, on: Day): RuleRow[] {
  const rows = new Map<string, RuleRow>();
  for (const { code, foreignNoticesOnly } of markets) {
    if (foreignNoticesOnly) continue;
    const overview = ceilingsOverview(code, on);
    for (const [rule, { line, programmes }] of linesOfMarket(overview, part)) {
      const row = rows.get(rule) ?? { line, entries: [] };
      const all = programmes.length === overview.length && line.condition === null;
      row.entries.push({ market: code, programmes: all ? [] : programmes });
      rows.set(rule, row);
    }
  }
  const last = rows.get(general);
  rows.delete(general);
  return [...rows.values(), ...(last ? [{ ...last, entries: [] }] : [])];
}
