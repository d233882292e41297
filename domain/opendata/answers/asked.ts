// What the open data say of money that was asked of a worker.
import { z } from "zod";
import { askedVerdictCodes, feeConditions } from "@/domain/fees/rules";
import { askedNames } from "@/domain/fees/schema";
import { answer, calendarDay, name, orNull } from "../fields";

const text = z.string();
const number = (description: string) => orNull(z.number(), description);
const amount = name(
  "AmountInUnits",
  z
    .object({
      amount: z.number().describe("In units of the currency: 2500.5 EUR, not cents"),
      currency: z.string().length(3).describe("ISO 4217 code"),
    })
    .describe("An amount as people write it"),
);
const verdict = z.enum(askedVerdictCodes);
const finding = name(
  "AskedFinding",
  z
    .object({
      condition: z.enum(feeConditions).describe("The condition that is not met or cannot be judged"),
      severity: z
        .enum(["breach", "unknown", "unverified"])
        .describe(
          "breach: against the law as we read it; unknown: cannot be judged; unverified: by a figure not checked",
        ),
      rule: orNull(text, "The rule; see /fees/rules"),
      legalSource: orNull(text, "Its article"),
      limit: number("The limit, in units of currency"),
      excess: number("By how much it is exceeded, in units of currency"),
      currency: orNull(text, "Currency of limit and excess"),
    })
    .describe("What speaks against a line"),
);
const askedLine = name(
  "AskedLine",
  z
    .object({
      line: z.int().describe("Which line of the question, from 1"),
      called: z.enum(askedNames).describe("The name it was asked under"),
      component: text.describe("What that name means in law; see components of /fees/rules"),
      asked: amount.nullable().describe("What was asked, each time; null: not said"),
      times: orNull(z.int(), "How many times: the months of the contract for what is asked monthly; null: not known"),
      verdict: verdict.describe(
        "lawful; at_cost: lawful at what it really costs, the law names no amount; above_ceiling; never_allowed; too_early; wrong_hands; not_enough_known",
      ),
      excess: amount.nullable().describe("Above the ceiling by"),
      most: amount.nullable().describe("The most that may be asked under this name, in the line's currency"),
      mostPerMonth: z.boolean().describe("`most` is for each month"),
      ceilingMonths: number("The ceiling in months of the contract wage"),
      rule: orNull(text, "The rule that decides"),
      legalSource: orNull(text, "Its article"),
      verified: z.boolean().describe("The figure rests on text that was read"),
      findings: z.array(finding).describe("What speaks against the line or cannot be said, the worst first"),
      assumptions: z.array(text).describe("Readings of the law the figure rests on"),
      also: z
        .array(
          z
            .object({
              rule: text.describe("Rule"),
              condition: text.describe("Its condition"),
              legalSource: text.describe("Its article"),
            })
            .describe("Another rule"),
        )
        .describe("Lower ceilings that would apply on a condition nobody has stated"),
      depends: z
        .array(
          z
            .object({ programme: text.describe("Programme"), verdict: verdict.describe("What it would mean") })
            .describe("One programme"),
        )
        .describe("Where no programme was given and they differ: the verdict under each"),
    })
    .describe("The verdict on one line"),
);
const dongSum = name(
  "DongSum",
  z
    .object({
      dong: z.number().describe("In đồng"),
      complete: z.boolean().describe("false: a line has no amount or no rate, so the sum is at least this"),
    })
    .describe("A sum in đồng"),
);

export const feesCheckAnswer = answer("FeesCheck", "What was asked of a worker, line by line", {
  on: calendarDay.describe("The day the rules are taken from"),
  market: text.describe("Market"),
  programme: orNull(text, "Programme; null: judged by every programme enterprises send on"),
  lines: z.array(askedLine).describe("The lines in the order they were given"),
  sums: z
    .object({
      asked: dongSum.describe("All that was asked"),
      notOwed: dongSum.describe("Never allowed, or above a ceiling"),
      atCost: dongSum.describe("Lines the law names no amount for, as asked"),
      cappedMost: number("The most all capped components together may come to, in đồng; null: cannot be computed"),
      wholeMost: number("cappedMost and atCost together; null: a line cannot be judged"),
    })
    .describe("What it comes to"),
  rates: z
    .array(
      z
        .object({
          currency: text.describe("Currency"),
          on: calendarDay.describe("Day of the rate"),
          vndPerUnit: z.number().describe("Đồng for one unit"),
          source: text.describe("Who said so"),
        })
        .describe("A dated rate"),
    )
    .describe("Rates behind comparisons between currencies"),
});
