// Every change that somebody may follow, and what it tells: ids only, so that a reaction reads the present state.

export type Events = {
  "user.added": { id: string };
  "agency.changed": { id: string };
  "licence.changed": { id: string };
  "register.imported": { id: string };
  "contract.changed": { id: string };
  "order.changed": { id: string };
  "orders.imported": { id: string };
  "rates.changed": { id: string };
  "warning.changed": { id: string };
};
export type EventName = keyof Events;
