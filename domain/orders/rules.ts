// What must hold before the public may see an order, and on every day after (law.md §5, P1–P12). No clock, no database.
import { marketOf, programmeOf } from "@/domain/kernel/catalogue";
import { type Day, holdsOn } from "@/domain/kernel/calendar";
import {
  contractMinimumFindings,
  feeFindingFacts,
  feeSheetFindings,
  minimumFacts,
  sheetTotals,
} from "@/domain/fees/rules";
import type { FeeLine, FeeTerms, Rates } from "@/domain/fees/schema";
import { announcement } from "@/domain/notices/rules";
import type { Announced } from "@/domain/notices/schema";
import { type Standing, isInForceOn, restrictionsCovering } from "@/domain/licences/rules";
import { netPerMonth } from "./figures";
import type { OrderTerms } from "./schema";

export type ContractFacts = {
  agencyId: string;
  market: string;
  kind: string;
  status: string;
  approvalNo: string | null;
  approvedOn: Day | null;
  validFrom: Day | null;
  validTo: Day | null;
  quotas: readonly { occupation: string; sex: string; quota: number; claimed: number }[];
};

export type Publishable = Omit<OrderTerms, "status" | "fees"> & {
  status: string;
  fees: readonly FeeLine[];
  /** What the register says of the agency; null for state programmes, which have none. */
  standing: Standing | null;
  contract: ContractFacts | null;
  /** Whether the order's places are already claimed from the contract's quota. */
  claimed: boolean;
  rateOn: Day | null;
  /** The order's own dated rate, and the newest of other currencies, for comparing with limits in those. */
  rates: Rates;
  /** What the localities were told and accepted. */
  announced: readonly Announced[];
};

export type ConditionCode = "P1" | "P2" | "P3" | "P4" | "P5" | "P6" | "P7" | "P8" | "P9" | "P10" | "P11" | "P12";
/** hide: gone at once when it stops holding; block: refuses publication; warn: shown, nothing more. */
export type Effect = "hide" | "block" | "warn";
export type Condition = {
  code: ConditionCode;
  /** null: not known on this site */
  met: boolean | null;
  effect: Effect;
  law: string;
  /** Named findings for words: which field, which rule, by how much. */
  findings: readonly { name: string; params?: Readonly<Record<string, string | number>> }[];
};

/** Effect and source of each condition; the words are in messages/<language>/orders.json. */
export const conditionSources: Readonly<Record<ConditionCode, { effect: Effect; law: string }>> = {
  P1: { effect: "hide", law: "Luật 69/2020/QH14, Điều 8, Điều 16" },
  P2: { effect: "hide", law: "Luật 69/2020/QH14, Điều 5, Điều 42–43" },
  P3: { effect: "hide", law: "Nghị định 112/2021/NĐ-CP, Điều 12–22" },
  P4: { effect: "hide", law: "Luật 69/2020/QH14, Điều 18, Điều 20" },
  P5: { effect: "hide", law: "Luật 69/2020/QH14, Điều 19(2)(b), Điều 26(2)(c)" },
  P6: { effect: "hide", law: "Luật 69/2020/QH14, Điều 7(12), 7(13)" },
  P7: { effect: "block", law: "Luật 69/2020/QH14, Điều 3; Thông tư 02/2024/TT-BLĐTBXH, Phụ lục V" },
  P8: { effect: "block", law: "Thông tư 02/2024/TT-BLĐTBXH, Phụ lục II–IX" },
  P9: { effect: "hide", law: "Luật 69/2020/QH14, Điều 23; Thông tư 02/2024/TT-BLĐTBXH, Phụ lục XI" },
  P10: { effect: "hide", law: "Luật 69/2020/QH14, Điều 26(2)(b)" },
  P11: { effect: "warn", law: "Luật 69/2020/QH14, Điều 26(2)(c)" },
  P12: { effect: "block", law: "Luật 69/2020/QH14, Điều 26(2)(đ)" },
};

/** Work that L69 Art. 7(12) bans or may ban: needs an officer's decision, which this site does not yet record, so it is refused. */
const bannedOccupations = new Set(["mining-worker"]);
/** Markets under review for war or risk of war (L69 Art. 7(13)(a)). */
const marketsUnderReview = new Set(["IL"]);
const domesticAgeGroups = new Set(["WEST_CENTRAL_ASIA_AFRICA", "WEST_ASIA", "AFRICA"]);

