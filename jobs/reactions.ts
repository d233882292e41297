// What follows each change. Every reaction reads the present state, so that running it twice, or late, does no harm.
import { indexOrders } from "@/domain/search/commands";
import { systemActor } from "@/domain/kernel/actor";
import type { EventName } from "@/domain/kernel/events";
import { judgeOrders } from "@/domain/orders/commands";
import { idsOfOrders } from "@/domain/orders/queries";
import { judgeBooks } from "@/domain/payments/commands";
import { noteChange } from "@/domain/statistics/commands";
import { tellContracts, tellMembers, tellNotices, tellPasswords, tellReporters, tellStops } from "./messages";

/** Gets all subjects of one event name that wait together; "unavailable" leaves them waiting. */
export type Reaction = (subjectIds: readonly string[]) => Promise<"done" | "unavailable">;

const ordersOfAgencies: Reaction = async (agencyIds) =>
  indexOrders(await idsOfOrders({ agencyId: { in: [...agencyIds] } }));
const ordersOfContracts: Reaction = async (contractIds) =>
  indexOrders(await idsOfOrders({ contractId: { in: [...contractIds] } }));
/** Figures are made anew by the schedule, once for however many changes. */
const figuresChange: Reaction = async () => {
  await noteChange(systemActor("figuresChange"));
  return "done";
};
/** Differences between published, contracted and paid become flags at once (features C3). */
const paymentsJudged: Reaction = async (bookIds) => {
  await judgeBooks(systemActor("paymentsJudged"), bookIds);
  return "done";
};
/** What a locality was told is a condition of the order (P11): judged again, and indexed when that changes it. */
const ordersOfNotices: Reaction = async (noticeIds) => {
  const where = { status: "published" as const, notices: { some: { id: { in: [...noticeIds] } } } };
  await judgeOrders(systemActor("ordersOfNotices"), where);
  return "done";
};
/** People are told first: an engine that is away holds up the index and nothing else. */
export const reactions: Readonly<Record<EventName, readonly Reaction[]>> = {
  "file.kept": [],
  "file.forgotten": [],
  "file.missing": [],
  "user.added": [],
  "user.changed": [tellPasswords],
  "membership.changed": [tellMembers],
  "office.changed": [],
  "account_request.changed": [],
  "agency.changed": [figuresChange, ordersOfAgencies],
  "licence.changed": [tellStops, figuresChange, ordersOfAgencies],
  "register.imported": [figuresChange],
  "contract.changed": [tellContracts, figuresChange, ordersOfContracts],
  "order.changed": [figuresChange, indexOrders],
  "orders.imported": [figuresChange],
  "rates.changed": [],
  "warning.changed": [],
  "notice.changed": [tellNotices, ordersOfNotices],
  "report.changed": [tellReporters],
  "payments.changed": [paymentsJudged],
  "payments.judged": [],
};
