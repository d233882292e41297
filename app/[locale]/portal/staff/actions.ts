"use server";
// An owner's forms about the people of the firm. Whose firm it is, is decided by the commands.
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { address } from "@/app/_http/addresses";
import { FieldFault, action } from "@/app/_http/form";
import { reaches, sendSecret } from "@/app/_http/secrets";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { endMembership, inviteStaff } from "@/domain/accounts/commands";
import { agencyRoles } from "@/domain/accounts/schema";
import type { AgencyStaff } from "@/domain/kernel/actor";
import { Refusal } from "@/domain/kernel/refusal";

async function asked(): Promise<AgencyStaff> {
  const known = await signedIn();
  if (!known || known.waitsFor) throw new FieldFault({ "": "signedOut" });
  if (known.actor.kind !== "agency_staff") throw new Refusal("accounts", "mayInviteStaff");
  return known.actor;
}
const staff = async (saved: string): Promise<string> =>
  address(localeOf(await getLocale()), "portalStaff", null, { saved });
const fields: Readonly<Record<string, string>> = {
  ...{ emailReadable: "email", nameGiven: "name", branchNamed: "branchId", branchKnown: "branchId", notDemo: "email" },
};

const invitation = z.object({
  name: z.string().trim().min(2).max(120),
  email: z.string().max(254),
  role: z.enum(agencyRoles),
  branchId: z.string().max(40).optional(),
});
export const invite = action("staff-invite", invitation, async ({ branchId, ...input }) => {
  const { agencyId, ...actor } = await asked();
  if (!reaches("email")) throw new FieldFault({ email: "notReached" });
  const branch = input.role === "branch_recruiter" ? (branchId ?? null) : null;
  const letter = await inviteStaff({ ...actor, agencyId }, { ...input, agencyId, branchId: branch }).catch(
    (error: unknown) => {
      const field = error instanceof Refusal && fields[error.condition];
      throw field ? new FieldFault({ [field]: `accounts.${(error as Refusal).condition}` }) : error;
    },
  );
  await sendSecret(letter);
  return staff("invited");
});

export const end = action("staff-end", z.object({ membershipId: z.string().max(40) }), async (input) => {
  await endMembership(await asked(), input);
  return staff("ended");
});
