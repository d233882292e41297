// Where a request to act for an agency may go next. No law gives it a day: the queue shows how long it waits.
import type { RequestStatus } from "./schema";

export const requestMoves = {
  sent: ["returned", "approved", "refused", "withdrawn"],
  returned: ["sent", "refused", "withdrawn"],
  approved: [],
  refused: [],
  withdrawn: [],
} as const satisfies Record<RequestStatus, readonly RequestStatus[]>;

export const mayMoveRequest = (from: RequestStatus, to: RequestStatus): boolean =>
  (requestMoves[from] as readonly string[]).includes(to);
