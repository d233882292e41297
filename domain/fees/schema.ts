// The shapes of fee lines and of a question about ceilings: every field bounded, codes from fixed lists.
import { z } from "zod";
import { marketOf, occupationOf, programmeOf, type SenderType } from "@/domain/kernel/catalogue";
import type { Money } from "@/domain/kernel/money";
import { parseDay, type Day } from "@/domain/kernel/calendar";
import type { Rates } from "./conversion";
import {
  type AskedName,
  type AskedTo,
  type AskedWhen,
  askedComponents,
  askedNames,
  askedTos,
  askedWhens,
} from "./asked/names";
import { feeComponents } from "./reference";
import { isProgrammeName } from "./selection";

export type { Rates } from "./conversion";
export { type AskedName, type AskedTo, type AskedWhen, askedComponents, askedNames, askedTos, askedWhens };
export type { StatedPay } from "./pay";
export type * from "./cash-flow/shape";

export const payers = ["worker", "agency", "employer", "foreign_side", "state"] as const;
export const payees = [
  "agency",
  "school",
  "clinic",
  "state",
  "bank",
  "embassy",
  "airline",
  "host_employer",
  "host_agent",
  /** Never lawful for money of a worker; kept so that a sheet that says so can be refused by name. */
  "branch",
  "person",
  "other",
  "unknown",
] as const;
export const dueMoments = [
  "on_application",
  "after_selection",
  "after_contract",
  "after_visa",
  "before_departure",
  "monthly_abroad",
  "at_return",
  "unknown",
] as const;
export const refundables = ["yes", "no", "conditional", "unknown"] as const;
export type Payer = (typeof payers)[number];
export type Payee = (typeof payees)[number];
export type Due = (typeof dueMoments)[number];
export type Refundable = (typeof refundables)[number];

/** One line of a cost sheet. A null amount is unknown, never zero; a line with months is an amount for each of them. */
export type FeeLine = {
  position: number;
  code: string;
  payer: Payer;
  payee: Payee;
  amountMinor: bigint | null;
  /** `amountMinor` in đồng at the order's rate, as stored; derived, never handed in. */
  amountVnd?: bigint | null;
  /** The dated rate behind `amountVnd`, as stored; derived too. Null where nothing was converted. */
  rateVndPerUnit?: number | null;
  rateOn?: Day | null;
  currency: string;
  due: Due;
  months: number | null;
  refundable: Refundable;
  note?: string | null;
};

/**
 * What fees needs to know of an order. Amounts are minor units of `currency`. `rates` should be the order's own dated rate,
 * so that a sheet at the ceiling does not come and go with the day's market.
 */
export type FeeTerms = {
  market: string;
  programme: string;
  occupation: string | null;
  senderType: SenderType;
  kind: "agency_order" | "source_preparation" | "state_programme";
  contractMonths: number | null;
  extensionMonths?: number | null;
  currency: string;
  /** month, hour, year */
  payPeriod: string;
  basicMinor: bigint | null;
  /** Needed to make a month of hourly pay. */
  hoursPerWeek?: number | null;
  /** Towards the service fee, whole contract; absent: taken from the sheet's lines. */
  foreignPaidMinor?: bigint | null;
  /** foreign_side, agency, worker, shared, unknown */
  airfare: string;
  /** none, one_way, round_trip, unknown: legs the foreign side pays */
  airfareLegs: string;
  /** free, deducted, own_cost, unknown */
  board: string;
  boardMinor: bigint | null;
  lodging: string;
  lodgingMinor: bigint | null;
  /** free, own_cost, unknown */
  commuting: string;
  /** Per month. */
  deductions: readonly { code: string; minor?: bigint | null; percent?: number | null }[] | null;
  /** One-way economy ticket home, when the agency states one: the deposit ceiling of most markets. */
  ticket?: Money | null;
  completedTts?: string | null;
  sameEnterprise?: boolean | null;
  /** P4 judges it; accepted so that an order may be passed whole. */
  contractApproved?: boolean;
  /** Without them only amounts in the same currency are compared, and the rest is unknown. */
  rates?: Rates;
};

