// Columns of an order file: what a person may call them, and how a cell is read. The names on the left are those of orderInput.
import { languageLevels, markets, occupationOf, occupations, programmeOf } from "@/domain/kernel/catalogue";
import { parseDatedText } from "@/domain/kernel/calendar";
import { moneyOf } from "@/domain/kernel/money";
import { fold, foldName } from "@/domain/kernel/text";
import { provinceIdOf } from "@/domain/localities/rules";
import type { OrderInput } from "../schema";

const aliases: Readonly<Record<string, readonly string[]>> = {
  ref: ["mã", "mã đơn hàng", "mã đơn", "id", "reference"],
  licenceNo: ["số giấy phép", "giấy phép", "licence", "agency"],
  contractNo: ["số chấp thuận", "hợp đồng cung ứng", "số chấp thuận hợp đồng", "contract"],
  market: ["thị trường", "nước"],
  programme: ["chương trình"],
  occupation: ["nghề", "ngành nghề"],
  title: ["tên đơn hàng", "công việc"],
  region: ["vùng", "khu vực"],
  workplace: ["nơi làm việc"],
  employerName: ["chủ sử dụng", "nơi tiếp nhận", "xí nghiệp tiếp nhận"],
  quantity: ["số lượng", "số lượng tuyển"],
  sex: ["giới tính"],
  ageMin: ["tuổi từ", "tuổi tối thiểu"],
  ageMax: ["tuổi đến", "tuổi tối đa"],
  heightMinCm: ["chiều cao tối thiểu", "chiều cao"],
  education: ["trình độ học vấn", "học vấn"],
  experienceMonths: ["kinh nghiệm tháng"],
  language: ["ngoại ngữ"],
  languageLevel: ["trình độ ngoại ngữ"],
  hoursPerDay: ["giờ mỗi ngày"],
  hoursPerWeek: ["giờ mỗi tuần"],
  restNote: ["ngày nghỉ", "thời giờ nghỉ ngơi"],
  overtimeNote: ["làm thêm"],
  currency: ["tiền tệ", "loại tiền"],
  basic: ["lương cơ bản"],
  gross: ["tổng thu nhập"],
  net: ["thực lĩnh", "thực lĩnh dự kiến"],
  deductionsTotal: ["khấu trừ", "khấu trừ mỗi tháng"],
  board: ["ăn"],
  lodging: ["ở"],
  insurance: ["bảo hiểm"],
  airfare: ["vé máy bay"],
  airfareLegs: ["số lượt vé"],
  ticket: ["giá vé một lượt", "giá vé một chiều", "giá vé", "ticket price"],
  contractMonths: ["thời hạn hợp đồng", "thời hạn"],
  selectionMethod: ["cách tuyển", "hình thức tuyển"],
  interviewForm: ["hình thức phỏng vấn", "phỏng vấn"],
  departureFrom: ["xuất cảnh từ"],
  departureTo: ["xuất cảnh đến"],
  deadlineOn: ["hạn nộp hồ sơ", "hạn nộp"],
  provinces: ["tỉnh tuyển", "địa bàn tuyển"],
};
const columnByName = new Map(
  Object.entries(aliases).flatMap(([key, names]) => [key, ...names].map((name) => [foldName(name), key] as const)),
);
/** "phí: service_fee" or "fee.service_fee" */
const feeColumn = /^(?:phi|fee)[ .:]+([a-z_ ]+)$/;

export const columnOf = (header: string): string | null => {
  const folded = foldName(header);
  const fee = feeColumn.exec(fold(header).replace(/[:.]/g, " ").replace(/\s+/g, " "));
  return fee ? `fee.${fee[1]?.trim().replaceAll(" ", "_")}` : (columnByName.get(folded) ?? null);
};
/** A row names the columns when it has the three without which nothing is an order. */
export const isOrderHeader = (cells: readonly string[]): boolean => {
  const known = new Set(cells.map(columnOf));
  return known.has("market") && known.has("occupation") && known.has("quantity");
};

export type CellProblem = {
  column: string;
  code:
    | "number"
    | "day"
    | "unknownMarket"
    | "unknownProgramme"
    | "unknownOccupation"
    | "unknownProvince"
    | "unknownWord"
    | "amount";
  value: string;
};
type Cells = Readonly<Record<string, string>>;

