// People with accounts on real Postgres: the second step, sign-ins, invitations and roles.
import { describe, expect, test } from "vitest";
import {
  acceptInvitation,
  addOfficer,
  askForLetter,
  changePassword,
  chooseMembership,
  endMembership,
  endOtherSignIns,
  endSignIn,
  forgetOld,
  inviteStaff,
  noteSeen,
  passSecondStep,
  removeSecondStep,
  setNewPassword,
  signInWithLink,
  signInWithPassword,
} from "@/domain/accounts/commands";
import { accountOf, secondStepSetUp, signInsOf, signedInAs } from "@/domain/accounts/queries";
import type { Approach, Identifier } from "@/domain/accounts/schema";
import { systemActor } from "@/domain/kernel/actor";
import { asIfAt, now } from "@/platform/clock";
import { db } from "@/platform/db";
import {
  aPerson,
  aStaffMember,
  anApproach,
  anEmail,
  anOffice,
  anOfficer,
  codeOf,
  goodPassword,
} from "@/tests/builders/account";
import { anOrderToSell } from "@/tests/builders/order-in-database";

const refused = (condition: string) => expect.objectContaining({ condition }) as unknown;
const mail = (value: string): Identifier => ({ kind: "email", value });
const within = <T>(minutes: number, work: () => Promise<T>): Promise<T> =>
  asIfAt(new Date(now().getTime() + minutes * 60_000), work);
const knownTo = (userId: string, more: Partial<Approach> = {}): Approach =>
  anApproach({ device: { id: "trình duyệt của cô", users: [userId] }, ...more });
const enter = (email: string, password = goodPassword, approach = anApproach()) =>
  signInWithPassword(approach, { identifier: mail(email), password });
const letterFor = async (email: string, purpose: "sign_in" | "new_password" = "sign_in", approach = anApproach()) =>
  askForLetter(approach, { identifier: mail(email), purpose });
const wrong = "không phải mật khẩu này";

