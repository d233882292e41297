// Turns a firm's plan into contracts and orders: contracts large enough for what is published under them, then the orders, many at a time.
import type { Actor } from "@/domain/kernel/actor";
import { addDays, addMonths, type Day } from "@/domain/kernel/calendar";
import { marketOf } from "@/domain/kernel/catalogue";
import { recordContracts, recordOrders, type Recorded } from "@/domain/orders/commands";
import type { ContractInput, OrderTerms } from "@/domain/orders/schema";
import { asIfAt } from "@/platform/clock";
import { withFault, type FaultAtOnce } from "./faults";
import { asPreparation, copyOf, orderFor, type Moment } from "./order";
import type { Bundle, Ending, Job } from "./plan";
import type { Chance } from "./random";

export type Made = { order: OrderTerms; job: Job };
export type Outcome = Recorded & {
  fault: Job["fault"];
  ending: Ending | null;
  quantity: number;
  deadlineOn: Day | null;
  copyOf: string | null;
};
/** Contracts whose orders are to be hidden later, with what was claimed under them. */
export type Doomed = {
  contractId: string;
  fault: "P4" | "P5";
  quotas: { occupation: string; sex: "any"; quota: number }[];
};
export type Published = { outcomes: Outcome[]; doomed: Doomed[] };

const partners: Readonly<Record<string, readonly string[]>> = {
  JP: ["Nghiệp đoàn Mirai (mẫu)", "Nghiệp đoàn Sakura Kyodo (mẫu)", "Hiệp hội Aozora (mẫu)"],
  TW: ["Công ty môi giới Vĩnh Thịnh (mẫu)", "Công ty quản lý nhân lực Đại Đồng (mẫu)"],
  KR: ["Hiệp hội đóng tàu Hanbit (mẫu)", "Công ty Mirae HR (mẫu)"],
};

/** Orders of one contract: same market and kind; those that will lose their contract are kept apart. */
const contractKey = ({ order, job }: Made): string =>
  `${order.market}|${order.kind}|${job.fault === "P4" || job.fault === "P5" ? job.fault : ""}`;

type Chunk = { made: Made[]; fault: Job["fault"] };
function chunksOf(all: readonly Made[], size: number): Chunk[] {
  const chunks: Chunk[] = [];
  const current = new Map<string, Chunk>();
  for (const one of all) {
    if (one.order.senderType !== "service_enterprise") continue;
    const key = contractKey(one);
    let chunk = current.get(key);
    // A copy shares the contract of its original: they are one recruitment.
    if (!chunk || chunk.made.length >= (chunk.fault && size <= 10 ? 3 : size)) {
      chunk = { made: [], fault: key.endsWith("P4") || key.endsWith("P5") ? one.job.fault : null };
      current.set(key, chunk);
      chunks.push(chunk);
    }
    chunk.made.push(one);
  }
  return chunks;
}

function contractFor(agencyId: string, { made }: Chunk, today: Day, chance: Chance): ContractInput {
  const first = made[0]!.order;
  // Before the first of its orders was published.
  const approvedOn = addDays(today, -Math.max(...made.map(({ job }) => job.ago)) - chance.whole(20, 300));
  return {
    agencyId,
    market: first.market,
    kind: first.kind,
    partnerName: chance.pick(partners[first.market] ?? ["Đối tác Meridian (mẫu)", "Đối tác Horizon Staffing (mẫu)"]),
    partnerCountry: marketOf(first.market)?.nameVi ?? first.market,
    status: "approved",
    approvalNo: `${chance.whole(100, 2_999)}/CV-MẪU`,
    approvedOn,
    validFrom: approvedOn,
    validTo: addMonths(today, chance.whole(9, 30)),
    demo: true,
    quotas: [...wantedBy(made)].map(([occupation, sum]) => ({
      occupation,
      sex: "any" as const,
      quota: Math.min(100_000, Math.ceil((sum * 1.1) / 10) * 10),
    })),
  };
}

function wantedBy(made: readonly Made[]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const { order } of made)
    wanted.set(order.occupation, (wanted.get(order.occupation) ?? 0) + (order.quantity ?? 0));
  return wanted;
}

