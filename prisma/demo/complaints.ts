// Invented reports, one story each: a fake that two people reported, an agency at fault, a site made to be taken for another, one nobody has
// looked at in time. Written through the commands by which a reporter and an officer write real ones, as on their days; all marked demo.
import { randomUUID } from "node:crypto";
import {
  decideReport,
  escalateOverdue,
  handInReport,
  linkReport,
  mergeReports,
  noteOnReport,
  takeUpReport,
} from "@/domain/complaints/commands";
import type { LinkInput, ReportInput } from "@/domain/complaints/schema";
import { type Officer, systemActor, visitor } from "@/domain/kernel/actor";
import { provinceIdOf } from "@/domain/localities/rules";
import { asIfAt, now } from "@/platform/clock";
import { db } from "@/platform/db";

const officer: Officer = {
  ...{ kind: "officer", id: "demo", name: "Cán bộ mẫu (dữ liệu mẫu)", officeId: "demo" },
  ...{ level: "ministry", province: null, commune: null },
};
const place = (name: string): string => provinceIdOf(name) ?? "";
const said = (given: Omit<ReportInput, "submission" | "about"> & Partial<ReportInput>): ReportInput => ({
  ...{ submission: randomUUID(), about: "recruiter", demo: true },
  ...given,
});
const seen = async (number: string) => {
  const { version } = await db.fraudReport.findUniqueOrThrow({ where: { number }, select: { version: true } });
  return { number, version };
};
const ago = <T>(hours: number, work: () => Promise<T>): Promise<T> =>
  asIfAt(new Date(now().getTime() - hours * 3_600_000), work);

async function handedIn(hours: number, report: Parameters<typeof said>[0]): Promise<string> {
  return (await ago(hours, () => handInReport(visitor, said(report)))).number;
}
const linked = async (number: string, agency: string, role: LinkInput["role"]) =>
  linkReport(officer, { ...(await seen(number)), agency, role });

/** Once: a site that has them is left as it is. */
export async function recordReports(): Promise<void> {
  if ((await db.fraudReport.count({ where: { demo: true } })) > 0) return;
  const [imitated, faulty] = await db.agency.findMany({
    where: { demo: true, phone: { not: null } },
    orderBy: { slug: "asc" },
    take: 2,
  });
  if (!imitated || !faulty) return;

  const fake = await handedIn(120, {
    contacts: "0900 000 981\nfb.com/nhom.di.han.mau.981",
    ...{ agency: imitated.nameVi, amount: "20 triệu", province: place("Nghệ An") },
    happened: "Một người xưng là của công ty gọi, bảo nộp 20 triệu giữ chỗ đi Hàn Quốc rồi khoá máy (mẫu).",
  });
  const again = await handedIn(110, {
    contacts: "zalo.me/0900000981",
    ...{ amount: "15 triệu", province: place("Nghệ An") },
    happened: "Số này mời tôi đi Hàn Quốc, đòi chuyển khoản trước (mẫu).",
  });
  await ago(104, async () => {
    await linked(fake, imitated.slug, "imitated");
    await mergeReports(officer, { ...(await seen(again)), into: fake });
  });
  await ago(90, async () =>
    decideReport(officer, {
      ...{ ...(await seen(fake)), outcome: "confirmed_fake" },
      reason: "Doanh nghiệp xác nhận không có người tuyển và không dùng số này (mẫu).",
    }),
  );

  const fee = await handedIn(75, {
    ...{ about: "fee", agency: faulty.nameVi, amount: "5 triệu", province: place("Hà Nội"), reach: "0900 000 000" },
    happened: "Công ty thu tiền đặt chỗ trước khi ký hợp đồng, không có phiếu thu (mẫu).",
  });
  await ago(60, () => linked(fee, faulty.slug, "reported"));
  await ago(40, async () =>
    decideReport(officer, {
      ...(await seen(fee)),
      outcome: "agency_fault",
      reason: "Doanh nghiệp thừa nhận và đã trả lại tiền (mẫu).",
    }),
  );

  const site = await handedIn(48, {
    ...{
      about: "advert",
      contacts: (imitated.website ?? "vi-du.vn")
        .replace(/^https?:\/\//, "")
        .replace("-vi-du.vn", "-tuyendung-vi-du.vn"),
    },
    happened: "Trang web giống trang của công ty nhưng đòi điền số căn cước và nộp tiền hồ sơ (mẫu).",
  });
  await ago(44, async () => takeUpReport(officer, await seen(site)));
  await ago(30, () => noteOnReport(officer, { number: site, text: "Cơ quan đã hỏi đơn vị quản lý tên miền (mẫu)." }));

  const weak = await handedIn(240, {
    ...{ about: "advert", contacts: "fb.com/viec.lam.mau.982", province: place("Thanh Hóa") },
    happened: "Bài đăng không ghi tên công ty (mẫu).",
  });
  await ago(230, async () =>
    decideReport(officer, {
      ...(await seen(weak)),
      outcome: "not_confirmed",
      reason: "Bài đăng đã gỡ, không còn căn cứ để xem (mẫu).",
    }),
  );

  await handedIn(30, {
    ...{ contacts: "0900 000 983", province: place("Nghệ An") },
    happened: "Mời đi Đài Loan, không cho xem hợp đồng (mẫu).",
  });
  await handedIn(20, {
    ...{
      contacts: "STK 970400000000984 (mẫu)",
      person: "Người Mẫu Chín Tám Tư",
      amount: "8.000.000",
      province: place("Thanh Hóa"),
    },
    happened: "Bảo chuyển khoản vào tài khoản cá nhân để giữ chỗ (mẫu).",
  });
  await handedIn(1, { contacts: "0900 000 985", happened: "Nhắn tin qua mạng, hứa bay trong hai tuần (mẫu)." });
  await escalateOverdue(systemActor("demo"));
}
