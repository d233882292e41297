// Writes the invented firms, in the order things happened to them, through the same commands as any other.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "@/domain/kernel/actor";
import { addDays, type Day } from "@/domain/kernel/calendar";
import { correctFact, importRegister, recordAgency, recordDecision, recordWarning } from "@/domain/licences/commands";
import { agencyDossiers } from "@/domain/licences/queries";
import type { WarningInput } from "@/domain/licences/schema";
import { db } from "@/platform/db";
import { firmName, firmsOn, source, type Firm } from "./firms";

export type KnownFirm = Firm & { id: string; isNew: boolean };

export async function recordFirms(actor: Actor, today: Day, count: number): Promise<KnownFirm[]> {
  const firms = firmsOn(today, count);
  const codes = firms.flatMap(({ agency }) => agency.enterpriseCode ?? []);
  const rows = await db.agency.findMany({
    where: { enterpriseCode: { in: codes } },
    select: { id: true, enterpriseCode: true },
  });
  const held = new Map(rows.map((row) => [row.enterpriseCode, row.id]));
  const known: KnownFirm[] = [];
  for (const firm of firms) {
    const id = held.get(firm.agency.enterpriseCode ?? "");
    if (id) known.push({ ...firm, id, isNew: false });
    else known.push({ ...firm, id: await recordFirm(actor, firm), isNew: true });
  }
  return known;
}

async function recordFirm(actor: Actor, firm: Firm): Promise<string> {
  const { id } = await recordAgency(actor, firm.agency);
  for (const decision of firm.before) await recordDecision(actor, { ...decision, agencyId: id });
  return id;
}

/** What happens after orders were published: decisions, and approvals that end. */
export async function recordFalls(actor: Actor, firms: readonly KnownFirm[], today: Day): Promise<void> {
  const fresh = firms.filter(({ isNew }) => isNew);
  for (const firm of fresh)
    for (const decision of firm.after) await recordDecision(actor, { ...decision, agencyId: firm.id });
  const losing = fresh.filter(({ role }) => role === "loses_approval");
  const dossiers = await agencyDossiers(losing.map(({ id }) => id));
  for (const dossier of dossiers.values())
    for (const { id } of dossier.approvals)
      await correctFact(actor, { fact: "approvals", id, set: { to: addDays(today, -4) } });
}

const warnings = (today: Day): WarningInput[] => {
  const own = { source, verified: true, demo: true, issuer: "Cơ quan mẫu (dữ liệu mẫu)" };
  const ago = (days: number) => addDays(today, -days);
  return [
    {
      ...own,
      name: "Công ty Cổ phần Nhân lực Sao Mẫu 10 (dữ liệu mẫu)",
      phones: ["0900 000 991"],
      websites: ["sao-mau-gia-vi-du.vn"],
      reason: "Không có giấy phép; mạo tên một doanh nghiệp được cấp phép (mẫu)",
      decisionNo: "91/TB-MẪU",
      from: ago(40),
    },
    {
      ...own,
      name: "Trung tâm Tư vấn du học nghề Lối Tắt Mẫu (dữ liệu mẫu)",
      phones: ["0900 000 992"],
      reason: "Quảng cáo du học nghề là xuất khẩu lao động (mẫu)",
      decisionNo: "92/TB-MẪU",
      from: ago(75),
    },
    {
      ...own,
      name: "Nhóm Đi Hàn Nhanh Mẫu (dữ liệu mẫu)",
      phones: ["0900 000 993", "0900 000 994"],
      reason: "Thu tiền giữ chỗ đi Hàn Quốc thời vụ; chương trình E-8 không qua công ty hay cá nhân (mẫu)",
      from: ago(120),
    },
    {
      ...own,
      name: "Công ty TNHH Cầu Nối Toàn Cầu Mẫu (dữ liệu mẫu)",
      websites: ["cau-noi-mau-vi-du.vn"],
      reason: "Hoạt động khi giấy phép đã bị thu hồi (mẫu)",
      decisionNo: "94/TB-MẪU",
      from: ago(210),
    },
    {
      ...own,
      name: "Ông Nguyễn Văn Mẫu (dữ liệu mẫu)",
      phones: ["0900 000 995"],
      reason: "Nhận tiền môi giới của người lao động (mẫu)",
      from: ago(15),
    },
    {
      ...own,
      name: "Công ty Visa Vàng Mẫu (dữ liệu mẫu)",
      phones: ["0900 000 996"],
      reason: "Đã gỡ quảng cáo sai sự thật (mẫu)",
      from: ago(400),
      to: ago(30),
    },
  ];
};

export async function recordWarnings(actor: Actor, today: Day): Promise<void> {
  for (const warning of warnings(today)) await recordWarning(actor, warning);
}

/** One run of the register importer, so that the site can say what day its register is from. */
export async function dateRegister(actor: Actor, firms: readonly KnownFirm[], today: Day): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "demo-register-"));
  const file = join(folder, "danh-sach-mau.json");
  const rows = firms
    .filter(({ role, isNew, agency }) => role === "open" && isNew && agency.licence)
    .slice(0, 20)
    .map(({ agency }) => ({
      name_vi: agency.nameVi,
      enterprise_code: agency.enterpriseCode,
      licence_no: agency.licence?.number,
      licence_date: agency.licence?.issuedOn,
    }));
  writeFileSync(file, JSON.stringify({ rows }));
  try {
    await importRegister(actor, { file, asOf: today, source, official: false, fileName: "danh-sach-mau.json" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const firmsExist = async (): Promise<boolean> =>
  (await db.agency.count({ where: { demo: true, nameVi: firmName(1) } })) > 0;
