// People with accounts, made by the commands that make real ones: invited, accepted, second step set up. Their actors are what a request of
// theirs would have.
import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import {
  acceptInvitation,
  addOffice,
  addOfficer,
  beginSecondStep,
  confirmSecondStep,
  inviteStaff,
  register,
  signInWithLink,
} from "@/domain/accounts/commands";
import { secondStepSetUp, signedInAs } from "@/domain/accounts/queries";
import type { Approach, OfficeInput, SignedIn, StaffInvitation } from "@/domain/accounts/schema";
import { type AgencyStaff, type BodyStaff, type Officer, type Person, systemActor } from "@/domain/kernel/actor";
import { now } from "@/platform/clock";

const tester = systemActor("test");
export const goodPassword = "mùa gặt năm ấy mưa to";
let made = 0;

/** A browser nobody knows, at an address of its own unless one is given. */
export const anApproach = (given: Partial<Approach> = {}): Approach => {
  made += 1;
  return {
    address: `198.51.${Math.floor(made / 250) % 250}.${made % 250}`,
    device: null,
    words: "Chrome, Android",
    ...given,
  };
};
export const anEmail = (): string => `nguoi.${randomUUID().slice(0, 8)}@vi-du.example`;

/** Of an application on a telephone, at the site's own clock or some steps of thirty seconds away from it. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: now().getTime() + steps * 30_000,
  });

export const anOffice = (given: Partial<OfficeInput> = {}): Promise<{ id: string }> =>
  addOffice(tester, { kind: "authority", level: "ministry", name: "Cơ quan kiểm thử", ...given });

export type Account<A> = {
  actor: A;
  known: SignedIn;
  userId: string;
  signInId: string;
  membershipId: string | null;
  email: string;
  password: string;
  /** Of the second step. */
  secret: string;
  recoveryCodes: string[];
};

async function finished<A>(signInId: string, email: string): Promise<Account<A>> {
  const waiting = await signedInAs(signInId);
  if (!waiting) throw new Error("not signed in");
  let secret = "";
  let recoveryCodes: string[] = [];
  if (waiting.waitsFor) {
    await beginSecondStep(waiting.actor);
    secret = (await secondStepSetUp(waiting.actor))?.secret ?? "";
    recoveryCodes = await confirmSecondStep(waiting.actor, { signInId, code: codeOf(secret, -1) });
  }
  const known = (await signedInAs(signInId)) as SignedIn;
  return {
    ...{ actor: known.actor as A, known, userId: known.userId, signInId, membershipId: known.membership?.id ?? null },
    ...{ email, password: goodPassword, secret, recoveryCodes },
  };
}

async function accepted<A>(token: string, email: string): Promise<Account<A>> {
  const { signInId } = await acceptInvitation(anApproach(), { token, password: goodPassword });
  return finished<A>(signInId, email);
}

/** Of an agency that exists. */
export async function aStaffMember(
  given: Pick<StaffInvitation, "agencyId"> & Partial<StaffInvitation>,
): Promise<Account<AgencyStaff>> {
  const { email = anEmail(), name = "Trần Thị Nhân Viên", role = "agency_owner", ...rest } = given;
  const { token } = await inviteStaff(tester, { ...rest, role, email, name });
  return accepted<AgencyStaff>(token, email);
}

/** Of an office: an officer of an authority, else what its kind says. */
export async function anOfficer(given: Partial<OfficeInput> & { officeId?: string } = {}): Promise<Account<Officer>> {
  const { officeId, ...office } = given;
  const email = anEmail();
  const { token } = await addOfficer(tester, {
    ...{ officeId: officeId ?? (await anOffice(office)).id, email, name: "Lê Văn Cán Bộ" },
  });
  return accepted<Officer>(token, email);
}

export const aBodyMember = (given: Partial<OfficeInput> = {}): Promise<Account<BodyStaff>> =>
  anOfficer({ kind: "job_centre", level: "province", province: "01", ...given }) as Promise<
    Account<unknown>
  > as Promise<Account<BodyStaff>>;

/** Somebody for herself. */
export async function aPerson(given: { email?: string; name?: string } = {}): Promise<Account<Person>> {
  const { email = anEmail(), name = "Phạm Thị Người" } = given;
  const { letter } = await register(anApproach(), {
    ...{ identifier: { kind: "email", value: email }, name, password: goodPassword, locale: "vi" },
  });
  if (!letter) throw new Error("no letter");
  const { signInId } = await signInWithLink(anApproach(), { token: letter.token });
  return finished<Person>(signInId, email);
}
