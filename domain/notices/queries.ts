import "server-only";
import type { Tx } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { type Day, columnOfDay, dayOf, dayOfColumn } from "@/domain/kernel/calendar";
import { cleanText, foldName } from "@/domain/kernel/text";
import { phoneKey } from "@/domain/licences/rules";
import { fullName } from "@/domain/localities/rules";
import { now } from "@/platform/clock";
import { type Prisma, db } from "@/platform/db";
import { maySee, mayDecide, mayWithdraw, noticesWithin } from "./access";
import { checklistOf } from "./facts";
import { type NoticeState, stateOn } from "./rules";
import type { Announced } from "./schema";

const withAll = {
  recruiters: { orderBy: { position: "asc" }, select: { name: true, phone: true, nameKey: true, phoneKey: true } },
  order: {
    select: {
      reference: true,
      title: true,
      market: true,
      public: { select: { id: true } },
      agency: { select: { id: true, slug: true, nameVi: true, nameEn: true, abbreviation: true, phone: true } },
    },
  },
} satisfies Prisma.RecruitmentNoticeInclude;
type Row = Prisma.RecruitmentNoticeGetPayload<{ include: typeof withAll }>;

/** Notices as pages show them: communes with their names, `state` what each means on the day asked for. */
async function viewsOf(rows: readonly Row[], on: Day) {
  const ids = [...new Set(rows.flatMap(({ communes }) => communes))];
  const places =
    ids.length > 0
      ? await db.locality.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, kind: true } })
      : [];
  const names = new Map(places.map((place) => [place.id, fullName(place)]));
  return rows.map((row) => viewOf(row, names, on));
}

function viewOf(row: Row, names: ReadonlyMap<string, string>, on: Day) {
  const { order, fromOn, toOn, recruiters, openKey: _open, ...rest } = row;
  const days = { fromOn: dayOfColumn(fromOn), toOn: dayOfColumn(toOn) };
  return {
    ...rest,
    ...days,
    state: stateOn({ ...days, status: row.status, orderPublic: order.public !== null }, on),
    order: { reference: order.reference, title: order.title, market: order.market, public: order.public !== null },
    agency: order.agency,
    communeNames: row.communes.map((id) => names.get(id) ?? id),
    recruiters: recruiters.map(({ name, phone }) => ({ name, phone })),
  };
}
export type NoticeView = ReturnType<typeof viewOf>;
const today = (): Day => dayOf(now());

/** What each order's provinces were told; accepted notices only. For the conditions of publication. */
export async function announcedOf(
  orderIds: readonly string[],
  tx: Tx = db as unknown as Tx,
): Promise<Map<string, Announced[]>> {
  const rows = await tx.recruitmentNotice.findMany({
    where: { orderId: { in: [...orderIds] }, status: "accepted" },
    select: { orderId: true, reference: true, province: true, communes: true, fromOn: true, toOn: true },
    orderBy: { reference: "asc" },
  });
  const found = new Map<string, Announced[]>();
  for (const { orderId, fromOn, toOn, ...row } of rows) {
    const one = { ...row, fromOn: dayOfColumn(fromOn), toOn: dayOfColumn(toOn) };
    found.set(orderId, [...(found.get(orderId) ?? []), one]);
  }
  return found;
}

const acceptedOn = (on: Day) => ({
  status: "accepted" as const,
  toOn: { gte: columnOfDay(on) },
  order: { public: { isNot: null } },
});
/** Whole provinces and the commune asked for. */
const reaching = (commune: string | null) =>
  commune === null ? {} : { OR: [{ communes: { isEmpty: true } }, { communes: { has: commune } }] };

/** Who may recruit in a province (or one of its communes) today, and who has announced it for later. The public sees accepted notices only. */
export async function recruitingIn({ province, commune = null }: { province: string; commune?: string | null }) {
  const on = today();
  const rows = await db.recruitmentNotice.findMany({
    where: { province, ...reaching(commune), ...acceptedOn(on) },
    include: withAll,
    orderBy: [{ fromOn: "asc" }, { reference: "asc" }],
    take: 200,
  });
  const views = await viewsOf(rows, on);
  return {
    today: views.filter(({ state }) => state === "valid"),
    later: views.filter(({ state }) => state === "notYet"),
  };
}

/** Notices in force today, by province. */
export async function recruitingByProvince(): Promise<Map<string, number>> {
  const on = today();
  const rows = await db.recruitmentNotice.groupBy({
    by: ["province"],
    where: { ...acceptedOn(on), fromOn: { lte: columnOfDay(on) } },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.province, row._count._all]));
}

export type RecruiterQuestion = { phone?: string | null; name?: string | null; province?: string | null; on?: Day };
export type Declared = {
  reference: string;
  /** valid: may recruit on that day. over, notYet: accepted for other days. suspended: accepted, but the order may not be shown now. */
  state: Extract<NoticeState, "valid" | "notYet" | "over" | "suspended">;
  /** What of the question is as the agency declared it. */
  matched: "both" | "phone" | "name";
  recruiter: { name: string; phone: string };
  agency: { id: string; slug: string; nameVi: string | null; nameEn: string | null };
  order: { reference: string; title: string };
  province: string;
  communes: string[];
  fromOn: Day;
  toOn: Day;
  decidedOffice: string | null;
  decidedAt: Date | null;
};

