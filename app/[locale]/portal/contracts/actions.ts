"use server";
// An agency's forms about its supply contracts. Whose contract it is, and what may follow what, is decided by the commands.
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { type Locale, address } from "@/app/_http/addresses";
import { FieldFault, action } from "@/app/_http/form";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { uploads } from "@/app/_http/upload";
import type { Actor } from "@/domain/kernel/actor";
import { Refusal } from "@/domain/kernel/refusal";
import { closeContract, saveContract, submitContract } from "@/domain/orders/commands";

const here = async (): Promise<Locale> => localeOf(await getLocale());
async function asked(): Promise<Actor> {
  const known = await signedIn();
  if (!known || known.waitsFor) throw new FieldFault({ "": "signedOut" });
  return known.actor;
}

const form = z.looseObject({
  id: z.string().max(40),
  reference: z.string().max(30).optional(),
  version: z.coerce.number().int().min(1).default(1),
  do: z.enum(["save", "row", "submit"]).default("save"),
});

/** Three fields of a day are kept as one text; a page that already joined them sends the text. */
function joined(data: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of data) if (typeof value === "string") typed[name] = value;
  for (const name of ["validFrom", "validTo"]) {
    const parts = ["day", "month", "year"].map((part) => (typed[`${name}-${part}`] ?? "").trim());
    if (parts.some(Boolean)) typed[name] = parts.join("/");
  }
  // Two versions were shown and none chosen: what stands is kept.
  for (const [name, value] of Object.entries(typed)) if (name.startsWith("otherwise.")) typed[name.slice(10)] ??= value;
  return typed;
}

/** Files that are not taken stand at their field; nothing was saved then, and everything typed comes back. */
async function atFiles<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && (error.context === "files" || error.condition === "filesFew"))
      throw new FieldFault({ file: `${error.context}.${error.condition}` });
    throw error;
  }
}

export const save = action("contract", form, async ({ id, reference, version, do: what }, data) => {
  const actor = await asked();
  const typed = joined(data);
  if (what === "row") typed.rows = String((Number(typed.rows) || 1) + 1);
  const saved = await atFiles(async () =>
    saveContract(actor, {
      ...(reference ? { reference, version } : { reference: null }),
      ...{ id, typed, files: uploads(data, "contractFile", "contract", 5) },
      drop: data.getAll("drop").filter((one) => typeof one === "string"),
    }),
  );
  const at = { id: saved.reference };
  if (what !== "submit") return address(await here(), "portalContract", at, { saved: what });
  try {
    await submitContract(actor, saved);
  } catch (error) {
    // What is missing stands on the page of what was just saved.
    if (error instanceof Refusal && error.findings.length > 0)
      return address(await here(), "portalContract", at, { check: 1 });
    throw error;
  }
  return address(await here(), "portalContract", at, { saved: "submit" });
});

const at = z.object({ reference: z.string().max(30), version: z.coerce.number().int().min(1) });
export const close = action("contract-close", at, async (input) => {
  await closeContract(await asked(), input);
  return address(await here(), "portalContract", { id: input.reference }, { saved: "close" });
});
