import "server-only";
import { change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { requireAll } from "@/domain/kernel/refusal";
import { mayTell } from "./access";

export { queueMessages, queueSecret, queueThere } from "./telling";
export { claimMessages, sendWaiting, senderKind } from "./sending";
export { setPreferences, stopMessages } from "./preferences";

/** What was told long ago: the person has had her year to read it again. */
export function forgetMessages(actor: Actor, before: Date): Promise<number> {
  requireAll("notifications", { mayTell: mayTell(actor) });
  return change(actor, async (tx) => (await tx.message.deleteMany({ where: { overAt: { lt: before } } })).count);
}
