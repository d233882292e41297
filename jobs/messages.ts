// From what happened to what people are told. Each reads the present state; the key of a message is what it is about, so that running twice,
// or late, tells nothing twice.
import { address } from "@/app/_http/addresses";
import { agenciesWithStaff, membershipsBy, ministryOfficers, passwordsChanged } from "@/domain/accounts/queries";
import { reportersToTell } from "@/domain/complaints/queries";
import { systemActor } from "@/domain/kernel/actor";
import { type Day, addDays, dayOf } from "@/domain/kernel/calendar";
import { agencyDossiers } from "@/domain/licences/queries";
import { type Dossier, covers, displayName, verdictOn } from "@/domain/licences/rules";
import { decidedNotices } from "@/domain/notices/queries";
import { queueMessages, queueThere } from "@/domain/notifications/commands";
import { toldUnder } from "@/domain/notifications/queries";
import type { Told } from "@/domain/notifications/schema";
import { decidedContracts, publishedOf } from "@/domain/orders/queries";
import { flagsFor } from "@/domain/payments/queries";
import { now } from "@/platform/clock";

type Ids = readonly string[];
const site = systemActor("tell");
const tell = async (list: readonly Told[]): Promise<"done"> => (await queueMessages(site, list), "done");

/** Head office and branches alike; or of what a branch filed, the head office and that branch. */
async function staffOf(agencyId: string, branchId?: string | null): Promise<string[]> {
  const members = await membershipsBy({ agencyId, endedAt: null });
  return members
    .filter((member) => branchId === undefined || member.branchId === null || member.branchId === branchId)
    .map(({ userId }) => userId);
}

type Order = Awaited<ReturnType<typeof publishedOf>>[number];
const mostNamed = 30;
const named = (orders: readonly Order[]) => ({
  count: orders.length,
  orders: {
    list: [
      ...orders.slice(0, mostNamed).map(({ reference, title }) => `${reference} ${title}`),
      ...(orders.length > mostNamed ? [`+ ${orders.length - mostNamed}`] : []),
    ],
  },
});

/** What stops an agency on a day, each under a name that a later correction of its wording does not change. */
function stopsOf(dossier: Dossier, today: Day) {
  const { spell, restrictions } = verdictOn(dossier, today);
  const ended = spell && spell.status !== "active" ? [spell] : [];
  return [
    ...ended.map(({ status, from, decisionNo }) => ({
      ...{ name: `${status}:${from}`, code: status as string, from, decisionNo, reaches: () => true },
    })),
    ...restrictions.map((restriction) => ({
      ...{ name: [restriction.kind, restriction.scope, restriction.market ?? "", restriction.from].join(":") },
      ...{ code: "restricted", from: restriction.from, decisionNo: restriction.decisionNo },
      reaches: (order: Order) => covers(restriction, order),
    })),
  ];
}

/** Staff of a stopped agency are told which orders went, and when the stop is over which came back. */
export async function tellStops(agencyIds: Ids): Promise<"done"> {
  const today = dayOf(now());
  const list: Told[] = [];
  const staffed = new Set(await agenciesWithStaff());
  for (const [agencyId, dossier] of await agencyDossiers(agencyIds.filter((id) => staffed.has(id)))) {
    const to = await staffOf(agencyId);
    const orders = await publishedOf(agencyId);
    const stops = stopsOf(dossier, today);
    const agency = displayName(dossier);
    const link: Told["link"] = (locale) => address(locale, "portalOrders");
    for (const { name, code, from, decisionNo, reaches } of stops) {
      const gone = orders.filter(reaches);
      const params = { agency, code, on: { day: from }, decision: decisionNo ?? "none", ...named(gone) };
      if (gone.length > 0)
        list.push({ key: `stopped:${agencyId}:${name}`, to, template: "ordersStopped", params, link });
    }
    const open = orders.filter((order) => order.public !== null);
    const before = `stopped:${agencyId}:`;
    const told = new Set((await toldUnder(before)).map((key) => key.slice(before.length, key.lastIndexOf(":"))));
    for (const name of told) {
      if (stops.some((stop) => stop.name === name) || open.length === 0) continue;
      const params = { agency, on: { day: today }, ...named(open) };
      list.push({ key: `back:${agencyId}:${name}`, to, template: "ordersBack", params, link });
    }
  }
  return tell(list);
}

