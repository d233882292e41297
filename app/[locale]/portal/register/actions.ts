"use server";
// Asking to act for an agency. For whom, and whether it may still be changed, is decided by the commands.
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { type Locale, address } from "@/app/_http/addresses";
import { FieldFault, action } from "@/app/_http/form";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { uploads } from "@/app/_http/upload";
import type { Actor } from "@/domain/kernel/actor";
import { Refusal } from "@/domain/kernel/refusal";
import { askForAccount, mendRequest, withdrawRequest } from "@/domain/licences/commands";
import { agencyIdOf } from "@/domain/licences/queries";

const here = async (): Promise<Locale> => localeOf(await getLocale());
async function asked(): Promise<Actor> {
  const known = await signedIn();
  if (!known || known.waitsFor === "second_step") throw new FieldFault({ "": "signedOut" });
  return known.actor;
}
const line = (max: number) => z.string().trim().min(2).max(max);
const said = {
  ...{ contactName: line(120), position: line(120), phone: z.string().trim().max(40) },
  note: z.string().trim().max(1_000).optional(),
};
const fields: Readonly<Record<string, string>> = { phoneReadable: "phone", proofGiven: "file", agencyKnown: "agency" };

/** What is about one field stands at it. */
async function atField<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const field = error.context === "files" ? "file" : fields[error.condition];
    throw field ? new FieldFault({ [field]: `${error.context}.${error.condition}` }) : error;
  }
}

export const ask = action(
  "account-request",
  z.object({ ...said, agency: z.string().max(200) }),
  async (input, data) => {
    const actor = await asked();
    const { agency, ...person } = input;
    const agencyId = (await agencyIdOf(agency)) ?? "";
    const made = await atField(async () =>
      askForAccount(actor, { ...person, agencyId, proof: uploads(data, "file", "authority", 3) }),
    );
    return address(await here(), "portalRequest", { id: made.id }, { saved: "sent" });
  },
);

const at = { id: z.string().max(40), version: z.coerce.number().int().min(1) };
export const mend = action("account-mend", z.object({ ...said, ...at }), async (input, data) => {
  const actor = await asked();
  await atField(async () => mendRequest(actor, { ...input, proof: uploads(data, "file", "authority", 3) }));
  return address(await here(), "portalRequest", { id: input.id }, { saved: "sent" });
});

export const withdraw = action("account-withdraw", z.object(at), async (input) => {
  await withdrawRequest(await asked(), input);
  return address(await here(), "portalRequest", { id: input.id }, { saved: "withdrawn" });
});
