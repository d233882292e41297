// One line of history: the base status, cut where restrictions begin and end, with gaps said.
import type { Day } from "@/domain/kernel/calendar";
import { holdsOn } from "@/domain/kernel/calendar";
import type { History, TimelineBar, VerdictCode } from "@/domain/licences/rules";

export type Segment = { key: string; from: Day; to: Day | null; code: VerdictCode; facts: TimelineBar[] };

const ends = (bar: TimelineBar, last: Day): Day => bar.to ?? last;

/** Days inside a spell on which a restriction begins or ends. */
function cutsOf(spell: TimelineBar, restrictions: readonly TimelineBar[]): Day[] {
  const inside = restrictions
    .flatMap((bar) => [bar.from, bar.to])
    .filter((on): on is Day => on !== null && on > spell.from && (spell.to === null || on < spell.to));
  return [spell.from, ...[...new Set(inside)].sort()];
}

const codeOf = (spell: TimelineBar, restricted: boolean): VerdictCode =>
  spell.code === "active" ? (restricted ? "restricted" : "licensed") : (spell.code as VerdictCode);

/** Only official decisions; what the press reported stands apart. */
export function segmentsOf(history: History, until: Day): Segment[] {
  const official = history.bars.filter((bar) => bar.verified && bar.from <= until);
  const restrictions = official.filter((bar) => bar.lane === "restriction");
  const spells = official.filter((bar) => bar.lane === "status");
  return spells.flatMap((spell, i) => {
    const cuts = cutsOf(spell, restrictions);
    const own = cuts.map((from, n): Segment => {
      const held = spell.code === "active" ? restrictions.filter((bar) => holdsOn(bar, from)) : [];
      return {
        key: `${spell.id}-${n}`,
        from,
        to: cuts[n + 1] ?? spell.to,
        code: codeOf(spell, held.length > 0),
        facts: held.length > 0 ? held : [spell],
      };
    });
    const before = spells[i - 1];
    const gap = before && ends(before, until) < spell.from;
    return gap
      ? [
          { key: `gap-${spell.id}`, from: ends(before, until), to: spell.from, code: "unknown" as const, facts: [] },
          ...own,
        ]
      : own;
  });
}