/** Begun and ended memberships; an invitation is a letter of its own, and names the agency or the office instead. */
export async function tellMembers(ids: Ids): Promise<"done"> {
  const members = await membershipsBy({ id: { in: [...ids] } });
  const agencies = await agencyDossiers(members.flatMap(({ agencyId }) => agencyId ?? []));
  return tell(
    members.map(({ id, userId, role, agencyId, office, endedAt }): Told => {
      const dossier = agencyId ? agencies.get(agencyId) : undefined;
      const body = dossier ? displayName(dossier) : (office?.name ?? "");
      const link: Told["link"] = (locale) => address(locale, "account");
      return endedAt
        ? { key: `membership:${id}:ended`, to: [userId], template: "membershipEnded", params: { body }, link }
        : { key: `membership:${id}:begun`, to: [userId], template: "membershipBegun", params: { body, role }, link };
    }),
  );
}

/** Whoever did not change it herself learns of it. */
export async function tellPasswords(userIds: Ids): Promise<"done"> {
  const changed = await passwordsChanged(userIds);
  return tell(
    changed.map(({ id, at }) => ({
      ...{ key: `password:${at.toISOString()}`, to: [id], template: "passwordChanged" },
      ...{ params: { on: { day: dayOf(at) } }, link: (locale) => address(locale, "account") },
    })),
  );
}

/** The names under which refusals are worded are the desk's; here its free note stands. */
export async function tellNotices(ids: Ids): Promise<"done"> {
  const notices = await decidedNotices(ids);
  const agencies = await agencyDossiers(notices.map(({ agencyId }) => agencyId));
  const list = notices.map(async ({ id, reference, agencyId, branchId, status, decisionNote }): Promise<Told> => {
    const dossier = agencies.get(agencyId);
    return {
      ...{ key: `notice:${id}:${status}`, to: await staffOf(agencyId, branchId), template: "noticeDecided" },
      params: {
        ...{ reference, outcome: status, reason: decisionNote ?? "none" },
        agency: dossier ? displayName(dossier) : "",
      },
      link: (locale) => address(locale, "portalNotice", { id: reference }),
    };
  });
  return tell(await Promise.all(list));
}

/** A contract may be returned more than once: each answer is one message. Branches recruit from contracts and do not sign them. */
export async function tellContracts(ids: Ids): Promise<"done"> {
  const contracts = await decidedContracts(ids);
  const agencies = await agencyDossiers(contracts.map(({ agencyId }) => agencyId));
  const list = contracts.map(async ({ id, reference, agencyId, status, decidedAt, approvalNo }): Promise<Told> => {
    const dossier = agencies.get(agencyId);
    return {
      ...{ key: `contract:${id}:${status}:${decidedAt?.toISOString() ?? ""}`, template: "contractDecided" },
      ...{ to: await staffOf(agencyId, null), link: (locale) => address(locale, "portalContract", { id: reference }) },
      params: {
        ...{ reference, outcome: status, number: approvalNo ?? "none" },
        agency: dossier ? displayName(dossier) : "",
      },
    };
  });
  return tell(await Promise.all(list));
}

/** Reporters who left an address learn that there is news, and nothing of what it is: whoever reads her letters need not know. */
export async function tellReporters(ids: Ids): Promise<"done"> {
  const reports = await reportersToTell(site, ids);
  await queueThere(
    site,
    reports.map(({ id, number, stage, reach }) => ({
      ...{ key: `case:${id}:${stage}`, address: reach.value, locale: "vi", template: "caseChanged" },
      ...{ params: { number, stage }, link: (locale) => address(locale, "reportCase", { number }) },
    })),
  );
  return "done";
}

/** Once a day: stops that begin or end with the day, and money differences found since yesterday. */
export async function tellDay(): Promise<void> {
  const today = dayOf(now());
  await tellStops(await agenciesWithStaff());
  const flags = await flagsFor("open", 5_000);
  const fresh = flags.filter(({ openedAt }) => dayOf(openedAt) >= addDays(today, -1) && dayOf(openedAt) < today);
  if (fresh.length === 0) return;
  await tell([
    {
      ...{ key: `flags:${today}`, to: await ministryOfficers(), template: "flagsFound" },
      ...{ params: { count: flags.length, on: { day: today } }, link: (locale) => address(locale, "officeFlags") },
    },
  ]);
}
