// Officers of three places, and reports to be handed in by anybody; for tests of what each of them may see and do.
import { randomUUID } from "node:crypto";
import { decideReport, handInReport } from "@/domain/complaints/commands";
import type { ReportInput } from "@/domain/complaints/schema";
import { type Actor, type AgencyStaff, type Officer, type Person, systemActor, visitor } from "@/domain/kernel/actor";
import { day } from "@/domain/kernel/calendar";
import { recordAgency } from "@/domain/licences/commands";
import { provinceIdOf } from "@/domain/localities/rules";
import { db } from "@/platform/db";

export const officer = (given: Partial<Officer> = {}): Officer => ({
  ...{ kind: "officer", id: randomUUID(), name: "Cán bộ Mẫu", officeId: randomUUID() },
  ...{ level: "province", province: provinceIdOf("Hà Nội"), commune: null, ...given },
});
export const hanoi = officer();
export const otherHanoi = officer({ name: "Cán bộ Hai" });
export const nghean = officer({ province: provinceIdOf("Nghệ An") });
export const ministry = officer({ level: "ministry", province: null });
export const commune = officer({ level: "commune", commune: "00004" });
export const staff: AgencyStaff = {
  ...{
    kind: "agency_staff",
    id: randomUUID(),
    name: "Giám đốc",
    agencyId: randomUUID(),
    role: "owner",
    branchId: null,
  },
};
export const person: Person = { kind: "person", id: randomUUID(), name: "Chị Hoa" };
export const clockworks = systemActor("test");
export const now = () => new Date(process.env.CLOCK ?? "");
let phones = 0;
/** A number nobody else in the file names. */
export const aPhone = () => `0912${String((phones += 1)).padStart(6, "0")}`;

export const said = (given: Partial<ReportInput> = {}): ReportInput => ({
  ...{ submission: randomUUID(), about: "recruiter", contacts: aPhone() },
  ...{ happened: "Bảo nộp 20 triệu giữ chỗ rồi khoá máy.", province: hanoi.province ?? undefined, ...given },
});
export const aReport = (given: Partial<ReportInput> = {}) => handInReport(visitor, said(given));
export const versionOf = async (number: string) =>
  (await db.fraudReport.findUniqueOrThrow({ where: { number } })).version;
export const seen = async (number: string) => ({ number, version: await versionOf(number) });
export const refused = (condition: string) => ({ condition });
export const decide = async (by: Actor, number: string, outcome = "confirmed_fake" as const) =>
  decideReport(by, { ...(await seen(number)), outcome, reason: "Đã gọi và đối chiếu với doanh nghiệp." });

export const vinamex = () =>
  recordAgency(clockworks, {
    ...{ nameVi: "Công ty Cổ phần Vinamex Kiểm Thử", phone: "024 3999 8888", website: "https://vinamex-thu.com.vn" },
    ...{ email: "tuyendung@vinamex-thu.com.vn", licence: { number: "9811/LĐTBXH-GP", issuedOn: day("2015-01-05") } },
    ...{ source: "kiểm thử", verified: true, asOf: day("2026-11-01") },
  });
