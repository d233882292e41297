// What the form of a book offers, and its faults in words.
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/app/_http/addresses";
import type { Option } from "@/components/ui/field";
import type { BookPage } from "@/domain/payments/queries";
import { payableComponents, paymentPayees } from "@/domain/payments/schema";
import type { Fault } from "../typed";

export type Choices = { components: Option[]; currencies: Option[]; payees: Option[] };

/** The contract's own items first, in its order; then everything else by name. */
export async function choicesOf(locale: Locale, book: BookPage): Promise<Choices> {
  const fees = await getTranslations("fees");
  const name = (code: string) => (fees.has(`component.${code}`) ? fees(`component.${code}`) : code);
  const own = book.ledger.map(({ component }) => component).filter((code) => payableComponents.includes(code));
  const collator = new Intl.Collator(locale);
  const rest = payableComponents.filter((code) => !own.includes(code) && code !== "other");
  const others = rest.map((code) => ({ value: code, label: name(code) }));
  const currencies = [...new Set(["VND", book.facts.terms.currency, "USD"])];
  return {
    components: [
      ...own.map((code) => ({ value: code, label: name(code) })),
      ...others.sort((a, b) => collator.compare(a.label, b.label)),
      ...(own.includes("other") ? [] : [{ value: "other", label: name("other") }]),
    ],
    currencies: currencies.map((code) => ({
      value: code,
      label: `${code} – ${new Intl.DisplayNames(locale, { type: "currency" }).of(code) ?? code}`,
    })),
    payees: paymentPayees.map((payee) => ({ value: payee, label: fees(`payee.${payee}`) })),
  };
}

/** A code without words of its own is told as a failure: nothing was saved. */
export async function faultWords(): Promise<(fault: Fault) => string> {
  const [own, files] = await Promise.all([getTranslations("payments.fault"), getTranslations("files.refusals")]);
  return ({ code, number = "", limit = 0 }) => {
    if (code.startsWith("files.")) {
      const condition = code.slice("files.".length);
      return files.has(condition) ? files(condition, { limit }) : own("failed");
    }
    return own.has(code) ? own(code, { number }) : own("failed");
  };
}