type Found = { met: boolean | null; findings?: Condition["findings"] };
const found = (names: readonly (string | false)[]): Found => {
  const findings = names.filter((name): name is string => name !== false).map((name) => ({ name }));
  return { met: findings.length === 0, findings };
};
const byState = (order: Publishable): boolean => order.senderType !== "service_enterprise";

function agencyLicensed(order: Publishable, day: Day): Found {
  if (byState(order)) return { met: true, findings: [{ name: "stateProgramme" }] };
  if (!order.standing) return found(["noAgency"]);
  if (!isInForceOn(order.standing, day)) return found(["notInForce"]);
  const stops = restrictionsCovering(order.standing, { market: order.market, kind: order.kind }, day);
  return { met: stops.length === 0, findings: stops.map((stop) => ({ name: stop.kind })) };
}

function senderAllowed(order: Publishable): Found {
  const programme = programmeOf(order.programme);
  if (!programme || !programme.senders.includes(order.senderType)) return found(["senderNotAllowed"]);
  const stateKind = order.kind === "state_programme";
  return found([
    stateKind !== byState(order) && "kindDoesNotFitSender",
    programme.market !== order.market && "programmeOfOtherMarket",
  ]);
}

function approvalsPresent(order: Publishable, day: Day): Found {
  const needed = byState(order) ? [] : (programmeOf(order.programme)?.approvals ?? []);
  const missing = needed.filter(
    (code) => !order.standing?.approvals.some((a) => a.verified && a.code === code && holdsOn(a, day)),
  );
  return {
    met: missing.length === 0,
    findings: missing.map((code) => ({ name: "approvalMissing", params: { code } })),
  };
}

function contractApproved(order: Publishable, day: Day): Found {
  if (byState(order)) return { met: true, findings: [{ name: "stateProgramme" }] };
  const contract = order.contract;
  if (!contract) return found(["noContract"]);
  return found([
    contract.status !== "approved" && "contractNotApproved",
    (!contract.approvalNo || !contract.approvedOn) && "approvalWithoutNumberOrDate",
    contract.agencyId !== order.agencyId && "contractOfOtherAgency",
    contract.market !== order.market && "contractOfOtherMarket",
    contract.kind !== order.kind && "contractOfOtherKind",
    ((contract.validFrom !== null && contract.validFrom > day) ||
      (contract.validTo !== null && contract.validTo <= day)) &&
      "contractNotValidToday",
  ]);
}

function withinQuota(order: Publishable): Found {
  if (byState(order)) return { met: true, findings: [{ name: "stateProgramme" }] };
  const quotas =
    order.contract?.quotas.filter(
      (q) => q.occupation === order.occupation && (q.sex === "any" || q.sex === order.sex),
    ) ?? [];
  if (quotas.length === 0) return found(["occupationNotInContract"]);
  const left = quotas.reduce((most, q) => Math.max(most, q.quota - q.claimed), Number.NEGATIVE_INFINITY);
  const wanted = order.claimed ? 0 : (order.quantity ?? 0);
  return left >= wanted
    ? { met: true }
    : { met: false, findings: [{ name: "quotaUsedUp", params: { left: Math.max(0, left), wanted } }] };
}

const notBanned = (order: Publishable): Found =>
  found([
    bannedOccupations.has(order.occupation) && "occupationNeedsOfficer",
    (marketsUnderReview.has(order.market) || programmeOf(order.programme)?.status === "restricted") &&
      "marketUnderReview",
  ]);

function agesLawful(order: Publishable): Found {
  const groups = marketOf(order.market)?.groups ?? [];
  const domestic =
    programmeOf(order.programme)?.tags.includes("DOMESTIC") && groups.some((group) => domesticAgeGroups.has(group));
  return found([
    order.ageMin === null ? "ageUnknown" : order.ageMin < 18 && "under18",
    domestic === true && (order.ageMax === null || order.ageMax > 50) && "domesticOver50",
  ]);
}

/** An order carries the terms that the fee rules ask about; copied only where a ticket is stated, because an order has a hundred fields. */
export const feeTermsOf = (order: Publishable): FeeTerms =>
  order.ticketMinor === null || order.ticketCurrency === null
    ? order
    : { ...order, ticket: { minor: order.ticketMinor, currency: order.ticketCurrency } };

function minimumsMet(order: Publishable, day: Day): Found {
  const all = contractMinimumFindings(feeTermsOf(order), day, order.fees);
  const failing = all.filter((finding) => finding.met === "unmet");
  return {
    met: failing.length === 0,
    findings: failing.map((finding) => ({ name: finding.condition, params: minimumFacts(finding) })),
  };
}

