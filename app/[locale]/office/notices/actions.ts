"use server";
// The office's answers to notices. Which notices are its own is decided by the commands.
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { address } from "@/app/_http/addresses";
import { FieldFault, action } from "@/app/_http/form";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import type { Actor } from "@/domain/kernel/actor";
import { acceptNotice, refuseNotice } from "@/domain/notices/commands";
import { decisionInput } from "@/domain/notices/schema";

async function asked(): Promise<Actor> {
  const known = await signedIn();
  if (!known || known.waitsFor) throw new FieldFault({ "": "signedOut" });
  return known.actor;
}
const decided = async (reference: string) =>
  address(localeOf(await getLocale()), "officeNotice", { id: reference }, { saved: 1 });

export const accept = action("notice-accept", z.object({ reference: z.string().max(30) }), async (input) => {
  await acceptNotice(await asked(), input);
  return decided(input.reference);
});

/** A single tick arrives as text, several as a list. */
const refusalForm = z.preprocess((fields) => {
  const { reasons, ...rest } = fields as Record<string, unknown>;
  return { ...rest, reasons: typeof reasons === "string" ? [reasons] : (reasons ?? []) };
}, decisionInput);

export const refuse = action("notice-refuse", refusalForm, async (input) => {
  await refuseNotice(await asked(), { ...input, note: input.note ?? undefined });
  return decided(input.reference);
});
