// What people are told when something happens: by the worker's own reactions, on real Postgres, each run twice.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { changePassword, endMembership } from "@/domain/accounts/commands";
import { handInReport, takeUpReport } from "@/domain/complaints/commands";
import { type Actor, systemActor, visitor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { recordDecision, withdrawFact } from "@/domain/licences/commands";
import { messagesOf } from "@/domain/notifications/queries";
import { asIfAt } from "@/platform/clock";
import { db } from "@/platform/db";
import { emptyOutbox } from "@/jobs/outbox";
import { followAgain } from "@/domain/audit/outbox";
import { tellDay } from "@/jobs/messages";
import { aPerson, aStaffMember, anOfficer, goodPassword } from "@/tests/builders/account";
import { anOrderToSell } from "@/tests/builders/order-in-database";

vi.hoisted(() => Object.assign(process.env, { DEMO: "0", SMTP_URL: "smtp://127.0.0.1:1", MEILI_URL: "" }));

const tester = systemActor("test");
const subjectsOf = async (actor: Actor) => (await messagesOf(actor)).messages.map(({ subject }) => subject);
/** Everything that waits, and then everything once more, as after a crash. */
async function follow(): Promise<void> {
  for (const again of [false, true]) {
    if (again) await followAgain(new Date(0));
    for (let round = 0; round < 3; round += 1) if ((await emptyOutbox()) === "empty") break;
  }
}
const suspended = (agencyId: string, from = "2026-11-20", more = {}) =>
  recordDecision(tester, {
    ...{ kind: "restriction", agencyId, restriction: "activity_suspended", scope: "all", from: day(from) },
    ...{ decisionNo: "77/QĐ-KT", source: "kiểm thử", verified: true, ...more },
  } as Parameters<typeof recordDecision>[1]);

describe("what people are told", () => {
  let order: Awaited<ReturnType<typeof anOrderToSell>>;
  let owner: Awaited<ReturnType<typeof aStaffMember>>;
  beforeAll(async () => {
    order = await anOrderToSell();
    owner = await aStaffMember({ agencyId: order.agencyId });
    await follow();
  });

  test("who gets a role is told, once, in the words of the role", async () => {
    const { messages } = await messagesOf(owner.actor);
    expect(messages.map(({ template }) => template)).toEqual(["membershipBegun"]);
    expect(messages[0]?.body).toContain("người đứng đầu tài khoản doanh nghiệp của Công ty Sổ Tiền");
  });

  test("when an agency is suspended its staff learn which orders went; others learn nothing", async () => {
    const other = await aStaffMember({ agencyId: (await anOrderToSell()).agencyId });
    const { factId } = await suspended(order.agencyId);
    await follow();
    const stop = (await messagesOf(owner.actor)).messages.filter(({ template }) => template === "ordersStopped");
    expect(stop).toHaveLength(1);
    expect(stop[0]?.subject).toMatch(/^1 đơn hàng của Công ty Sổ Tiền \d+ không còn được hiển thị$/);
    expect(stop[0]?.body).toContain(order.reference);
    expect(stop[0]?.body).toContain("quyết định 77/QĐ-KT");
    expect(stop[0]?.body).toContain("20/11/2026");
    expect(await subjectsOf(other.actor)).toHaveLength(1);
    await withdrawFact(tester, { fact: "restrictions", id: factId, agencyId: order.agencyId });
    await follow();
    expect((await messagesOf(owner.actor)).messages[0]).toMatchObject({ template: "ordersBack" });
  });

  test("a stop that begins another day is told on that day", async () => {
    const later = await anOrderToSell();
    const staff = await aStaffMember({ agencyId: later.agencyId });
    await suspended(later.agencyId, "2026-11-25");
    await follow();
    expect(await subjectsOf(staff.actor)).toHaveLength(1);
    for (let n = 0; n < 2; n += 1) await asIfAt(new Date("2026-11-25T01:00:00Z"), tellDay);
    expect((await messagesOf(staff.actor)).messages.map(({ template }) => template)).toEqual([
      "ordersStopped",
      "membershipBegun",
    ]);
  });

  test("a changed password and an ended role are told to the person herself", async () => {
    const person = await aPerson();
    await asIfAt(new Date("2026-11-21T02:00:00Z"), () =>
      changePassword(person.actor, {
        ...{ signInId: person.signInId, current: goodPassword, password: "một mật khẩu khác hẳn" },
      }),
    );
    const second = await aStaffMember({ agencyId: order.agencyId, role: "agency_recruiter" });
    await endMembership(owner.actor, { membershipId: second.membershipId ?? "" });
    await follow();
    expect(await subjectsOf(person.actor)).toEqual(["Mật khẩu của bạn đã được đổi"]);
    expect(
      (await messagesOf({ kind: "person", id: second.userId, name: "" })).messages.map((m) => m.template),
    ).toContain("membershipEnded");
  });

  test("a reporter who left an address learns that there is news, once for each stage; one who left none, or something else, nothing", async () => {
    const report = (reach?: string) =>
      handInReport(visitor, {
        ...{
          submission: randomUUID(),
          about: "recruiter",
          contacts: `0912${Math.floor(Math.random() * 1e6)}`.padEnd(10, "0"),
        },
        ...{ happened: "Bảo nộp 20 triệu giữ chỗ rồi khoá máy.", reach },
      });
    const there = await report("chi.hoa@vi-du.example");
    await report();
    await report("hỏi chị bán nước đầu ngõ");
    await follow();
    const told = () => db.message.findMany({ where: { template: "caseChanged" }, orderBy: { id: "asc" } });
    expect(await told()).toEqual([]);
    const ministry = await anOfficer();
    for (const { number, version } of await db.fraudReport.findMany())
      await takeUpReport(ministry.actor, { number, version });
    await follow();
    expect((await told()).map(({ subject, address, userId }) => [subject, address, userId])).toEqual([
      [`Phản ánh ${there.number}: đang được xem xét`, "chi.hoa@vi-du.example", null],
    ]);
    expect((await told())[0]?.body).not.toMatch(/20 triệu|khoá máy|0912/);
  });
});
