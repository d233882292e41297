import "server-only";
import { newRowId } from "@/domain/audit/bulk";
import { type Note, type Tx, change } from "@/domain/audit/change";
import type { Actor } from "@/domain/kernel/actor";
import { columnOfDay, dayOf } from "@/domain/kernel/calendar";
import { Refusal, claimed, requireAll } from "@/domain/kernel/refusal";
import { foldName } from "@/domain/kernel/text";
import { phoneKey } from "@/domain/licences/rules";
import type { Prisma } from "@/platform/db";
import { mayDecide, mayFile, mayWithdraw, noticesWithin } from "./access";
import { checklistOf } from "./facts";
import { type NoticeChecklist, failing, mayMove } from "./rules";
import { type DecisionInput, type NoticeInput, type NoticeStatus, decisionInput, noticeInput } from "./schema";

/** The first condition that fails gives the refusal its name; all the others go with it. */
function refuseUnlessMet(checklist: NoticeChecklist): void {
  const names = failing(checklist);
  const [first] = names;
  if (first)
    throw new Refusal(
      "notices",
      first,
      {},
      names.map((name) => ({ code: name, name })),
    );
}

type Filed = { id: string; reference: string; province: string };

/** Announces to each province named that the agency recruits there for an order. The same notice sent twice is one. */
export async function fileNotices(actor: Actor, input: NoticeInput): Promise<Filed[]> {
  const said = noticeInput.parse(input);
  requireAll("notices", { mayFile: mayFile(actor) });
  if (!mayFile(actor)) return [];
  try {
    return await change(actor, async (tx, now, note) => {
      // Another agency's order and one that does not exist are the same answer.
      const order = await tx.jobOrder.findFirst({
        where: { reference: said.orderReference, agencyId: actor.agencyId },
        select: { id: true, demo: true },
      });
      if (!order) throw new Refusal("notices", "orderExists");
      const places = await communesByProvince(tx, said.provinces, said.communes);
      const filed: Filed[] = [];
      for (const [province, communes] of places) {
        const terms = {
          ...{ orderId: order.id, agencyId: actor.agencyId, province, communes },
          ...{ fromOn: columnOfDay(said.fromOn), toOn: columnOfDay(said.toOn) },
        };
        refuseUnlessMet(await checklistOf(terms, dayOf(now), tx));
        const { id, reference } = { id: newRowId(), reference: await nextReference(tx) };
        await tx.recruitmentNotice.create({
          data: {
            ...{ ...terms, id, reference, branchId: actor.branchId, venues: said.venues, demo: order.demo },
            ...{ status: "submitted", filedAt: now },
            openKey: [order.id, province, communes.join(), said.fromOn, said.toOn].join(" "),
          },
        });
        await tx.noticeRecruiter.createMany({
          data: said.recruiters.map(({ name, phone }, position) => ({
            ...{ noticeId: id, position, name, nameKey: foldName(name), phone, phoneKey: phoneKey(phone) ?? "" },
          })),
        });
        noted(note, id, { reference, order: said.orderReference, province, communes, status: "submitted" });
        filed.push({ id, reference, province });
      }
      return filed;
    });
  } catch (error) {
    // Only the open key can be there already: the very same notice, sent again or at the same moment.
    if ((error as { code?: string }).code === "P2002") throw new Refusal("notices", "notFiledAlready");
    throw error;
  }
}

/** Communes under the provinces they lie in; one that lies in none of them is refused. */
async function communesByProvince(
  tx: Tx,
  provinces: readonly string[],
  communes: readonly string[],
): Promise<Map<string, string[]>> {
  const found = await tx.locality.findMany({
    where: { id: { in: [...communes] }, level: "commune", validTo: null, parentId: { in: [...provinces] } },
    select: { id: true, parentId: true },
    orderBy: { id: "asc" },
  });
  requireAll("notices", { communesInProvince: found.length === communes.length });
  return new Map(provinces.map((id) => [id, found.filter(({ parentId }) => parentId === id).map((place) => place.id)]));
}

async function nextReference(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('notice_reference') AS n`;
  return `TB-${String(row?.n).padStart(6, "0")}`;
}

const noted = (note: (entry: Note) => void, id: string, after: Prisma.InputJsonObject, before?: NoticeStatus): void =>
  note({
    ...{ event: "notice.changed", subjectType: "notice", subjectId: id, after },
    ...(before ? { before: { status: before } } : { personal: ["recruiters"] }),
  });

/** A notice within the actor's own scope; what is outside does not exist. */
async function loadWithin(tx: Tx, actor: Actor, reference: string) {
  const within = noticesWithin(actor);
  const row =
    within && /^TB-\d{1,12}$/.test(reference)
      ? await tx.recruitmentNotice.findFirst({ where: { ...within, reference } })
      : null;
  if (!row) throw new Refusal("notices", "exists");
  return row;
}
type Row = Awaited<ReturnType<typeof loadWithin>>;

type Decision = { status: NoticeStatus; reasons?: string[]; decisionNote?: string | null };

/** Two may decide at once: the WHERE takes the first. */
async function move(tx: Tx, actor: Actor, row: Row, at: Date, decision: Decision, note: (entry: Note) => void) {
  requireAll("notices", { mayMove: mayMove(row.status, decision.status) });
  const open = decision.status === "accepted";
  const office =
    actor.kind === "officer"
      ? await tx.office.findUniqueOrThrow({ where: { id: actor.officeId }, select: { id: true, name: true } })
      : null;
  const data = {
    ...decision,
    ...(!open && { openKey: null }),
    ...(office ? { decidedAt: at, decidedOfficeId: office.id, decidedOffice: office.name } : { withdrawnAt: at }),
  };
  claimed(
    "notices.mayMove",
    await tx.recruitmentNotice.updateMany({ where: { id: row.id, status: row.status }, data }),
  );
  const after = { status: decision.status, reasons: decision.reasons ?? [], office: office?.name ?? null };
  noted(note, row.id, after, row.status);
}

/** The office of the place accepts: from then on, on the days named, the agency may recruit there. */
export function acceptNotice(actor: Actor, { reference }: { reference: string }): Promise<void> {
  return change(actor, async (tx, now, note) => {
    const row = await loadWithin(tx, actor, reference);
    requireAll("notices", { mayDecide: mayDecide(actor, row), mayMove: mayMove(row.status, "accepted") });
    refuseUnlessMet(await checklistOf(row, dayOf(now), tx));
    await move(tx, actor, row, now, { status: "accepted" }, note);
  });
}

/** Refuses what waits, or takes back what was accepted: always with reasons that the agency reads. */
export function refuseNotice(actor: Actor, input: DecisionInput): Promise<void> {
  const { reference, reasons, note: decisionNote } = decisionInput.parse(input);
  return change(actor, async (tx, now, note) => {
    const row = await loadWithin(tx, actor, reference);
    requireAll("notices", { mayDecide: mayDecide(actor, row) });
    const status = row.status === "accepted" ? "revoked" : "refused";
    await move(tx, actor, row, now, { status, reasons, decisionNote }, note);
  });
}

/** The agency will not recruit there after all. */
export function withdrawNotice(actor: Actor, { reference }: { reference: string }): Promise<void> {
  return change(actor, async (tx, now, note) => {
    const row = await loadWithin(tx, actor, reference);
    requireAll("notices", { mayWithdraw: mayWithdraw(actor, row) });
    await move(tx, actor, row, now, { status: "withdrawn" }, note);
  });
}
