// What the open data say of an agency and of its licence on a day.
import { z } from "zod";
import { unknownReasons, verdictCodes } from "@/domain/licences/rules";
import { answer, calendarDay, instant, money, name, orNull, pageLink, pages, precision } from "../fields";

const text = z.string();
const decision = {
  decisionNo: orNull(text, "Number of the decision"),
  source: text.describe("Where this was read"),
  verified: z.boolean().describe("Read in an official source; other facts are shown as reports and decide nothing"),
};
const spell = {
  from: calendarDay.describe("First day it holds"),
  to: orNull(calendarDay, "First day it no longer holds; null while it does"),
  precision: precision.describe("How exactly the source gives the first day"),
};
const dated = {
  decisionOn: orNull(calendarDay, "Day of the decision"),
  reason: orNull(text, "Reason the decision gives"),
};
/** What was true, and since when this site has said so, are two questions. */
const known = {
  knownFrom: instant.describe("Since when this site has held this fact"),
  knownTo: orNull(instant, "When this site stopped holding it; null while it does"),
};

const status = name(
  "LicenceStatus",
  z
    .object({
      status: z
        .enum(["active", "surrendered", "revoked", "bankruptcy_opened", "dissolving"])
        .describe("Base status of the licence"),
      licenceNo: orNull(text, "Licence number as printed"),
      ...spell,
      ...decision,
      ...dated,
      ...known,
    })
    .describe("A spell of the base status"),
);
const restriction = name(
  "LicenceRestriction",
  z
    .object({
      kind: z.enum(["activity_suspended", "market_suspended", "market_delisted"]).describe("What is stopped"),
      scope: z.enum(["all", "source_preparation", "market"]).describe("How far it reaches"),
      market: orNull(text, "The market, where only one is meant"),
      issuer: orNull(text, "Who decided"),
      ...spell,
      ...decision,
      ...dated,
      ...known,
    })
    .describe("The licence stays valid, but not for this"),
);
const fine = name(
  "LicenceFine",
  z
    .object({
      amount: money.nullable().describe("Amount"),
      reason: orNull(text, "What for"),
      on: calendarDay.describe("Day of the decision"),
      precision: precision.describe("How exactly the source gives the day"),
      appeal: orNull(text, "Appeal, where known"),
      removedOn: orNull(calendarDay, "Day from which it is no longer shown, where a rule says so"),
      ...decision,
      ...known,
    })
    .describe("A fine: information only"),
);
const approval = name(
  "MarketApproval",
  z
    .object({ code: text.describe("JP_GENERAL, JP_CAREGIVER, TW or DOMESTIC"), ...spell, ...decision, ...known })
    .describe("A condition for one market, apart from the licence"),
);
const branch = name(
  "Branch",
  z
    .object({
      name: text.describe("Name"),
      address: orNull(text, "Address"),
      provinceId: orNull(text, "Province code since 2025-07-01"),
      phone: orNull(text, "Telephone"),
      from: orNull(calendarDay, "First day"),
      to: orNull(calendarDay, "First day it no longer stands"),
      ...decision,
      ...known,
    })
    .describe("May recruit once assigned; never signs, never collects money"),
);
const licence = name(
  "Licence",
  z
    .object({
      number: text.describe("As printed"),
      family: z
        .enum(["overseas", "employment_service", "other"])
        .describe(
          "overseas (…/LĐTBXH-GP): may send abroad; employment_service (…/SLĐTBXH-GP): a provincial licence that does not allow it",
        ),
      issuedOn: orNull(calendarDay, "Day of issue"),
      source: text.describe("Where this was read"),
      verified: z.boolean().describe("Read in an official source"),
    })
    .describe("A licence as printed"),
);
const report = name(
  "StatusReport",
  z
    .object({
      statusSeen: text.describe("As the source classed it"),
      asOf: orNull(calendarDay, "Day the source speaks of"),
      precision: precision.describe("How exactly the source gives the day"),
      confidence: orNull(text, "How sure the source is"),
      note: orNull(text, "As the source words it"),
      source: text.describe("Where this was read"),
      ...known,
    })
    .describe("What a source said without a decision: evidence, deciding nothing"),
);

export const verdict = name(
  "Verdict",
  z
    .object({
      code: z.enum(verdictCodes).describe("The answer. unknown is not unlicensed: see reason"),
      reason: orNull(z.enum(unknownReasons), "Why there is no answer"),
      on: calendarDay.describe("The day asked about"),
      asOf: orNull(calendarDay, "The day the newest source on this firm speaks of"),
      status: status.nullable().describe("The spell the answer rests on"),
      restrictions: z.array(restriction).describe("Official restrictions in force on the day"),
      fines: z.array(fine).describe("Official fines shown on the day"),
      approvals: z.array(approval).describe("Market approvals in force on the day"),
      dateUncertain: z.boolean().describe("The source gives only a month or a year and the day lies inside it"),
      afterAsOf: z.boolean().describe("The day is later than what the sources speak of"),
      negativeReports: z.boolean().describe("A source that is not official says something worse"),
    })
    .describe("Licensed or not on a day, with the facts it rests on"),
);

