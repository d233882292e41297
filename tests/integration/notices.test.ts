// Recruitment notices on real Postgres: who may file and answer, what is refused and why, and what the public learns of a recruiter.
import { beforeAll, describe, expect, test } from "vitest";
import type { AgencyStaff, Officer } from "@/domain/kernel/actor";
import { systemActor, visitor } from "@/domain/kernel/actor";
import { addOffice } from "@/domain/accounts/commands";
import { day } from "@/domain/kernel/calendar";
import { seedLocalities } from "@/domain/localities/seed";
import { recordDecision } from "@/domain/licences/commands";
import { acceptNotice, fileNotices, refuseNotice, withdrawNotice } from "@/domain/notices/commands";
import { declaredRecruiters, noticeCounts, noticeOf, noticesFor, recruitingIn } from "@/domain/notices/queries";
import type { NoticeInput } from "@/domain/notices/schema";
import { closeOrder, judgeOrders } from "@/domain/orders/commands";
import { orderPage } from "@/domain/orders/queries";
import { asIfAt } from "@/platform/clock";
import { db, writableDb } from "@/platform/db";
import { anOrderToSell } from "@/tests/builders/order-in-database";

beforeAll(() => writableDb.$transaction((tx) => seedLocalities(tx)));
const tester = systemActor("test");
const [ngheAn, haTinh] = ["p-40", "p-42"];
const refused = (condition: string) => expect.objectContaining({ condition }) as unknown;
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const staffOf = (agencyId: string, more: Partial<AgencyStaff> = {}): AgencyStaff => ({
  ...{ kind: "agency_staff", id: id(1), name: "Lý Thu Hà", agencyId, role: "recruiter", branchId: null },
  ...more,
});
const branchOf = (agencyId: string, branch: number) =>
  staffOf(agencyId, { id: id(100 + branch), role: "branch_recruiter", branchId: id(branch) });

async function anOfficer(level: Officer["level"], province: string | null, commune: string | null = null) {
  const office = { kind: "authority" as const, level, name: `Cơ quan ${province ?? "bộ"} ${commune ?? ""}`.trim() };
  const { id: officeId } = await addOffice(tester, { ...office, province, commune });
  const officer: Officer = { kind: "officer", id: id(9), name: "Hồ Thị Lan", officeId, level, province, commune };
  return officer;
}

const communesIn = async (parentId: string): Promise<string[]> => {
  const where = { parentId, level: "commune" as const, validTo: null };
  return (await db.locality.findMany({ where, orderBy: { id: "asc" }, take: 3 })).map((row) => row.id);
};

const notice = (orderReference: string, more: Partial<NoticeInput> = {}): NoticeInput => ({
  ...{ orderReference, provinces: [ngheAn], fromOn: "2026-11-18", toOn: "2026-12-10" },
  ...{ venues: ["Nhà văn hóa xã Kim Liên, 8 giờ đến 16 giờ"] },
  recruiters: [{ name: "Trần Thị Mai", phone: "0912 345 678" }],
  ...more,
});
const one = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};
async function anAccepted(more: Partial<NoticeInput> = {}) {
  const order = await anOrderToSell();
  const staff = staffOf(order.agencyId);
  const officer = await anOfficer("province", ngheAn);
  const { reference } = one(await fileNotices(staff, notice(order.reference, more)));
  await acceptNotice(officer, { reference });
  return { order, staff, officer, reference };
}

