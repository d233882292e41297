// The remarks column of a register: "Thu hồi theo QĐ số 02/QĐ-LĐTBXH ngày 05/01/2021; xử phạt 75.000.000 đồng ngày …".
import { addMonths, parseDatedText } from "@/domain/kernel/calendar";
import { fold } from "@/domain/kernel/text";
import type { LicenceStatus } from "../dossier";
import { RowRefusal, type Dated, type Message, type RegisterEntry } from "./entry";

type Understood = Pick<RegisterEntry, "spells" | "restrictions" | "fines"> & { rest: string[]; messages: Message[] };

const endings: readonly [RegExp, LicenceStatus][] = [
  [/thu hoi/, "revoked"],
  [/nop lai|tra lai giay phep|cham dut hoat dong/, "surrendered"],
  [/pha san/, "bankruptcy_opened"],
  [/giai the/, "dissolving"],
];
const decisionNumber = /\b(\d{1,5}[a-zA-Z]?\/(?:\d{4}\/)?[\p{Lu}0-9]+(?:-[\p{Lu}0-9&]+)*)(?![\p{L}\d])/u;

/** The last date of a remark is its own: "theo QĐ 02 ngày 05/01/2021". */
function dateIn(text: string): Dated | null {
  const long = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(text);
  if (long) return parseDatedText(`${long[1]}/${long[2]}/${long[3]}`);
  const found = [...text.matchAll(/(?<![\d/])(\d{4}-\d{2}-\d{2}|(?:\d{1,2}[/.-])?\d{1,2}[/.-]\d{4})(?![\d/])/g)].at(-1);
  return found ? parseDatedText(found[1] ?? "") : null;
}

function amountIn(text: string): bigint | null {
  const millions = /(\d+(?:[.,]\d+)?)\s*tri[eệ]u/iu.exec(text);
  if (millions) return BigInt(Math.round(Number((millions[1] ?? "0").replace(",", ".")) * 1_000_000));
  const dong = /(\d{1,3}(?:[.,\s]\d{3})+|\d{6,})\s*(?:đồng|đ|vnd|vnđ)?/iu.exec(text);
  return dong ? BigInt((dong[1] ?? "0").replace(/\D/g, "")) : null;
}

function understandClause(clause: string, found: Understood): void {
  const folded = fold(clause);
  const decisionNo = decisionNumber.exec(clause)?.[1] ?? null;
  const at = dateIn(clause);
  const needDate = (): Dated => {
    if (at) return at;
    throw new RowRefusal({ code: "statusWithoutDate", details: { text: clause.slice(0, 120) } });
  };
  const reason = /(?:do|vì|lý do:?)\s+(.{5,300})$/iu.exec(clause)?.[1]?.trim() ?? null;
  const months = /(\d{1,3})\s*thang(?!\s*\d)/.exec(folded.replace(/ngay\s+\d+\s+thang\s+\d+/g, ""))?.[1];
  const ending = endings.find(([pattern]) => pattern.test(folded) && !/khong bi/.test(folded));
  if (/dinh chi|tam dung/.test(folded)) {
    const scope = /chuan bi nguon/.test(folded) ? "source_preparation" : "all";
    const start = needDate();
    const to = months ? addMonths(start.on, Number(months)) : null;
    found.restrictions.push({
      kind: "activity_suspended",
      scope,
      market: null,
      at: start,
      to,
      issuer: null,
      decisionNo,
      reason,
    });
  } else if (/\bphat\b/.test(folded)) {
    if (at) found.fines.push({ amountVnd: amountIn(clause.replace(decisionNumber, "")), at, decisionNo, reason });
    else found.messages.push({ code: "fineWithoutDate", details: { text: clause.slice(0, 120) } });
  } else if (ending) found.spells.push({ status: ending[1], at: needDate(), decisionNo, reason });
  else if (clause) found.rest.push(clause);
}

export function understandNote(note: string): Understood {
  const found: Understood = { spells: [], restrictions: [], fines: [], rest: [], messages: [] };
  for (const clause of note.split(/[;\n]+|\.\s+(?=\p{Lu})/u)) understandClause(clause.trim(), found);
  return found;
}
