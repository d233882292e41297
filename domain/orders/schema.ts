// The shape of a supply contract and of an order as they are handed in, whatever they came from (a file, a form, a generator).
import { z } from "zod";
import { marketOf, occupationOf, programmeOf } from "@/domain/kernel/catalogue";
import { type Day, parseDay } from "@/domain/kernel/calendar";
import { feeLineInput } from "@/domain/fees/schema";

const text = (max: number) => z.string().trim().max(max);
const day = z.string().transform((value, context): Day => {
  const parsed = parseDay(value);
  if (!parsed) context.addIssue({ code: "custom", message: "notADay" });
  return (parsed ?? "1900-01-01") as Day;
});
const minor = z
  .bigint()
  .min(0n)
  .max(10n ** 15n);
const whole = (min: number, max: number) => z.number().int().min(min).max(max);

export const sexes = ["any", "male", "female"] as const;
export const orderKinds = ["agency_order", "source_preparation", "state_programme"] as const;
export const senderTypes = ["service_enterprise", "public_unit", "ministry", "local_authority"] as const;
export const interviewForms = ["online", "in_person", "both", "unknown"] as const;
export const keepings = ["free", "deducted", "own_cost", "unknown"] as const;
export const airfarePayers = ["foreign_side", "agency", "worker", "shared", "unknown"] as const;
/** 0 none, 1 primary, 2 lower secondary, 3 upper secondary, 4 vocational, 5 college, 6 university */
export const educationLevels = [0, 1, 2, 3, 4, 5, 6] as const;
export const healthExclusions = [
  "tattoo",
  "hepatitis_b",
  "hepatitis_c",
  "hiv",
  "tuberculosis",
  "colour_blind",
  "poor_eyesight",
  "seasick",
] as const;

const payItem = z.object({
  code: text(60),
  minor: minor.optional(),
  percent: z.number().min(0).max(100).optional(),
  note: text(300).optional(),
});
export type PayItem = z.infer<typeof payItem>;

export const contractInput = z.object({
  agencyId: z.uuid(),
  market: z.string().refine((code) => marketOf(code) !== undefined, "unknownMarket"),
  partnerName: text(300).min(1),
  partnerCountry: text(60),
  status: z.enum(["draft", "submitted", "returned", "approved", "closed"]),
  kind: z.enum(orderKinds).default("agency_order"),
  approvalNo: text(80).nullable().default(null),
  approvedOn: day.nullable().default(null),
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
  demo: z.boolean().default(false),
  quotas: z.array(z.object({ occupation: text(80), sex: z.enum(sexes), quota: whole(0, 100_000) })).max(200),
});
export type ContractInput = z.input<typeof contractInput>;

