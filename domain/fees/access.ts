// Who may keep exchange rates: whoever runs the site, and the site itself when it fetches them.
import type { Actor } from "@/domain/kernel/actor";

export const mayKeepRates = (actor: Actor): boolean => actor.kind === "operator" || actor.kind === "system";