/** A sum of lines. `dong` is null when any line is unknown or has no rate; `atLeastDong` adds what is known. */
export type FeeSum = {
  dong: bigint | null;
  atLeastDong: bigint;
  /** Known lines per currency, in the order they appear. */
  amounts: Money[];
  /** Positions of lines that could not be added. */
  unknown: number[];
};
export type FeeTotals = {
  byPayer: ReadonlyMap<Payer, FeeSum>;
  worker: {
    /** Paid before leaving, deposit apart; also what is due nobody knows when. */
    beforeLeaving: FeeSum;
    /** Comes back (L69 Art. 25), so it is never part of a cost. */
    deposit: FeeSum;
    abroad: FeeSum;
  };
  /** worker.beforeLeaving.dong and worker.deposit.dong, for the order's own columns. */
  workerBeforeLeavingVnd: bigint | null;
  depositVnd: bigint | null;
};

const currency = z.string().regex(/^[A-Z]{3}$/);
/** 10^13 minor units: a thousand times the dearest lawful line, and still exact as a number. */
const minorLimit = 10_000_000_000_000n;

export const feeLineInput = z.object({
  position: z.int().min(0).max(200),
  code: z.enum(feeComponents.map((component) => component.code) as [string, ...string[]]),
  payer: z.enum(payers),
  payee: z.enum(payees),
  amountMinor: z.coerce.bigint().min(0n).max(minorLimit).nullable(),
  currency,
  due: z.enum(dueMoments),
  months: z.int().min(1).max(120).nullable(),
  refundable: z.enum(refundables),
  note: z.string().max(500).nullish(),
});

const units = z.coerce.number().min(0).max(1e12);
const months = z.coerce.number().int().min(1).max(120);
const word = z.string().trim().min(1).max(60);

/** The body of POST /api/v1/fees/ceiling, and the fields of the page's form: the `input` of a test vector; amounts in units. */
export const ceilingBody = z
  .object({
    market: word.optional(),
    programme: word.optional(),
    occupation: word.optional(),
    occupation_tags: z.union([z.array(word).max(10), word]).optional(),
    contract_months: months.optional(),
    wage: units.optional(),
    currency: currency.optional(),
    foreign_paid: units.optional(),
    completed_tts: z.union([z.enum(["none", "1", "2", "3"]), z.literal([1, 2, 3]), z.null()]).optional(),
    same_enterprise: z.union([z.boolean(), z.enum(["yes", "no"])]).optional(),
    extension_months: months.optional(),
    service_fee: units.optional(),
    deposit: z.union([z.array(units).min(1).max(20), units]).optional(),
    ticket_price: units.optional(),
    paid: units.optional(),
    worked_months: z.coerce.number().int().min(0).max(120).optional(),
    on: z
      .string()
      .refine((text) => parseDay(text) !== null, { message: "day" })
      .optional(),
  })
  .superRefine((body, check) => {
    const fault = (field: string, message: string) => check.addIssue({ code: "custom", path: [field], message });
    if (body.paid !== undefined || body.worked_months !== undefined) {
      for (const field of ["paid", "worked_months", "contract_months"] as const)
        if (body[field] === undefined) fault(field, "required");
      return;
    }
    if (!body.market) fault("market", "required");
    else if (!marketOf(body.market)) fault("market", "market");
    if (!body.programme) fault("programme", "required");
    else if (!isProgrammeName(body.programme)) fault("programme", "programme");
    else if (body.market && (programmeOf(body.programme)?.market ?? body.market) !== body.market)
      fault("programme", "programmeOfMarket");
  });
export type CeilingBody = z.infer<typeof ceilingBody>;

