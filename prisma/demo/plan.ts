// Who publishes what, and what becomes of it: decided before any order is made, so that each firm's orders can be written together.
import type { KnownFirm } from "./agencies";
import { faultsAfter, faultsAtOnce, type FaultAfter, type FaultAtOnce } from "./faults";
import { offers } from "./offers/all";
import type { Offer } from "./offers/shape";
import { weighted, type Chance } from "./random";
import { programmeOf } from "@/domain/kernel/catalogue";

/** full, closed, withdrawn: after publication. expired: published months ago, deadline passed since. */
export type Ending = "full" | "closed" | "withdrawn" | "expired";
export type Job = {
  offer: Offer;
  fault: FaultAtOnce | FaultAfter | null;
  ending: Ending | null;
  preparation: boolean;
  /** Published again under another headline. */
  copied: boolean;
  /** Days since it was published; 0 for what is handed in today. */
  ago: number;
};
/** One firm's jobs; null: programmes of the state. */
export type Bundle = { firm: KnownFirm | null; jobs: Job[] };

/** Of all orders. A tenth fails one of the conditions, each as often as the others. */
const shares = { faulty: 0.1, ended: 0.05, past: 0.12, preparation: 0.03, copied: 0.05 } as const;

const fits = (offer: Offer, firm: KnownFirm): boolean =>
  offer.senderType === "service_enterprise" &&
  firm.markets.includes(offer.market) &&
  (programmeOf(offer.programme)?.approvals ?? []).every((code) => firm.approvals.includes(code));

type Choice = { offer: Offer; firms: readonly (KnownFirm | null)[] };

/** Offers with who may publish them; those nobody may are left out. */
function choicesFor(
  firms: readonly KnownFirm[],
  accept: (offer: Offer) => boolean = () => true,
): { pick: (chance: Chance) => { offer: Offer; firm: KnownFirm | null } } | null {
  const choices: Choice[] = offers.filter(accept).flatMap((offer) => {
    const able = offer.senderType === "service_enterprise" ? firms.filter((firm) => fits(offer, firm)) : [null];
    return able.length > 0 ? [{ offer, firms: able }] : [];
  });
  if (choices.length === 0) return null;
  const at = weighted(choices.map(({ offer }) => offer.weight));
  return {
    pick: (chance) => {
      const choice = choices[at(chance)]!;
      return { offer: choice.offer, firm: chance.pick(choice.firms) };
    },
  };
}

/** The past is of the large markets, so that a small demo too has enough orders in each month of theirs. */
const largeMarkets: ReadonlySet<string> = new Set(["JP", "TW", "KR", "DE"]);
const byFirm = (offer: Offer): boolean => offer.senderType === "service_enterprise";
/** Where Circular 02/2024 asks the foreign side for a flight: leaving it out breaks P8 and nothing else. */
const flightIsDue = (offer: Offer): boolean =>
  byFirm(offer) && !["AU", "XS", "SA"].includes(offer.market) && offer.programme !== "TW_DISTANT_WATER";

export function planJobs(count: number, firms: readonly KnownFirm[], chance: Chance): Bundle[] {
  const open = firms.filter(({ role }) => role === "open");
  const falling = firms.filter(({ role, preparationOnly }) => role === "falls" && !preparationOnly);
  const usual = choicesFor(open)!;
  const remembered = choicesFor(open, ({ market }) => largeMarkets.has(market))!;
  const private_ = choicesFor(open, byFirm)!;
  const flown = choicesFor(open, flightIsDue)!;
  const fallen = choicesFor(falling, byFirm);
  const losing = choicesFor(
    firms.filter(({ role }) => role === "loses_approval"),
    (offer) => (programmeOf(offer.programme)?.approvals.length ?? 0) > 0,
  );
  const training = choicesFor(
    firms.filter(({ preparationOnly }) => preparationOnly),
    byFirm,
  );
  const bundles = new Map<string, Bundle>();
  const put = ({ offer, firm }: { offer: Offer; firm: KnownFirm | null }, job: Omit<Job, "offer">) => {
    const key = firm?.id ?? "state";
    const bundle = bundles.get(key) ?? { firm, jobs: [] };
    if (bundle.jobs.length === 0) bundles.set(key, bundle);
    bundle.jobs.push({ offer, ...job });
    return job.copied ? 2 : 1;
  };
  const plain: Omit<Job, "offer"> = { fault: null, ending: null, preparation: false, copied: false, ago: 0 };
  const faults = [...faultsAtOnce, ...faultsAfter];
  let faulty = 0;
  for (let made = 0; made < count;) {
    const draw = chance.next();
    if (draw < shares.faulty) {
      const fault = faults[(faulty += 1) % faults.length]!;
      const preparation = fault === "P1" && training !== null && chance.happens(0.12);
      const choices =
        fault === "P1"
          ? preparation
            ? training
            : fallen
          : fault === "P3"
            ? losing
            : fault === "P8"
              ? flown
              : private_;
      made += put((choices ?? private_).pick(chance), { ...plain, fault, preparation });
    } else if (draw < shares.faulty + shares.ended) {
      made += put(usual.pick(chance), {
        ...plain,
        ending: chance.pick(["full", "full", "closed", "withdrawn"] as const),
      });
    } else if (draw < shares.faulty + shares.ended + shares.past) {
      made += put(remembered.pick(chance), { ...plain, ending: "expired" });
    } else if (draw < shares.faulty + shares.ended + shares.past + shares.preparation) {
      made += put(private_.pick(chance), { ...plain, preparation: true });
    } else {
      made += put(usual.pick(chance), { ...plain, copied: chance.happens(shares.copied / 0.8) && made + 2 <= count });
    }
  }
  const planned = [...bundles.values()];
  for (const [index, bundle] of planned.entries()) dateJobs(bundle, index, chance);
  return planned;
}

/** Decisions that hide orders are of the last thirty days: what they hide was published before. */
const beforeDecisions = [40, 75] as const;
const pastDays = [80, 355] as const;

/**
 * When each job is published. A firm publishes on a few days, many orders at a time, as firms do; together they cover the year. The state's
 * programmes come each month.
 */
function dateJobs({ firm, jobs }: Bundle, index: number, chance: Chance): void {
  const past = jobs.filter(({ ending }) => ending === "expired").length;
  const times = firm ? Math.min(3, Math.max(1, Math.round(past / 4))) : 11;
  const [from, to] = pastDays;
  const longAgo = Array.from(
    { length: times },
    (_, i) => from + ((index * 97 + Math.round((i * (to - from)) / times)) % (to - from)),
  );
  const recently = [chance.whole(1, 12), chance.whole(13, 38)];
  const before = chance.whole(...beforeDecisions);
  const atOnce: ReadonlySet<string> = new Set(faultsAtOnce);
  for (const job of jobs) {
    if (job.ending === "expired") job.ago = chance.pick(longAgo);
    else if (job.fault) job.ago = atOnce.has(job.fault) ? 0 : before;
    else job.ago = job.ending ? recently[1]! : chance.pick(recently);
  }
}
