// The demo: invented firms with every status and story the law knows, and orders that pass or fail every condition. Written through the
// same commands as anything else, so that nothing in it is in a state the site could not reach.
import { refreshStatistics as refreshPlans } from "@/domain/audit/bulk";
import { systemActor } from "@/domain/kernel/actor";
import { type Day, addDays, dayOf } from "@/domain/kernel/calendar";
import { changeContract, closeOrder, confirmPlaces, enterTrigrams, repeatOrders } from "@/domain/orders/commands";
import { countListed } from "@/domain/orders/queries";
import { refreshStatistics } from "@/domain/statistics/commands";
import { asIfAt, now } from "@/platform/clock";
import { env } from "@/platform/env";
import { dateRegister, firmsExist, recordFalls, recordFirms, recordWarnings } from "./agencies";
import { faultsAfter } from "./faults";
import { recordPeople } from "./people";
import { planJobs } from "./plan";
import { type Doomed, type Outcome, makeOrders, officeHour, publishBundle } from "./publish";
import { type Chance, chanceFrom } from "./random";
import { recordNotices } from "./notices";
import { recordReports } from "./complaints";
import { recordPayments } from "./payments";
import { demoRates, saveDemoRates } from "./rates";

export type DemoOptions = { orders?: number; seed?: number; agencies?: number; onProgress?: (orders: number) => void };
export type DemoReport = {
  agencies: number;
  orders: number;
  published: number;
  heldBack: Record<string, number>;
  /** Published first, hidden by what happened later. */
  fallen: Record<string, number>;
  fallenIds: string[];
  /** Handed in with a fault; all of them must have been held back, and nothing else. */
  faultyAtOnce: number;
  ended: Record<string, number>;
  copies: { id: string; copyOf: string }[];
  /** Of writing orders and their contracts. */
  seconds: number;
};

const actor = systemActor("demo");
const defaults = { orders: 1_500, seed: 20_260_101, agencies: 60 };
/** More than this many are repetitions of these: a site that measures itself wants rows, and the commands have shown what they can. */
const mostDrawn = 5_000;
/** Changes that are made one by one stop here, so that a hundred thousand orders take seconds. */
const mostSingleChanges = 400;

/** Fills an empty site with the demo; a site that has it is left as it is. */
export async function ensureDemo(): Promise<DemoReport | null> {
  const found = await firmsExist();
  const report = found ? null : await makeDemo({ orders: env.DEMO_ORDERS });
  await recordPeople(actor);
  await recordReports();
  if (!report) return null;
  console.log(`Demo data: ${report.agencies} agencies, ${report.orders} orders, ${report.published} published`);
  return report;
}

const after: ReadonlySet<string> = new Set(faultsAfter);
const count = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const code of codes.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })))
    counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

async function endContracts(doomed: readonly Doomed[], today: Day): Promise<void> {
  for (const [i, { contractId, fault, quotas }] of doomed.slice(0, mostSingleChanges).entries()) {
    if (fault === "P5") await changeContract(actor, { contractId, quotas });
    else
      await changeContract(
        actor,
        i % 2 === 0 ? { contractId, status: "closed" } : { contractId, validTo: addDays(today, -1) },
      );
  }
}

/** Orders of the last weeks end today, those of the past a day after their deadline; as many as single changes allow. */
async function endOrders(outcomes: readonly Outcome[], chance: Chance): Promise<void> {
  const lawful = outcomes.filter(
    ({ ending, verdict, conditions }) => ending && verdict === "added" && conditions.length === 0,
  );
  const past = lawful.filter(({ ending }) => ending === "expired").slice(0, mostSingleChanges / 2);
  const recent = lawful.filter(({ ending }) => ending !== "expired").slice(0, mostSingleChanges - past.length);
  for (const [i, { id, deadlineOn, quantity }] of past.entries())
    if (deadlineOn)
      await asIfAt(officeHour(addDays(deadlineOn, 1), chance), async () => {
        if (i % 3 === 0) await confirmPlaces(actor, { orderId: id, places: quantity });
        await closeOrder(actor, { orderId: id, reason: i % 3 === 0 ? "full" : "deadline" });
      });
  for (const [i, { id, ending, quantity }] of recent.entries()) {
    if (ending === "full") await confirmPlaces(actor, { orderId: id, places: quantity });
    if (ending === "withdrawn") await closeOrder(actor, { orderId: id, reason: "withdrawn" });
    else if (ending === "closed") await closeOrder(actor, { orderId: id, reason: i % 2 === 0 ? "agency" : "deadline" });
    else if (i % 2 === 0) await closeOrder(actor, { orderId: id, reason: "full" });
  }
}

