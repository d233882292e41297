import "server-only";
import { beginOwnership } from "@/domain/accounts/commands";
import { readPhone } from "@/domain/accounts/rules";
import { newRowId } from "@/domain/audit/bulk";
import { type Note, type Tx, change } from "@/domain/audit/change";
import { ticketFor } from "@/domain/files/access";
import { dropFiles, enterFile, prepareFile } from "@/domain/files/commands";
import type { HandedIn } from "@/domain/files/schema";
import type { Actor } from "@/domain/kernel/actor";
import { Refusal, claimed, requireAll } from "@/domain/kernel/refusal";
import { cleanText } from "@/domain/kernel/text";
import { type Prisma, db } from "@/platform/db";
import { mayAskForAccount, mayDecideRequests, requestsWithin } from "./access";
import { mayMoveRequest } from "./rules";
import { type AccountRequestInput, type RequestStatus, accountRequestInput, requestRemarkFields } from "./schema";

const context = "requests";
const personal = ["contactName", "position", "phone", "note"];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
type Sent = { id: string; reference: string };

function readInput(input: AccountRequestInput) {
  const { contactName, position, phone, note } = accountRequestInput.parse(input);
  const number = readPhone(phone);
  requireAll(context, { phoneReadable: number !== null });
  return {
    ...{ contactName: cleanText(contactName, 120), position: cleanText(position, 120), phone: number ?? "" },
    note: note ? cleanText(note, 1_000) : null,
  };
}

