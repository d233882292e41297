// Who may have something told, and who sees that something did not arrive. Everybody reads what was told to herself.
import { isMinistry } from "@/domain/accounts/access";
import type { Actor } from "@/domain/kernel/actor";
import { optionalKinds } from "./rules";
import type { Kind } from "./schema";

/** The site tells; people act, and it follows from that. */
export const mayTell = (actor: Actor): boolean => actor.kind === "system";
export const maySeeUndelivered = (actor: Actor): boolean => actor.kind === "operator" || isMinistry(actor);

const hears: Partial<Record<Kind, (actor: Actor) => boolean>> = { flags: isMinistry };
/** The kinds she may end: those that ever come to somebody like her. */
export const mayEnd = (actor: Actor): Kind[] => optionalKinds.filter((kind) => hears[kind]?.(actor) ?? true);
