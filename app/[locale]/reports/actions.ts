"use server";
// The forms of whoever reports: handing in, opening the case again, adding to it, taking it back. Nobody is signed in; number and code decide.
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { address } from "@/app/_http/addresses";
import { FieldFault, action } from "@/app/_http/form";
import { localeOf } from "@/app/_http/shell";
import { uploads } from "@/app/_http/upload";
import { addInformation, handInReport, withdrawReport } from "@/domain/complaints/commands";
import { caseOpens } from "@/domain/complaints/queries";
import { type CaseKey, caseKey, mostPhotos, reportInput } from "@/domain/complaints/schema";
import { visitor } from "@/domain/kernel/actor";
import { Refusal } from "@/domain/kernel/refusal";
import { heldCase, holdCase, letCaseGo } from "./case-cookie";

const here = async () => localeOf(await getLocale());
const caseAt = async ({ number }: Pick<CaseKey, "number">, query: Record<string, string | number> = {}) =>
  address(await here(), "reportCase", { number }, query);

/** What is wrong with a photograph stands at the field of photographs. */
async function atPhotos<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal && error.context === "files")
      throw new FieldFault({ photos: `files.${error.condition}` });
    throw error;
  }
}

export const handIn = action(
  "report",
  reportInput,
  async (input, data) => {
    const key = await atPhotos(
      (async () => handInReport(visitor, input, uploads(data, "photos", "evidence", mostPhotos)))(),
    );
    await holdCase(key);
    return caseAt(key, { sent: 1 });
  },
  15,
);

export const open = action(
  "report-open",
  caseKey,
  async (key) => {
    const known = await caseOpens(key);
    if (!known) throw new FieldFault({ code: "complaints.caseOpens" });
    await holdCase({ number: known.number, code: key.code });
    return caseAt(known);
  },
  15,
);

const named = z.object({ number: z.string().max(60) });
export const add = action(
  "report-add",
  named.extend({ text: z.string().optional().default("") }),
  async ({ number, text }, data) => {
    const handedIn = () => uploads(data, "photos", "evidence", mostPhotos);
    await atPhotos((async () => addInformation(visitor, await heldCase(number), { text }, handedIn()))());
    return caseAt({ number }, { saved: 1 });
  },
  10,
);

export const withdraw = action("report-withdraw", named, async ({ number }) => {
  await withdrawReport(visitor, await heldCase(number));
  return caseAt({ number });
});

export const leave = action("report-leave", named, async ({ number }) => {
  await letCaseGo(number);
  return address(await here(), "reports");
});
