import "server-only";
import { type Tx, change } from "@/domain/audit/change";
import { isSelf } from "@/domain/accounts/access";
import { type Actor, systemActor } from "@/domain/kernel/actor";
import { requireAll } from "@/domain/kernel/refusal";
import { mayEnd } from "./access";
import type { Kind } from "./schema";
import { readStopCode } from "./stopping";

async function turn(tx: Tx, now: Date, userId: string, kind: Kind, off: boolean): Promise<boolean> {
  if (!off) return (await tx.messagePreference.deleteMany({ where: { userId, kind } })).count > 0;
  const { count } = await tx.messagePreference.createMany({
    data: [{ userId, kind, offAt: now }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** Which of the kinds she may end go no further than her page here. */
export async function setPreferences(actor: Actor, { off }: { off: readonly Kind[] }): Promise<void> {
  requireAll("notifications", { isSelf: isSelf(actor), mayBeEnded: off.every((kind) => mayEnd(actor).includes(kind)) });
  return change(actor, async (tx, now, note) => {
    let changed = false;
    for (const kind of mayEnd(actor)) changed = (await turn(tx, now, actor.id, kind, off.includes(kind))) || changed;
    if (changed)
      note({
        ...{ event: "user.changed", subjectType: "user", subjectId: actor.id, personal: ["messages"], quiet: true },
      });
  });
}

/** With the link under a message: its bearer ends that one kind for that one person. Null: not a link of ours. Twice is once. */
export async function stopMessages({ code }: { code: string }): Promise<{ kind: Kind } | null> {
  const read = readStopCode(code);
  if (!read) return null;
  const { userId, kind } = read;
  await change(systemActor("stopMessages"), async (tx, now, note) => {
    if (await turn(tx, now, userId, kind, true))
      note({ event: "user.changed", subjectType: "user", subjectId: userId, personal: ["messages"], quiet: true });
  });
  return { kind };
}
