import "server-only";
import type { Tx } from "@/domain/audit/change";
import { type Day, dayOfColumn } from "@/domain/kernel/calendar";
import { standingsOf } from "@/domain/licences/queries";
import { db } from "@/platform/db";
import { type NoticeChecklist, noticeConditions } from "./rules";

type Filed = { orderId: string; agencyId: string; province: string; communes: string[]; fromOn: Date; toOn: Date };

/** What holds of a notice on a day, read from its order, the register and the list of places as they are now. */
export async function checklistOf(notice: Filed, on: Day, tx: Tx = db as unknown as Tx): Promise<NoticeChecklist> {
  const [order, standings, places] = await Promise.all([
    tx.jobOrder.findUniqueOrThrow({
      where: { id: notice.orderId },
      select: {
        ...{ market: true, kind: true, deadlineOn: true, nationwide: true, provinces: true },
        public: { select: { id: true } },
      },
    }),
    standingsOf([notice.agencyId], tx),
    tx.locality.findMany({
      where: { id: { in: notice.communes }, level: "commune", validTo: null },
      select: { id: true, parentId: true },
    }),
  ]);
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const facts = {
    province: notice.province,
    communeProvinces: notice.communes.map((id) => parents.get(id) ?? null),
    ...{ fromOn: dayOfColumn(notice.fromOn), toOn: dayOfColumn(notice.toOn) },
    order: {
      ...order,
      public: order.public !== null,
      deadlineOn: order.deadlineOn && dayOfColumn(order.deadlineOn),
    },
    standing: standings.get(notice.agencyId) ?? null,
  };
  return noticeConditions(facts, on);
}
