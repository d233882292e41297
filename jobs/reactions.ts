// What follows each change. Every reaction reads the present state, so that running it twice, or late, does no harm.
import { indexOrders } from "@/domain/search/commands";
import type { EventName } from "@/domain/kernel/events";
import { idsOfOrders, startOfImport } from "@/domain/orders/queries";

/** Gets all subjects of one event name that wait together; "unavailable" leaves them waiting. */
export type Reaction = (subjectIds: readonly string[]) => Promise<"done" | "unavailable">;

const ordersOfAgencies: Reaction = async (agencyIds) => indexOrders(await idsOfOrders({ agencyId: { in: [...agencyIds] } }));
const ordersOfContracts: Reaction = async (contractIds) => indexOrders(await idsOfOrders({ contractId: { in: [...contractIds] } }));
const ordersOfImports: Reaction = async (importIds) => {
  for (const id of importIds) {
    const since = await startOfImport(id);
    if (since && (await indexOrders(await idsOfOrders({ updatedAt: { gte: since } }))) === "unavailable") return "unavailable";
  }
  return "done";
};

export const reactions: Readonly<Record<EventName, readonly Reaction[]>> = {
  "user.added": [],
  "agency.changed": [ordersOfAgencies],
  "licence.changed": [ordersOfAgencies],
  "register.imported": [],
  "contract.changed": [ordersOfContracts],
  "order.changed": [indexOrders],
  "orders.imported": [ordersOfImports],
  "rates.changed": [],
  "warning.changed": [],
};
