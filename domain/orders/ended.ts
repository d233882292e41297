import "server-only";
import { type Day, addDays, dayOf } from "@/domain/kernel/calendar";
import { standingsOf } from "@/domain/licences/queries";
import { restrictionsCovering } from "@/domain/licences/rules";
import { db } from "@/platform/db";
import type { OrderPage } from "./queries";

/** Since which day an order is not open: the day of the act in the journal, of the decision on its agency, or of its own deadline. Null: not known. */
export async function notOpenSince(page: OrderPage, on: Day): Promise<Day | null> {
  const { facts, notOpen } = page;
  if (!notOpen) return null;
  if (notOpen.reason === "agency") return facts.agencyId ? agencyStoppedOn(facts.agencyId, facts, on) : null;
  if (notOpen.reason === "contract")
    return facts.contract?.validTo && facts.contract.validTo <= on ? facts.contract.validTo : null;
  if (facts.status === "published")
    return notOpen.reason === "deadline" && facts.deadlineOn ? addDays(facts.deadlineOn, 1) : null;
  const entries = await db.journalEntry.findMany({
    where: { subjectType: "order", subjectId: facts.id, event: "order.changed" },
    select: { at: true, after: true },
    orderBy: { id: "desc" },
    take: 50,
  });
  const ending = entries.find(({ after }) => (after as { status?: string } | null)?.status === facts.status);
  return ending ? dayOf(ending.at) : null;
}

/** The latest decision that stops this order: the licence's last spell that is not active, or a restriction. */
async function agencyStoppedOn(
  agencyId: string,
  order: { market: string; kind: string },
  on: Day,
): Promise<Day | null> {
  const standing = (await standingsOf([agencyId])).get(agencyId);
  if (!standing) return null;
  const spells = standing.spells.filter(({ status, verified, from }) => verified && status !== "active" && from <= on);
  const days = [...spells, ...restrictionsCovering(standing, order, on)].map(({ from }) => from);
  return days.sort().at(-1) ?? null;
}
