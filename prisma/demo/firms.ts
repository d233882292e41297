// The invented firms: who they are and what has been decided about them. Nobody here exists; every name says so.
import { addDays, addMonths, type Day } from "@/domain/kernel/calendar";
import type { AgencyInput, DecisionInput } from "@/domain/licences/schema";
import { provinces } from "@/domain/localities/rules";

export const source = "Dữ liệu mẫu";
const official = { source, verified: true } as const;

type Without<T> = T extends unknown ? Omit<T, "agencyId"> : never;
export type Decision = Without<DecisionInput>;
/** What orders a firm has; "falls…": its orders are published first, then the decision is recorded that hides them. */
export type Role = "open" | "falls" | "loses_approval" | "none";
export type Firm = {
  agency: AgencyInput;
  role: Role;
  markets: readonly string[];
  approvals: readonly string[];
  /** Only this kind of order. */
  preparationOnly: boolean;
  before: readonly Decision[];
  /** Recorded after its orders were published. */
  after: readonly Decision[];
};

const words = [
  "Sao",
  "Cánh Diều",
  "Bình Minh",
  "Hoa Sen",
  "Trường Giang",
  "Đại Dương",
  "Phương Nam",
  "Bắc Đẩu",
  "Hồng Hà",
  "Cửu Long",
  "Lạc Việt",
  "Ngọc Lan",
  "Thiên Thanh",
  "Hải Âu",
  "Tùng Bách",
  "An Khang",
  "Minh Châu",
  "Đông Phong",
  "Việt Hưng",
  "Thành Đạt",
  "Tân Tiến",
  "Hòa Bình",
  "Phú Cường",
  "Kim Long",
  "Sen Vàng",
  "Mặt Trời",
  "Cầu Vồng",
  "Bạch Dương",
  "Hoàng Mai",
  "Xuân Thịnh",
  "Gia Phát",
  "Nam Sơn",
  "Trúc Xanh",
  "Lam Kinh",
  "Đồng Tâm",
  "Sông Thương",
  "Thăng Tiến",
  "Vạn Xuân",
  "Hương Giang",
  "Thái Dương",
  "Ánh Sao",
  "Đất Việt",
  "Biển Đông",
  "Tây Đô",
  "Trường Sơn",
  "Hạ Long",
  "Bạch Đằng",
  "Quang Trung",
  "Hùng Vương",
  "Lê Lợi",
  "Phù Đổng",
  "Âu Lạc",
  "Văn Lang",
  "Chim Lạc",
  "Trống Đồng",
  "Núi Đôi",
  "Suối Ngọc",
  "Rừng Xanh",
  "Đồi Thông",
  "Cánh Buồm",
] as const;
const forms = [
  "Công ty Cổ phần Nhân lực",
  "Công ty TNHH Cung ứng nhân lực quốc tế",
  "Công ty Cổ phần Hợp tác lao động",
  "Công ty TNHH Một thành viên Xuất khẩu lao động",
  "Công ty Cổ phần Đào tạo và Phát triển nhân lực",
];

const two = (n: number): string => String(n).padStart(2, "0");
export const licenceNo = (n: number): string => `${9000 + n}/LĐTBXH-GP`;
export const firmName = (n: number): string =>
  `${forms[(n - 1) % forms.length]} ${words[(n - 1) % words.length]} Mẫu ${two(n)} (dữ liệu mẫu)`;
