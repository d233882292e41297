// From the cells of a row, whatever the form, to what it states. A row that cannot be trusted whole is refused whole.
import { addMonths, parseDatedText, type Day } from "@/domain/kernel/calendar";
import { markets as allMarkets, marketOf } from "@/domain/kernel/catalogue";
import { fold, foldName } from "@/domain/kernel/text";
import { provinceIdOf } from "@/domain/localities/rules";
import { taxCodeKey } from "../identifiers";
import { licenceNumber, numberKey, printedLicenceNumber } from "../numbers";
import { meaningsOf, type Column } from "./columns";
import { RowRefusal, type Dated, type Message, type RegisterEntry } from "./entry";
import { understandNote } from "./note";

export type RowContext = { asOf: Day; source: string; official: boolean };
type Cells = Partial<Record<Column, unknown>>;

const longest = 2000;
function textOf(cells: Cells, column: Column): string | null {
  const value = cells[column];
  if (value === null || value === undefined) return null;
  if (typeof value === "object") throw new RowRefusal({ code: "badCell", details: { column } });
  const text = String(value).replace(/\s+/g, " ").trim();
  if (text.length > longest) throw new RowRefusal({ code: "cellTooLong", details: { column } });
  return text === "" || /^(-+|không|khong|n\/a|null|chưa có)$/i.test(text) ? null : text;
}

/** Excel keeps days as numbers since 1899-12-30. */
const serial = (text: string): Dated | null =>
  /^\d{5}$/.test(text) && Number(text) > 20_000 && Number(text) < 60_000
    ? {
        on: new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10) as Day,
        precision: "day",
      }
    : null;

function datedOf(value: unknown, column: string): Dated | null {
  if (value === null || value === undefined || value === "") return null;
  const text = String(value)
    .replace(/^(ngày|ngay)\s+/i, "")
    .replace(/\s+\d{1,2}:\d{2}.*$/, "")
    .replace(/\s*(tháng|thang|năm|nam)\s*/gi, "/");
  const dated = serial(text) ?? parseDatedText(text.replace(/\s/g, ""));
  if (!dated) throw new RowRefusal({ code: "badDate", details: { column, value: String(value).slice(0, 60) } });
  return dated;
}

const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.filter((item): item is Record<string, unknown> => item !== null && typeof item === "object")
    : [];
const stringOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() ? value.trim().slice(0, longest) : null;

function licenceOf(cells: Cells, context: RowContext, messages: Message[]): RegisterEntry["licence"] {
  const printed = textOf(cells, "licence_no");
  const issued = datedOf(cells.licence_date, "ngày cấp");
  if (!printed) return null;
  const number = licenceNumber(printed);
  if (!number || !printedLicenceNumber.test(printed.toUpperCase().replace(/\s+/g, "")))
    throw new RowRefusal({ code: "badLicenceNumber", details: { value: printed.slice(0, 60) } });
  if (issued && issued.on > context.asOf)
    throw new RowRefusal({ code: "dateAfterAsOf", details: { value: issued.on, asOf: context.asOf } });
  if (number.family === "employment_service")
    messages.push({ code: "employmentServiceLicence", details: { value: printed } });
  if (!issued && context.official) messages.push({ code: "licenceWithoutDate", details: { value: printed } });
  // The style since 2025 is not known: on an official list of senders, other letters still name a licence to send.
  const family = number.family === "other" && context.official ? "overseas" : number.family;
  return { printed, key: numberKey(printed), family, issued };
}

/** One column for both: short and in capitals is the abbreviation, the rest the English name. */
function namesOf(cells: Cells): Pick<RegisterEntry, "nameVi" | "nameEn" | "abbreviation"> {
  const both = textOf(cells, "short_or_english")?.split(/\s*[/;]\s*/) ?? [];
  const isShort = (text: string) => text.length <= 24 && text === text.toUpperCase();
  return {
    nameVi: textOf(cells, "name_vi"),
    nameEn: textOf(cells, "name_en") ?? both.find((text) => !isShort(text)) ?? null,
    abbreviation: textOf(cells, "abbreviation") ?? both.find(isShort) ?? null,
  };
}

const seenStatuses: Record<string, "revoked" | "surrendered" | "bankruptcy_opened" | "dissolving"> = {
  revoked: "revoked",
  surrendered: "surrendered",
  bankruptcy_opened: "bankruptcy_opened",
  dissolving: "dissolving",
};

