// Every change that somebody may follow, and what it tells: ids only, so that a reaction reads the present state.

export type Events = {
  /** Something in a book of payments: opened, an entry, an ending. */
  "payments.changed": { id: string };
  /** Flags and refunds computed anew, a flag settled, links and sessions: nobody follows. */
  "payments.judged": { id: string };
  "file.kept": { id: string };
  "file.forgotten": { id: string };
  "file.missing": { id: string };
  "user.added": { id: string };
  /** Password, second step, addresses, identities: names of fields only. */
  "user.changed": { id: string };
  /** Invited, begun, ended: whoever it was acts otherwise from the next request on. */
  "membership.changed": { id: string };
  "office.changed": { id: string };
  /** Somebody asks to act for an agency: sent, returned, approved, refused, withdrawn. */
  "account_request.changed": { id: string };
  "agency.changed": { id: string };
  "licence.changed": { id: string };
  "register.imported": { id: string };
  "contract.changed": { id: string };
  "order.changed": { id: string };
  "orders.imported": { id: string };
  "rates.changed": { id: string };
  "warning.changed": { id: string };
  /** A recruitment notice: filed, accepted, refused, withdrawn, taken back. */
  "notice.changed": { id: string };
  /** A report of fraud: handed in, looked at, linked, merged, escalated, decided, withdrawn. */
  "report.changed": { id: string };
};
export type EventName = keyof Events;
