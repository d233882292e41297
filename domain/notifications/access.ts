// Who may have something told, and who sees that something did not arrive. Everybody reads what was told to herself.
import { isMinistry } from "@/domain/accounts/access";
import type { Actor } from "@/domain/kernel/actor";

/** The site tells; people act, and it follows from that. */
export const mayTell = (actor: Actor): boolean => actor.kind === "system";
export const maySeeUndelivered = (actor: Actor): boolean => actor.kind === "operator" || isMinistry(actor);