describe("filing", () => {
  test("a branch may file, as the head office may: each province named gets a notice of its own", async () => {
    const order = await anOrderToSell();
    const filed = await fileNotices(
      branchOf(order.agencyId, 5),
      notice(order.reference, { provinces: [haTinh, ngheAn] }),
    );
    expect(filed.map(({ province }) => province)).toEqual([ngheAn, haTinh]);
    expect(filed[0]?.reference).toMatch(/^TB-\d{6}$/);
    expect(await noticeOf(staffOf(order.agencyId), filed[0]?.reference ?? "")).toMatchObject({
      ...{ state: "waiting", branchId: id(5), mayDecide: false, mayWithdraw: true },
      recruiters: [{ name: "Trần Thị Mai", phone: "0912 345 678" }],
    });
  });

  test("another agency's order, one that does not exist, and a forged one are the same answer", async () => {
    const [mine, other] = [await anOrderToSell(), await anOrderToSell()];
    for (const reference of [other.reference, "DE-999999", "'; DROP TABLE"])
      await expect(fileNotices(staffOf(mine.agencyId), notice(reference))).rejects.toEqual(refused("orderExists"));
    const row = { orderId: other.id, agencyId: mine.agencyId };
    expect(await db.recruitmentNotice.count({ where: row })).toBe(0);
  });

  test("the database itself refuses a notice that ties an agency to another's order", async () => {
    const [mine, other] = [await anOrderToSell(), await anOrderToSell()];
    const { change } = await import("@/domain/audit/change");
    const forged = change(tester, (tx) =>
      tx.recruitmentNotice.create({
        data: {
          ...{ reference: "TB-999999", orderId: other.id, agencyId: mine.agencyId, province: ngheAn },
          ...{ fromOn: new Date("2026-11-20"), toOn: new Date("2026-11-21"), venues: ["x"], status: "submitted" },
          ...{ filedAt: new Date(), openKey: "forged" },
        },
      }),
    );
    await expect(forged).rejects.toMatchObject({ code: "P2003" });
  });

  test("nobody but an agency's people files", async () => {
    const order = await anOrderToSell();
    const officer = await anOfficer("ministry", null);
    for (const actor of [visitor, officer, tester])
      await expect(fileNotices(actor, notice(order.reference))).rejects.toEqual(refused("mayFile"));
  });

  test.each([
    ["datesForward", { fromOn: "2026-12-10", toOn: "2026-12-01" }],
    ["notOver", { fromOn: "2026-11-01", toOn: "2026-11-19" }],
    ["notTooLong", { fromOn: "2026-11-20", toOn: "2027-12-01" }],
    ["beforeDeadline", { fromOn: "2026-11-20", toOn: "2027-02-15" }],
  ])("days that cannot be are refused by name: %s", async (condition, more) => {
    const order = await anOrderToSell();
    await expect(fileNotices(staffOf(order.agencyId), notice(order.reference, more))).rejects.toEqual(
      refused(condition),
    );
  });

  test("a province the order does not name, a closed order and a stopped licence are refused by name", async () => {
    const order = await anOrderToSell({ nationwide: false, provinces: [haTinh] });
    const file = () => fileNotices(staffOf(order.agencyId), notice(order.reference));
    await expect(file()).rejects.toEqual(refused("provinceOfOrder"));
    const closed = await anOrderToSell();
    await closeOrder(tester, { orderId: closed.id, reason: "agency" });
    await expect(fileNotices(staffOf(closed.agencyId), notice(closed.reference))).rejects.toEqual(
      refused("orderPublic"),
    );
    const stopped = await anOrderToSell();
    await suspend(stopped.agencyId);
    await expect(fileNotices(staffOf(stopped.agencyId), notice(stopped.reference))).rejects.toMatchObject({
      condition: "licenceInForce",
      findings: [{ name: "licenceInForce" }, { name: "orderPublic" }],
    });
  });

  test("communes are those of the province; a foreign one is refused", async () => {
    const order = await anOrderToSell();
    const [here] = await communesIn(ngheAn);
    const [there] = await communesIn(haTinh);
    const file = (communes: string[]) => fileNotices(staffOf(order.agencyId), notice(order.reference, { communes }));
    await expect(file([here ?? "", there ?? ""])).rejects.toEqual(refused("communesInProvince"));
    await expect(file(["c-999999"])).rejects.toEqual(refused("communesInProvince"));
    const filed = one(await file([here ?? ""]));
    expect(await db.recruitmentNotice.findUnique({ where: { id: filed.id } })).toMatchObject({ communes: [here] });
  });

  test("the same form sent five times at once is one notice; once it is refused it may be filed again", async () => {
    const order = await anOrderToSell();
    const staff = staffOf(order.agencyId);
    const sent = await Promise.allSettled(Array.from({ length: 5 }, () => fileNotices(staff, notice(order.reference))));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of sent)
      if (answer.status === "rejected") expect(answer.reason).toEqual(refused("notFiledAlready"));
    const [filed] = await noticesFor(staff, "waiting");
    const officer = await anOfficer("province", ngheAn);
    await refuseNotice(officer, { reference: filed?.reference ?? "", reasons: ["venueNotAllowed"] });
    expect(await fileNotices(staff, notice(order.reference))).toHaveLength(1);
  });

  test("what was filed is never rewritten, recruiters least of all", async () => {
    const { reference } = await anAccepted();
    const { change } = await import("@/domain/audit/change");
    const rewrite = change(tester, (tx) =>
      tx.recruitmentNotice.update({ where: { reference }, data: { province: haTinh } }),
    );
    await expect(rewrite).rejects.toThrow();
    await expect(
      change(tester, (tx) => tx.noticeRecruiter.updateMany({ data: { phoneKey: "84900000000" } })),
    ).rejects.toThrow();
  });
});

