import { upload } from "@/app/_http/upload";
import { parseDay } from "@/domain/kernel/calendar";
import { enterPayment } from "@/domain/payments/commands";
import { entryInput, readAmount } from "@/domain/payments/schema";
import { type Params, type Posted, backToBook, faultOf, plain, posted } from "../../posted";
import type { Fault } from "../../typed";

/** Where a refusal stands in the form. */
const fieldOf = (condition: string): string =>
  ({ dayNotAhead: "paidOn", enteredAlready: "again" })[condition] ?? "kind";

const missing: Partial<Record<string, string>> = { component: "componentMissing", payee: "payeeMissing" };
/** Faults are listed as the fields stand. */
const inForm = ["kind", "component", "amount", "currency", "paidOn", "payee", "photo", "note"];

function dayText(text: Posted["text"]): { on: string; said: boolean } {
  const [date, month, year] = (["day", "month", "year"] as const).map((part) => text(`paidOn-${part}`, 8));
  return { on: `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`, said: Boolean(date || month || year) };
}

function read({ text, form }: Posted) {
  const faults: Fault[] = [];
  const { on, said } = dayText(text);
  const currency = text("currency", 3).toUpperCase();
  const amountMinor = readAmount(text("amount", 40), currency);
  if (parseDay(on) === null) faults.push({ field: "paidOn", code: said ? "day" : "dayMissing" });
  if (amountMinor === null || amountMinor === 0n)
    faults.push({ field: "amount", code: text("amount", 40) ? "amount" : "amountMissing" });
  // Line breaks of a note are kept as spaces; its length is judged, never cut.
  const note = String(form.get("note") ?? "");
  const parsed = entryInput.safeParse({
    ...{
      kind: text("kind", 20),
      component: text("component", 60),
      payee: text("payee", 20),
      submission: text("submission", 40),
    },
    ...{
      amountMinor: amountMinor ?? 1n,
      currency,
      paidOn: parseDay(on) ?? "2000-01-01",
      again: form.get("again") === "on",
    },
    note: note.length > 500 ? note : text("note", 500) || null,
  });
  const words = new Set(["amount", "currency", "tooLong"]);
  for (const { path, message } of parsed.error?.issues ?? [])
    faults.push({
      field: String(path[0]),
      code: words.has(message) ? message : (missing[String(path[0])] ?? "required"),
    });
  return { entry: parsed.data, faults: faults.sort((a, b) => inForm.indexOf(a.field) - inForm.indexOf(b.field)) };
}

export async function POST(request: Request, context: Params) {
  const post = await posted(request, context);
  if (post instanceof Response) return post;
  const refuse = (faults: readonly Fault[]) =>
    backToBook(post, { typed: { form: "entry", values: plain(post.form), faults } });
  const { entry, faults } = read(post);
  if (!entry || faults.length > 0) return refuse(faults);
  try {
    const { number } = await enterPayment(post.party, entry, upload(post.form, "photo", "receipt"));
    return backToBook(post, { saved: number });
  } catch (error) {
    return refuse([faultOf(error, fieldOf)]);
  }
}
