// What the columns of registers are called, in Vietnamese with or without marks, and in the words of the JSON form.
import { foldName } from "@/domain/kernel/text";

export type Column =
  | "ref"
  | "ordinal"
  | "name_vi"
  | "name_en"
  | "abbreviation"
  | "short_or_english"
  | "licence_no"
  | "licence_date"
  | "enterprise_code"
  | "head_office"
  | "province"
  | "phone"
  | "representative"
  | "website"
  | "email"
  | "markets"
  | "branches"
  | "note"
  | "established"
  | "status_seen"
  | "status_date"
  | "status_as_of"
  | "decision_no"
  | "confidence"
  | "source"
  | "source_type"
  | "approvals"
  | "history"
  | "market_suspension"
  | "foreign_list_no";

const aliases: Record<Column, readonly string[]> = {
  ref: ["id", "ref", "ma"],
  ordinal: ["stt", "tt", "so thu tu", "no"],
  name_vi: [
    "name vi",
    "ten doanh nghiep",
    "ten cong ty",
    "ten don vi",
    "doanh nghiep",
    "ten",
    "ten tieng viet",
    "ten doanh nghiep dich vu",
  ],
  name_en: ["name en", "ten tieng anh", "ten giao dich tieng anh", "ten nuoc ngoai"],
  abbreviation: ["abbreviation", "ten viet tat", "viet tat", "ten tat"],
  short_or_english: [
    "ten viet tat ten giao dich tieng anh",
    "ten giao dich",
    "ten viet tat ten giao dich",
    "ten viet tat tieng anh",
  ],
  licence_no: [
    "licence no",
    "license no",
    "so giay phep",
    "giay phep",
    "so gp",
    "giay phep so",
    "so giay phep hoat dong",
  ],
  licence_date: ["licence date", "license date", "ngay cap", "ngay cap giay phep", "ngay cap gp", "ngay giay phep"],
  enterprise_code: ["enterprise code", "ma so doanh nghiep", "ma so thue", "mst", "msdn", "ma doanh nghiep"],
  head_office: ["head office", "dia chi tru so", "dia chi tru so chinh", "dia chi", "tru so", "tru so chinh"],
  province: ["province", "tinh", "tinh thanh pho", "tinh tp", "thanh pho"],
  phone: ["phone", "dien thoai", "so dien thoai", "sdt", "dt", "dien thoai fax", "tel"],
  representative: [
    "representative",
    "nguoi dai dien",
    "nguoi dai dien theo phap luat",
    "dai dien phap luat",
    "nguoi dai dien phap luat",
  ],
  website: ["website", "web", "trang web", "trang thong tin dien tu", "dia chi website"],
  email: ["email", "e mail", "thu dien tu"],
  markets: ["markets", "thi truong", "thi truong hoat dong", "thi truong chap thuan"],
  branches: ["branches", "chi nhanh"],
  note: ["note", "ghi chu", "ghi chu nop lai thu hoi xu phat", "tinh trang", "trang thai"],
  established: ["established", "nam thanh lap"],
  status_seen: ["status seen"],
  status_date: ["status date"],
  status_as_of: ["status as of"],
  decision_no: ["decision no", "so quyet dinh", "quyet dinh so"],
  confidence: ["confidence"],
  source: ["source", "nguon"],
  source_type: ["source type", "loai nguon"],
  approvals: ["approvals"],
  history: ["history"],
  market_suspension: ["market suspension"],
  foreign_list_no: ["foreign list no"],
};
const byAlias = new Map(
  Object.entries(aliases).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
);

export const columnOf = (title: string): Column | null => {
  const folded = foldName(title);
  return (
    byAlias.get(folded) ?? byAlias.get(folded.replace(/ \d+$/, "")) ?? (folded.startsWith("ghi chu") ? "note" : null)
  );
};

/** Names the columns, rather than giving a title or a firm. */
export function isRegisterHeader(cells: readonly string[]): boolean {
  const found = new Set(cells.map(columnOf).filter((column) => column !== null));
  return found.size >= 2 && (found.has("name_vi") || found.has("licence_no") || found.has("name_en"));
}

/** What an official list must say of each firm; names as the official list writes them. */
const required: readonly [Column, string][] = [
  ["name_vi", "tên doanh nghiệp"],
  ["licence_no", "số giấy phép"],
  ["licence_date", "ngày cấp"],
];
export function missingColumns(header: readonly string[], official: boolean): string[] {
  const found = new Set(header.map(columnOf));
  if (official) return required.filter(([column]) => !found.has(column)).map(([, name]) => name);
  return found.has("name_vi") || found.has("name_en") || found.has("licence_no") ? [] : ["tên doanh nghiệp"];
}

/** Cells by what they mean; the first column of a meaning wins, columns without meaning are left out. */
export function meaningsOf(record: Readonly<Record<string, unknown>>): Partial<Record<Column, unknown>> {
  const meant: Partial<Record<Column, unknown>> = {};
  for (const [title, value] of Object.entries(record)) {
    const column = columnOf(title);
    if (column && (meant[column] === undefined || meant[column] === "" || meant[column] === null))
      meant[column] = value;
  }
  return meant;
}