const compactName = (n: number): string =>
  words[(n - 1) % words.length]!.normalize("NFD")
    .replace(/[\u0300-\u036f ]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();

function agencyOf(n: number, today: Day, given: Partial<AgencyInput> = {}): AgencyInput {
  const province = provinces[(n * 7) % provinces.length]!;
  const initials = words[(n - 1) % words.length]!.split(" ")
    .map((word) => word[0])
    .join("");
  return {
    nameVi: firmName(n),
    nameEn: `Sample Manpower ${two(n)} Co. (sample data)`,
    abbreviation: `MAU-${initials}${two(n)}`.replace("Đ", "D").replace("Â", "A").replace("Á", "A"),
    enterpriseCode: `99000000${two(n)}`,
    headOffice: `Số ${n} đường Mẫu, ${province.kind} ${province.name}`,
    provinceId: province.id,
    phone: `0900 000 0${two(n)}`,
    website: `https://${compactName(n)}${two(n)}-vi-du.vn`,
    email: `lienhe@${compactName(n)}${two(n)}-vi-du.vn`,
    representative: "Người đại diện (mẫu)",
    establishedOn: 1998 + ((n * 5) % 22),
    licence: {
      number: licenceNo(n),
      issuedOn: addDays(addMonths(today, -12 * (3 + ((n * 5) % 18))), -((n * 37) % 300)),
      decisionNo: null,
    },
    asOf: today,
    demo: true,
    ...official,
    ...given,
  };
}

const reasons = {
  fine: "Không cập nhật cơ sở dữ liệu về người lao động theo quy định (mẫu)",
  suspension: "Tổ chức chuẩn bị nguồn lao động khi chưa được chấp thuận (mẫu)",
  revoked: "Không duy trì điều kiện hoạt động theo Điều 10 Luật 69/2020/QH14 (mẫu)",
};
let numbered = 100;
const decisionNo = (): string => `${(numbered += 1)}/QĐ-MẪU`;
const status = (
  code: "active" | "surrendered" | "revoked" | "bankruptcy_opened" | "dissolving",
  from: Day,
  reason: string | null = null,
  number: string | null = null,
): Decision => ({
  ...{
    kind: "status",
    status: code,
    from,
    licenceNo: number,
    decisionNo: decisionNo(),
    decisionOn: addDays(from, -3),
    reason,
  },
  ...official,
});
const stop = (
  restriction: "activity_suspended" | "market_suspended" | "market_delisted",
  scope: "all" | "source_preparation" | "market",
  from: Day,
  to: Day | null,
  market: string | null = null,
): Decision => ({
  ...{
    kind: "restriction",
    restriction,
    scope,
    market,
    from,
    to,
    issuer: market ? "Cơ quan nước tiếp nhận (mẫu)" : "Bộ Nội vụ (mẫu)",
  },
  ...{ decisionNo: decisionNo(), decisionOn: addDays(from, -2), reason: reasons.suspension },
  ...official,
});
const fine = (on: Day, amountVnd: bigint): Decision => ({
  ...{ kind: "fine", amountVnd, reason: reasons.fine, on, decisionNo: decisionNo(), appeal: null, removedOn: null },
  ...official,
});
const branch = (n: number, from: Day): Decision => {
  const province = provinces[(n * 11 + 3) % provinces.length]!;
  return {
    ...{
      kind: "branch",
      name: `Chi nhánh ${province.name} (mẫu)`,
      address: `Số ${n} đường Mẫu, ${province.name}`,
      provinceId: province.id,
      phone: null,
      decisionNo: decisionNo(),
      from,
      to: null,
    },
    ...official,
  };
};
const report = (statusSeen: string, asOf: Day, note: string): Decision => ({
  kind: "report",
  statusSeen,
  asOf,
  confidence: "medium",
  note,
  source: "Báo mẫu (dữ liệu mẫu)",
});

type Special = Partial<Pick<Firm, "role" | "markets" | "approvals" | "preparationOnly" | "before" | "after">> & {
  agency?: Partial<AgencyInput>;
};

/** Firms that fall: a decision of the last weeks hides their open orders. */
function falling(today: Day): Special[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    { after: [stop("activity_suspended", "all", ago(5), addMonths(ago(5), 9))] },
    {
      before: [fine(ago(420), 75_000_000n), stop("activity_suspended", "all", ago(380), ago(200))],
      after: [status("revoked", ago(9), reasons.revoked)],
    },
    { markets: ["JP"], after: [stop("market_suspended", "market", ago(12), addMonths(today, 5), "JP")] },
    { markets: ["JP"], after: [stop("market_delisted", "market", ago(30), null, "JP")] },
    { after: [status("bankruptcy_opened", ago(14), "Tòa án mở thủ tục phá sản (mẫu)")] },
    { after: [status("surrendered", ago(20), "Doanh nghiệp chấm dứt hoạt động dịch vụ (mẫu)")] },
    { after: [status("dissolving", ago(7), "Doanh nghiệp quyết định giải thể (mẫu)")] },
    { preparationOnly: true, after: [stop("activity_suspended", "source_preparation", ago(16), addMonths(today, 17))] },
  ].map((firm) => ({ role: "falls", ...firm }));
}

