// How a base status may follow another (law.md §2.1), and how a new decision extends the chain of spells.
import { holdsOn, type Day, type Precision } from "@/domain/kernel/calendar";
import type { LicenceStatus } from "./dossier";

/**
 * L69 Art. 11, 16, 28, 29. After surrender or revocation only a new licence with a new number makes a firm active again, and
 * bankruptcy_opened → active is proceedings closed (both inferred: L69 knows no reinstatement).
 */
export const statusMoves = {
  none: ["active"],
  active: ["surrendered", "revoked", "bankruptcy_opened", "dissolving"],
  dissolving: ["surrendered"],
  bankruptcy_opened: ["surrendered", "active"],
  surrendered: [],
  revoked: [],
} as const satisfies Record<LicenceStatus | "none", readonly LicenceStatus[]>;

export type ChainSpell = { status: LicenceStatus; from: Day; to: Day | null; licenceNo: string | null };

const ended = (status: LicenceStatus) => status === "surrendered" || status === "revoked";

/**
 * May `next` follow `last`? Before the first data of a firm its past is unknown, not "none": any status may come first unless the
 * caller knows that the firm never had a licence.
 */
export function mayFollow(
  last: Pick<ChainSpell, "status" | "licenceNo"> | "none" | "unknown",
  next: Pick<ChainSpell, "status" | "licenceNo">,
): boolean {
  if (last === "unknown") return true;
  if (last === "none") return (statusMoves.none as readonly string[]).includes(next.status);
  if (ended(last.status) && next.status === "active")
    return next.licenceNo !== null && next.licenceNo !== last.licenceNo;
  return (statusMoves[last.status] as readonly string[]).includes(next.status);
}

export type ChainRefusal = "transitionAllowed" | "inOrder";
export type ChainStep<S extends ChainSpell> =
  { closes: S | null; refusal: null } | { closes: null; refusal: ChainRefusal };

/** What adding `next` at the end of the chain does: the last spell ends the day `next` begins. */
export function appendTo<S extends ChainSpell>(
  chain: readonly S[],
  next: Pick<ChainSpell, "status" | "from" | "licenceNo">,
): ChainStep<S> {
  const last = chain.at(-1);
  if (!last) return { closes: null, refusal: null };
  if (next.from <= last.from || (last.to !== null && next.from < last.to)) return { closes: null, refusal: "inOrder" };
  const licenceNo = last.licenceNo ?? chain.findLast((spell) => spell.licenceNo)?.licenceNo ?? null;
  if (!mayFollow({ status: last.status, licenceNo }, next)) return { closes: null, refusal: "transitionAllowed" };
  return { closes: last.to === null ? last : null, refusal: null };
}

/** True when every spell may follow the one before it and none overlaps. */
export function isSound(chain: readonly ChainSpell[]): boolean {
  return chain.every((spell, i) => {
    if (spell.to !== null && spell.to < spell.from) return false;
    const before = chain.slice(0, i);
    const last = before.at(-1);
    if (!last) return true;
    return (
      last.to !== null &&
      last.to <= spell.from &&
      appendTo([...before.slice(0, -1), { ...last, to: null }], spell).refusal === null
    );
  });
}

/** The spell holding on a day, of a chain without overlaps. */
export const statusOn = <S extends ChainSpell>(spells: readonly S[], on: Day): S | null =>
  spells.find((spell) => holdsOn(spell, on)) ?? null;

/** Could two dates, each as exact as its source, mean the same day? */
export function sameDate(a: { on: Day; precision: Precision }, b: { on: Day; precision: Precision }): boolean {
  const length = Math.min(...[a, b].map(({ precision }) => ({ year: 4, month: 7, day: 10 })[precision]));
  return a.on.slice(0, length) === b.on.slice(0, length);
}
const exactness = { year: 0, month: 1, day: 2 } as const;
export const isFiner = (a: Precision, b: Precision): boolean => exactness[a] > exactness[b];