const kept = {
  "mien phi": "free",
  "tru luong": "deducted",
  "tu lo": "own_cost",
  free: "free",
  deducted: "deducted",
  "own cost": "own_cost",
};
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: {
    nam: "male",
    nu: "female",
    "nam nu": "any",
    khong: "any",
    "": "any",
    male: "male",
    female: "female",
    any: "any",
  },
  board: kept,
  lodging: kept,
  airfare: {
    "ben nuoc ngoai": "foreign_side",
    "cong ty": "agency",
    "nguoi lao dong": "worker",
    chia: "shared",
    "foreign side": "foreign_side",
    agency: "agency",
    worker: "worker",
    shared: "shared",
  },
  airfareLegs: {
    "mot luot": "one_way",
    "khu hoi": "round_trip",
    khong: "none",
    "one way": "one_way",
    "round trip": "round_trip",
    none: "none",
  },
  interviewForm: {
    "truc tuyen": "online",
    "truc tiep": "in_person",
    "ca hai": "both",
    online: "online",
    "in person": "in_person",
    both: "both",
  },
  education: { khong: "0", "tieu hoc": "1", thcs: "2", thpt: "3", "trung cap": "4", "cao dang": "5", "dai hoc": "6" },
};

/** First come, first named: a synonym two occupations share means the one the file lists first. */
const named = <T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
  codeOf: (thing: T) => string,
): Map<string, string> => {
  const codes = new Map<string, string>();
  for (const pass of [0, 1])
    for (const thing of things)
      for (const [i, name] of namesOf(thing).entries())
        if ((pass === 0) === i < 3 && !codes.has(foldName(name))) codes.set(foldName(name), codeOf(thing));
  return codes;
};
const marketCodes = named(
  markets,
  (m) => [m.code, m.nameVi, m.shortVi, m.nameEn],
  (m) => m.code,
);
const occupationSlugs = named(
  occupations,
  (o) => [o.slug, o.nameVi, o.nameEn, ...o.synonyms],
  (o) => o.slug,
);
const marketNamed = (said: string) => marketCodes.get(foldName(said));
const occupationNamed = (said: string) => occupationOf(said)?.slug ?? occupationSlugs.get(foldName(said));

/** Reads the cells of one row; every cell that cannot be read is reported, not only the first. */
export function readCells(cells: Cells): {
  order: Omit<OrderInput, "kind" | "status" | "senderType" | "senderName">;
  problems: CellProblem[];
} {
  const problems: CellProblem[] = [];
  const cell = (key: string): string => (cells[key] ?? "").trim();
  const problem = (column: string, code: CellProblem["code"]): null => (
    problems.push({ column, code, value: cell(column).slice(0, 80) }),
    null
  );
  const textOf = (key: string) => cell(key) || null;
  const numberOf = (key: string): number | null => {
    if (!cell(key)) return null;
    const value = Number(
      cell(key)
        .replace(/(?<=\d)[\s.](?=\d{3}\b)/g, "")
        .replace(",", "."),
    );
    return Number.isFinite(value) ? value : problem(key, "number");
  };
  const dayOf = (key: string) => {
    if (!cell(key)) return null;
    const read = parseDatedText(cell(key));
    return read?.precision === "day" ? read.on : problem(key, "day");
  };
  const wordOf = (key: string): string | null =>
    cell(key) ? (words[key]?.[foldName(cell(key))] ?? problem(key, "unknownWord")) : null;

  const market = marketNamed(cell("market")) ?? problem("market", "unknownMarket") ?? "";
  const currency = (cell("currency") || markets.find((m) => m.code === market)?.currency || "VND").toUpperCase();
  const minorOf = (key: string) => {
    const units = numberOf(key);
    return units === null ? null : moneyOf(units, currency).minor;
  };
  const programme = programmeOf(cell("programme"))
    ? cell("programme")
    : (problem("programme", "unknownProgramme") ?? "");
  const occupation = occupationNamed(cell("occupation")) ?? problem("occupation", "unknownOccupation") ?? "";
  const provinces = cell("provinces")
    .split(/[;,|]/)
    .map((name) => name.trim())
    .filter((name) => name !== "" && !/^(toàn quốc|cả nước)$/i.test(name));
  const provinceIds = provinces
    .map((name) => provinceIdOf(name) ?? problem("provinces", "unknownProvince"))
    .filter((id) => id !== null);
  const language = cell("language").toLowerCase();
  const noLanguage = ["không", "khong", "none"].includes(language);
  const level = languageLevels[language]?.find(
    (l) => fold(l.level) === fold(cell("languageLevel").replace(/^(jlpt|topik|cefr|tocfl|ielts)\s*/i, "")),
  );
  const deductions = minorOf("deductionsTotal");
  const education = wordOf("education");
  const ticket = cell("ticket") ? (amountOf(cell("ticket")) ?? problem("ticket", "amount")) : null;
  const order = {
    externalRef: textOf("ref"),
    market,
    programme,
    occupation,
    currency,
    title: cell("title") || (occupationOf(occupation)?.nameVi ?? occupation),
    region: textOf("region"),
    workplace: textOf("workplace"),
    employerName: textOf("employerName"),
    quantity: numberOf("quantity"),
    sex: (wordOf("sex") ?? "any") as OrderInput["sex"],
    ageMin: numberOf("ageMin"),
    ageMax: numberOf("ageMax"),
    heightMinCm: numberOf("heightMinCm"),
    education: education === null ? null : Number(education),
    experienceMonths: numberOf("experienceMonths"),
    language: noLanguage ? null : language || null,
    languageTest: level?.test ?? null,
    languageLevel: textOf("languageLevel"),
    languageOrdinal: noLanguage ? 0 : (level?.ordinal ?? null),
    hoursPerDay: numberOf("hoursPerDay"),
    hoursPerWeek: numberOf("hoursPerWeek"),
    restNote: textOf("restNote"),
    overtimeNote: textOf("overtimeNote"),
    payBasis: "basic" as const,
    basicMinor: minorOf("basic"),
    grossMinor: minorOf("gross"),
    netMinor: minorOf("net"),
    deductions: deductions === null ? null : [{ code: "stated_total", minor: deductions }],
    board: (wordOf("board") ?? "unknown") as OrderInput["board"],
    lodging: (wordOf("lodging") ?? "unknown") as OrderInput["lodging"],
    insurance: textOf("insurance"),
    airfare: (wordOf("airfare") ?? "unknown") as OrderInput["airfare"],
    airfareLegs: (wordOf("airfareLegs") ?? "unknown") as OrderInput["airfareLegs"],
    ticketMinor: ticket?.minor ?? null,
    ticketCurrency: ticket?.currency ?? null,
    contractMonths: numberOf("contractMonths"),
    selectionMethod: textOf("selectionMethod"),
    interviewForm: (wordOf("interviewForm") ?? "unknown") as OrderInput["interviewForm"],
    departureFrom: dayOf("departureFrom"),
    departureTo: dayOf("departureTo"),
    deadlineOn: dayOf("deadlineOn"),
    provinces: provinceIds,
    nationwide: /toàn quốc|cả nước/i.test(cell("provinces")),
    fees: feesOf(cells, problems),
  };
  return { order, problems };
}

