// How a report moves, and what it says about a contact in public.
import { type Day, day } from "@/domain/kernel/calendar";
import { type AgencyRole, type Outcome, type Stage, quarterText } from "./schema";

/** A move absent from this table is refused. */
export const moves = {
  received: ["looking", "decided", "withdrawn", "merged"],
  looking: ["decided", "withdrawn", "merged"],
  decided: [],
  withdrawn: [],
  merged: ["withdrawn"],
} as const satisfies Record<Stage, readonly Stage[]>;
export const mayMove = (from: Stage, to: Stage): boolean => (moves[from] as readonly Stage[]).includes(to);
export const openStages = ["received", "looking"] as const satisfies readonly Stage[];

/** confirmed: somebody posed as what she was not. fault: an agency broke the rules, which is not the same as being fake. */
export type Standing = "confirmed" | "fault" | "unverified" | "none";
export function standingOf({ stage, outcome }: { stage: Stage; outcome: Outcome | null }): Standing {
  if (stage === "withdrawn") return "none";
  if (stage !== "decided") return "unverified";
  const said: Record<Outcome, Standing> = {
    ...{ confirmed_fake: "confirmed", agency_fault: "fault", not_confirmed: "none" },
    ...{ passed_to_police: "unverified", other_office: "unverified" },
  };
  return outcome ? said[outcome] : "unverified";
}

/** A fault is some agency's; a fake that imitates an agency is not that agency's doing. */
export const outcomeFits = (outcome: Outcome, role: AgencyRole | null): boolean =>
  outcome === "agency_fault" ? role === "reported" : outcome === "confirmed_fake" ? role !== "reported" : true;

export type Quarter = { text: string; from: Day; to: Day };
/** to is the first day of the next. */
export function quarterOf(text: string): Quarter | null {
  const match = quarterText.exec(text);
  if (!match) return null;
  const [year, part] = [Number(match[1]), Number(match[2])];
  const month = (n: number) => String(n).padStart(2, "0");
  const from = day(`${match[1]}-${month(part * 3 - 2)}-01`);
  return {
    text,
    from,
    to: part === 4 ? day(`${String(year + 1).padStart(4, "0")}-01-01`) : day(`${match[1]}-${month(part * 3 + 1)}-01`),
  };
}
export const quarterOn = (on: Day): string => `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;

/** One line of the quarterly totals; its parts add up to `received`, and all lines to the number of reports. */
export const countedStates = [
  "open",
  ...(["confirmed_fake", "agency_fault", "not_confirmed", "passed_to_police", "other_office"] as const),
  "withdrawn",
  "merged",
] as const;
export type CountedState = (typeof countedStates)[number];
export const countedAs = ({ stage, outcome }: { stage: Stage; outcome: Outcome | null }): CountedState =>
  stage === "withdrawn" || stage === "merged" ? stage : stage === "decided" && outcome ? outcome : "open";
