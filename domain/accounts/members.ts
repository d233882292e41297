import "server-only";
import { type Note, type Tx, change } from "@/domain/audit/change";
import { type Actor, systemActor } from "@/domain/kernel/actor";
import { Refusal, requireAll } from "@/domain/kernel/refusal";
import { cleanText } from "@/domain/kernel/text";
import { db } from "@/platform/db";
import { mayAddOffice, mayInviteStaff, mayInviteTo } from "./access";
import { claimLink, writeLetter } from "./letters";
import { hashPassword } from "./passwords";
import { passwordFault, readEmail, readPhone, roleAt } from "./rules";
import {
  type Approach,
  type Letter,
  type OfficeInput,
  type OfficerInvitation,
  type Role,
  type StaffInvitation,
  officeInput,
} from "./schema";
import { type In, maySignIn, startSignIn, userSelect } from "./people";

type Terms = {
  role: Role;
  agencyId: string | null;
  branchId: string | null;
  officeId: string | null;
  name: string;
  locale: string;
};
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Earlier invitations of the same address to the same body end with a new one. */
async function invite(
  tx: Tx,
  now: Date,
  note: (entry: Note) => void,
  emailSaid: string,
  terms: Terms,
  demo = false,
): Promise<Letter> {
  const email = readEmail(emailSaid);
  const name = cleanText(terms.name, 120);
  requireAll("accounts", { emailReadable: email !== null, nameGiven: name.length > 1 });
  const to = email ?? "";
  const user = await tx.user.findUnique({ where: { email: to }, select: userSelect });
  requireAll("accounts", { notDemo: !user?.demo || demo });
  await tx.$executeRaw`
    UPDATE "OneTimeSecret" SET "usedAt" = ${now} WHERE "sentTo" = ${to} AND "purpose" = 'invitation' AND "usedAt" IS NULL
      AND coalesce("terms"->>'agencyId', "terms"->>'officeId') = ${terms.agencyId ?? terms.officeId}`;
  const addressee = { userId: user?.id ?? null, to, name: user?.name ?? name, locale: terms.locale };
  const { letter } = await writeLetter(tx, now, addressee, {
    ...{ purpose: "invitation", withCode: false, terms: { ...terms, name } },
  });
  const { role, agencyId, branchId, officeId } = terms;
  note({
    ...{ event: "membership.changed", subjectType: agencyId ? "agency" : "office" },
    ...{ subjectId: agencyId ?? officeId ?? "", after: { invited: role, branchId }, personal: ["email", "name"] },
  });
  return letter;
}

/** Owners invite staff of their own agency; the ministry and the operator invite an agency's first owner. The letter is the caller's to send. */
export function inviteStaff(actor: Actor, invitation: StaffInvitation): Promise<Letter> {
  const { agencyId, role, branchId = null, email, name, locale = "vi" } = invitation;
  return change(actor, async (tx, now, note) => {
    requireAll("accounts", { mayInviteStaff: isId(agencyId) && mayInviteStaff(actor, agencyId) });
    requireAll("accounts", { branchNamed: (role === "branch_recruiter") === (branchId !== null) });
    // The register's table, read here only to see that the branch is this agency's: its context stands to the right of this one.
    const [body] = await tx.$queryRaw<{ agency: boolean; branch: boolean }[]>`
      SELECT EXISTS (SELECT FROM "Agency" WHERE "id" = ${agencyId}::uuid) AS "agency",
        ${branchId === null} OR EXISTS (SELECT FROM "Branch" WHERE "id"::text = ${branchId} AND "agencyId" = ${agencyId}::uuid AND "knownTo" IS NULL) AS "branch"`;
    requireAll("accounts", { agencyKnown: body?.agency === true, branchKnown: body?.branch === true });
    return invite(tx, now, note, email, { role, agencyId, branchId, officeId: null, name, locale });
  });
}

export function addOffice(actor: Actor, input: OfficeInput): Promise<{ id: string }> {
  const { name, email, phone, ...office } = officeInput.parse(input);
  return change(actor, async (tx, _, note) => {
    requireAll("accounts", { mayAddOffice: mayAddOffice(actor) });
    const { level, province, commune } = office;
    const placed = { ministry: !province && !commune, province: province && !commune, commune: province && commune };
    requireAll("accounts", { officeHasItsPlace: Boolean(placed[level]) });
    const contacts = { email: email && readEmail(email), phone: phone && readPhone(phone) };
    const { id } = await tx.office.create({
      data: { ...office, ...contacts, name: cleanText(name, 200) },
      select: { id: true },
    });
    note({ event: "office.changed", subjectType: "office", subjectId: id, after: { ...office, name } });
    return { id };
  });
}

/** Invites somebody to an office; what she will be follows from the kind of office. */
export function addOfficer(actor: Actor, { officeId, email, name, locale = "vi" }: OfficerInvitation): Promise<Letter> {
  return change(actor, async (tx, now, note) => {
    const office = isId(officeId) ? await tx.office.findUnique({ where: { id: officeId } }) : null;
    // An office that does not exist and one that is not hers are the same answer.
    requireAll("accounts", { mayInviteTo: office !== null && mayInviteTo(actor, office) });
    if (!office) throw new Refusal("accounts", "mayInviteTo");
    const terms = { role: roleAt[office.kind], agencyId: null, branchId: null, officeId, name, locale };
    return invite(tx, now, note, email, terms, office.demo);
  });
}

