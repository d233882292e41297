// Answers of offices reach the agency's people, each once; money differences reach the ministry in one message a day.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { followAgain } from "@/domain/audit/outbox";
import { type Actor, type Officer, systemActor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { seedLocalities } from "@/domain/localities/seed";
import { acceptNotice, fileNotices, refuseNotice } from "@/domain/notices/commands";
import { messagesOf } from "@/domain/notifications/queries";
import { approveContract, returnContract, saveContract, submitContract } from "@/domain/orders/commands";
import { partyFor } from "@/domain/payments/access";
import { enterPayment, openBook } from "@/domain/payments/commands";
import { flagsFor } from "@/domain/payments/queries";
import { entryInput } from "@/domain/payments/schema";
import { emptyOutbox } from "@/jobs/outbox";
import { tellDay } from "@/jobs/messages";
import { asIfAt } from "@/platform/clock";
import { writableDb } from "@/platform/db";
import { aStaffMember, anOfficer } from "@/tests/builders/account";
import { anOrderToSell } from "@/tests/builders/order-in-database";

vi.hoisted(() => Object.assign(process.env, { DEMO: "0", SMTP_URL: "smtp://127.0.0.1:1", MEILI_URL: "" }));

const told = async (actor: Actor, template: string) =>
  (await messagesOf(actor)).messages.filter((message) => message.template === template).reverse();
async function follow(): Promise<void> {
  for (const again of [false, true]) {
    if (again) await followAgain(new Date(0));
    for (let round = 0; round < 3; round += 1) if ((await emptyOutbox()) === "empty") break;
  }
}
beforeAll(() => writableDb.$transaction((tx) => seedLocalities(tx)));

describe("what an office answers", () => {
  test("to a recruitment notice: accepted, and refused with its words, to those who filed it", async () => {
    const order = await anOrderToSell();
    const owner = await aStaffMember({ agencyId: order.agencyId });
    const stranger = await aStaffMember({ agencyId: (await anOrderToSell()).agencyId });
    const officer = (province: string) =>
      anOfficer({ level: "province", province }).then(({ actor }) => actor satisfies Officer);
    const filed = await fileNotices(owner.actor, {
      ...{ orderReference: order.reference, provinces: ["p-40", "p-42"], fromOn: "2026-11-18", toOn: "2026-12-10" },
      ...{ venues: ["Nhà văn hóa xã Kim Liên"], recruiters: [{ name: "Trần Thị Mai", phone: "0912 345 678" }] },
    });
    await follow();
    expect(await told(owner.actor, "noticeDecided")).toEqual([]);
    const [first, second] = filed;
    await acceptNotice(await officer("p-40"), { reference: first?.reference ?? "" });
    await refuseNotice(await officer("p-42"), {
      ...{ reference: second?.reference ?? "", reasons: ["other"], note: "Nhà văn hóa đang sửa chữa" },
    });
    await follow();
    const messages = await told(owner.actor, "noticeDecided");
    expect(messages.map(({ subject }) => subject).sort()).toEqual([
      `Thông báo tuyển chọn ${first?.reference}: đã được chấp nhận`,
      `Thông báo tuyển chọn ${second?.reference}: bị từ chối`,
    ]);
    expect(messages.map(({ body }) => body).join()).toContain("Lý do: Nhà văn hóa đang sửa chữa");
    expect(await told(stranger.actor, "noticeDecided")).toEqual([]);
  });

  test("to a contract: each answer once, with its number, and the way to it", async () => {
    const { agencyId } = await anOrderToSell();
    const { actor: owner } = await aStaffMember({ agencyId });
    const { actor: ministry } = await anOfficer();
    const typed = {
      ...{ kind: "agency_order", market: "DE", partnerName: "Klinik Mẫu GmbH", partnerCountry: "DE" },
      ...{ validFrom: "1/1/2026", validTo: "31/12/2027", workplace: "München, Bayern", months: "24" },
      ...{ airfare: "foreign_side", foreignPays: "Vé máy bay", rows: "1", "row.0.lodging": "deducted" },
      ...{ "row.0.occupation": "nurse-registered", "row.0.sex": "any", "row.0.quota": "50", "row.0.basic": "2.800" },
      ...{ "row.0.currency": "EUR", "row.0.period": "month", "row.0.hours": "38", "row.0.board": "own_cost" },
    };
    const content = Buffer.from("%PDF-1.7\n1 0 obj (hop dong)\n%%EOF\n");
    const files = [{ content, saidName: "hop-dong.pdf", purpose: "contract" as const }];
    const draft = await saveContract(owner, { id: randomUUID(), reference: null, typed, files });
    await submitContract(owner, draft);
    const { reference } = draft;
    const remarks = { partnerName: "Sai tên" };
    await returnContract(ministry, { reference, version: draft.version + 1, remarks });
    await follow();
    await submitContract(owner, { reference, version: draft.version + 2 });
    const approval = { approvalNo: "12/QLLĐNN-HĐ", approvedOn: day("2026-11-20") };
    await approveContract(ministry, { reference, version: draft.version + 3, ...approval });
    await follow();
    const messages = await told(owner, "contractDecided");
    expect(messages.map(({ subject }) => subject)).toEqual([
      `Hợp đồng cung ứng ${reference}: cần bổ sung`,
      `Hợp đồng cung ứng ${reference}: đã được chấp thuận`,
    ]);
    expect(messages[1]?.body).toContain("12/QLLĐNN-HĐ");
    expect(messages[1]?.link).toMatch(new RegExp(`/cong-doanh-nghiep/hop-dong/${reference}$`));
  });
});

test("money differences found on a day are one message to the ministry the next day", async () => {
  const { actor: ministry } = await anOfficer();
  const { actor: province } = await anOfficer({ level: "province", province: "01" });
  const order = await anOrderToSell();
  const book = await openBook(systemActor("test"), { orderReference: order.reference, signedOn: day("2026-11-02") });
  await enterPayment(
    partyFor(book.id, "worker"),
    entryInput.parse({
      ...{ kind: "paid", component: "uniform_kit", amountMinor: 9_000_000n, currency: "VND", paidOn: "2026-11-10" },
      ...{ payee: "agency", submission: randomUUID() },
    }),
  );
  await follow();
  const open = await flagsFor("open");
  expect(open.length).toBeGreaterThan(0);
  await tellDay();
  expect(await told(ministry, "flagsFound")).toEqual([]);
  for (let n = 0; n < 3; n += 1) await asIfAt(new Date("2026-11-21T01:00:00Z"), tellDay);
  expect((await told(ministry, "flagsFound")).map(({ subject }) => subject)).toEqual([
    `${open.length} sai lệch về tiền cần xem xét`,
  ]);
  await asIfAt(new Date("2026-11-22T01:00:00Z"), tellDay);
  expect(await told(ministry, "flagsFound")).toHaveLength(1);
  expect(await told(province, "flagsFound")).toEqual([]);
});