const agencyShape = {
  slug: text.describe("Key of the agency in this API"),
  links: pageLink.describe("The agency's page"),
  name: text.describe("Name to show"),
  nameVi: orNull(text, "Name in Vietnamese"),
  nameEn: orNull(text, "Name in English"),
  abbreviation: orNull(text, "Abbreviation it uses"),
  enterpriseCode: orNull(text, "Enterprise code, which is also the tax code"),
  licenceNumbers: z.array(text).describe("Licence numbers as printed"),
  headOffice: orNull(text, "Address of the head office"),
  provinceId: orNull(text, "Province of the head office, code since 2025-07-01"),
  phone: orNull(text, "Telephone of the office"),
  website: orNull(text, "Website"),
  email: orNull(text, "E-mail of the office"),
  demo: z.boolean().describe("An invented firm, for trying the site out"),
} satisfies z.core.$ZodLooseShape;

export const agencySummary = name(
  "AgencySummary",
  z
    .object({ ...agencyShape, verdict: verdict.describe("The answer for the day") })
    .describe("An agency with its answer"),
);
export const agency = name(
  "Agency",
  z
    .object({
      ...agencyShape,
      verdict: verdict.describe("The answer for the day"),
      establishedIn: orNull(z.int(), "Year of foundation"),
      dataFrom: orNull(calendarDay, "First day for which this site holds anything; before it the answer is unknown"),
      dataAsOf: orNull(calendarDay, "Day the newest source speaks of"),
      licences: z.array(licence).describe("Licences as printed"),
      statuses: z.array(status).describe("Every spell of the base status, official or reported"),
      restrictions: z.array(restriction).describe("Every restriction, official or reported"),
      fines: z.array(fine).describe("Every fine still shown, official or reported"),
      approvals: z.array(approval).describe("Every market approval"),
      branches: z.array(branch).describe("Branches"),
      reports: z.array(report).describe("What sources said without a decision"),
    })
    .describe("An agency with its whole history"),
);

export const register = name(
  "RegisterAsOf",
  z
    .object({
      asOf: calendarDay.describe("Day the register is from"),
      source: text.describe("Where it was read"),
      official: z.boolean().describe("The ministry's own register"),
    })
    .describe("The newest register this site holds"),
);
const registerField = register.nullable().describe("The newest register this site holds; null before the first import");

export const agenciesAnswer = answer("Agencies", "A page of agencies", {
  agencies: z.array(agencySummary).describe("Agencies of this page, in the order of the Vietnamese alphabet"),
  total: z.int().describe("Agencies that fit"),
  page: z.int().describe("Number of this page"),
  pageSize: z.int().describe("Agencies a page"),
  counts: z
    .object({
      status: z.record(text, z.int()).describe("Agencies by answer, the status filter left out"),
      province: z.record(text, z.int()).describe("Agencies by province, the province filter left out"),
    })
    .describe("What other choices would give"),
  register: registerField,
  links: pages.describe("This page and the next"),
});
export const agencyAnswer = answer("AgencyAnswer", "One agency", {
  agency: agency.describe("The agency"),
  refunds: z
    .object({
      contracts: z
        .int()
        .describe("Workers' contracts of this agency with a payment book on this site; 0: nothing is known"),
      countedFrom: orNull(calendarDay, "Day the first of these books was opened"),
      overdue: z
        .int()
        .describe(
          "Contracts with a refund past a last day that the law or the contract names, not fully paid, of money the agency does not dispute having received",
        ),
      overdueSince: orNull(calendarDay, "The earliest of these last days"),
    })
    .describe("Refunds owed to workers (Law 69/2020/QH14 Arts. 23, 25, 26), as of today whatever day was asked about"),
  register: registerField,
});

export const checkAnswer = answer("LicenceCheck", "Is this firm licensed on that day?", {
  question: text.describe("The text as it was looked up"),
  on: calendarDay.describe("The day asked about"),
  answer: z
    .enum([...verdictCodes, "several", "empty"])
    .describe(
      "The one plain answer. unknown is not unlicensed; several: more than one firm fits, with different answers; empty: nothing that can be looked up was asked",
    ),
  numberFamily: orNull(
    z.enum(["overseas", "employment_service", "other"]),
    "Kind of the licence number asked about, whether or not it is held here",
  ),
  matches: z
    .array(
      z
        .object({
          agency: agencySummary.describe("The firm with its answer"),
          matchedBy: z
            .array(
              z
                .object({
                  kind: text.describe("name, former_name, abbreviation, licence_no, tax_code, phone, website or email"),
                  value: text.describe("The value that fits"),
                })
                .describe("One identifier"),
            )
            .describe("By what it was found"),
        })
        .describe("A firm that answers to the question"),
    )
    .describe("Firms that answer to the question"),
  near: z
    .array(
      z
        .object({
          agency: agencySummary.describe("The firm with its answer"),
          matchedName: text.describe("The name that is alike"),
          similarity: z.number().describe("From 0 to 1"),
        })
        .describe("A firm with a name alike"),
    )
    .describe("Firms whose names are alike: swindlers borrow names"),
  lookAlikes: z.boolean().describe("A name is so alike that people must be warned"),
  warnings: z
    .array(
      z
        .object({
          name: text.describe("Who is warned about"),
          phones: z.array(text).describe("Telephone numbers used"),
          websites: z.array(text).describe("Websites used"),
          reason: text.describe("Why"),
          issuer: orNull(text, "Who warns"),
          from: calendarDay.describe("First day"),
          to: orNull(calendarDay, "First day it no longer holds"),
          exact: z.boolean().describe("The name, telephone or website asked for, not only one like it"),
          similarity: z.number().describe("From 0 to 1"),
          demo: z.boolean().describe("Invented, for trying the site out"),
          ...decision,
        })
        .describe("A public warning"),
    )
    .describe("Public warnings that fit"),
  register: registerField,
});
