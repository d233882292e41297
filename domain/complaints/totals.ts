import "server-only";
import type { Actor } from "@/domain/kernel/actor";
import { type Day, dayOf } from "@/domain/kernel/calendar";
import { agencyDossiers } from "@/domain/licences/queries";
import { displayName } from "@/domain/licences/rules";
import { db } from "@/platform/db";
import { scopeOfReports } from "./access";
import type { AgencyRole } from "./schema";
import { type CountedState, type Quarter, countedAs, countedStates } from "./stages";

/** One report as the totals count it: by the day it came in, as it stands now. */
export type CountedReport = {
  number: string;
  receivedOn: Day;
  province: string | null;
  agency: string | null;
  role: AgencyRole | null;
  state: CountedState;
};
export type TotalsLine = {
  agency: string | null;
  slug: string | null;
  role: AgencyRole | null;
  received: number;
} & Record<CountedState, number>;
export type Totals = { quarter: Quarter; lines: TotalsLine[]; sum: TotalsLine; reports: CountedReport[] };

const midnight = (on: Day): Date => new Date(`${on}T00:00:00+07:00`);
const none = () => Object.fromEntries(countedStates.map((state) => [state, 0])) as Record<CountedState, number>;

/** D3: every report of a quarter exactly once, under the agency an officer linked it to; the lines are added up from the very reports listed. */
export async function quarterTotals(actor: Actor, quarter: Quarter): Promise<Totals | null> {
  const scope = scopeOfReports(actor);
  if (!scope) return null;
  const rows = await db.fraudReport.findMany({
    where: { ...scope, receivedAt: { gte: midnight(quarter.from), lt: midnight(quarter.to) } },
    orderBy: [{ receivedAt: "asc" }, { number: "asc" }],
    select: {
      number: true,
      receivedAt: true,
      province: true,
      agencyId: true,
      agencyRole: true,
      stage: true,
      outcome: true,
    },
  });
  const dossiers = await agencyDossiers([...new Set(rows.flatMap(({ agencyId }) => agencyId ?? []))]);
  const lines = new Map<string, TotalsLine>();
  const sum: TotalsLine = { ...none(), agency: null, slug: null, role: null, received: 0 };
  const reports: CountedReport[] = [];
  for (const row of rows) {
    const dossier = row.agencyId ? dossiers.get(row.agencyId) : undefined;
    const [agency, slug, role] = [dossier ? displayName(dossier) : null, dossier?.slug ?? null, row.agencyRole];
    const key = `${row.agencyId ?? ""} ${role ?? ""}`;
    const line = lines.get(key) ?? { ...none(), agency, slug, role, received: 0 };
    const state = countedAs(row);
    for (const one of [line, sum]) {
      one.received += 1;
      one[state] += 1;
    }
    lines.set(key, line);
    reports.push({
      number: row.number,
      receivedOn: dayOf(row.receivedAt),
      province: row.province,
      agency,
      role,
      state,
    });
  }
  const sorted = [...lines.values()].sort(
    (a, b) => b.received - a.received || (a.agency ?? "").localeCompare(b.agency ?? "", "vi"),
  );
  return { quarter, lines: sorted, sum, reports };
}
