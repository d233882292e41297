// What an agency hands in when it wants to recruit in a locality, and what an office answers.
import { z } from "zod";
import { type Day, parseDay } from "@/domain/kernel/calendar";
import { cleanText } from "@/domain/kernel/text";
import { phoneKey } from "@/domain/licences/rules";
import { provinceOf } from "@/domain/localities/rules";

export const noticeStatuses = ["submitted", "accepted", "refused", "withdrawn", "revoked"] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];

export const mostRecruiters = 10;
export const mostVenues = 10;

const text = (max: number, min = 1) =>
  z
    .string()
    .transform((said) => cleanText(said, max))
    .pipe(z.string().min(min));
const day = z.string().transform((said, context): Day => {
  const read = parseDay(said);
  if (!read) context.addIssue({ code: "custom", message: "notADay" });
  return read as Day;
});

/** Somebody the public can call and ask for by name. */
export const recruiterInput = z.object({
  name: text(100, 2),
  phone: text(40).refine((said) => phoneKey(said) !== null, "notAPhone"),
});

export const noticeInput = z.object({
  orderReference: text(30),
  /** Several provinces make several notices: each office answers for its own. */
  provinces: z
    .array(z.string().refine((id) => provinceOf(id)?.id === id, "notAProvince"))
    .min(1)
    .max(34)
    .transform((ids) => [...new Set(ids)].sort()),
  /** None of a province: all of it. */
  communes: z
    .array(z.string().regex(/^c-\d{1,6}$/))
    .max(200)
    .default([])
    .transform((ids) => [...new Set(ids)].sort()),
  fromOn: day,
  toOn: day,
  venues: z.array(text(300, 3)).min(1).max(mostVenues),
  recruiters: z.array(recruiterInput).min(1).max(mostRecruiters),
});
export type NoticeInput = z.input<typeof noticeInput>;

/** Why an office says no: what the rules found, and what only people can see. */
export const refusalReasons = [
  ...["licenceInForce", "orderPublic", "provinceOfOrder", "beforeDeadline", "datesWrong"],
  ...["recruiterNotStaff", "recruiterAsksMoney", "venueNotAllowed", "incomplete", "other"],
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export const decisionInput = z
  .object({
    reference: text(30),
    reasons: z
      .array(z.enum(refusalReasons as unknown as [string, ...string[]]))
      .min(1)
      .max(refusalReasons.length)
      .transform((codes) => [...new Set(codes)]),
    note: z
      .string()
      .optional()
      .transform((said) => cleanText(said ?? "", 1_000) || null),
  })
  .refine(({ reasons, note }) => !reasons.includes("other") || note !== null, {
    path: ["note"],
    message: "otherNeedsNote",
  });
export type DecisionInput = z.input<typeof decisionInput>;

/** What the conditions of an order ask about: one accepted notice. */
export type Announced = { reference: string; province: string; communes: readonly string[]; fromOn: Day; toOn: Day };
