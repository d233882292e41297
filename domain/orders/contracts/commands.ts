import "server-only";
import { newRowId } from "@/domain/audit/bulk";
import { type Note, type Tx, change } from "@/domain/audit/change";
import { ticketFor } from "@/domain/files/access";
import { dropFiles, enterFile, prepareFile } from "@/domain/files/commands";
import type { HandedIn } from "@/domain/files/schema";
import type { Actor } from "@/domain/kernel/actor";
import { type Day, columnOfDay, dayOf } from "@/domain/kernel/calendar";
import { Refusal, claimed, requireAll } from "@/domain/kernel/refusal";
import { cleanText } from "@/domain/kernel/text";
import { type Prisma, db } from "@/platform/db";
import { judgeAgain } from "../judging";
import { contractsWithin, mayDecideContracts, mayMakeContracts } from "./access";
import { type ContractDbRow, handedIn, payColumn, typedOf, withQuotas } from "./rows";
import {
  addWorkingDays,
  cleanTyped,
  contractAnswerDays,
  contractFindings,
  isEditable,
  mayMoveContract,
  readContract,
} from "./rules";
import { type ContractStatus, type ReadContract, type Remarks, type TypedContract, remarkFields } from "./schema";

const context = "contracts";
const mostFiles = 5;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Drawn with the page of a new contract, so that sending it twice makes one. */
export const newContractId = (): string => newRowId();

type Saved = { reference: string; version: number };

/** Somebody else's and none at all are the same answer. */
async function within(tx: Tx, actor: Actor, reference: string): Promise<ContractDbRow> {
  const scope = contractsWithin(actor);
  const row =
    scope && (await tx.supplyContract.findFirst({ where: { AND: [{ reference }, scope] }, include: withQuotas }));
  if (!row) throw new Refusal(context, "known");
  return row;
}

/** The version named must still be the newest, and the move allowed: both decided by the row itself. */
async function move(
  tx: Tx,
  row: ContractDbRow,
  { version, to, ...data }: { version: number; to: ContractStatus } & Prisma.SupplyContractUpdateManyMutationInput,
): Promise<void> {
  requireAll(context, { moveAllowed: mayMoveContract(row.status, to) });
  const where = { id: row.id, version, status: row.status };
  claimed(
    `${context}.unchanged`,
    await tx.supplyContract.updateMany({ where, data: { ...data, status: to, version: { increment: 1 } } }),
  );
}

const firstColumns = ({ kind, market, partnerName, partnerCountry }: ReadContract) => ({
  ...{ kind: kind ?? ("agency_order" as const), market: market ?? "" },
  ...{ partnerName: partnerName ?? "", partnerCountry: partnerCountry ?? "" },
});