function feesLawful(order: Publishable, day: Day): Found {
  if (order.fees.length === 0) return found(["noCostSheet"]);
  const breaches = feeSheetFindings(order.fees, feeTermsOf(order), day).filter(
    (finding) => finding.severity !== "unverified",
  );
  return {
    met: breaches.length === 0,
    findings: breaches.map((breach) => ({ name: breach.condition, params: feeFindingFacts(breach, order.fees) })),
  };
}

/** L69 Art. 26(2)(b) and features A5: what every public order states. */
function fullyDescribed(order: Publishable): Found {
  const preparation = order.kind === "source_preparation";
  return found([
    order.quantity === null && "quantity",
    order.workplace === null && "workplace",
    order.contractMonths === null && !preparation && "contractMonths",
    (order.hoursPerWeek === null || order.hoursPerDay === null) && !preparation && "hours",
    order.restNote === null && !preparation && "rest",
    order.basicMinor === null && !preparation && "basicPay",
    (order.deductions === null || netPerMonth(order) === null) && !preparation && "deductions",
    order.currency !== "VND" && order.rateOn === null && !preparation && "rate",
    // Features A6: what the worker pays adds up, in đồng, from the lines themselves. No sheet at all is P9's.
    order.fees.length > 0 && sheetTotals(order.fees, order.rates).byPayer.get("worker")?.dong === null && "sheetSum",
    order.board === "unknown" && !preparation && "board",
    order.lodging === "unknown" && !preparation && "lodging",
    order.insurance === null && !preparation && "insurance",
    order.selectionMethod === null && "selection",
    order.interviewForm === "unknown" && "interview",
    order.deadlineOn === null && "deadline",
    // Source preparation promises no wage, no service fee, no deposit (L69 Art. 18).
    preparation && (order.basicMinor !== null || order.netMinor !== null) && "preparationPromisesWage",
  ]);
}

const stillOpen = (order: Publishable, day: Day): Found =>
  found([
    order.deadlineOn !== null && order.deadlineOn < day && "deadlinePassed",
    order.quantity !== null && order.placesConfirmed >= order.quantity && "full",
  ]);

/** All conditions, met or not: the public sees the proof, the agency a checklist, the command refuses on the first that fails. */
export function publicationConditions(order: Publishable, day: Day): Condition[] {
  const results: Record<ConditionCode, Found> = {
    P1: agencyLicensed(order, day),
    P2: senderAllowed(order),
    P3: approvalsPresent(order, day),
    P4: contractApproved(order, day),
    P5: withinQuota(order),
    P6: notBanned(order),
    P7: agesLawful(order),
    P8: minimumsMet(order, day),
    P9: feesLawful(order, day),
    P10: fullyDescribed(order),
    P11: byState(order) ? { met: true, findings: [{ name: "stateProgramme" }] } : announcement(order, day),
    P12: stillOpen(order, day),
  };
  return (Object.entries(results) as [ConditionCode, Found][]).map(([code, { met, findings }]) => ({
    code,
    met,
    ...conditionSources[code],
    findings: findings ?? [],
  }));
}

const blocks = (condition: Condition): boolean => condition.met === false && condition.effect !== "warn";
/** Conditions that keep an order from being published now. */
export const blocking = (conditions: readonly Condition[]): ConditionCode[] =>
  conditions.filter(blocks).map(({ code }) => code);
/** Why, one fact at a time: what a row's verdict and a refusal say. A condition without findings stands for itself. */
export const blockingFindings = (conditions: readonly Condition[]): BlockingFinding[] =>
  conditions
    .filter(blocks)
    .flatMap(({ code, findings }): BlockingFinding[] =>
      findings.length > 0 ? findings.map((finding) => ({ code, ...finding })) : [{ code, name: code }],
    );
export type BlockingFinding = Condition["findings"][number] & { code: ConditionCode };
/** Conditions that hide a published order and that the database's own view cannot see. */
export const hidingByRules = (conditions: readonly Condition[]): ConditionCode[] =>
  conditions
    .filter((c) => c.met === false && c.effect === "hide" && ["P2", "P5", "P6", "P9", "P10"].includes(c.code))
    .map((c) => c.code);
export const warnedOf = (conditions: readonly Condition[]): ConditionCode[] =>
  conditions.filter((c) => c.met === false && c.effect !== "hide" && c.code !== "P12").map((c) => c.code);

export { deductionMinor, perMonth } from "./figures";

export {
  type Difference,
  addWorkingDays,
  cleanTyped,
  contractFindings,
  contractMoves,
  differencesOf,
  isEditable,
  readContract,
} from "./contracts/rules";