/** "12000000", "12.000.000 VND" or "500 USD"; đồng where no currency is written. Null: not an amount. */
function amountOf(said: string): { minor: bigint; currency: string } | null {
  const read = /^([\d.,\s]+)\s*([A-Za-z]{3})?$/.exec(said.trim());
  const units = read?.[1] ? Number(read[1].replace(/[\s.,](?=\d{3}\b)/g, "").replace(",", ".")) : Number.NaN;
  return Number.isFinite(units) ? moneyOf(units, read?.[2]?.toUpperCase() ?? "VND") : null;
}

const bankLines = new Set(["worker_deposit"]);
const payeeOf: Readonly<Record<string, string>> = {
  service_fee: "agency",
  worker_deposit: "bank",
  passport: "state",
  judicial_record: "state",
  visa: "embassy",
  health_check: "clinic",
  vaccination: "clinic",
  language_training: "school",
  skill_training: "school",
  orientation_course: "agency",
  airfare: "airline",
  support_fund: "state",
  exam_fee: "school",
};

/** "?" is an amount nobody stated. */
function feesOf(cells: Cells, problems: CellProblem[]): NonNullable<OrderInput["fees"]> {
  return Object.entries(cells)
    .filter(([key, value]) => key.startsWith("fee.") && value.trim() !== "")
    .map(([key, value], position) => {
      const code = key.slice(4);
      const amount = amountOf(value);
      if (value.trim() !== "?" && !amount) problems.push({ column: key, code: "amount", value: value.slice(0, 80) });
      return {
        position,
        code,
        payer: "worker" as const,
        payee: (payeeOf[code] ?? "unknown") as "agency",
        currency: amount?.currency ?? "VND",
        months: null,
        amountMinor: amount?.minor ?? null,
        due: bankLines.has(code)
          ? ("after_visa" as const)
          : code === "service_fee"
            ? ("after_contract" as const)
            : ("before_departure" as const),
        refundable: bankLines.has(code) ? ("yes" as const) : ("no" as const),
      };
    });
}
