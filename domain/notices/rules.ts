// When an agency may recruit in a locality: the moves of a notice, what must hold for it, and what it says of its order (law.md §5, P11).
import type { Day } from "@/domain/kernel/calendar";
import { type Standing, isInForceOn, restrictionsCovering } from "@/domain/licences/rules";
import { provinceOf, provinces, shortName } from "@/domain/localities/rules";
import type { Announced, NoticeStatus } from "./schema";

/** Where a notice may go next; a move absent from this table is refused. What is over by its dates stays accepted. */
export const noticeMoves = {
  submitted: ["accepted", "refused", "withdrawn"],
  accepted: ["withdrawn", "revoked"],
  refused: [],
  withdrawn: [],
  revoked: [],
} as const satisfies Record<NoticeStatus, readonly NoticeStatus[]>;
export const mayMove = (from: NoticeStatus, to: NoticeStatus): boolean =>
  (noticeMoves[from] as readonly NoticeStatus[]).includes(to);

/** Longer than this nobody can say who will stand where. */
export const longestDays = 183;

export type NoticeFacts = {
  province: string;
  fromOn: Day;
  toOn: Day;
  /** Each commune's own province. */
  communeProvinces: readonly (string | null)[];
  order: {
    market: string;
    kind: string;
    public: boolean;
    deadlineOn: Day | null;
    nationwide: boolean;
    provinces: readonly string[];
  };
  standing: Standing | null;
};
export type NoticeCondition =
  | "datesForward"
  | "notOver"
  | "notTooLong"
  | "communesInProvince"
  | "licenceInForce"
  | "orderPublic"
  | "provinceOfOrder"
  | "beforeDeadline";
/** null: cannot be said, because the order does not say it. */
export type NoticeChecklist = Readonly<Record<NoticeCondition, boolean | null>>;

const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Asked when the notice is filed and again when it is accepted; the agency and the officer see the same list. */
export function noticeConditions(facts: NoticeFacts, on: Day): NoticeChecklist {
  const { order, standing, fromOn, toOn, province } = facts;
  const licensed =
    standing !== null && isInForceOn(standing, on) && restrictionsCovering(standing, order, on).length === 0;
  return {
    datesForward: fromOn <= toOn,
    notOver: toOn >= on,
    notTooLong: daysBetween(fromOn, toOn) < longestDays,
    communesInProvince: facts.communeProvinces.every((one) => one === province),
    licenceInForce: licensed,
    orderPublic: order.public,
    provinceOfOrder: order.nationwide || (order.provinces.length === 0 ? null : order.provinces.includes(province)),
    beforeDeadline: order.deadlineOn === null ? null : toOn <= order.deadlineOn,
  };
}
export const failing = (checklist: NoticeChecklist): NoticeCondition[] =>
  (Object.entries(checklist) as [NoticeCondition, boolean | null][]).flatMap(([name, met]) =>
    met === false ? name : [],
  );

/** Where a notice stands on a day, in the words of the public page. */
export type NoticeState = "waiting" | "refused" | "withdrawn" | "revoked" | "notYet" | "valid" | "over" | "suspended";
export function stateOn(
  notice: { status: NoticeStatus; fromOn: Day; toOn: Day; orderPublic: boolean },
  on: Day,
): NoticeState {
  if (notice.status === "submitted") return "waiting";
  if (notice.status !== "accepted") return notice.status;
  if (notice.toOn < on) return "over";
  // An accepted notice opens nothing while its order may not be shown: licence stopped, order closed or full.
  if (!notice.orderPublic) return "suspended";
  return notice.fromOn > on ? "notYet" : "valid";
}

/** Which office a notice is for: a commune's only where it names that commune alone. */
export const placeOf = (notice: { province: string; communes: readonly string[] }) => ({
  province: notice.province,
  commune: notice.communes.length === 1 ? (notice.communes[0] ?? null) : null,
});

const everyProvince = provinces.map(({ id }) => id);

type Told = { met: boolean | null; findings: { name: string; params?: Record<string, string | number> }[] };
const namesOf = (ids: readonly string[]): string =>
  ids.map((id) => shortName(provinceOf(id) ?? { name: id })).join(", ");

/**
 * P11: the localities were told before the agency recruits there. An order that names its provinces is met when each of them has an accepted
 * notice that is not over; one that recruits in the whole country, or does not say where, is known only where it was announced.
 */
export function announcement(
  order: { provinces: readonly string[]; nationwide: boolean; announced: readonly Announced[] },
  on: Day,
): Told {
  const told = new Set(order.announced.filter(({ toOn }) => toOn >= on).map(({ province }) => province));
  const wanted = order.nationwide ? everyProvince : order.provinces;
  const missing = wanted.filter((id) => !told.has(id));
  const elsewhere = [...told].filter((id) => wanted.length > 0 && !wanted.includes(id));
  const said = told.size > 0 ? [{ name: "announcedIn", params: { provinces: namesOf([...told].sort()) } }] : [];
  if (order.nationwide || wanted.length === 0) {
    if (order.nationwide && missing.length === 0) return { met: true, findings: [] };
    return {
      met: null,
      findings: [...said, { name: order.nationwide ? "recruitsNationwide" : "placesNotStated" }],
    };
  }
  const against = [
    ...(missing.length > 0 ? [{ name: "notAnnouncedIn", params: { provinces: namesOf(missing) } }] : []),
    ...(elsewhere.length > 0 ? [{ name: "announcedElsewhere", params: { provinces: namesOf(elsewhere) } }] : []),
  ];
  return { met: against.length === 0, findings: [...said, ...against] };
}