describe("the second step", () => {
  test("every role has it: before it is set up she is a private person, before it is passed nobody", async () => {
    const officeId = (await anOffice()).id;
    const email = anEmail();
    const { token } = await addOfficer(systemActor("test"), { officeId, email, name: "Lê Văn Mới" });
    const { signInId } = await acceptInvitation(anApproach(), { token, password: goodPassword });
    expect(await signedInAs(signInId)).toMatchObject({ waitsFor: "second_step_set_up", actor: { kind: "person" } });

    const officer = await anOfficer();
    const again = await enter(officer.email);
    const known = await signedInAs(again.kind === "in" ? again.signInId : "");
    expect(known).toMatchObject({ waitsFor: "second_step", actor: { kind: "visitor" } });
    expect(await accountOf(known?.actor ?? systemActor("x"))).toBeNull();
    expect(await secondStepSetUp(known?.actor ?? systemActor("x"))).toBeNull();
  });

  test("a code is good once, also for ten at the same moment; the next one is another", async () => {
    const officer = await anOfficer();
    const code = codeOf(officer.secret);
    const waiting = await Promise.all(Array.from({ length: 5 }, () => enter(officer.email)));
    const pass = (signInId: string, said: string) => passSecondStep(anApproach(), { signInId, code: said });
    const answers = await Promise.allSettled(waiting.map((one) => pass(one.kind === "in" ? one.signInId : "", code)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const other = waiting.find((_, i) => answers[i]?.status === "rejected");
    await pass(other?.kind === "in" ? other.signInId : "", codeOf(officer.secret, 1));
  });

  test("a code of an hour ago or ahead is none", async () => {
    const officer = await anOfficer();
    const entered = await enter(officer.email);
    const signInId = entered.kind === "in" ? entered.signInId : "";
    for (const steps of [-120, -2, 2, 120])
      await expect(passSecondStep(anApproach(), { signInId, code: codeOf(officer.secret, steps) })).rejects.toEqual(
        refused("secondStepCodeHolds"),
      );
  });

  test("a recovery code opens once, whatever others have tried before", async () => {
    const officer = await anOfficer();
    const entered = await enter(officer.email);
    const signInId = entered.kind === "in" ? entered.signInId : "";
    for (let i = 0; i < 40; i += 1) await passSecondStep(anApproach(), { signInId, code: "000000" }).catch(() => {});
    await expect(passSecondStep(anApproach(), { signInId, code: codeOf(officer.secret) })).rejects.toEqual(
      refused("notTooOften"),
    );
    const [code = ""] = officer.recoveryCodes;
    expect(officer.recoveryCodes).toHaveLength(10);
    await passSecondStep(anApproach(), { signInId, code: code.toLowerCase() });
    expect(await signedInAs(signInId)).toMatchObject({ waitsFor: null, actor: { kind: "officer" } });
    const again = await enter(officer.email);
    await expect(
      passSecondStep(anApproach(), { signInId: again.kind === "in" ? again.signInId : "", code }),
    ).rejects.toEqual(refused("secondStepCodeHolds"));
  });

  test("it is turned off with a code only, and all other sign-ins end", async () => {
    const officer = await anOfficer();
    const { signInId, actor } = officer;
    await expect(removeSecondStep(anApproach(), actor, { signInId, code: "000000" })).rejects.toEqual(
      refused("secondStepCodeHolds"),
    );
    await removeSecondStep(anApproach(), actor, { signInId, code: officer.recoveryCodes[1] ?? "" });
    expect(await signedInAs(signInId)).toMatchObject({ waitsFor: "second_step_set_up" });
  });

  test("neither the secret nor a recovery code stands in the database as it is", async () => {
    const officer = await anOfficer();
    const user = await db.user.findUnique({ where: { id: officer.userId }, include: { recoveryCodes: true } });
    const kept = JSON.stringify({
      ...user,
      totpLastStep: null,
      totpSealed: Buffer.from(user?.totpSealed ?? []).toString("latin1"),
    });
    expect(kept).not.toContain(officer.secret);
    expect(kept).not.toContain(officer.recoveryCodes[0]);
    expect(kept).not.toContain(officer.recoveryCodes[0]?.replace("-", ""));
  });
});

describe("sign-ins", () => {
  test("are listed, ended one by one or all others, and another's cannot be touched", async () => {
    const [mine, hers] = [await aPerson(), await aPerson()];
    for (let i = 0; i < 3; i += 1) await enter(mine.email, goodPassword, knownTo(mine.userId));
    const list = await signInsOf(mine.actor);
    expect(list).toHaveLength(4);
    expect(list[0]).toMatchObject({ device: "Chrome, Android" });
    await expect(endSignIn(mine.actor, { signInId: hers.signInId })).rejects.toEqual(refused("signInKnown"));
    const [other] = list.filter(({ id }) => id !== mine.signInId);
    await endSignIn(mine.actor, { signInId: other?.id ?? "" });
    expect(await signedInAs(other?.id ?? "")).toBeNull();
    expect(await endOtherSignIns(mine.actor, { keep: mine.signInId })).toBe(2);
    expect(await signedInAs(mine.signInId)).not.toBeNull();
    expect(await signedInAs(hers.signInId)).not.toBeNull();
  });

  test("last seen is written at most every ten minutes", async () => {
    const { signInId } = await aPerson();
    const seen = async () => (await db.signIn.findUnique({ where: { id: signInId } }))?.lastSeenAt.getTime();
    const first = await seen();
    await within(9, () => noteSeen(signInId));
    expect(await seen()).toBe(first);
    await within(11, () => noteSeen(signInId));
    expect(await seen()).toBeGreaterThan(first ?? 0);
  });

  test("a changed password ends every other sign-in and every letter on its way", async () => {
    const person = await aPerson();
    const other = await enter(person.email, goodPassword, knownTo(person.userId));
    const { letter } = await letterFor(person.email);
    const change = { signInId: person.signInId, password: "đồng lúa chín vàng mùa này" };
    await expect(changePassword(person.actor, { ...change, current: wrong })).rejects.toEqual(
      refused("currentPasswordMatches"),
    );
    await changePassword(person.actor, { ...change, current: goodPassword });
    expect(await signedInAs(other.kind === "in" ? other.signInId : "")).toBeNull();
    expect(await signedInAs(person.signInId)).not.toBeNull();
    await expect(signInWithLink(anApproach(), { token: letter?.token ?? "" })).rejects.toEqual(refused("linkHolds"));
  });

  test("a forgotten one is set anew with a letter; a weak choice leaves the link good", async () => {
    const person = await aPerson();
    const { letter } = await letterFor(person.email, "new_password");
    const token = letter?.token ?? "";
    await expect(setNewPassword(anApproach(), { token, password: "matkhau2026" })).rejects.toEqual(
      refused("passwordCommon"),
    );
    await setNewPassword(anApproach(), { token, password: "đồng lúa chín vàng mùa này" });
    expect(await signedInAs(person.signInId)).toBeNull();
    await expect(setNewPassword(anApproach(), { token, password: "lần thứ hai thì không" })).rejects.toEqual(
      refused("linkHolds"),
    );
  });

  test("what is over is forgotten", async () => {
    const { email } = await aPerson();
    await letterFor(email);
    await asIfAt(new Date(now().getTime() + 200 * 24 * 3600_000), () => forgetOld(systemActor("test")));
    expect(await db.oneTimeSecret.count()).toBe(0);
    expect(await db.failedSignIn.count()).toBe(0);
  });
});

describe("staff", () => {
  test("an ended role holds no more at the very next request; another of hers is chosen by her", async () => {
    const { agencyId } = await anOrderToSell();
    const officer = await anOfficer();
    const { token } = await inviteStaff(systemActor("test"), {
      agencyId,
      role: "agency_recruiter",
      email: officer.email,
      name: "x y",
    });
    const { signInId } = await acceptInvitation(anApproach(), { token });
    await passSecondStep(anApproach(), { signInId, code: codeOf(officer.secret) });
    const known = await signedInAs(signInId);
    expect(known).toMatchObject({ actor: { kind: "agency_staff", role: "recruiter" }, memberships: { length: 2 } });
    await chooseMembership(officer.actor, { signInId, membershipId: officer.membershipId ?? "" });
    expect((await signedInAs(signInId))?.actor).toMatchObject({ kind: "officer" });
    await endMembership(systemActor("test"), { membershipId: officer.membershipId ?? "" });
    expect((await signedInAs(signInId))?.actor.kind).not.toBe("officer");
    const stranger = await aPerson();
    const choice = { signInId: stranger.signInId, membershipId: known?.membership?.id ?? "" };
    await expect(chooseMembership(stranger.actor, choice)).rejects.toEqual(refused("membershipKnown"));
  });

  test("owners invite to their own agency, recruiters nobody, an invitation is good once and for one body", async () => {
    const [a, b] = [await anOrderToSell(), await anOrderToSell()];
    const owner = await aStaffMember({ agencyId: a.agencyId });
    const recruiter = await aStaffMember({ agencyId: a.agencyId, role: "agency_recruiter" });
    const invitation = { role: "agency_recruiter", email: anEmail(), name: "Người Mới" } as const;
    await expect(inviteStaff(owner.actor, { ...invitation, agencyId: b.agencyId })).rejects.toEqual(
      refused("mayInviteStaff"),
    );
    await expect(inviteStaff(recruiter.actor, { ...invitation, agencyId: a.agencyId })).rejects.toEqual(
      refused("mayInviteStaff"),
    );
    const old = await inviteStaff(owner.actor, { ...invitation, agencyId: a.agencyId });
    const fresh = await inviteStaff(owner.actor, { ...invitation, agencyId: a.agencyId });
    await expect(acceptInvitation(anApproach(), { token: old.token, password: goodPassword })).rejects.toEqual(
      refused("linkHolds"),
    );
    await acceptInvitation(anApproach(), { token: fresh.token, password: goodPassword });
    await expect(acceptInvitation(anApproach(), { token: fresh.token, password: goodPassword })).rejects.toEqual(
      refused("linkHolds"),
    );
  });

  test("two owners who end each other at once leave one", async () => {
    const { agencyId } = await anOrderToSell();
    const [one, two] = [await aStaffMember({ agencyId }), await aStaffMember({ agencyId })];
    await Promise.allSettled([
      endMembership(one.actor, { membershipId: two.membershipId ?? "" }),
      endMembership(two.actor, { membershipId: one.membershipId ?? "" }),
    ]);
    expect(await db.membership.count({ where: { agencyId, role: "agency_owner", endedAt: null } })).toBe(1);
  });

  test.each(["a@b.vn\r\nBcc: x@y.vn", "a@b.vn%0aBcc:x@y.vn", "a b@c.vn", "a@b", '"a@b.vn,x"@y.vn', "a@b.vn,x@y.vn"])(
    "%j is no address a letter could go to",
    async (email) => {
      const invitation = { officeId: (await anOffice()).id, email, name: "Lê Thị Đầu Thư" };
      await expect(addOfficer(systemActor("test"), invitation)).rejects.toEqual(refused("emailReadable"));
    },
  );
});