/** Open orders repeated until there are as many as asked for; the last agency's share may take it a little beyond. */
async function repeat(
  firms: readonly { id: string }[],
  missing: number,
  onMore: (more: number) => void,
): Promise<number> {
  const times = Math.ceil(missing / Math.max(1, await countListed({ agencyId: { not: null } })));
  const waiting = [...firms];
  let made = 0;
  const writer = async () => {
    for (let next = waiting.shift(); next && made < missing; next = waiting.shift()) {
      const more = await repeatOrders(actor, next.id, times);
      made += more;
      onMore(more);
    }
  };
  await Promise.all([writer(), writer()]);
  await enterTrigrams(actor);
  return made;
}

export async function makeDemo(options: DemoOptions): Promise<DemoReport> {
  const { orders: wanted, seed, agencies } = { ...defaults, ...options };
  const orders = Math.min(wanted, mostDrawn);
  const today = dayOf(now());
  const chance = chanceFrom(seed);
  const first = !(await firmsExist());
  await saveDemoRates(actor, today);
  const firms = await recordFirms(actor, today, agencies);
  const bundles = planJobs(orders, firms, chance);
  const started = performance.now();
  const outcomes: Outcome[] = [];
  const doomed: Doomed[] = [];
  const perContract = Math.max(10, Math.ceil(orders / 150));
  const moment = { today, rates: demoRates(today) };
  let done = 0;
  let serial = 0;
  const waiting = bundles.map((bundle, index) => {
    const from = serial;
    serial += bundle.jobs.length;
    return { bundle, from, seed: seed + index + 1 };
  });
  const writer = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const own = chanceFrom(next.seed);
      const made = makeOrders(next.bundle, next.from, moment, own);
      const published = await publishBundle(actor, next.bundle, made, perContract, today, own, (more) =>
        options.onProgress?.((done += more)),
      );
      outcomes.push(...published.outcomes);
      doomed.push(...published.doomed);
    }
  };
  // Two at a time: while one waits for the database, the other makes orders. No two touch the same firm's rows.
  await Promise.all([writer(), writer()]);
  const drawn = outcomes.length;
  const repeated =
    wanted > drawn ? await repeat(firms, wanted - drawn, (more) => options.onProgress?.((done += more))) : 0;
  const seconds = (performance.now() - started) / 1_000;
  await recordFalls(actor, firms, today);
  await endContracts(doomed, today);
  await endOrders(outcomes, chance);
  if (first) {
    await recordWarnings(actor, today);
    await dateRegister(actor, firms, today);
    await recordPayments(today);
    await recordNotices(today);
  }
  await refreshPlans();
  await refreshStatistics(actor);
  const added = outcomes.filter(({ verdict }) => verdict === "added");
  const fallen = first ? added.filter(({ fault }) => fault !== null && after.has(fault)) : [];
  return {
    agencies: firms.length,
    orders: drawn + repeated,
    published: added.length + repeated,
    heldBack: count(outcomes.filter(({ verdict }) => verdict === "heldBack").flatMap(({ conditions }) => conditions)),
    fallen: count(fallen.map(({ fault }) => fault ?? "")),
    fallenIds: fallen.map(({ id }) => id),
    faultyAtOnce: outcomes.filter(({ fault }) => fault !== null && !after.has(fault)).length,
    ended: count(outcomes.flatMap(({ ending }) => ending ?? [])),
    copies: outcomes.flatMap(({ id, copyOf }) => (copyOf ? [{ id, copyOf }] : [])),
    seconds,
  };
}
