"use server";
// An officer's work on a report. Which reports are hers, and what may follow what, is decided by the commands.
import { getLocale } from "next-intl/server";
import { address } from "@/app/_http/addresses";
import { FieldFault, action } from "@/app/_http/form";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import {
  decideReport,
  linkReport,
  mergeReports,
  noteOnReport,
  takeUpReport,
  warnOfReport,
} from "@/domain/complaints/commands";
import { decideInput, linkInput, mergeInput, noteInput, takeUpInput, warnInput } from "@/domain/complaints/schema";
import type { Actor } from "@/domain/kernel/actor";

async function asked(): Promise<Actor> {
  const known = await signedIn();
  if (!known || known.waitsFor) throw new FieldFault({ "": "signedOut" });
  return known.actor;
}
const done = async (number: string): Promise<string> =>
  address(localeOf(await getLocale()), "officeReport", { number }, { saved: 1 });

export const takeUp = action("report-take-up", takeUpInput, async (input) => {
  await takeUpReport(await asked(), input);
  return done(input.number);
});
export const link = action("report-link", linkInput, async (input) => {
  await linkReport(await asked(), input);
  return done(input.number);
});
export const merge = action("report-merge", mergeInput, async (input) => {
  await mergeReports(await asked(), input);
  return done(input.into);
});
export const note = action("report-note", noteInput, async (input) => {
  await noteOnReport(await asked(), input);
  return done(input.number);
});
export const decide = action("report-decide", decideInput, async (input) => {
  await decideReport(await asked(), input);
  return done(input.number);
});
export const warn = action("report-warn", warnInput, async (input) => {
  await warnOfReport(await asked(), input);
  return done(input.number);
});
