// What the open data say of markets, fee rules, ceilings and the site's own health.
import { z } from "zod";
import { answer, calendarDay, name, orNull, pageLink } from "../fields";

const text = z.string();
const number = (description: string) => orNull(z.number(), description);

const programme = name(
  "Programme",
  z
    .object({
      code: text.describe("Programme code"),
      nameVi: text.describe("Name in Vietnamese"),
      nameEn: text.describe("Name in English"),
      localName: orNull(text, "Name in the receiving country"),
      senders: z
        .array(z.enum(["service_enterprise", "public_unit", "ministry", "local_authority"]))
        .describe("Who alone may lawfully send"),
      approvals: z.array(text).describe("Approvals needed beside licence and supply contract"),
      tags: z.array(text).describe("Tags that fee rules name"),
      status: text.describe("State of the programme"),
      facts: z
        .record(text, z.unknown())
        .describe(
          "Conditions, steps, costs and wages as the reference file states them, each with its source and how sure it is",
        ),
    })
    .describe("A programme of a market"),
);
const market = name(
  "Market",
  z
    .object({
      code: text.describe("ISO 3166-1 alpha-2"),
      slug: text.describe("Address of its page"),
      links: pageLink.describe("The market's page"),
      nameVi: text.describe("Official name in Vietnamese"),
      nameEn: text.describe("Name in English"),
      currency: text.describe("Currency, ISO 4217"),
      groups: z.array(text).describe("Country groups that fee rules name"),
      note: orNull(text, "Note"),
      openOrders: z.int().describe("Open orders now"),
      placesLeft: z.int().describe("Places left in them"),
      programmes: z.array(programme).describe("Programmes"),
    })
    .describe("A receiving market"),
);
export const marketsAnswer = answer("Markets", "All markets with their programmes", {
  markets: z.array(market).describe("Markets"),
});

const feeRule = name(
  "FeeRule",
  z
    .object({
      id: text.describe("Name of the rule"),
      market: text.describe("Market code, GROUP:<name>, or * for all"),
      programme: text.describe("Programme codes or tags, | between alternatives; LICENSED, PUBLIC_UNIT or *"),
      occupation: text.describe("Occupation or *"),
      component: text.describe("What it is about; see components"),
      payer: text.describe("Whose payment it limits"),
      ruleType: text.describe("months_of_contract_wage, fixed_max, zero, prohibited …"),
      ratePer12Months: number("Months of wage for each 12 months of contract"),
      capMonths: number("Most months of wage in all"),
      amount: number("Amount, in units of currency"),
      currency: orNull(text, "Currency of amount"),
      per: orNull(text, "For what the amount is"),
      percent: number("Share in percent"),
      legs: orNull(text, "Legs of a journey"),
      condition: orNull(text, "Holds only if"),
      note: orNull(text, "Note"),
      legalSource: text.describe("Article it comes from"),
      effectiveFrom: calendarDay.describe("First day in force"),
      effectiveTo: orNull(calendarDay, "Last day in force"),
      verified: z.boolean().describe("Read in a law text or a cited page; false is from memory or assumed"),
    })
    .describe("One rule on fees. The most specific rule in force on the day the contract is signed decides"),
);
const feeComponent = name(
  "FeeComponent",
  z
    .object({
      code: text.describe("Component code"),
      nameVi: text.describe("Name in Vietnamese"),
      nameEn: text.describe("Name in English"),
      legalClass: text.describe("How the law treats it"),
      mayBeRefunded: z.boolean().describe("May come back to the worker"),
    })
    .describe("A kind of payment"),
);
export const feeRulesAnswer = answer("FeeRules", "Rules on fees, ceilings and deposits", {
  asOf: text.describe("Newest material seen"),
  rules: z.array(feeRule).describe("Rules"),
  components: z.array(feeComponent).describe("Kinds of payment"),
  assumptions: z.array(text).describe("Readings where the law is silent"),
});

export const ceilingAnswer = answer(
  "Ceiling",
  "What the law lets an enterprise ask; amounts in units of currency (2500.5 EUR), not minor units",
  {
    on: calendarDay.describe("The day the rules are taken from: the day the contract is signed"),
    component: text.describe("What the answer is about: service_fee, service_fee_extension or worker_deposit"),
    verdict: z
      .enum(["capped", "zero", "prohibited", "ticket_price", "as_agreed", "not_known", "no_rule", "refund"])
      .describe("How to read the answer"),
    rule: orNull(text, "The rule that decides; see /fees/rules"),
    ceilingMonths: number("Ceiling in months of the contract wage"),
    ceiling: number("Ceiling, rounded down; null when not known"),
    currency: orNull(text, "Currency of the amounts"),
    workerMax: number("Most that may be asked of the worker, after what the foreign side pays"),
    accepted: z
      .union([z.boolean(), z.array(z.boolean().nullable())])
      .nullable()
      .describe(
        "Whether the service_fee or deposit given is within the ceiling; a list for a list; null if nothing was given or it cannot be said",
      ),
    refundWithoutInterest: number("For paid and worked_months: what comes back, before interest"),
    verified: z.boolean().describe("The figure rests on text that was read"),
    legalSource: orNull(text, "Article"),
    note: orNull(text, "Note of the rule"),
    condition: orNull(text, "Holds only if"),
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
  },
);

export const healthAnswer = name(
  "Health",
  z
    .object({
      status: z
        .enum(["ok", "degraded", "down"])
        .describe("degraded: the database answers in the search engine's place; down: nothing can be read"),
      database: z.enum(["up", "down"]).describe("The database"),
      search: z.enum(["up", "down", "off"]).describe("The search engine; off: none is set up"),
      version: text.describe("Version of the site"),
    })
    .describe("Whether the site works"),
);
