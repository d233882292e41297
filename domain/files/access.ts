// Files decides nothing about who may see what: the context that owns a file does, and says so with a ticket.

declare const ticket: unique symbol;
/** The bearer was checked by the owning context, for everything that belongs to this one owner (a receipt, a contract, a report). */
export type FileTicket = { readonly ownerType: string; readonly ownerId: string; readonly [ticket]: true };

/** Only for queries and commands of the owning context, after their own check; an id of a file from a request opens nothing by itself. */
export const ticketFor = (ownerType: string, ownerId: string): FileTicket => ({ ownerType, ownerId }) as FileTicket;
