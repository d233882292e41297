// What the open data say of a telephone number, a page, an account or a name.
import { z } from "zod";
import { contactKinds, contactVerdicts } from "@/domain/complaints/rules";
import { verdictCodes } from "@/domain/licences/rules";
import { answer, calendarDay, name, orNull } from "../fields";

const text = z.string();
const agency = { key: text.describe("Key of the agency; see /agencies/{slug}"), name: text.describe("Its name") };
const reported = name(
  "ReportsCounted",
  z
    .object({
      count: z.int().describe("How many reports"),
      since: calendarDay.describe("The day of the first, in Việt Nam"),
    })
    .describe("Reports that name a contact"),
);
const contact = name(
  "ContactAnswer",
  z
    .object({
      kind: z.enum(contactKinds).describe("What it was read as"),
      value: text.describe("As it was read"),
      verdict: z
        .enum(contactVerdicts)
        .describe(
          "warned: on the list of warnings; fake: reported and confirmed; belongs_declared: an agency's, and declared to recruit in the province asked about (in any, where none was given); belongs_elsewhere: declared for other provinces; belongs: registered by an agency; belongs_unlicensed: by one that may not act now; imitation: made to be taken for an agency's site; reported: reported, not verified; unknown: nothing is known, do not pay",
        ),
      agencies: z
        .array(
          z.object({ ...agency, status: z.enum(verdictCodes).describe("Its licence today") }).describe("An agency"),
        )
        .describe("Agencies that registered it"),
      declared: z
        .array(
          z
            .object({
              ...agency,
              provinces: z.array(text).describe("Provinces of the notice"),
              until: orNull(calendarDay, "Last day of the notice"),
            })
            .describe("An agency that declared a recruiter"),
        )
        .describe("Agencies that declared it for a recruiter, in force today"),
      warnings: z
        .array(
          z
            .object({
              name: text.describe("Name on the list"),
              from: calendarDay.describe("Since when"),
              source: text.describe("Who said so"),
              verified: z.boolean().describe("Checked against the source"),
            })
            .describe("A warning"),
        )
        .describe("Warnings in force that name it"),
      imitated: z
        .array(z.object({ ...agency, website: text.describe("Its real site") }).describe("An agency"))
        .describe("Agencies whose site it was made to be taken for"),
      reports: z
        .object({
          confirmed: reported.nullable().describe("Confirmed as fake by an authority"),
          fault: reported.nullable().describe("Ended with a finding that the agency was at fault"),
          unverified: reported.nullable().describe("Not looked at, or not decided: no finding"),
        })
        .describe("Reports; never by a person's name"),
    })
    .describe("What is known of one contact"),
);

export const contactCheckAnswer = answer("ContactCheck", "Whose is this number, page, account or name?", {
  state: z.enum(["answered", "empty", "not_understood"]).describe("not_understood: no contact and no name in the text"),
  verdict: z.enum(contactVerdicts).nullable().describe("Of the gravest contact; null: none was understood"),
  disguised: z.boolean().describe("Letters of other alphabets or unseen signs stood in the text"),
  contacts: z.array(contact).describe("Up to five contacts in the order they were read"),
});

export const contactQuery = z.object({
  q: z
    .string()
    .max(2_000)
    .describe(
      "Telephone, Zalo or Facebook link, website, e-mail, account number, name, or a text with several of these",
    ),
  province: z.string().max(20).describe("Province of the person asking, code since 2025-07-01").optional(),
});
export const contactBody = contactQuery;
