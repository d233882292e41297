// The history of an agency as it is drawn: bars that last, points that happen, oldest first.
import type { Day, Precision } from "@/domain/kernel/calendar";
import type { Dossier } from "./dossier";
import { dossierAt } from "./verdict";

export type TimelineBar = {
  id: string;
  lane: "status" | "restriction" | "approval" | "branch";
  /** Status, restriction kind or approval code; for a branch, its name. */
  code: string;
  scope: string | null;
  market: string | null;
  from: Day;
  /** First day it no longer holds; null while it does. */
  to: Day | null;
  precision: Precision;
  licenceNo: string | null;
  issuer: string | null;
  decisionNo: string | null;
  decisionOn: Day | null;
  reason: string | null;
  source: string;
  verified: boolean;
};
export type TimelinePoint = {
  id: string;
  kind: "fine" | "report";
  /** Null for a report that gave no day. */
  on: Day | null;
  precision: Precision;
  /** For a report: what the source called the status. */
  code: string;
  amountVnd: bigint | null;
  decisionNo: string | null;
  reason: string | null;
  appeal: string | null;
  removedOn: Day | null;
  source: string;
  verified: boolean;
};
export type History = { from: Day; to: Day; bars: TimelineBar[]; points: TimelinePoint[] };

const nothing = {
  scope: null,
  market: null,
  licenceNo: null,
  issuer: null,
  decisionNo: null,
  decisionOn: null,
  reason: null,
  precision: "day" as const,
};

function barsOf(dossier: Dossier): TimelineBar[] {
  const { spells, restrictions, approvals, branches } = dossier;
  const pick = ({
    id,
    from,
    to,
    source,
    verified,
  }: {
    id: string;
    from: Day;
    to: Day | null;
    source: string;
    verified: boolean;
  }) => ({ id, from, to, source, verified });
  return [
    ...spells.map((s) => ({
      ...nothing,
      ...pick(s),
      lane: "status" as const,
      code: s.status,
      precision: s.precision,
      licenceNo: s.licenceNo,
      decisionNo: s.decisionNo,
      decisionOn: s.decisionOn,
      reason: s.reason,
    })),
    ...restrictions.map((r) => ({
      ...nothing,
      ...pick(r),
      lane: "restriction" as const,
      code: r.kind,
      scope: r.scope,
      market: r.market,
      precision: r.precision,
      issuer: r.issuer,
      decisionNo: r.decisionNo,
      decisionOn: r.decisionOn,
      reason: r.reason,
    })),
    ...approvals.map((a) => ({
      ...nothing,
      ...pick(a),
      lane: "approval" as const,
      code: a.code,
      precision: a.precision,
      decisionNo: a.decisionNo,
    })),
    ...branches.flatMap((b) =>
      b.from
        ? [
            {
              ...nothing,
              ...pick({ ...b, from: b.from }),
              lane: "branch" as const,
              code: b.name,
              decisionNo: b.decisionNo,
            },
          ]
        : [],
    ),
  ];
}

function pointsOf({ fines, reports }: Dossier): TimelinePoint[] {
  return [
    ...fines.map((f) => ({ ...f, kind: "fine" as const, code: "fined" })),
    ...reports.map((r) => ({
      id: r.id,
      kind: "report" as const,
      on: r.asOf,
      precision: r.precision,
      code: r.statusSeen,
      amountVnd: null,
      decisionNo: null,
      reason: r.note,
      appeal: null,
      removedOn: null,
      source: r.source,
      verified: false,
    })),
  ].map(({ id, kind, on, precision, code, amountVnd, decisionNo, reason, appeal, removedOn, source, verified }) => ({
    ...{ id, kind, on, precision, code, amountVnd, decisionNo, reason, appeal, removedOn, source, verified },
  }));
}

/** An unverified fact that an official one repeats is not drawn twice. */
const confirmed = (bar: TimelineBar, bars: readonly TimelineBar[]) =>
  !bar.verified &&
  bars.some(
    (b) => b.verified && b.lane === bar.lane && b.code === bar.code && b.market === bar.market && b.from === bar.from,
  );

export function historyOf(whole: Dossier, today: Day, knownAt: Date | null = null): History {
  const dossier = dossierAt(whole, knownAt);
  const bars = barsOf(dossier);
  const shown = bars
    .filter((bar) => !confirmed(bar, bars))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.lane < b.lane ? 1 : -1));
  const points = pointsOf(dossier).sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : 1));
  const days = [...shown.map((bar) => bar.from), ...points.flatMap((point) => point.on ?? [])].sort();
  return { from: days[0] ?? whole.dataFrom ?? today, to: today, bars: shown, points };
}