async function suspend(agencyId: string): Promise<void> {
  await recordDecision(tester, {
    ...{ agencyId, kind: "restriction", restriction: "activity_suspended", scope: "all", from: day("2026-11-01") },
    ...{ decisionNo: "12/QĐ", decisionOn: day("2026-11-01"), source: "kiểm thử", verified: true },
  });
}

describe("answering", () => {
  test("the office of the province decides, the ministry too; another province and an agency do not even see it", async () => {
    const order = await anOrderToSell();
    const staff = staffOf(order.agencyId);
    const { reference } = one(await fileNotices(staff, notice(order.reference)));
    const stranger = staffOf((await anOrderToSell()).agencyId);
    const [commune] = await communesIn(ngheAn);
    for (const actor of [
      await anOfficer("province", haTinh),
      await anOfficer("commune", ngheAn, commune),
      stranger,
      visitor,
    ]) {
      expect(await noticeOf(actor, reference)).toBeNull();
      expect((await noticesFor(actor, "waiting")).map((one) => one.reference)).not.toContain(reference);
      await expect(acceptNotice(actor, { reference })).rejects.toEqual(refused("exists"));
      await expect(refuseNotice(actor, { reference, reasons: ["incomplete"] })).rejects.toEqual(refused("exists"));
      await expect(withdrawNotice(actor, { reference })).rejects.toEqual(refused("exists"));
    }
    await expect(acceptNotice(staff, { reference })).rejects.toEqual(refused("mayDecide"));
    await acceptNotice(await anOfficer("ministry", null), { reference });
    expect(await noticeOf(staff, reference)).toMatchObject({ state: "valid", decidedOffice: "Cơ quan bộ" });
  });

  test("a commune's office answers for a notice of its commune alone", async () => {
    const order = await anOrderToSell();
    const [here, other] = await communesIn(ngheAn);
    const officer = await anOfficer("commune", ngheAn, here);
    const file = async (communes: string[]) =>
      one(await fileNotices(staffOf(order.agencyId), notice(order.reference, { communes }))).reference;
    await expect(acceptNotice(officer, { reference: await file([here ?? "", other ?? ""]) })).rejects.toEqual(
      refused("exists"),
    );
    await acceptNotice(officer, { reference: await file([here ?? ""]) });
    expect((await noticeCounts(officer)).accepted).toBe(1);
  });

  test("a refusal names its reasons, 'other' in words; decided once is decided", async () => {
    const order = await anOrderToSell();
    const staff = staffOf(order.agencyId);
    const officer = await anOfficer("province", ngheAn);
    const { reference } = one(await fileNotices(staff, notice(order.reference)));
    for (const reasons of [[], ["other"], ["dislike"]])
      expect(() => refuseNotice(officer, { reference, reasons })).toThrow();
    await refuseNotice(officer, {
      reference,
      reasons: ["recruiterNotStaff", "other"],
      note: "Chưa có hợp đồng lao động.",
    });
    expect(await noticeOf(staff, reference)).toMatchObject({
      ...{ state: "refused", reasons: ["recruiterNotStaff", "other"], decisionNote: "Chưa có hợp đồng lao động." },
    });
    await expect(acceptNotice(officer, { reference })).rejects.toEqual(refused("mayMove"));
  });

  test("of two officers who decide at the same moment one is too late", async () => {
    const order = await anOrderToSell();
    const officer = await anOfficer("province", ngheAn);
    const { reference } = one(await fileNotices(staffOf(order.agencyId), notice(order.reference)));
    const answers = await Promise.allSettled([
      acceptNotice(officer, { reference }),
      refuseNotice(officer, { reference, reasons: ["incomplete"] }),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    const row = await db.recruitmentNotice.findUnique({ where: { reference } });
    // Refusing after accepting is taking back: both may succeed in that order, never the other way round.
    expect(["accepted", "refused", "revoked"]).toContain(row?.status);
    if (row?.status === "refused") expect(answers[0]?.status).toBe("rejected");
  });

  test("accepting asks the conditions again: an order closed meanwhile is not accepted", async () => {
    const order = await anOrderToSell();
    const { reference } = one(await fileNotices(staffOf(order.agencyId), notice(order.reference)));
    await closeOrder(tester, { orderId: order.id, reason: "agency" });
    const officer = await anOfficer("province", ngheAn);
    expect((await noticeOf(officer, reference))?.checklist).toMatchObject({ orderPublic: false, licenceInForce: true });
    await expect(acceptNotice(officer, { reference })).rejects.toEqual(refused("orderPublic"));
  });

  test("a branch withdraws its own notice, not another branch's; the head office any", async () => {
    const order = await anOrderToSell();
    const file = async (toOn: string) =>
      one(await fileNotices(branchOf(order.agencyId, 5), notice(order.reference, { toOn }))).reference;
    const [first, second] = [await file("2026-12-01"), await file("2026-12-02")];
    await expect(withdrawNotice(branchOf(order.agencyId, 6), { reference: first })).rejects.toEqual(
      refused("mayWithdraw"),
    );
    await withdrawNotice(branchOf(order.agencyId, 5), { reference: first });
    await withdrawNotice(staffOf(order.agencyId), { reference: second });
    await expect(withdrawNotice(staffOf(order.agencyId), { reference: second })).rejects.toEqual(refused("mayMove"));
  });

  test("each step is in the journal with its office, without the recruiters' names", async () => {
    const { reference } = await anAccepted({ recruiters: [{ name: "Người Rất Riêng", phone: "0987654321" }] });
    const row = await db.recruitmentNotice.findUniqueOrThrow({ where: { reference } });
    const entries = await db.journalEntry.findMany({ where: { subjectId: row.id }, orderBy: { id: "asc" } });
    expect(entries.map(({ event, actorKind }) => `${event} ${actorKind}`)).toEqual([
      "notice.changed agency_staff",
      "notice.changed officer",
    ]);
    expect(JSON.stringify(entries, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v))).not.toMatch(
      /Rất Riêng|0987654321/,
    );
  });
});

describe("what the public learns", () => {
  test("the locality's page has who may recruit there today, and not those who wait, were refused or come later", async () => {
    const { reference, order } = await anAccepted();
    await fileNotices(staffOf(order.agencyId), notice(order.reference, { toOn: "2026-12-11" }));
    const later = await anAccepted({ fromOn: "2026-12-01" });
    const here = await recruitingIn({ province: ngheAn });
    expect(here.today.map((one) => one.reference)).toContain(reference);
    expect(here.today.find((one) => one.reference === reference)).toMatchObject({
      ...{ decidedOffice: `Cơ quan ${ngheAn}`, recruiters: [{ name: "Trần Thị Mai" }] },
    });
    expect(here.today.every(({ status }) => status === "accepted")).toBe(true);
    expect(here.later.map((one) => one.reference)).toContain(later.reference);
    expect((await recruitingIn({ province: haTinh })).today).toEqual([]);
  });

  test("a commune's page has notices of its province as a whole and its own, not its neighbour's", async () => {
    const [here, other] = await communesIn(ngheAn);
    const whole = await anAccepted();
    const order = await anOrderToSell();
    const officer = await anOfficer("province", ngheAn);
    const { reference } = one(
      await fileNotices(staffOf(order.agencyId), notice(order.reference, { communes: [other ?? ""] })),
    );
    await acceptNotice(officer, { reference });
    const found = (await recruitingIn({ province: ngheAn, commune: here })).today.map((one) => one.reference);
    expect(found).toContain(whole.reference);
    expect(found).not.toContain(reference);
  });

  test("a number or a name leads to the agency that declared it, however it is written", async () => {
    const { reference } = await anAccepted({ recruiters: [{ name: "Phạm Văn Đức", phone: "0911.222.333" }] });
    for (const question of [
      { phone: "+84 911 222 333" },
      { name: "pham van duc" },
      { phone: "0911222333", name: "PHẠM VĂN ĐỨC" },
    ])
      expect(await declaredRecruiters({ ...question, province: ngheAn })).toMatchObject([
        { reference, state: "valid" },
      ]);
    expect((await declaredRecruiters({ phone: "0911222333", name: "Phạm Văn Đức" }))[0]?.matched).toBe("both");
    expect((await declaredRecruiters({ phone: "0911222333", name: "Lê Thị Khác" }))[0]?.matched).toBe("phone");
    expect(await declaredRecruiters({ phone: "0911222333", province: haTinh })).toEqual([]);
    expect(await declaredRecruiters({ phone: "0911222334" })).toEqual([]);
    for (const nothing of [{}, { phone: "" }, { name: "a" }, { phone: "x".repeat(10_000), name: "‮" }])
      expect(await declaredRecruiters(nothing)).toEqual([]);
  });

  test("outside its days, withdrawn, taken back, or with its agency stopped, a notice vouches for nobody", async () => {
    const phone = "0933444555";
    const recruiters = [{ name: "Ngô Thị Hoa", phone }];
    const { staff, reference, order } = await anAccepted({ recruiters });
    const stateAt = async (instant?: string) => {
      const ask = async () => (await declaredRecruiters({ phone }))[0]?.state ?? null;
      return instant ? asIfAt(new Date(instant), ask) : ask();
    };
    expect(await stateAt()).toBe("valid");
    expect(await stateAt("2026-12-10T16:59:00Z")).toBe("valid");
    expect(await stateAt("2026-12-10T17:01:00Z")).toBe("over");
    expect(await stateAt("2026-11-17T03:00:00Z")).toBe("notYet");
    await suspend(order.agencyId);
    expect(await stateAt()).toBe("suspended");
    expect((await recruitingIn({ province: ngheAn })).today.map((one) => one.reference)).not.toContain(reference);
    await withdrawNotice(staff, { reference });
    expect(await stateAt()).toBeNull();
    const again = await anAccepted({ recruiters });
    await refuseNotice(again.officer, { reference: again.reference, reasons: ["recruiterAsksMoney"] });
    expect(await stateAt()).toBeNull();
    expect(await noticeOf(again.staff, again.reference)).toMatchObject({ state: "revoked" });
  });
});

describe("P11", () => {
  const p11 = async (reference: string) => (await orderPage(reference))?.conditions.find(({ code }) => code === "P11");

  test("not met while a province the order names was not told, met when each has accepted, and the order stays public", async () => {
    const order = await anOrderToSell({ nationwide: false, provinces: [ngheAn, haTinh] });
    expect(await p11(order.reference)).toMatchObject({
      met: false,
      findings: [{ name: "notAnnouncedIn", params: { provinces: "Nghệ An, Hà Tĩnh" } }],
    });
    const filed = await fileNotices(staffOf(order.agencyId), notice(order.reference, { provinces: [ngheAn, haTinh] }));
    expect((await p11(order.reference))?.met).toBe(false);
    for (const { reference, province } of filed)
      await acceptNotice(await anOfficer("province", province), { reference });
    expect((await p11(order.reference))?.met).toBe(true);
    expect((await orderPage(order.reference))?.notOpen).toBeNull();
    await judgeOrders(tester, { id: order.id });
    expect((await db.jobOrder.findUniqueOrThrow({ where: { id: order.id } })).warnedOf).toEqual([]);
    const after = await asIfAt(new Date("2026-12-11T03:00:00Z"), () => p11(order.reference));
    expect(after?.met).toBe(false);
  });

  test("an order for the whole country is known only where it was announced", async () => {
    const { order } = await anAccepted();
    expect(await p11(order.reference)).toMatchObject({
      met: null,
      findings: [{ name: "announcedIn", params: { provinces: "Nghệ An" } }, { name: "recruitsNationwide" }],
    });
  });
});