/** Somebody asks to own an agency's account. Asking twice while the first waits is refused, and so is asking for what one has. */
export async function askForAccount(
  actor: Actor,
  { agencyId, proof, ...said }: AccountRequestInput & { agencyId: string; proof: readonly HandedIn[] },
): Promise<Sent> {
  requireAll(context, { mayAskForAccount: mayAskForAccount(actor) });
  const input = readInput(said);
  requireAll(context, { agencyKnown: uuid.test(agencyId), proofGiven: proof.length > 0 });
  const prepared = await Promise.all(proof.map(prepareFile));
  return change(actor, async (tx, now, note) => {
    const agency = await tx.agency.findUnique({ where: { id: agencyId }, select: { id: true } });
    const [held, open] = await Promise.all([
      tx.membership.count({ where: { userId: actor.id, agencyId, role: "agency_owner", endedAt: null } }),
      tx.accountRequest.count({ where: { userId: actor.id, agencyId, status: { in: ["sent", "returned"] } } }),
    ]);
    requireAll(context, { agencyKnown: agency !== null, notOwnerAlready: held === 0, notAskedAlready: open === 0 });
    const [next] = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('account_request_reference') AS n`;
    const row = { id: newRowId(), reference: `TK-${String(next?.n).padStart(6, "0")}` };
    // Two buttons pressed at once: the index lets one of them through.
    const made = await tx.accountRequest.createMany({
      data: [{ ...row, ...input, status: "sent", userId: actor.id, agencyId, firstSentAt: now, sentAt: now }],
      skipDuplicates: true,
    });
    claimed(`${context}.notAskedAlready`, made);
    for (const file of prepared) await enterFile(tx, now, note, file, ticketFor("accountRequest", row.id));
    note({
      ...{ event: "account_request.changed", subjectType: "account_request", subjectId: row.id, personal },
      after: { status: "sent", reference: row.reference, agencyId },
    });
    return row;
  });
}

type At = { id: string; version: number };

async function ownRequest(tx: Tx, actor: Actor, id: string) {
  const row = uuid.test(id) ? await tx.accountRequest.findFirst({ where: { id, userId: actor.id } }) : null;
  if (!row || !mayAskForAccount(actor)) throw new Refusal(context, "known");
  return row;
}
async function officersRequest(tx: Tx, actor: Actor, id: string) {
  const scope = requestsWithin(actor);
  const row = scope && uuid.test(id) ? await tx.accountRequest.findFirst({ where: { AND: [{ id }, scope] } }) : null;
  if (!row) throw new Refusal(context, "known");
  return row;
}

type Row = Awaited<ReturnType<typeof ownRequest>>;
async function move(
  tx: Tx,
  note: (entry: Note) => void,
  row: Row,
  { version, to, ...data }: { version: number; to: RequestStatus } & Prisma.AccountRequestUpdateManyMutationInput,
  told: { personal?: string[]; after?: Prisma.InputJsonObject } = {},
): Promise<void> {
  requireAll(context, { moveAllowed: mayMoveRequest(row.status, to) });
  const moved = await tx.accountRequest.updateMany({
    where: { id: row.id, version, status: row.status },
    data: { ...data, status: to, version: { increment: 1 } },
  });
  claimed(`${context}.unchanged`, moved);
  note({
    ...{ event: "account_request.changed", subjectType: "account_request", subjectId: row.id, ...told },
    ...{ before: { status: row.status }, after: { status: to, ...told.after } },
  });
}

/** Mended and sent again; new proof takes the place of the old, none leaves it. */
export async function mendRequest(
  actor: Actor,
  { id, version, proof, ...said }: AccountRequestInput & At & { proof: readonly HandedIn[] },
): Promise<void> {
  const input = readInput(said);
  const prepared = await Promise.all(proof.map(prepareFile));
  await change(actor, async (tx, now, note) => {
    const row = await ownRequest(tx, actor, id);
    await move(tx, note, row, { version, to: "sent", ...input, sentAt: now, remarks: {} }, { personal });
    if (prepared.length > 0) await dropFiles(tx, note, ticketFor("accountRequest", id));
    for (const file of prepared) await enterFile(tx, now, note, file, ticketFor("accountRequest", id));
  });
}

export const withdrawRequest = (actor: Actor, { id, version }: At): Promise<void> =>
  change(actor, async (tx, _now, note) => {
    const row = await ownRequest(tx, actor, id);
    await move(tx, note, row, { version, to: "withdrawn" });
  });

const officeNameOf = async (officeId: string): Promise<string> =>
  (await db.office.findUnique({ where: { id: officeId }, select: { name: true } }))?.name ?? "";

type Decided = { to: "approved" } | { to: "returned" | "refused"; remarks: Readonly<Record<string, string>> };

async function decide(actor: Actor, { id, version }: At, decided: Decided): Promise<void> {
  if (!mayDecideRequests(actor)) throw new Refusal(context, "mayDecideRequests");
  const decidedOffice = await officeNameOf(actor.officeId);
  const said = decided.to === "approved" ? [] : Object.entries(decided.remarks);
  const remarks = Object.fromEntries(
    said
      .map(([field, text]) => [field, cleanText(text, 500)] as const)
      .filter(([field, text]) => text !== "" && (requestRemarkFields as readonly string[]).includes(field)),
  );
  await change(actor, async (tx, now, note) => {
    const row = await officersRequest(tx, actor, id);
    requireAll(context, {
      notHerOwn: row.userId !== actor.id,
      remarked: decided.to === "approved" || Object.keys(remarks).length > 0,
    });
    await move(tx, note, row, { version, to: decided.to, remarks, decidedAt: now, decidedOffice });
    if (decided.to === "approved") await beginOwnership(tx, now, note, { userId: row.userId, agencyId: row.agencyId });
  });
}

/** The proof holds: she owns the agency's account from the next request on. */
export const approveRequest = (actor: Actor, at: At): Promise<void> => decide(actor, at, { to: "approved" });
/** Something is missing: field by field, and she sends it again. */
export const returnRequest = (actor: Actor, { remarks, ...at }: At & { remarks: Readonly<Record<string, string>> }) =>
  decide(actor, at, { to: "returned", remarks });
/** She does not act for this firm. */
export const refuseRequest = (actor: Actor, { reason, ...at }: At & { reason: string }) =>
  decide(actor, at, { to: "refused", remarks: { whole: reason } });
