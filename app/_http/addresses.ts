// Where every public page stands, in each language's words. Folders under app/[locale] carry the English words.

import { marketBySlug } from "@/domain/kernel/catalogue";

export const locales = ["vi", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "vi";
export const isLocale = (text: string | undefined): text is Locale => text === "vi" || text === "en";

/** First segment: the folder in app/[locale] and its English word, then the Vietnamese word. */
const sections = [
  ["orders", "don-hang"],
  ["compare", "so-sanh"],
  ["agencies", "doanh-nghiep"],
  ["check", "kiem-tra"],
  ["markets", "thi-truong"],
  ["fees", "phi"],
  ["data", "du-lieu"],
  ["localities", "dia-ban"],
  ["accessibility", "tiep-can"],
  ["support", "ho-tro"],
  ["receipts", "bien-nhan"],
  ["money", "so-tien"],
  ["sign-in", "dang-nhap"],
  ["account", "tai-khoan"],
  ["portal", "cong-doanh-nghiep"],
  ["office", "co-quan"],
  ["reports", "phan-anh"],
  ["codes", "ma"],
  ["warnings", "canh-bao"],
  ["demo-mail", "thu-mau"],
] as const;

/** Words below a section: cost ↔ chi-phi in /don-hang/…/chi-phi. What is not listed is the name of a thing. */
const inner = [
  ["orders", "cost", "chi-phi"],
  ["orders", "history", "lich-su"],
  ["orders", "poster", "to-thong-tin"],
  ["agencies", "history", "lich-su"],
  ["compare", "cost", "chi-phi"],
  ["fees", "asked", "bi-doi-tien"],
  ["check", "contact", "lien-he"],
  ["data", "journal", "nhat-ky"],
  ["sign-in", "second-step", "buoc-hai"],
  ["sign-in", "new-password", "mat-khau-moi"],
  ["sign-in", "link", "duong-dan"],
  ["sign-in", "register", "dang-ky"],
  ["sign-in", "code", "ma"],
  ["sign-in", "invitation", "loi-moi"],
  ["account", "second-step", "buoc-hai"],
  ["account", "messages", "tin-nhan"],
  ["account", "stop", "thoi-gui"],
  ["portal", "register", "dang-ky"],
  ["portal", "staff", "nhan-vien"],
  ["portal", "contracts", "hop-dong"],
  ["portal", "orders", "don-hang"],
  ["portal", "upload", "tai-len"],
  ["portal", "notices", "thong-bao"],
  ["portal", "new", "moi"],
  ["portal", "poster", "ap-phich"],
  ["portal", "files", "tep"],
  ["office", "accounts", "tai-khoan"],
  ["office", "contracts", "hop-dong"],
  ["office", "orders", "don-hang"],
  ["office", "notices", "thong-bao"],
  ["office", "reports", "phan-anh"],
  ["office", "totals", "tong-hop"],
  ["office", "agencies", "doanh-nghiep"],
  ["office", "warnings", "canh-bao"],
  ["office", "flags", "sai-lech"],
  ["office", "new", "moi"],
  ["reports", "new", "moi"],
  ["reports", "case", "ho-so"],
] as const;

const routes = {
  home: "",
  orders: "orders",
  order: "orders/[reference]",
  poster: "orders/[reference]/poster",
  cost: "orders/[reference]/cost",
  compare: "compare",
  compareCost: "compare/cost",
  agencies: "agencies",
  agency: "agencies/[slug]",
  check: "check",
  markets: "markets",
  market: "markets/[slug]",
  fees: "fees",
  asked: "fees/asked",
  support: "support",
  receipt: "receipts/[number]",
  receipts: "receipts",
  money: "money/[token]",
  signIn: "sign-in",
  secondStep: "sign-in/second-step",
  newPassword: "sign-in/new-password",
  signInLink: "sign-in/link",
  signInCode: "sign-in/code",
  invitation: "sign-in/invitation",
  register: "sign-in/register",
  account: "account",
  secondStepSetUp: "account/second-step",
  messages: "account/messages",
  messagesStop: "account/messages/stop",
  demoMail: "demo-mail",
  portal: "portal",
  portalRegister: "portal/register",
  portalRequest: "portal/register/[id]",
  portalRequestFile: "portal/register/[id]/files/[file]",
  portalStaff: "portal/staff",
  portalContracts: "portal/contracts",
  portalContractNew: "portal/contracts/new",
  portalContract: "portal/contracts/[id]",
  portalContractFile: "portal/contracts/[id]/files/[file]",
  portalOrders: "portal/orders",
  portalOrderNew: "portal/orders/new",
  portalOrder: "portal/orders/[reference]",
  portalPoster: "portal/orders/[reference]/poster",
  portalUpload: "portal/upload",
  portalNotices: "portal/notices",
  portalNoticeNew: "portal/notices/new",
  portalNotice: "portal/notices/[id]",
  office: "office",
  officeAccounts: "office/accounts",
  officeAccount: "office/accounts/[id]",
  officeContracts: "office/contracts",
  officeContract: "office/contracts/[id]",
  officeNotices: "office/notices",
  officeNotice: "office/notices/[id]",
  officeReports: "office/reports",
  officeReport: "office/reports/[number]",
  officeReportTotals: "office/reports/totals",
  officeAgencies: "office/agencies",
  officeAgency: "office/agencies/[slug]",
  officeWarnings: "office/warnings",
  officeFlags: "office/flags",
  contact: "check/contact",
  reportNew: "reports/new",
  reports: "reports",
  reportCase: "reports/case/[number]",
  code: "codes/[text]",
  codes: "codes",
  warnings: "warnings",
  orderHistory: "orders/[reference]/history",
  agencyHistory: "agencies/[slug]/history",
  journal: "data/journal",
  data: "data",
  localities: "localities",
  locality: "localities/[id]",
  accessibility: "accessibility",
} as const;

export type Route = keyof typeof routes;
type NamesIn<Path extends string> = Path extends `${string}[${infer Name}]${infer Rest}` ? Name | NamesIn<Rest> : never;
export type ParamsOf<R extends Route> = Record<NamesIn<(typeof routes)[R]>, string>;
type Value = string | number | bigint | boolean | null | undefined;
/** Empty, null and undefined values are left out; lists repeat the name. */
export type Query = Readonly<Record<string, Value | readonly Value[]>> | URLSearchParams;
type Rest<R extends Route> = [NamesIn<(typeof routes)[R]>] extends [never]
  ? [params?: Record<never, string> | null, query?: Query]
  : [params: ParamsOf<R>, query?: Query];

const toVietnamese = new Map<string, string>(sections);
const toFolder = new Map<string, string>(sections.map(([folder, word]) => [word, folder]));

function queryText(query: Query | undefined): string {
  if (!query) return "";
  if (query instanceof URLSearchParams) return query.size > 0 ? `?${query}` : "";
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "") search.append(name, String(one));
    }
  }
  return search.size > 0 ? `?${search}` : "";
}

