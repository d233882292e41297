// The small shapes that every answer of the open data is made of. A field once published keeps its name and its meaning in v1.
import { z } from "zod";

/** Schemas with a name of their own in the API description. */
export const named = z.registry<{ id: string }>();
export function name<S extends z.ZodType>(id: string, schema: S): S {
  named.add(schema, { id });
  return schema;
}

/** Whole numbers beyond 2^53 travel as text, so that no reader loses a unit. */
export const wholeNumber = z.union([z.int(), z.string().regex(/^-?\d+$/)]);
export const numberOrText = (value: bigint): number | string =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value.toString();

export const money = name(
  "Money",
  z
    .object({
      amount: wholeNumber.describe(
        "Whole minor units of the currency (ISO 4217): 180000 JPY is 180,000 yen, 250000 EUR is 2,500.00 euro. A text of digits when beyond 2^53.",
      ),
      currency: z.string().length(3).describe("ISO 4217 code"),
    })
    .describe("An amount of money"),
);
export type MoneyAnswer = z.infer<typeof money>;
export const moneyOrNull = (minor: bigint | null | undefined, currency: string): MoneyAnswer | null =>
  minor === null || minor === undefined ? null : { amount: numberOrText(minor), currency };

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
export const calendarDay = z.string().regex(dayPattern).meta({ format: "date" });
export const instant = z.string().meta({ format: "date-time" });
export const precision = z.enum(["day", "month", "year"]);
export const orNull = <S extends z.ZodType>(schema: S, description: string) => schema.nullable().describe(description);

export const note = name(
  "Note",
  z
    .object({
      parameter: z.string().describe("The parameter that was not followed"),
      value: z.string().describe("The value as it arrived, cut to 60 characters"),
      message: z.string().describe("What was done instead"),
    })
    .describe("A parameter that was left out of the answer because it was not understood"),
);
export type NoteAnswer = z.infer<typeof note>;

/** An answer with the notes on what was not understood of the question. */
export const answer = <S extends z.core.$ZodLooseShape>(id: string, description: string, shape: S) =>
  name(
    id,
    z
      .object({ ...shape, notes: z.array(note).describe("What was not understood of the question; empty as a rule") })
      .describe(description),
  );

export const pages = name(
  "Pages",
  z
    .object({
      self: z.string().describe("This page"),
      next: orNull(z.string(), "The next page; null on the last"),
      walk: orNull(
        z.string(),
        "Where a walk over every record begins, newest first, without a limit on depth; null where the pages themselves reach the last record",
      ),
    })
    .describe("Addresses of this and other pages"),
);

export const pageLink = name(
  "PageLinks",
  z
    .object({
      vi: z.string().describe("The page for people, in Vietnamese"),
      en: z.string().describe("The same page in English"),
    })
    .describe("Where people read this"),
);
export type PageLinks = z.infer<typeof pageLink>;
/** Addresses are the business of the edge; it hands them in. */
export type Links = {
  order: (reference: string) => PageLinks;
  agency: (slug: string) => PageLinks;
  market: (slug: string) => PageLinks;
};

export const problem = name(
  "Problem",
  z
    .object({
      type: z.string().describe("Names the kind of problem; an address that explains it"),
      title: z.string().describe("The kind of problem in a few words; the same for each type"),
      status: z.int().describe("The HTTP status"),
      detail: z.string().optional().describe("What went wrong this time"),
      instance: z.string().optional().describe("Number of this failure in our log, to quote when asking"),
      reason: z
        .string()
        .optional()
        .describe(
          "For an order that is not open: agency, contract, rules, full, deadline, withdrawn, closed, paused or recorded",
        ),
      errors: z
        .array(
          z
            .object({
              parameter: z.string().describe("Parameter, or path of the field in the body"),
              detail: z.string().describe("What is wrong with it"),
            })
            .describe("One fault"),
        )
        .optional()
        .describe("Each fault with the parameter or field it is about"),
    })
    .describe("A problem document (RFC 9457), sent as application/problem+json"),
);
export type ProblemAnswer = z.infer<typeof problem>;