/**
 * With the link of an invitation. Who has an account gets the membership added to it; who has none gets one, with the password she chooses.
 * Either way it is she who holds the letter box, so she is signed in; the second step is still asked for.
 */
export async function acceptInvitation(
  approach: Approach,
  { token, name, password }: { token: string; name?: string; password?: string },
): Promise<In> {
  const passwordHash = password ? await hashPassword(password) : null;
  const made = await change(systemActor("acceptInvitation"), async (tx, now, note) => {
    const used = await claimLink(tx, now, token, ["invitation"]);
    if (!used) return null;
    const { role, agencyId, branchId, officeId, name: invited, locale } = used.terms as Terms;
    let user = await tx.user.findUnique({ where: { email: used.sentTo }, select: userSelect });
    if (user && !maySignIn(user)) return null;
    if (!user) {
      const called = cleanText(name ?? "", 120) || invited;
      const fault = passwordFault(password ?? "", { name: called, email: used.sentTo });
      // Refused inside the change: the invitation stays good for another try.
      if (fault) throw new Refusal("accounts", fault);
      user = await tx.user.create({
        data: { name: called, email: used.sentTo, passwordHash, passwordSetAt: now, locale, createdAt: now },
        select: userSelect,
      });
      note({ event: "user.added", subjectType: "user", subjectId: user.id, personal: ["name", "email"] });
    }
    await tx.user.updateMany({ where: { id: user.id, emailVerifiedAt: null }, data: { emailVerifiedAt: now } });
    const body = { userId: user.id, role, agencyId, branchId, officeId };
    const held = await tx.membership.findFirst({ where: { ...body, endedAt: null }, select: { id: true } });
    const membership = held ?? (await tx.membership.create({ data: { ...body, since: now }, select: { id: true } }));
    if (!held)
      note({
        ...{ event: "membership.changed", subjectType: "membership", subjectId: membership.id },
        after: { userId: user.id, role, agencyId, branchId, officeId },
      });
    const started = await startSignIn(tx, now, user.id, "link", approach.words);
    await tx.signIn.update({ where: { id: started.signInId }, data: { membershipId: membership.id } });
    return started;
  });
  if (!made) throw new Refusal("accounts", "linkHolds");
  return made;
}

/** Holds from the very next request. An agency is never left without an owner by its own staff. */
export function endMembership(actor: Actor, { membershipId }: { membershipId: string }): Promise<void> {
  return change(actor, async (tx, now, note) => {
    const found = isId(membershipId)
      ? await tx.membership.findFirst({ where: { id: membershipId, endedAt: null }, include: { office: true } })
      : null;
    const may = found && mayEnd(actor, found);
    requireAll("accounts", { membershipKnown: found !== null && may === true });
    if (!found) return;
    if (found.agencyId && actor.kind === "agency_staff") {
      // Two owners ending each other at once: the first holds the agency's owners, the second sees what is left.
      const owners = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "Membership" WHERE "agencyId" = ${found.agencyId}::uuid AND "role" = 'agency_owner' AND "endedAt" IS NULL ORDER BY "id" FOR UPDATE`;
      requireAll("accounts", { ownerRemains: owners.some(({ id }) => id !== membershipId) });
    }
    const { count } = await tx.membership.updateMany({
      where: { id: membershipId, endedAt: null },
      data: { endedAt: now },
    });
    requireAll("accounts", { membershipKnown: count === 1 });
    const { userId, role, agencyId, officeId } = found;
    note({
      ...{ event: "membership.changed", subjectType: "membership", subjectId: membershipId },
      ...{ before: { userId, role, agencyId, officeId }, after: { ended: true } },
    });
  });
}

type Held = {
  agencyId: string | null;
  office: { level: string; province: string | null; commune: string | null } | null;
};
const mayEnd = (actor: Actor, { agencyId, office }: Held): boolean =>
  agencyId !== null ? mayInviteStaff(actor, agencyId) : office !== null && mayInviteTo(actor, office);

/** Staff of an agency or an office, for whoever may invite there. Null: not hers. */
export async function membersOf(actor: Actor, body: { agencyId: string } | { officeId: string }) {
  if ("agencyId" in body && !(isId(body.agencyId) && mayInviteStaff(actor, body.agencyId))) return null;
  if ("officeId" in body) {
    const office = isId(body.officeId) ? await db.office.findUnique({ where: { id: body.officeId } }) : null;
    if (!office || !mayInviteTo(actor, office)) return null;
  }
  return db.membership.findMany({
    where: { ...body, endedAt: null },
    orderBy: { since: "asc" },
    select: {
      ...{ id: true, role: true, branchId: true, since: true },
      user: { select: { id: true, name: true, email: true, phone: true, totpConfirmedAt: true } },
    },
  });
}

/** Offices one may invite to. */
export async function officesFor(actor: Actor) {
  const all = await db.office.findMany({ orderBy: [{ level: "asc" }, { name: "asc" }], take: 2_000 });
  return all.filter((office) => mayInviteTo(actor, office));
}
