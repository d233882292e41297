// Prints the cookie of somebody signed in, made by commands in the journeys' own database. Started by signed-in.ts, which says who.
import { sealSession, sessionCookie } from "@/app/_http/session";
import { agencyProfile, listAgencies } from "@/domain/licences/queries";
import { disconnect } from "@/platform/db";
import { type Account, aBodyMember, aPerson, aStaffMember, anOfficer } from "@/tests/builders/account";
import type { Role, Planted } from "./signed-in";

const asked = JSON.parse(process.argv[2] ?? "{}") as Role;

async function anAgency(): Promise<{ id: string; slug: string }> {
  const asksFor = asked.agency && (await agencyProfile(asked.agency))?.dossier;
  const found = asksFor || (await listAgencies({ status: "licensed" })).agencies[0]?.dossier;
  if (!found) throw new Error("no such agency");
  return found;
}

async function planted(): Promise<{ account: Account<unknown>; agencySlug?: string }> {
  if (asked.role === "person") return { account: await aPerson() };
  if (asked.role === "owner" || asked.role === "recruiter" || asked.role === "branch_recruiter") {
    const agency = await anAgency();
    const role = asked.role === "branch_recruiter" ? asked.role : (`agency_${asked.role}` as const);
    return {
      account: await aStaffMember({ agencyId: agency.id, role, branchId: asked.branchId }),
      agencySlug: agency.slug,
    };
  }
  const { province, commune } = asked;
  if (asked.role === "ministry") return { account: await anOfficer() };
  if (asked.role === "province") return { account: await anOfficer({ level: "province", province }) };
  if (asked.role === "commune") return { account: await anOfficer({ level: "commune", province, commune }) };
  const kinds = {
    centre_clerk: "job_centre",
    training_staff: "training_body",
    bank_clerk: "bank",
    auditor: "audit",
  } as const;
  const level = asked.role === "auditor" ? "ministry" : "province";
  return {
    account: await aBodyMember({ kind: kinds[asked.role], level, province: level === "ministry" ? null : province }),
  };
}

const { account, agencySlug } = await planted();
const answer: Planted = {
  ...{ cookie: { name: sessionCookie, value: await sealSession(account.signInId) } },
  ...{ userId: account.userId, signInId: account.signInId, email: account.email, password: account.password },
  ...{ secret: account.secret, agencySlug: agencySlug ?? null, actor: account.actor },
};
console.log(JSON.stringify(answer));
await disconnect();
