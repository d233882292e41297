// What may be handed in about agencies: who they are, and each kind of decision about them.
import { z } from "zod";
import { parseDay, type Day } from "@/domain/kernel/calendar";
import { verdictCodes } from "./verdict";

export const licenceStatuses = ["active", "surrendered", "revoked", "bankruptcy_opened", "dissolving"] as const;
export const restrictionKinds = ["activity_suspended", "market_suspended", "market_delisted"] as const;
export const restrictionScopes = ["all", "source_preparation", "market"] as const;
export const approvalCodes = ["JP_GENERAL", "JP_CAREGIVER", "TW", "DOMESTIC"] as const;

const dayField = z.string().transform((text, context): Day => {
  const parsed = parseDay(text);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: "not a day" });
  return z.NEVER;
});
const words = z.string().trim().min(1).max(2000);
const optional = words.nullish().transform((text) => text ?? null);
const optionalDay = dayField.nullish().transform((on) => on ?? null);
const precision = z.enum(["day", "month", "year"]).default("day");
const provenance = { source: words, verified: z.boolean() };
const decision = { decisionNo: optional, decisionOn: optionalDay, reason: optional };
const agencyId = z.uuid();

export const statusDecision = z.object({
  ...{
    kind: z.literal("status"),
    agencyId,
    status: z.enum(licenceStatuses),
    from: dayField,
    precision,
    licenceNo: optional,
  },
  ...decision,
  ...provenance,
});
export const restrictionDecision = z.object({
  ...{
    kind: z.literal("restriction"),
    agencyId,
    restriction: z.enum(restrictionKinds),
    scope: z.enum(restrictionScopes),
  },
  ...{ market: optional, from: dayField, precision, to: optionalDay, issuer: optional },
  ...decision,
  ...provenance,
});
export const fineDecision = z.object({
  ...{
    kind: z.literal("fine"),
    agencyId,
    amountVnd: z.coerce
      .bigint()
      .nullish()
      .transform((v) => v ?? null),
    reason: optional,
  },
  ...{ on: dayField, precision, decisionNo: optional, appeal: optional, removedOn: optionalDay },
  ...provenance,
});
export const approvalDecision = z.object({
  ...{
    kind: z.literal("approval"),
    agencyId,
    code: z.enum(approvalCodes),
    from: dayField,
    precision,
    to: optionalDay,
    decisionNo: optional,
  },
  ...provenance,
});
export const branchDecision = z.object({
  ...{
    kind: z.literal("branch"),
    agencyId,
    name: words,
    address: optional,
    provinceId: optional,
    phone: optional,
    decisionNo: optional,
  },
  ...{ from: optionalDay, to: optionalDay },
  ...provenance,
});
export const reportSeen = z.object({
  ...{
    kind: z.literal("report"),
    agencyId,
    statusSeen: words,
    asOf: optionalDay,
    precision,
    confidence: optional,
    note: optional,
  },
  source: words,
});
export const decisionInput = z.discriminatedUnion("kind", [
  statusDecision,
  restrictionDecision,
  fineDecision,
  approvalDecision,
  branchDecision,
  reportSeen,
]);
/** A decision as handed to `recordDecision`. */
export type DecisionInput = z.input<typeof decisionInput>;
export type ParsedDecision = z.output<typeof decisionInput>;

export const agencyInput = z.object({
  ...{ nameVi: optional, nameEn: optional, abbreviation: optional, formerNames: z.array(words).default([]) },
  ...{
    enterpriseCode: optional,
    headOffice: optional,
    provinceId: optional,
    phone: optional,
    website: optional,
    email: optional,
  },
  ...{
    representative: optional,
    establishedOn: z
      .number()
      .int()
      .min(1900)
      .max(2100)
      .nullish()
      .transform((v) => v ?? null),
    note: optional,
  },
  /** The licence as printed; with a day, the first spell of `active` is recorded with it. */
  licence: z
    .object({ number: words, issuedOn: optionalDay, decisionNo: optional })
    .nullish()
    .transform((licence) => licence ?? null),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional(),
  demo: z.boolean().default(false),
  /** Day the source speaks of. */
  asOf: optionalDay,
  ...provenance,
});
export type AgencyInput = z.input<typeof agencyInput>;

export const correctionInput = z.object({
  fact: z.enum(["spells", "restrictions", "fines", "approvals", "branches"]),
  id: z.uuid(),
  set: z
    .object({
      ...{ from: dayField, on: dayField, to: dayField.nullable(), precision: z.enum(["day", "month", "year"]) },
      ...{
        decisionNo: words.nullable(),
        decisionOn: dayField.nullable(),
        reason: words.nullable(),
        appeal: words.nullable(),
      },
      ...{
        removedOn: dayField.nullable(),
        issuer: words.nullable(),
        market: words.nullable(),
        source: words,
        verified: z.boolean(),
      },
      ...{ amountVnd: z.coerce.bigint().nullable(), address: words.nullable(), phone: words.nullable() },
    })
    .partial(),
});
export type CorrectionInput = z.input<typeof correctionInput>;

export const warningInput = z.object({
  ...{
    name: words,
    phones: z.array(words).default([]),
    websites: z.array(words).default([]),
    reason: words,
    decisionNo: optional,
  },
  ...{ issuer: optional, from: dayField, to: optionalDay, demo: z.boolean().default(false) },
  ...provenance,
});
export type WarningInput = z.input<typeof warningInput>;

const optionalText = z.string().trim().max(10_000).optional().catch(undefined);
const askedDay = z
  .string()
  .optional()
  .transform((text) => (text ? parseDay(text) : null))
  .catch(null);
/** The check box as it stands in an address: bad values fall back to none. */
export const checkSearch = z.object({ q: optionalText, on: askedDay, known: askedDay });
export type CheckSearch = z.infer<typeof checkSearch>;
/** The list of agencies as it stands in an address. */
export const agencySearch = z.object({
  q: optionalText,
  status: z.enum(verdictCodes).optional().catch(undefined),
  market: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  province: z.string().max(20).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});
export type AgencySearch = z.infer<typeof agencySearch>;
export { type RequestStatus, requestFields, requestRemarkFields } from "./requests/schema";