/** Everything a recruitment states (L69 Art. 19(2), 26(2)(b)). Absent means the source did not say. */
export const orderInput = z
  .object({
    externalSource: text(300).nullable().default(null),
    externalRef: text(120).nullable().default(null),
    externalHash: text(64).nullable().default(null),
    kind: z.enum(orderKinds),
    status: z.enum(["draft", "published", "recorded"]),
    agencyId: z.uuid().nullable().default(null),
    senderType: z.enum(senderTypes),
    senderName: text(300).min(1, "required"),
    contractId: z.uuid().nullable().default(null),
    market: z.string().refine((code) => marketOf(code) !== undefined, "unknownMarket"),
    programme: z.string().refine((code) => programmeOf(code) !== undefined || code === "OTHER", "unknownProgramme"),
    occupation: z.string().refine((slug) => occupationOf(slug) !== undefined, "unknownOccupation"),
    region: text(120).nullable().default(null),
    title: text(300).min(1, "required"),
    description: text(8000).nullable().default(null),
    workplace: text(300).nullable().default(null),
    employerName: text(300).nullable().default(null),
    employerKind: text(200).nullable().default(null),
    quantity: whole(1, 100_000).nullable().default(null),
    quantityMale: whole(0, 100_000).nullable().default(null),
    quantityFemale: whole(0, 100_000).nullable().default(null),
    sex: z.enum(sexes).default("any"),
    ageMin: whole(0, 99).nullable().default(null),
    ageMax: whole(0, 99).nullable().default(null),
    heightMinCm: whole(100, 220).nullable().default(null),
    weightMinKg: whole(30, 150).nullable().default(null),
    health: z.array(z.enum(healthExclusions)).default([]),
    healthNote: text(500).nullable().default(null),
    education: whole(0, 6).nullable().default(null),
    educationNote: text(300).nullable().default(null),
    experienceMonths: whole(0, 600).nullable().default(null),
    experienceNote: text(500).nullable().default(null),
    language: text(8).nullable().default(null),
    languageTest: text(40).nullable().default(null),
    languageLevel: text(60).nullable().default(null),
    languageOrdinal: whole(0, 6).nullable().default(null),
    hoursPerDay: z.number().min(0).max(24).nullable().default(null),
    hoursPerWeek: z.number().min(0).max(120).nullable().default(null),
    restNote: text(300).nullable().default(null),
    overtimeNote: text(300).nullable().default(null),
    currency: z.string().length(3),
    payPeriod: z.enum(["month", "hour", "year"]).default("month"),
    payBasis: z.enum(["basic", "gross", "net", "typical", "unknown"]).default("unknown"),
    payMinMinor: minor.nullable().default(null),
    payMaxMinor: minor.nullable().default(null),
    basicMinor: minor.nullable().default(null),
    grossMinor: minor.nullable().default(null),
    netMinor: minor.nullable().default(null),
    allowances: z.array(payItem).max(30).nullable().default(null),
    deductions: z.array(payItem).max(30).nullable().default(null),
    board: z.enum(keepings).default("unknown"),
    boardMinor: minor.nullable().default(null),
    lodging: z.enum(keepings).default("unknown"),
    lodgingMinor: minor.nullable().default(null),
    commuting: z.enum(["free", "own_cost", "unknown"]).default("unknown"),
    insurance: text(500).nullable().default(null),
    airfare: z.enum(airfarePayers).default("unknown"),
    airfareLegs: z.enum(["none", "one_way", "round_trip", "unknown"]).default("unknown"),
    /** One-way economy ticket home, where the sender states its price. */
    ticketMinor: minor.nullable().default(null),
    ticketCurrency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable()
      .default(null),
    contractMonths: whole(1, 120).nullable().default(null),
    extensionMonths: whole(0, 120).nullable().default(null),
    probationMonths: whole(0, 24).nullable().default(null),
    trainingMonths: whole(0, 36).nullable().default(null),
    selectionMethod: text(300).nullable().default(null),
    selectionOn: day.nullable().default(null),
    interviewForm: z.enum(interviewForms).default("unknown"),
    departureFrom: day.nullable().default(null),
    departureTo: day.nullable().default(null),
    deadlineOn: day.nullable().default(null),
    provinces: z.array(text(20)).max(80).default([]),
    nationwide: z.boolean().default(false),
    announcedOn: day.nullable().default(null),
    placesConfirmed: whole(0, 100_000).default(0),
    demo: z.boolean().default(false),
    fees: z.array(feeLineInput).max(60).default([]),
  })
  // The database checks these too; here they refuse one order, there they would undo a whole file's batch.
  .superRefine((order, check) => {
    const refuse = (path: string, message: string) => check.addIssue({ code: "custom", path: [path], message });
    if (order.ageMin !== null && order.ageMax !== null && order.ageMin > order.ageMax) refuse("ageMax", "agesCrossed");
    if (order.quantity !== null && order.placesConfirmed > order.quantity)
      refuse("placesConfirmed", "moreConfirmedThanPlaces");
    if ((order.ticketMinor === null) !== (order.ticketCurrency === null))
      refuse("ticketMinor", "ticketWithoutCurrency");
  });
export type OrderInput = z.input<typeof orderInput>;
export type OrderTerms = z.output<typeof orderInput>;

export {
  type ContractField,
  type ContractFinding,
  type ContractPay,
  type ContractRow,
  type ContractStatus,
  type ReadContract,
  type TypedContract,
  contractAirfares,
  contractFields,
  contractKeepings,
  contractKinds,
  contractPeriods,
  contractStatuses,
  mostRows,
  remarkFields,
  rowFields,
} from "./contracts/schema";