/** A contract for each chunk, and which of them are to be taken back later. */
async function giveContracts(actor: Actor, agencyId: string, chunks: readonly Chunk[], today: Day, chance: Chance) {
  const contracts = await recordContracts(
    actor,
    chunks.map((chunk) => contractFor(agencyId, chunk, today, chance)),
  );
  return chunks.flatMap(({ made, fault }, i): Doomed[] => {
    const contractId = contracts[i]!.id;
    for (const { order } of made) order.contractId = contractId;
    if (fault !== "P4" && fault !== "P5") return [];
    const half = [...wantedBy(made)].map(([occupation, sum]) => ({
      occupation,
      sex: "any" as const,
      quota: Math.floor(sum / 2),
    }));
    return [{ contractId, fault, quotas: half }];
  });
}

/** Published months ago, so that its deadline could pass. */
function longAgo(order: OrderTerms, publishedOn: Day, chance: Chance): OrderTerms {
  order.deadlineOn = addDays(publishedOn, chance.whole(14, 45));
  order.selectionOn = addDays(order.deadlineOn, 10);
  order.departureFrom = addDays(order.deadlineOn, 120);
  order.departureTo = addDays(order.deadlineOn, 150);
  return order;
}

/** Some places of open orders are taken already. */
function partlyTaken(order: OrderTerms, chance: Chance): OrderTerms {
  if (order.quantity !== null && order.quantity > 3 && chance.happens(0.25))
    order.placesConfirmed = chance.whole(1, Math.floor(order.quantity / 2));
  return order;
}

export function makeOrders(
  { firm, jobs }: Bundle,
  serialFrom: number,
  moment: Omit<Moment, "ago">,
  chance: Chance,
): Made[] {
  let serial = serialFrom;
  return jobs.flatMap((job) => {
    const sender = { agencyId: firm?.id ?? null, senderName: firm?.agency.nameVi ?? job.offer.senderName ?? "" };
    let order = orderFor(job.offer, sender, (serial += 1), { ...moment, ago: job.ago }, chance);
    if (job.preparation) order = asPreparation(order, chance);
    if (job.ending === "expired") order = longAgo(order, addDays(moment.today, -job.ago), chance);
    if (!job.ending && !job.fault) order = partlyTaken(order, chance);
    if (["P2", "P6", "P7", "P8", "P9", "P10", "P12"].includes(job.fault ?? ""))
      order = withFault(order, job.fault as FaultAtOnce, moment.today, chance);
    return job.copied
      ? [
          { order, job },
          { order: copyOf(order, chance), job: { ...job, copied: false } },
        ]
      : [{ order, job }];
  });
}

const batch = 4_000;

/** Orders published on one day together, the oldest first. */
function byDay(made: readonly Made[]): { ago: number; part: Made[] }[] {
  const parts = new Map<number, Made[]>();
  for (const one of made) {
    const part = parts.get(one.job.ago);
    if (part) part.push(one);
    else parts.set(one.job.ago, [one]);
  }
  return [...parts].sort(([a], [b]) => b - a).map(([ago, part]) => ({ ago, part }));
}

/** Some minute of a working day in Hà Nội. */
export const officeHour = (on: Day, chance: Chance): Date =>
  new Date(Date.parse(`${on}T01:00:00Z`) + chance.whole(0, 9 * 60) * 60_000);

export async function publishBundle(
  actor: Actor,
  bundle: Bundle,
  made: readonly Made[],
  perContract: number,
  today: Day,
  chance: Chance,
  onProgress: (orders: number) => void,
): Promise<Published> {
  const doomed = bundle.firm
    ? await giveContracts(actor, bundle.firm.id, chunksOf(made, perContract), today, chance)
    : [];
  const outcomes: Outcome[] = [];
  for (const { ago, part } of byDay(made)) {
    const publishedOn = addDays(today, -ago);
    for (let start = 0; start < part.length; start += batch) {
      const slice = part.slice(start, start + batch);
      const orders = slice.map(({ order }) => order);
      // What is open is judged today; what ended long ago, on the day it was published.
      const day = slice[0]?.job.ending === "expired" ? publishedOn : today;
      const write = () => recordOrders(actor, orders, { quiet: true, day });
      const recorded = await (ago === 0 ? write() : asIfAt(officeHour(publishedOn, chance), write));
      for (const [i, one] of recorded.entries()) {
        const { order, job } = slice[i]!;
        const original = i > 0 && slice[i - 1]!.job.copied ? recorded[i - 1]!.id : null;
        const { fault, ending } = job;
        const { deadlineOn } = order;
        outcomes.push({ ...one, fault, ending, quantity: order.quantity ?? 0, deadlineOn, copyOf: original });
      }
      onProgress(slice.length);
    }
  }
  return { outcomes, doomed };
}