const rank = { valid: 0, notYet: 1, suspended: 2, over: 3 } as const;
const matchRank = { both: 0, phone: 1, name: 2 } as const;

/**
 * Which agency has declared a person as its recruiter (features B6): by phone, by name, or both, everywhere or in one province. Empty: nobody
 * has, and whoever asks for money there should be reported. Refused, withdrawn and waiting notices are not answers.
 */
export async function declaredRecruiters(question: RecruiterQuestion): Promise<Declared[]> {
  const on = question.on ?? today();
  const phone = question.phone ? phoneKey(question.phone) : null;
  const name = foldName(cleanText(question.name ?? "", 100));
  const either = [...(phone ? [{ phoneKey: phone }] : []), ...(name.length >= 2 ? [{ nameKey: name }] : [])];
  if (either.length === 0) return [];
  const rows = await db.recruitmentNotice.findMany({
    where: {
      status: "accepted",
      ...(question.province && { province: question.province }),
      recruiters: { some: { OR: either } },
    },
    include: withAll,
    orderBy: { toOn: "desc" },
    take: 100,
  });
  const views = await viewsOf(rows, on);
  const found = rows.flatMap((row, i) => {
    const { agency, order, state, ...view } = views[i] as NoticeView;
    return row.recruiters.flatMap((one): Declared[] => {
      const [byPhone, byName] = [phone === one.phoneKey, name === one.nameKey];
      if ((!byPhone && !byName) || !agency) return [];
      return [
        {
          state: state as Declared["state"],
          matched: byPhone && byName ? "both" : byPhone ? "phone" : "name",
          recruiter: { name: one.name, phone: one.phone },
          agency: { id: agency.id, slug: agency.slug, nameVi: agency.nameVi, nameEn: agency.nameEn },
          order: { reference: order.reference, title: order.title },
          ...{ reference: view.reference, province: view.province, communes: view.communes },
          ...{ fromOn: view.fromOn, toOn: view.toOn, decidedOffice: view.decidedOffice, decidedAt: view.decidedAt },
        },
      ];
    });
  });
  return found.sort((a, b) => rank[a.state] - rank[b.state] || matchRank[a.matched] - matchRank[b.matched]);
}

export const noticeFilters = ["waiting", "accepted", "closed"] as const;
export type NoticeFilter = (typeof noticeFilters)[number];
const statusesOf = {
  waiting: ["submitted"],
  accepted: ["accepted"],
  closed: ["refused", "withdrawn", "revoked"],
} as const;

/** An agency's own, or those an office answers for: what waits oldest first, what was decided newest first. */
export async function noticesFor(actor: Actor, filter: NoticeFilter, take = 200) {
  const within = noticesWithin(actor);
  if (!within) return [];
  const rows = await db.recruitmentNotice.findMany({
    where: { ...within, status: { in: [...statusesOf[filter]] } },
    include: withAll,
    orderBy: { filedAt: filter === "waiting" ? "asc" : "desc" },
    take,
  });
  return viewsOf(rows, today());
}

export async function noticeCounts(actor: Actor): Promise<Record<NoticeFilter, number>> {
  const within = noticesWithin(actor);
  const count = (filter: NoticeFilter) =>
    within ? db.recruitmentNotice.count({ where: { ...within, status: { in: [...statusesOf[filter]] } } }) : 0;
  const [waiting, accepted, closed] = await Promise.all([count("waiting"), count("accepted"), count("closed")]);
  return { waiting, accepted, closed };
}

/** One notice with its checklist of today and what this actor may do; missing or not hers is the same null. */
export async function noticeOf(actor: Actor, reference: string) {
  const within = noticesWithin(actor);
  if (!within || !/^TB-\d{1,12}$/.test(reference)) return null;
  const row = await db.recruitmentNotice.findFirst({ where: { ...within, reference }, include: withAll });
  if (!row || !maySee(actor, row)) return null;
  const [view] = await viewsOf([row], today());
  return {
    ...(view as NoticeView),
    checklist: await checklistOf(row, today()),
    mayDecide: mayDecide(actor, row),
    mayWithdraw: mayWithdraw(actor, row),
  };
}
export type NoticePage = NonNullable<Awaited<ReturnType<typeof noticeOf>>>;

/** Orders of her agency that the public may see: those a notice can be for. */
export async function ordersToAnnounce(actor: Actor) {
  if (actor.kind !== "agency_staff") return [];
  return db.jobOrder.findMany({
    where: { agencyId: actor.agencyId, public: { isNot: null } },
    select: { reference: true, title: true, market: true, provinces: true, nationwide: true, deadlineOn: true },
    orderBy: { reference: "desc" },
    take: 500,
  });
}

/** For reactions: what offices answered. */
export const decidedNotices = (ids: readonly string[]) =>
  db.recruitmentNotice.findMany({
    where: { id: { in: [...ids] }, status: { in: ["accepted", "refused", "revoked"] } },
    select: {
      id: true,
      reference: true,
      agencyId: true,
      branchId: true,
      status: true,
      decidedAt: true,
      decisionNote: true,
    },
  });