/** Forms send empty fields, JSON sends nulls: both mean "not said". A null `completed_tts` means "none". */
export function withoutBlanks(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return raw;
  return Object.fromEntries(
    Object.entries(raw).filter(
      ([field, value]) => value !== "" && value !== undefined && (value !== null || field === "completed_tts"),
    ),
  );
}
/** Reads a body or a form; use this rather than `ceilingBody` alone. */
export const parseCeilingBody = (raw: unknown) => ceilingBody.safeParse(withoutBlanks(raw));

/** Most lines one question may hold. */
export const maxAskedLines = 12;
const askedLine = z.object({
  called: z.enum(askedNames).describe("What it was called; see the page's own list"),
  amount: units.optional().describe("In units of `currency`; what is asked each month where `when` is monthly_abroad"),
  currency: currency.optional().describe("VND if absent"),
  when: z.enum(askedWhens).optional(),
  to: z.enum(askedTos).optional().describe("company: the enterprise's own account; provider: school, clinic, office"),
});
/** The body of POST /api/v1/fees/check, and the fields of the page "Họ đòi tôi số tiền này"; amounts in units. */
export const askedBody = z
  .object({
    market: word.describe("Market code"),
    programme: word.optional().describe("Absent: only what holds for every programme of the market is said"),
    occupation: word.optional(),
    contract_months: months.optional(),
    wage: units.optional().describe("Basic wage of one month"),
    currency: currency.optional().describe("Of wage and foreign_paid; the market's own if absent"),
    foreign_paid: units.optional().describe("What the foreign side pays towards the service fee, whole contract"),
    completed_tts: z.union([z.enum(["none", "1", "2", "3"]), z.null()]).optional(),
    ticket_price: units.optional().describe("One-way economy ticket home, in `currency`"),
    on: z
      .string()
      .refine((text) => parseDay(text) !== null, { message: "day" })
      .optional()
      .describe("The day the contract is signed; today if absent"),
    lines: z.array(z.preprocess(withoutBlanks, askedLine)).min(1).max(maxAskedLines),
  })
  .superRefine((body, check) => {
    const fault = (field: string, message: string) => check.addIssue({ code: "custom", path: [field], message });
    if (!marketOf(body.market)) fault("market", "market");
    if (body.programme !== undefined && !isProgrammeName(body.programme)) fault("programme", "programme");
    else if ((programmeOf(body.programme ?? "")?.market ?? body.market) !== body.market)
      fault("programme", "programmeOfMarket");
    if (body.occupation !== undefined && !occupationOf(body.occupation)) fault("occupation", "occupation");
  });
export type AskedBody = z.output<typeof askedBody>;
export const parseAskedBody = (raw: unknown) => askedBody.safeParse(withoutBlanks(raw));

const nullableText = z.string().nullable();
/** The answer, in units of `currency`. */
export const ceilingAnswer = z.object({
  on: z.string(),
  component: z.string(),
  verdict: z.enum(["capped", "zero", "prohibited", "ticket_price", "as_agreed", "not_known", "no_rule", "refund"]),
  rule: nullableText,
  ceilingMonths: z.number().nullable(),
  ceiling: z.number().nullable(),
  currency: nullableText,
  workerMax: z.number().nullable(),
  accepted: z.union([z.boolean(), z.array(z.boolean().nullable())]).nullable(),
  refundWithoutInterest: z.number().nullable(),
  verified: z.boolean(),
  legalSource: nullableText,
  note: nullableText,
  condition: nullableText,
  assumptions: z.array(z.string()),
  also: z.array(z.object({ rule: z.string(), condition: z.string(), legalSource: z.string() })),
});
export type CeilingAnswer = z.infer<typeof ceilingAnswer>;

/** A dated rate as somebody gives it. */
export const rateInput = z.object({
  currency,
  on: z.string().transform((text, check): Day => {
    const parsed = parseDay(text);
    if (!parsed) check.addIssue({ code: "custom", message: "day" });
    return parsed ?? ("1900-01-01" as Day);
  }),
  vndPerUnit: z.number().positive().max(1e9),
  source: z.string().trim().min(1).max(300),
  verified: z.boolean(),
});
export type RateInput = z.output<typeof rateInput>;