async function begin(tx: Tx, actor: Actor & { agencyId: string }, id: string, typed: TypedContract) {
  const [next] = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('contract_reference') AS n`;
  const reference = `HD-${String(next?.n).padStart(6, "0")}`;
  await tx.supplyContract.create({
    data: { ...firstColumns(readContract(typed)), id, reference, agencyId: actor.agencyId, status: "draft", typed },
  });
  return { id, reference };
}

/**
 * Keeps a form as it is, errors and all. A new one comes with the id its page was drawn with, so that sending it twice makes one contract.
 * Refuses (contracts.unchanged) when somebody saved meanwhile: the page shows both.
 */
export async function saveContract(
  actor: Actor,
  input: { id: string } & ({ reference: string; version: number } | { reference: null }) & {
      typed: Readonly<Record<string, unknown>>;
      files?: readonly HandedIn[];
      drop?: readonly string[];
    },
): Promise<Saved> {
  requireAll(context, { mayMakeContracts: mayMakeContracts(actor) });
  if (!mayMakeContracts(actor)) throw new Refusal(context, "mayMakeContracts");
  const typed = cleanTyped(input.typed);
  const prepared = await Promise.all((input.files ?? []).map(prepareFile));
  return change(actor, async (tx, now, note) => {
    let held: { id: string; reference: string };
    let version = 1;
    if (input.reference === null) {
      requireAll(context, { known: uuid.test(input.id) });
      const before = await tx.supplyContract.findUnique({ where: { id: input.id } });
      // The same form sent again: what it holds is kept already.
      if (before) {
        requireAll(context, { known: before.agencyId === actor.agencyId });
        return { reference: before.reference, version: before.version };
      }
      held = await begin(tx, actor, input.id, typed);
    } else {
      const row = await within(tx, actor, input.reference);
      requireAll(context, { editable: isEditable(row.status) });
      const where = { id: row.id, version: input.version, status: row.status };
      const facts = row.submittedAt || row.externalSource ? {} : firstColumns(readContract(typed));
      claimed(
        `${context}.unchanged`,
        await tx.supplyContract.updateMany({ where, data: { ...facts, typed, version: { increment: 1 } } }),
      );
      held = row;
      version = input.version + 1;
    }
    await tx.contractEdit.create({
      data: { contractId: held.id, version, typed, editorId: actor.id, editorName: actor.name, at: now },
    });
    const owner = ticketFor("supplyContract", held.id);
    if (input.drop?.length) await dropFiles(tx, note, owner, input.drop);
    const known = await tx.storedFile.count({ where: { ownerType: "supplyContract", ownerId: held.id } });
    requireAll(context, { filesFew: known + prepared.length <= mostFiles });
    for (const file of prepared) await enterFile(tx, now, note, file, owner);
    note({
      ...{ event: "contract.changed", subjectType: "contract", subjectId: held.id, quiet: true },
      after: { saved: version, fields: Object.keys(typed).length },
    });
    return { reference: held.reference, version };
  });
}

/** Quotas of a contract never approved have no claims; those that an earlier life left are not taken from under an order. */
async function writeQuotas(tx: Tx, contractId: string, { rows }: ReadContract): Promise<void> {
  await tx.contractQuota.deleteMany({ where: { contractId, claimed: 0 } });
  requireAll(context, { quotasFree: (await tx.contractQuota.count({ where: { contractId } })) === 0 });
  await tx.contractQuota.createMany({
    data: rows.map(({ occupation, sex, quota, pay }) => ({
      ...{ id: newRowId(), contractId, occupation: occupation ?? "", sex, quota: quota ?? 0, pay: payColumn(pay) },
    })),
  });
}

const column = (day: Day | null): Date | null => day && columnOfDay(day);

/** Hands the form as it was last saved to the authority; the clock of L69 Art. 20 begins. Refuses with everything that is missing. */
export function submitContract(actor: Actor, { reference, version }: Saved): Promise<void> {
  return change(actor, async (tx, now, note) => {
    requireAll(context, { mayMakeContracts: mayMakeContracts(actor) });
    const row = await within(tx, actor, reference);
    const typed = typedOf(row, handedIn(row));
    const files = await tx.storedFile.count({ where: { ownerType: "supplyContract", ownerId: row.id } });
    const findings = contractFindings(typed, files);
    const [first] = findings;
    requireAll(context, { editable: isEditable(row.status) });
    if (first)
      throw new Refusal(
        ...([context, first.name, {}, findings.map(({ name, field }) => ({ code: field, name }))] as const),
      );
    const read = readContract(typed);
    await move(tx, row, {
      ...{ version, to: "submitted", ...firstColumns(read), terms: read.terms, remarks: {} },
      ...{ validFrom: column(read.validFrom), validTo: column(read.validTo) },
      ...{ submittedAt: now, answerDueOn: columnOfDay(addWorkingDays(dayOf(now), contractAnswerDays)) },
    });
    await writeQuotas(tx, row.id, read);
    tell(note, row, "submitted", { market: read.market, quotas: quotasOf(read) });
  });
}

const quotasOf = ({ rows }: ReadContract) => rows.map(({ occupation, sex, quota }) => ({ occupation, sex, quota }));
const tell = (
  note: (entry: Note) => void,
  row: ContractDbRow,
  status: ContractStatus,
  more: Prisma.InputJsonObject = {},
): void =>
  note({
    ...{ event: "contract.changed", subjectType: "contract", subjectId: row.id },
    ...{ before: { status: row.status }, after: { status, ...more } },
  });

const officeNameOf = async (officeId: string): Promise<string> =>
  (await db.office.findUnique({ where: { id: officeId }, select: { name: true } }))?.name ?? "";

/** A remark names a field of the form or one of its lines. */
function cleanRemarks(said: Readonly<Record<string, string>>): Remarks {
  const known = (field: string) => (remarkFields as readonly string[]).includes(field) || /^row\.\d{1,2}$/.test(field);
  const kept = Object.entries(said).map(([field, text]) => [field, cleanText(text, 500)] as const);
  return Object.fromEntries(kept.filter(([field, text]) => known(field) && text !== ""));
}

/** Sent back field by field: whoever mends it reads what is wrong beside each field. */
export async function returnContract(
  actor: Actor,
  { reference, version, remarks }: Saved & { remarks: Readonly<Record<string, string>> },
): Promise<void> {
  if (!mayDecideContracts(actor)) throw new Refusal(context, "mayDecideContracts");
  const kept = cleanRemarks(remarks);
  const decidedOffice = await officeNameOf(actor.officeId);
  await change(actor, async (tx, now, note) => {
    const row = await within(tx, actor, reference);
    requireAll(context, { remarked: Object.keys(kept).length > 0 });
    await move(tx, row, { version, to: "returned", remarks: kept, decidedAt: now, decidedOffice });
    tell(note, row, "returned", { remarks: kept });
  });
}

/** The written approval, with its number and day; from now on orders may be published from it. */
export async function approveContract(
  actor: Actor,
  { reference, version, approvalNo, approvedOn }: Saved & { approvalNo: string; approvedOn: Day },
): Promise<void> {
  if (!mayDecideContracts(actor)) throw new Refusal(context, "mayDecideContracts");
  const number = cleanText(approvalNo, 80);
  const decidedOffice = await officeNameOf(actor.officeId);
  await change(actor, async (tx, now, note) => {
    requireAll(context, { approvalNumbered: number !== "", approvedByToday: approvedOn <= dayOf(now) });
    const row = await within(tx, actor, reference);
    await move(tx, row, {
      ...{ version, to: "approved", approvalNo: number, approvedOn: columnOfDay(approvedOn) },
      ...{ decidedAt: now, decidedOffice, remarks: {} },
    });
    tell(note, row, "approved", { approvalNo: number, approvedOn });
    await judgeAgain(tx, { contractId: row.id }, now, note);
  });
}

/** Ended by its head office or by the authority; orders that stand on it are gone with the commit. */
export function closeContract(actor: Actor, { reference, version }: Saved): Promise<void> {
  return change(actor, async (tx, now, note) => {
    requireAll(context, { mayCloseContracts: mayMakeContracts(actor) || mayDecideContracts(actor) });
    const row = await within(tx, actor, reference);
    await move(tx, row, { version, to: "closed" });
    tell(note, row, "closed");
    await judgeAgain(tx, { contractId: row.id }, now, note);
  });
}
