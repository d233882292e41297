// The ceilings of all markets as rows of one table: what is the same everywhere is said once.
import type { Day } from "@/domain/kernel/calendar";
import { markets } from "@/domain/kernel/catalogue";
import { ceilingsOverview, type ProgrammeCeilings, type RuleLine } from "@/domain/fees/rules";

export type RuleRow = { market: string; line: RuleLine; programmes: string[]; all: boolean };
type Part = "serviceFee" | "deposit";

/** Lines of one market: one row per rule, with the programmes it holds for. */
export function rowsOfMarket(market: string, programmes: readonly ProgrammeCeilings[], part: Part): RuleRow[] {
  const rows = new Map<string, RuleRow>();
  for (const one of programmes)
    for (const line of one[part]) {
      const row = rows.get(line.rule) ?? { market, line, programmes: [], all: false };
      row.programmes.push(one.programme);
      rows.set(line.rule, row);
    }
  const whole = programmes.length;
  return [...rows.values()].map((row) => ({ ...row, all: row.programmes.length === whole && row.line.condition === null }));
}

export function ruleRows(part: Part, general: string, on: Day): { rows: RuleRow[]; others: { line: RuleLine; markets: string[] } | null } {
  const rows: RuleRow[] = [];
  const others: string[] = [];
  let generalLine: RuleLine | null = null;
  for (const { code, foreignNoticesOnly } of markets) {
    if (foreignNoticesOnly) continue;
    const own = rowsOfMarket(code, ceilingsOverview(code, on), part);
    const [first] = own;
    if (own.length === 1 && first?.line.rule === general) {
      generalLine = first.line;
      others.push(code);
    } else rows.push(...own);
  }
  return { rows, others: generalLine && { line: generalLine, markets: others } };
}
