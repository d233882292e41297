import "server-only";
import { change } from "@/domain/audit/change";
import { type Operator, systemActor } from "@/domain/kernel/actor";
import { db } from "@/platform/db";
import { operatorInput } from "./schema";

/**
 * The operator at the command line, by name. Whoever can run commands on the server with its database holds this right already; the
 * name says who it was. The first act under a name enters it.
 */
export async function operatorNamed(said: string): Promise<Operator> {
  const { name } = operatorInput.parse({ name: said });
  const known = { where: { operatorName: name }, select: { id: true } } as const;
  const before = await db.user.findUnique(known);
  if (before) return { kind: "operator", id: before.id, name };
  const id = await change(systemActor("operatorNamed"), async (tx, now, note) => {
    // Two commands begun at once under a new name: the second finds what the first entered.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('operatorNamed'))`;
    const first = await tx.user.findUnique(known);
    if (first) return first.id;
    const user = await tx.user.create({
      data: { name, operatorName: name, createdAt: now, memberships: { create: { role: "operator", since: now } } },
      select: { id: true },
    });
    note({ event: "user.added", subjectType: "user", subjectId: user.id, personal: ["name"] });
    return user.id;
  });
  return { kind: "operator", id, name };
}

export type { In, Sent } from "./people";
export { signInWithPassword, signInWithCode, signInWithLink, askForLetter } from "./sign-in";
export { register, setNewPassword, changePassword } from "./registration";
export { beginSecondStep, confirmSecondStep, passSecondStep, removeSecondStep } from "./second-step";
export { chooseMembership, endOtherSignIns, endSignIn, forgetOld, noteSeen, signOut } from "./sessions";
export { acceptInvitation, addOffice, addOfficer, endMembership, inviteStaff } from "./members";
export { type Identity, signInWithIdentity } from "./identities";
export { addDemoPerson } from "./demo";
export { beginOwnership } from "./grants";