function historyFacts(cells: Cells, entry: RegisterEntry): void {
  for (const event of listOf(cells.history)) {
    const at = datedOf(event.date, "history.date");
    const decided = { decisionNo: stringOf(event.decision_no), reason: stringOf(event.reason) };
    const kind = String(event.event ?? "");
    if (!at) entry.messages.push({ code: "eventWithoutDate", details: { event: kind } });
    else if (kind === "fine") entry.fines.push({ amountVnd: amountOf(event.amount_vnd), at, ...decided });
    else if (kind === "activity_suspension" || kind === "source_preparation_suspension") {
      const months = Number(event.months);
      const to = Number.isInteger(months) && months > 0 ? addMonths(at.on, months) : null;
      const scope = kind === "activity_suspension" ? ("all" as const) : ("source_preparation" as const);
      entry.restrictions.push({ kind: "activity_suspended", scope, market: null, at, to, issuer: null, ...decided });
    } else if (seenStatuses[kind]) entry.spells.push({ status: seenStatuses[kind], at, ...decided });
    else entry.messages.push({ code: "unknownEvent", details: { event: kind.slice(0, 60) } });
  }
  const seen = seenStatuses[textOf(cells, "status_seen") ?? ""];
  const at = datedOf(cells.status_date, "status_date");
  const decisionNo = textOf(cells, "decision_no");
  if (seen && at && !entry.spells.some((spell) => spell.status === seen))
    entry.spells.push({ status: seen, at, decisionNo, reason: null });
}

function amountOf(value: unknown): bigint | null {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return BigInt(value);
  return typeof value === "string" && /^\d{1,15}$/.test(value) ? BigInt(value) : null;
}

function marketFacts(cells: Cells, entry: RegisterEntry): void {
  const stop = cells.market_suspension as Record<string, unknown> | null | undefined;
  if (stop && typeof stop === "object") {
    const market = stringOf(stop.market);
    const at = datedOf(stop.from, "market_suspension.from");
    const delisted = textOf(cells, "status_seen") === "market_delisted";
    if (!market || !marketOf(market))
      entry.messages.push({ code: "unknownMarket", details: { value: String(stop.market).slice(0, 40) } });
    else if (!at) entry.messages.push({ code: "restrictionWithoutDate", details: { market } });
    else {
      const to = datedOf(stop.to, "market_suspension.to")?.on ?? null;
      if (to !== null && to < at.on) throw new RowRefusal({ code: "endsBeforeItBegins", details: { from: at.on, to } });
      const kind = delisted ? ("market_delisted" as const) : ("market_suspended" as const);
      entry.restrictions.push({
        kind,
        scope: "market",
        market,
        at,
        to,
        issuer: stringOf(stop.by),
        decisionNo: null,
        reason: null,
      });
    }
  }
  for (const approval of listOf(cells.approvals)) {
    const code = stringOf(approval.code);
    const since = datedOf(approval.first_approved ?? approval.from, "approvals.from");
    const at = since ?? datedOf(approval.seen, "approvals.seen");
    if (!code || !["JP_GENERAL", "JP_CAREGIVER", "TW", "DOMESTIC"].includes(code))
      entry.messages.push({ code: "unknownApproval", details: { value: String(code) } });
    else if (at) entry.approvals.push({ code, at, seen: since === null });
  }
}

const marketNames = new Map(
  allMarkets.flatMap((m) =>
    [m.code, m.nameVi, m.shortVi, m.nameEn].map((name) => [foldName(name), m.shortVi] as const),
  ),
);
function marketsNote(cells: Cells): string | null {
  const value = cells.markets;
  const named = Array.isArray(value) ? value.map(String) : (textOf(cells, "markets")?.split(/[,;]\s*/) ?? []);
  return named.length > 0
    ? `Thị trường theo nguồn: ${named.map((name) => marketNames.get(foldName(name)) ?? name).join(", ")}`
    : null;
}

function branchesOf(cells: Cells): RegisterEntry["branches"] {
  const raw = cells.branches;
  const parts = Array.isArray(raw) ? raw.map(String) : typeof raw === "string" ? raw.split(/[;\n]+/) : [];
  return parts.flatMap((part) => {
    const [name = "", ...address] = part.trim().split(/\s*[:–]\s*/);
    if (!name || /^(không|0|-)$/i.test(name)) return [];
    return [
      {
        name: name.slice(0, 300),
        address: address.join(": ") || null,
        provinceId: provinceIdOf(address.join(": ") || name),
      },
    ];
  });
}

