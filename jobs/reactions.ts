// What follows each change. Every reaction reads the present state, so that running it twice, or late, does no harm.
import { indexOrders } from "@/domain/search/commands";
import type { EventName } from "@/domain/kernel/events";
import { idsOfOrders } from "@/domain/orders/queries";

/** Gets all subjects of one event name that wait together; "unavailable" leaves them waiting. */
export type Reaction = (subjectIds: readonly string[]) => Promise<"done" | "unavailable">;

const ordersOfAgencies: Reaction = async (agencyIds) =>
  indexOrders(await idsOfOrders({ agencyId: { in: [...agencyIds] } }));
const ordersOfContracts: Reaction = async (contractIds) =>
  indexOrders(await idsOfOrders({ contractId: { in: [...contractIds] } }));
export const reactions: Readonly<Record<EventName, readonly Reaction[]>> = {
  "user.added": [],
  "agency.changed": [ordersOfAgencies],
  "licence.changed": [ordersOfAgencies],
  "register.imported": [],
  "contract.changed": [ordersOfContracts],
  "order.changed": [indexOrders],
  "orders.imported": [],
  "rates.changed": [],
  "warning.changed": [],
};
