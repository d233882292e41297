import "server-only";
import { change } from "@/domain/audit/change";
import { systemActor } from "@/domain/kernel/actor";
import { Refusal } from "@/domain/kernel/refusal";
import { cleanText } from "@/domain/kernel/text";
import { type In, maySignIn, startSignIn, userSelect } from "./people";
import { readEmail } from "./rules";
import type { Approach } from "./schema";

/** As an identity provider says it, after its signature was checked. */
export type Identity = {
  provider: string;
  subject: string;
  name: string;
  email: string | null;
  /** The provider's own word that the address is hers. */
  emailVerified: boolean;
};

/**
 * Whoever comes back from the provider: known by it already; or signed in here and linking it now; or with an e-mail address that the
 * provider vouches for and that she has proved here too; or new. An address nobody vouches for links nothing.
 */
export async function signInWithIdentity(
  approach: Approach,
  identity: Identity,
  current: { userId: string; signInId: string } | null,
): Promise<In> {
  const { provider, subject } = identity;
  const email = identity.emailVerified && identity.email ? readEmail(identity.email) : null;
  return change(systemActor("identity"), async (tx, now, note) => {
    // Two returns of one new person at once make one account.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${provider} ${subject}`}, 7))`;
    const linked = await tx.externalIdentity.findUnique({
      where: { provider_subject: { provider, subject } },
      select: { userId: true },
    });
    // Somebody else's account is not taken over because she is signed in as another.
    if (linked && current && linked.userId !== current.userId) throw new Refusal("accounts", "identityFree");
    let userId = linked?.userId ?? current?.userId ?? null;
    if (!userId && email) {
      const known = await tx.user.findUnique({ where: { email }, select: { id: true, emailVerifiedAt: true } });
      if (known && !known.emailVerifiedAt) throw new Refusal("accounts", "identityLinkable");
      userId = known?.id ?? null;
    }
    if (!userId) {
      const name = cleanText(identity.name, 120) || email || "?";
      const made = await tx.user.create({
        data: { name, email, emailVerifiedAt: email ? now : null, createdAt: now },
        select: { id: true },
      });
      note({ event: "user.added", subjectType: "user", subjectId: made.id, personal: ["name", "email"] });
      userId = made.id;
    }
    const user = await tx.user.findUnique({ where: { id: userId }, select: userSelect });
    if (!user || !maySignIn(user) || user.demo) throw new Refusal("accounts", "credentialsMatch");
    if (!linked) {
      await tx.externalIdentity.create({ data: { provider, subject, userId, since: now } });
      note({ event: "user.changed", subjectType: "user", subjectId: userId, personal: ["identity"] });
    }
    if (current) return { kind: "in", signInId: current.signInId, userId };
    return startSignIn(tx, now, userId, "identity", approach.words);
  });
}
