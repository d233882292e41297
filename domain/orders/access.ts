// Who may write contracts and orders. Agencies and officers come with their portals.
import type { Actor } from "@/domain/kernel/actor";

export const mayManageOrders = (actor: Actor): boolean => actor.kind === "operator" || actor.kind === "system";

export { mayDecideContracts, mayMakeContracts } from "./contracts/access";