function remarks(cells: Cells, entry: RegisterEntry): string[] {
  const note = typeof cells.note === "string" ? cells.note : null;
  // In the JSON form the remark is about the source; in lists it holds the decisions.
  if (!note || cells.status_seen !== undefined) return note ? [note] : [];
  const understood = understandNote(note);
  entry.spells.push(...understood.spells);
  entry.restrictions.push(...understood.restrictions);
  entry.fines.push(...understood.fines);
  entry.messages.push(...understood.messages);
  if (understood.rest.length > 0)
    entry.messages.push({ code: "noteKeptAsText", details: { text: understood.rest.join("; ").slice(0, 120) } });
  return understood.rest;
}

function checkDates(entry: RegisterEntry, asOf: Day): void {
  const issued = entry.licence?.issued;
  for (const { status, at } of entry.spells) {
    if (at.on > asOf) throw new RowRefusal({ code: "dateAfterAsOf", details: { value: at.on, asOf } });
    // A year alone begins on its first day; only a date that cannot be later counts as before the issue.
    if (
      issued &&
      at.on < issued.on &&
      !issued.on.startsWith(at.on.slice(0, { year: 4, month: 7, day: 10 }[at.precision]))
    )
      throw new RowRefusal({ code: "endedBeforeIssued", details: { status, on: at.on, issued: issued.on } });
  }
}

export function understandRow(
  row: number,
  record: Readonly<Record<string, unknown>>,
  context: RowContext,
): RegisterEntry {
  const cells = meaningsOf(record);
  const messages: Message[] = [];
  const licence = licenceOf(cells, context, messages);
  const names = namesOf(cells);
  const named = names.nameVi ?? names.nameEn ?? (context.official ? null : names.abbreviation);
  if (!named && !licence) throw new RowRefusal({ code: "nobodyNamed" });
  const code = textOf(cells, "enterprise_code");
  if (code && !taxCodeKey(code))
    throw new RowRefusal({ code: "badEnterpriseCode", details: { value: code.slice(0, 40) } });
  const headOffice = textOf(cells, "head_office");
  const established = Number(textOf(cells, "established") ?? Number.NaN);
  const sourceType = textOf(cells, "source_type");
  const verified = context.official && (sourceType === null || /register|danh sach|so dang ky/.test(fold(sourceType)));
  const statusSeen = textOf(cells, "status_seen");
  const entry: RegisterEntry = {
    ...names,
    ...{
      row,
      ref: textOf(cells, "ref"),
      source: textOf(cells, "source") ?? context.source,
      verified,
      licence,
      messages,
    },
    enterpriseCode: code && taxCodeKey(code),
    headOffice,
    provinceId: provinceIdOf(textOf(cells, "province") ?? "") ?? (headOffice ? provinceIdOf(headOffice) : null),
    ...{ phone: textOf(cells, "phone"), website: textOf(cells, "website"), email: textOf(cells, "email") },
    representative: textOf(cells, "representative"),
    establishedOn: Number.isInteger(established) && established > 1900 && established <= 2100 ? established : null,
    ...{
      note: null,
      spells: [],
      restrictions: [],
      fines: [],
      approvals: [],
      branches: branchesOf(cells),
      report: null,
      listedActive: false,
    },
  };
  historyFacts(cells, entry);
  marketFacts(cells, entry);
  const notes = [...remarks(cells, entry), marketsNote(cells)].filter((text) => text !== null);
  checkDates(entry, context.asOf);
  const asOf = datedOf(cells.status_as_of, "status_as_of") ?? datedOf(cells.status_date, "status_date");
  if (statusSeen)
    entry.report = { statusSeen, at: asOf, confidence: textOf(cells, "confidence"), note: notes.join(" ") || null };
  else entry.note = notes.join("; ") || null;
  const licensed = licence !== null && licence.family !== "employment_service" && licence.issued !== null;
  entry.listedActive =
    verified && licensed && entry.spells.length === 0 && (statusSeen === null || statusSeen.startsWith("active"));
  entry.spells.sort((a, b) => (a.at.on < b.at.on ? -1 : 1));
  return entry;
}

export const rowName = (entry: RegisterEntry): string =>
  entry.ref ?? entry.licence?.printed ?? entry.nameVi ?? entry.nameEn ?? entry.abbreviation ?? String(entry.row);
