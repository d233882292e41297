// Who writes the register: the operator who imports it, the site itself, and the ministry, which alone decides on licences (L69 Art. 10-16).
import { isMinistry } from "@/domain/accounts/access";
import type { Actor } from "@/domain/kernel/actor";

export const mayKeepRegister = (actor: Actor): boolean =>
  actor.kind === "operator" || actor.kind === "system" || isMinistry(actor);
