// Supply contracts from the first word typed to the last order gone: who may do what, in which order, and what two people at once do to each other.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { endMembership } from "@/domain/accounts/commands";
import type { Actor, AgencyStaff } from "@/domain/kernel/actor";
import { systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { recordAgency, recordDecision } from "@/domain/licences/commands";
import {
  approveContract,
  closeContract,
  publishOrder,
  recordOrders,
  returnContract,
  saveContract,
  submitContract,
} from "@/domain/orders/commands";
import {
  contractFile,
  contractFor,
  contractSavedMeanwhile,
  contractsFor,
  contractsWaitingFor,
  listCards,
} from "@/domain/orders/queries";
import { addWorkingDays, contractMoves, differencesOf } from "@/domain/orders/rules";
import type { ContractStatus } from "@/domain/orders/schema";
import { saveRates } from "@/domain/fees/commands";
import { db } from "@/platform/db";
import { aStaffMember, anOfficer } from "@/tests/builders/account";
import { orderTerms } from "@/tests/builders/order";

const tester = systemActor("test");
const refused = (condition: string) => expect.objectContaining({ context: "contracts", condition });
const aPdf = () => ({
  ...{ content: Buffer.from("%PDF-1.7\n1 0 obj (hop dong)\n%%EOF\n"), saidName: "hop-dong.pdf" },
  purpose: "contract" as const,
});
const complete = {
  ...{ kind: "agency_order", market: "DE", partnerName: "Klinik Mẫu GmbH", partnerCountry: "DE" },
  ...{ validFrom: "1/1/2026", validTo: "31/12/2027", workplace: "München, Bayern", months: "24" },
  ...{ airfare: "foreign_side", foreignPays: "Vé máy bay, phí đào tạo", rows: "1" },
  ...{ "row.0.occupation": "nurse-registered", "row.0.sex": "any", "row.0.quota": "50", "row.0.basic": "2.800" },
  ...{ "row.0.currency": "EUR", "row.0.period": "month", "row.0.hours": "38", "row.0.board": "own_cost" },
  "row.0.lodging": "deducted",
};
await saveRates(tester, [
  { currency: "EUR", on: day("2026-11-01"), vndPerUnit: 28_500, source: "kiểm thử", verified: false },
  { currency: "USD", on: day("2026-11-01"), vndPerUnit: 26_000, source: "kiểm thử", verified: false },
]);

let made = 0;
async function anAgency(provinceId = "01"): Promise<string> {
  made += 1;
  const { id } = await recordAgency(tester, {
    ...{ nameVi: `Công ty Hợp Đồng ${made}`, provinceId, source: "kiểm thử", verified: true, asOf: day("2026-11-01") },
    licence: { number: `${8300 + made}/LĐTBXH-GP`, issuedOn: day("2015-01-05") },
  });
  return id;
}
const [ministry, hanoi, elsewhere, commune] = await Promise.all([
  anOfficer(),
  anOfficer({ level: "province", province: "01" }),
  anOfficer({ level: "province", province: "40" }),
  anOfficer({ level: "commune", province: "01", commune: "00004" }),
]).then((all) => all.map(({ actor }) => actor));
if (!ministry || !hanoi || !elsewhere || !commune) throw new Error("no officers");
const agencyId = await anAgency();
const { actor: owner } = await aStaffMember({ agencyId });
const { actor: colleague } = await aStaffMember({ agencyId, role: "agency_recruiter" });
const { actor: stranger } = await aStaffMember({ agencyId: await anAgency() });
await recordDecision(tester, {
  ...{
    kind: "branch",
    agencyId,
    name: "Chi nhánh Đà Nẵng",
    from: day("2020-01-01"),
    source: "kiểm thử",
    verified: true,
  },
});
const branchRow = await db.branch.findFirstOrThrow({ where: { agencyId } });
const branch: AgencyStaff = { ...colleague, role: "branch_recruiter", branchId: branchRow.id };

const aDraft = (typed: Record<string, string> = complete, files = [aPdf()]) =>
  saveContract(owner, { id: randomUUID(), reference: null, typed, files });
async function submitted() {
  const draft = await aDraft();
  await submitContract(owner, draft);
  return { reference: draft.reference, version: draft.version + 1 };
}
async function approved() {
  const { reference, version } = await submitted();
  const approval = { approvalNo: "12/QLLĐNN-HĐ", approvedOn: day("2026-11-20") };
  await approveContract(ministry as Actor, { reference, version, ...approval });
  return { reference, version: version + 1 };
}

describe("a draft", () => {
  test("keeps every word typed, errors included, and says what is still missing", async () => {
    const typed = { market: "DE", months: "hai năm", "row.0.occupation": "nurse-registered", "row.0.quota": "nhiều" };
    const { reference } = await aDraft(typed, []);
    const page = await contractFor(owner, reference);
    expect(page?.typed).toMatchObject(typed);
    const names = page?.findings.map(({ name, field }) => `${field} ${name}`);
    expect(names).toContain("months monthsStated");
    expect(names).toContain("row.0.quota quotaStated");
    expect(names).toContain("file fileAttached");
    await expect(submitContract(owner, { reference, version: 1 })).rejects.toEqual(refused("kindChosen"));
  });

  test("sent twice from one page is one contract, and another agency cannot write into it", async () => {
    const id = randomUUID();
    const first = await saveContract(owner, { id, reference: null, typed: complete });
    expect(await saveContract(owner, { id, reference: null, typed: complete })).toEqual(first);
    await expect(saveContract(stranger, { id, reference: null, typed: complete })).rejects.toEqual(refused("known"));
    await expect(
      saveContract(stranger, { id, reference: first.reference, version: 1, typed: complete }),
    ).rejects.toEqual(refused("known"));
  });

  test("is its agency's own: no officer sees it, no other firm, and a branch sees it without writing it", async () => {
    const { reference } = await aDraft();
    for (const actor of [ministry, hanoi, stranger] as Actor[]) expect(await contractFor(actor, reference)).toBeNull();
    expect(await contractFor(branch, reference)).toMatchObject({ typed: null, mayEdit: false });
    await expect(saveContract(branch, { id: randomUUID(), reference, version: 1, typed: complete })).rejects.toEqual(
      refused("mayMakeContracts"),
    );
    await expect(submitContract(branch, { reference, version: 1 })).rejects.toEqual(refused("mayMakeContracts"));
  });

  test("scripts, lines and foreign fields are taken out of what is kept", async () => {
    const typed = { ...complete, partnerName: "A\r\nSet-Cookie: x \u202Ey", evil: "x", "row.99.quota": "1" };
    const { reference } = await aDraft(typed);
    const page = await contractFor(owner, reference);
    expect(page?.typed?.partnerName).toBe("A Set-Cookie: x y");
    expect(Object.keys(page?.typed ?? {}).filter((key) => key === "evil" || key.startsWith("row.99"))).toEqual([]);
  });
});

describe("two people", () => {
  test("editing one contract: the second is told, sees both, and what only one touched is suggested", async () => {
    const { reference, version } = await aDraft();
    const edit = (actor: Actor, typed: object) =>
      saveContract(actor, { id: randomUUID(), reference, version, typed: { ...complete, ...typed } });
    await edit(colleague, { partnerName: "Klinik Nord", months: "36" });
    const mine = { ...complete, partnerName: "Klinik Süd", workplace: "Hamburg" };
    await expect(edit(owner, mine)).rejects.toEqual(refused("unchanged"));
    const meanwhile = await contractSavedMeanwhile(owner, reference, version);
    expect(meanwhile?.editor?.name).toBe(colleague.name);
    const found = differencesOf(meanwhile?.base ?? null, mine, meanwhile?.theirs ?? {});
    expect(Object.fromEntries(found.map(({ field, suggested }) => [field, suggested]))).toEqual({
      ...{ partnerName: null, workplace: "mine", months: "theirs" },
    });
    const merged = { ...mine, months: "36" };
    const saved = await saveContract(owner, {
      ...{ id: randomUUID(), reference, version: meanwhile?.version ?? 0, typed: merged },
    });
    expect((await contractFor(colleague, reference))?.typed).toMatchObject(merged);
    expect(saved.version).toBe(3);
  });

  test("of twenty savings of one version exactly one is kept", async () => {
    const { reference, version } = await aDraft();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        saveContract(i % 2 ? owner : colleague, {
          ...{ id: randomUUID(), reference, version, typed: { ...complete, months: String(i + 1) } },
        }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("an officer decides on what was read: a version that is gone is refused", async () => {
    const { reference, version } = await submitted();
    await returnContract(ministry as Actor, { reference, version, remarks: { partnerName: "Sai tên" } });
    const approval = { approvalNo: "1/QLLĐNN", approvedOn: day("2026-11-20") };
    await expect(approveContract(ministry as Actor, { reference, version, ...approval })).rejects.toEqual(
      refused("moveAllowed"),
    );
    await submitContract(owner, { reference, version: version + 1 });
    await expect(approveContract(ministry as Actor, { reference, version, ...approval })).rejects.toEqual(
      refused("unchanged"),
    );
  });
});

describe("the way to the authority", () => {
  test("handed in: the officer's queue shows it with the day of the fifth working day", async () => {
    const { reference } = await submitted();
    const mine = (await contractsWaitingFor(ministry as Actor)).find((one) => one.reference === reference);
    // Friday 20 November 2026: Monday to Friday of the next week.
    expect(mine).toMatchObject({ answerDueOn: "2026-11-27", places: 50 });
    expect(addWorkingDays(day("2026-04-28"), 5)).toBe("2026-05-07");
  });

  test("while it lies there nobody changes it, and the agency reads what was wrong when it comes back", async () => {
    const { reference, version } = await submitted();
    await expect(saveContract(owner, { id: randomUUID(), reference, version, typed: complete })).rejects.toEqual(
      refused("editable"),
    );
    const remarks = { partnerName: "Tên khác giấy đăng ký", "row.0": "Thiếu bảng lương", nothing: "x", file: "  " };
    await returnContract(ministry as Actor, { reference, version, remarks });
    expect((await contractFor(owner, reference))?.remarks).toEqual({
      partnerName: "Tên khác giấy đăng ký",
      "row.0": "Thiếu bảng lương",
    });
    const mended = { ...complete, partnerName: "Klinik München GmbH" };
    await saveContract(owner, { id: randomUUID(), reference, version: version + 1, typed: mended });
    expect((await contractFor(ministry as Actor, reference))?.read.partnerName).toBe("Klinik Mẫu GmbH");
    await submitContract(owner, { reference, version: version + 2 });
    expect((await contractFor(ministry as Actor, reference))?.read.partnerName).toBe("Klinik München GmbH");
    expect((await contractFor(owner, reference))?.remarks).toEqual({});
  });

  test("sending back without a reason, approving without a number or from the future are refused", async () => {
    const { reference, version } = await submitted();
    const at = { reference, version };
    await expect(returnContract(ministry as Actor, { ...at, remarks: { evil: "x" } })).rejects.toEqual(
      refused("remarked"),
    );
    await expect(
      approveContract(ministry as Actor, { ...at, approvalNo: " ", approvedOn: day("2026-11-20") }),
    ).rejects.toEqual(refused("approvalNumbered"));
    await expect(
      approveContract(ministry as Actor, { ...at, approvalNo: "1", approvedOn: day("2026-11-21") }),
    ).rejects.toEqual(refused("approvedByToday"));
  });

  test("a province reads those of its own firms and decides none; another province and a commune see nothing", async () => {
    const { reference, version } = await submitted();
    expect(await contractFor(hanoi as Actor, reference)).toMatchObject({ mayDecide: false, typed: null });
    for (const actor of [elsewhere, commune] as Actor[]) {
      expect(await contractFor(actor, reference)).toBeNull();
      expect(await contractsFor(actor)).toEqual([]);
    }
    const approval = { approvalNo: "1/QLLĐNN", approvedOn: day("2026-11-20") };
    for (const actor of [hanoi, elsewhere, commune, owner] as Actor[])
      await expect(approveContract(actor, { reference, version, ...approval })).rejects.toEqual(
        refused("mayDecideContracts"),
      );
    expect(await contractsWaitingFor(hanoi as Actor)).toEqual([]);
  });

  test.each(Object.keys(contractMoves) as ContractStatus[])(
    "from %s only the moves of the table are made",
    async (from) => {
      const at = { draft: aDraft, submitted, approved, closed: approved, returned: submitted }[from];
      const { reference, ...first } = await at();
      let { version } = first;
      if (from === "closed") await closeContract(owner, { reference, version: version++ });
      if (from === "returned")
        await returnContract(ministry as Actor, { reference, version: version++, remarks: { whole: "Thiếu" } });
      const moves: Record<string, () => Promise<unknown>> = {
        submitted: () => submitContract(owner, { reference, version }),
        returned: () => returnContract(ministry as Actor, { reference, version, remarks: { whole: "x" } }),
        approved: () =>
          approveContract(ministry as Actor, { reference, version, approvalNo: "1", approvedOn: day("2026-11-20") }),
        closed: () => closeContract(owner, { reference, version }),
      };
      for (const [to, run] of Object.entries(moves))
        if (!(contractMoves[from] as readonly string[]).includes(to)) await expect(run()).rejects.toThrow("contracts.");
      expect((await db.supplyContract.findUniqueOrThrow({ where: { reference } })).status).toBe(from);
    },
  );
});

test("the file is read by the agency and the officers of its place, and by nobody else", async () => {
  const { reference } = await submitted();
  const [file] = (await contractFor(owner, reference))?.files ?? [];
  const readers = await Promise.all(
    [owner, branch, ministry, hanoi, elsewhere, stranger].map((actor) =>
      contractFile(actor as Actor, reference, file?.id ?? ""),
    ),
  );
  expect(readers.map((read) => read !== null)).toEqual([true, true, true, true, false, false]);
});

test("an order from it can be published once it is approved, and is gone with the commit when it is closed", async () => {
  const { reference, version } = await submitted();
  const { id: contractId } = await db.supplyContract.findUniqueOrThrow({ where: { reference } });
  const [order] = await recordOrders(tester, [{ ...orderTerms(), agencyId, contractId }]);
  expect(order).toMatchObject({ verdict: "heldBack", conditions: ["P4"] });
  const at = { orderId: order?.id ?? "" };
  await approveContract(ministry as Actor, {
    ...{ reference, version, approvalNo: "77/QLLĐNN", approvedOn: day("2026-11-19") },
  });
  await publishOrder(tester, at);
  const shown = async () => (await listCards({ id: at.orderId }, [], 1)).length;
  expect(await shown()).toBe(1);
  await closeContract(owner, { reference, version: version + 1 });
  expect(await shown()).toBe(0);
  const events = await db.outboxEvent.findMany({ where: { subjectId: contractId }, select: { name: true } });
  expect(events.length).toBeGreaterThanOrEqual(3);
});

test("every move stands in the journal with who made it", async () => {
  const { reference } = await approved();
  const { id } = await db.supplyContract.findUniqueOrThrow({ where: { reference } });
  const entries = await db.journalEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(entries.map(({ actorId, after }) => [actorId, (after as { status?: string }).status ?? "saved"])).toEqual([
    [owner.id, "saved"],
    [owner.id, "submitted"],
    [(ministry as Actor).id, "approved"],
  ]);
});

test("whose membership ended is nobody here: her contracts stay the firm's", async () => {
  const { reference } = await aDraft();
  const leaving = await aStaffMember({ agencyId, role: "agency_recruiter" });
  await endMembership(owner, { membershipId: leaving.membershipId ?? "" });
  const person: Actor = { kind: "person", id: leaving.userId, name: "x" };
  expect(await contractFor(person, reference)).toBeNull();
  await expect(saveContract(person, { id: randomUUID(), reference, version: 1, typed: {} })).rejects.toEqual(
    refused("mayMakeContracts"),
  );
});
