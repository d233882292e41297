// Orders held against the conditions again, in the very transaction that changed what they hang on.
import "server-only";
import type { Note, Tx } from "@/domain/audit/change";
import { columnOfDay, dayOf } from "@/domain/kernel/calendar";
import type { Prisma } from "@/platform/db";
import { loadPublishable } from "./publishable";
import { electHeads } from "./record";
import { hidingByRules, publicationConditions, warnedOf } from "./rules";

const batch = 2_000;

/** Inside the change of what they hang on: a contract, a quota, a rule. Answers how many changed. */
export async function judgeAgain(
  tx: Tx,
  where: Prisma.JobOrderWhereInput,
  now: Date,
  note: (entry: Note) => void,
): Promise<number> {
  const day = dayOf(now);
  const ids = (await tx.jobOrder.findMany({ where, select: { id: true } })).map((row) => row.id);
  let changed = 0;
  for (let start = 0; start < ids.length; start += batch) {
    const orders = await loadPublishable({ id: { in: ids.slice(start, start + batch) } }, tx);
    for (const { row, order } of orders) {
      const conditions = publicationConditions(order, day);
      const judged = { blockedBy: hidingByRules(conditions), warnedOf: warnedOf(conditions) };
      const same = judged.blockedBy.join() === row.blockedBy.join() && judged.warnedOf.join() === row.warnedOf.join();
      if (same) continue;
      changed += 1;
      await tx.jobOrder.update({
        where: { id: row.id },
        data: { ...judged, evaluatedOn: columnOfDay(day), version: { increment: 1 } },
      });
      note({
        event: "order.changed",
        subjectType: "order",
        subjectId: row.id,
        before: { blockedBy: row.blockedBy },
        after: { blockedBy: judged.blockedBy },
      });
    }
    const judgedIds = orders.map(({ row }) => row.id);
    await tx.jobOrder.updateMany({
      where: { id: { in: judgedIds }, NOT: { evaluatedOn: columnOfDay(day) } },
      data: { evaluatedOn: columnOfDay(day) },
    });
    await electHeads(tx, [...new Set(orders.map(({ row }) => row.groupKey))]);
  }
  return changed;
}
