import "server-only";
import { Secret } from "otpauth";
import { change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { requireAll } from "@/domain/kernel/refusal";
import { env } from "@/platform/env";
import { sealText } from "@/platform/sealing";
import { mayAddOffice } from "./access";
import { type DemoPerson, demoPeople } from "./demo-people";
import { hashPassword } from "./passwords";
import { sealUse } from "./second-step";

type Body = { agencyId?: string; branchId?: string; officeId?: string };

/** Enters an invented person with her second step; one who is there is left as she is. */
export async function addDemoPerson(actor: Actor, key: string, body: Body): Promise<void> {
  const person = demoPeople.find((one) => one.key === key);
  requireAll("accounts", { mayAddOffice: mayAddOffice(actor), isDemo: env.DEMO, personKnown: person !== undefined });
  const { name, email, password, role } = person as DemoPerson;
  const passwordHash = await hashPassword(password);
  await change(actor, async (tx, now, note) => {
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) return;
    const { id } = await tx.user.create({
      data: {
        ...{ name, email, emailVerifiedAt: now, passwordHash, passwordSetAt: now, createdAt: now, demo: true },
        ...(role && { memberships: { create: { role, since: now, ...body } } }),
      },
      select: { id: true },
    });
    if (role)
      await tx.user.update({
        where: { id },
        data: {
          totpSealed: sealText(new Secret({ size: 20 }).base32, sealUse(id)) as Uint8Array<ArrayBuffer>,
          totpConfirmedAt: now,
        },
      });
    note({
      event: "user.added",
      subjectType: "user",
      subjectId: id,
      after: { demo: true },
      personal: ["name", "email"],
    });
  });
}