/** Firms whose story is the point, with or without open orders. */
function storied(today: Day): Special[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    { role: "open", before: [stop("activity_suspended", "all", addDays(today, 45), addMonths(today, 7))] },
    { role: "open", before: [stop("activity_suspended", "all", ago(900), ago(720)), fine(ago(905), 165_000_000n)] },
    {
      role: "open",
      before: [
        status("revoked", ago(2_400), reasons.revoked),
        status("active", ago(1_500), "Cấp giấy phép mới (mẫu)", "9144/LĐTBXH-GP"),
      ],
      agency: { licence: { number: licenceNo(45), issuedOn: ago(6_000), decisionNo: null } },
    },
    { role: "open", before: [fine(ago(260), 12_500_000n), fine(ago(90), 27_500_000n)] },
    {
      role: "none",
      before: [
        fine(ago(1_900), 75_000_000n),
        stop("activity_suspended", "all", ago(1_800), ago(1_620)),
        status("revoked", ago(1_500), reasons.revoked),
      ],
    },
    {
      role: "none",
      before: [status("revoked", ago(640), "Không đưa được người lao động đi trong 24 tháng liên tục (mẫu)")],
    },
    { role: "none", before: [status("surrendered", ago(1_100), "Tự nguyện nộp lại giấy phép (mẫu)")] },
    { role: "none", before: [status("bankruptcy_opened", ago(500), "Tòa án mở thủ tục phá sản (mẫu)")] },
    { role: "none", before: [status("dissolving", ago(210), "Đang thanh lý hợp đồng, bàn giao người lao động (mẫu)")] },
    {
      role: "none",
      agency: {
        nameVi: "Trung tâm Dịch vụ việc làm Suối Mẫu 52 (dữ liệu mẫu)",
        licence: { number: "9052/SLĐTBXH-GP", issuedOn: ago(800), decisionNo: null },
      },
    },
    {
      role: "none",
      agency: { licence: null, verified: false },
      before: [
        report("active", ago(900), "Theo quảng cáo của doanh nghiệp"),
        report("not_licensed", ago(60), "Báo viết doanh nghiệp không có giấy phép"),
      ],
    },
    {
      role: "none",
      agency: { nameVi: `${forms[0]} Sao Mẫu 01 Việt Nam (dữ liệu mẫu)`, abbreviation: "MAU-S01VN" },
      before: [status("revoked", ago(300), reasons.revoked)],
    },
    {
      role: "none",
      agency: {
        nameVi: "Công ty TNHH Cung ứng nhân lực quốc tế Cánh Diều Mẫu 2 (dữ liệu mẫu)",
        licence: null,
        verified: false,
      },
      before: [report("unknown", ago(30), "Tên gần giống một doanh nghiệp có giấy phép")],
    },
    { role: "none", agency: { licence: null }, before: [] },
  ];
}

/** Markets an ordinary firm works in, and the approvals they ask for. */
function ordinary(n: number, today: Day): Special {
  const elsewhere = [
    ["KR", "DE", "HU"],
    ["DE", "RO", "PL"],
    ["DE", "AU", "GR"],
    ["MY", "SG", "TH", "CN", "MO"],
    ["SA", "AE", "QA", "KW", "DZ"],
    ["KR", "DE", "SK", "CZ"],
    ["XS", "TW", "BG", "RU"],
    ["DE", "CA", "KR"],
  ];
  const ago = (days: number) => addDays(today, -days);
  const markets = [
    ...new Set([...(n % 4 === 3 ? [] : ["JP"]), ...(n % 2 === 0 ? ["TW"] : []), ...elsewhere[n % elsewhere.length]!]),
  ];
  const approvals = [
    ...(markets.includes("JP") ? ["JP_GENERAL"] : []),
    ...(n % 3 === 1 && markets.includes("JP") ? ["JP_CAREGIVER"] : []),
    ...(markets.includes("TW") ? ["TW"] : []),
    ...(n % 4 === 0 || n % 8 === 3 ? ["DOMESTIC"] : []),
  ];
  const before = [
    ...(n % 5 === 2 ? [branch(n, ago(700 + n))] : []),
    ...(n % 10 === 2 ? [branch(n + 60, ago(300 + n))] : []),
    ...(n % 9 === 4 ? [fine(ago(300 + n * 20), 12_500_000n)] : []),
    ...(n % 13 === 6 ? [stop("market_suspended", "market", ago(1_900), ago(1_710), "JP")] : []),
  ];
  const agency =
    n % 6 === 0
      ? { formerNames: [`Công ty Dịch vụ lao động ${words[n % words.length]} Mẫu ${two(n)} cũ (dữ liệu mẫu)`] }
      : {};
  return { role: "open", markets, approvals, before, agency };
}

const approval = (code: string, from: Day): Decision => ({
  ...{ kind: "approval", code: code as "TW", from, to: null, decisionNo: decisionNo() },
  ...official,
});

/** Sixty firms by default; further ones are ordinary. The first two digits of a story never change with the seed. */
export function firmsOn(today: Day, count: number): Firm[] {
  numbered = 100;
  const special = new Map<number, Special>();
  for (const [i, firm] of falling(today).entries())
    special.set(33 + i, { markets: ["JP", "TW", "KR"], approvals: ["JP_GENERAL", "TW"], ...firm });
  for (const n of [41, 42])
    special.set(n, {
      role: "loses_approval",
      markets: n === 41 ? ["JP"] : ["TW"],
      approvals: n === 41 ? ["JP_GENERAL"] : ["TW"],
    });
  for (const [i, firm] of storied(today).entries()) special.set(43 + i, firm);
  return Array.from({ length: count }, (_, index): Firm => {
    const n = index + 1;
    const usual = ordinary(n, today);
    const given = special.get(n) ?? usual;
    const role = given.role ?? "open";
    const inherits = role === "open" && !given.approvals;
    const approvals = given.approvals ?? (inherits ? usual.approvals! : []);
    const agency = agencyOf(n, today, given.agency);
    return {
      agency,
      role,
      markets: given.markets ?? (inherits ? usual.markets! : []),
      approvals,
      preparationOnly: given.preparationOnly ?? false,
      before: [...approvals.map((code) => approval(code, addMonths(today, -26))), ...(given.before ?? [])],
      after: given.after ?? [],
    };
  });
}