/** The public path of a page, ready for an <a href>: address("vi", "order", { reference }) → /don-hang/… */
export function address<R extends Route>(locale: Locale, route: R, ...[params, query]: Rest<R>): string {
  const filled = routes[route].replace(/\[(\w+)\]/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string> | null | undefined)?.[name] ?? ""),
  );
  return publicPath(locale, filled) + queryText(query);
}

/** From folders without a leading slash (orders/ABC) to the address in a language (/don-hang/ABC, /en/orders/ABC). */
function publicPath(locale: Locale, said: string): string {
  const folders = said.replace(/^markets\/([a-z-]+)$/, (whole, slug: string) => {
    const market = marketBySlug(slug);
    return market ? `markets/${locale === "en" ? market.slugEn : market.slug}` : whole;
  });
  if (locale === "en") return folders === "" ? "/en" : `/en/${folders}`;
  const [first = "", ...rest] = folders.split("/");
  return `/${[toVietnamese.get(first) ?? first, ...inWordsOf("vi", first, rest)].join("/")}`;
}

/** The segments below a section in the other words; names of things stay. */
function inWordsOf(language: "vi" | "folder", section: string, rest: readonly string[]): string[] {
  const [from, to] = language === "vi" ? ([1, 2] as const) : ([2, 1] as const);
  return rest.map((segment) => inner.find((word) => word[0] === section && word[from] === segment)?.[to] ?? segment);
}

/** For `metadata.alternates`: canonical and hreflang. Relative; the layout's metadataBase completes them. */
export function alternates<R extends Route>(locale: Locale, route: R, ...[params]: Rest<R>) {
  const at = (to: Locale) => address(to, route, ...([params] as unknown as Rest<R>));
  return { canonical: at(locale), languages: { vi: at("vi"), en: at("en"), "x-default": at("vi") } };
}

/** What the proxy does with a path: serve `folders` in `locale`, or send the visitor to the one right address. */
export type Resolved = { locale: Locale; folders: string; moved: string | null };

/**
 * Reads a public path. Accepts either language's words anywhere, so that an old or mistyped link still arrives,
 * but each page has one address: everything else is `moved` there.
 */
export function resolve(asked: string): Resolved {
  // A doubled slash must never reach a Location: //elsewhere.example is another site.
  const pathname = asked.replace(/\/{2,}/g, "/");
  const [, prefix = ""] = pathname.split("/", 2);
  const prefixed = isLocale(prefix);
  const locale = prefixed ? prefix : defaultLocale;
  const rest = prefixed ? pathname.slice(prefix.length + 2) : pathname.slice(1);
  const [first = "", ...below] = rest.split("/");
  const section = toFolder.get(first) ?? first;
  const folders = [section, ...inWordsOf("folder", section, below)].join("/");
  const right = publicPath(locale, folders);
  return { locale, folders, moved: right === asked ? null : right };
}

/** The same page in another language; the query stays. */
export function translated(path: string, to: Locale): string {
  const cut = path.indexOf("?");
  const pathname = cut < 0 ? path : path.slice(0, cut);
  return publicPath(to, resolve(pathname).folders) + (cut < 0 ? "" : path.slice(cut));
}
