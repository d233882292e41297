import { useTranslations } from "next-intl";
import { type Locale, address } from "@/app/_http/addresses";
import { acceptFor, megabytesFor } from "@/app/_http/upload";
import { Breaches, breachesOf } from "@/components/payments/breaches";
import { EntryForm } from "@/components/payments/entry-form";
import { Ledger } from "@/components/payments/ledger";
import { type ReceiptView, Receipts } from "@/components/payments/receipts";
import { Refunds } from "@/components/payments/refunds";
import { Button, LinkButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Notice, Verdict } from "@/components/ui/status";
import { FactTable } from "@/components/ui/tables";
import type { BookPage } from "@/domain/payments/queries";
import type { Typed } from "../typed";
import { type Choices, choicesOf, faultWords } from "./choices";

type Told = { locale: Locale; book: BookPage; typed: Typed | null; saved: string; takenBack: string };

/** Below the title: what just happened, the receipts, the ledger, what must come back, the form, the contract. */
export async function bookParts(told: Told) {
  const { locale, book, typed } = told;
  const words = await faultWords();
  const choices = await choicesOf(locale, book);
  const base = address(locale, "money", { token: book.reference });
  const views: ReceiptView[] = book.facts.receipts.map((receipt) => {
    const fault = typed?.form === receipt.number ? typed.faults[0] : undefined;
    return {
      ...receipt,
      href: address(locale, "receipt", { number: receipt.number }, { code: receipt.code }),
      submission: crypto.randomUUID(),
      ...(fault && { fault: words(fault), typed: typed?.values.amount }),
    };
  });
  const faults = typed?.form === "entry" ? typed.faults.map((one) => ({ field: one.field, message: words(one) })) : [];
  return (
    <Book
      {...told}
      base={base}
      views={views}
      form={{
        faults,
        values: typed?.form === "entry" ? typed.values : {},
        asksAgain: typed?.faults.some(({ code }) => code === "enteredAlready") ?? false,
      }}
      choices={choices}
    />
  );
}

type Drawn = Told & {
  base: string;
  views: readonly ReceiptView[];
  form: {
    faults: readonly { field: string; message: string }[];
    values: Partial<Record<string, string>>;
    asksAgain: boolean;
  };
  choices: Choices;
};

function Book({ locale, book, saved, takenBack, base, views, form, choices }: Drawn) {
  const t = useTranslations("payments");
  const breaches = breachesOf(book.flags);
  const ended = book.facts.endedOn !== null;
  const refunds = (
    <Section title={t("refunds.title")}>
      <Refunds facts={book.facts} refunds={book.refunds} today={book.today} />
    </Section>
  );
  const just = views.find(({ number }) => number === saved);
  return (
    <>
      {just && (
        <Verdict
          tone={just.entries.length > 1 ? "good" : "neutral"}
          icon="tick"
          title={t("saved.title", { number: just.number })}
        >
          <p>{t("saved.code", { code: just.code })}</p>
        </Verdict>
      )}
      {takenBack && views.some(({ number }) => number === takenBack) && (
        <Verdict tone="neutral" icon="tick" title={t("saved.takenBack", { number: takenBack })} />
      )}
      <div className="space-y-4">
        <p className="max-w-measure font-medium">
          {t("book.whose", { order: book.orderTitle, sender: book.agency?.nameVi ?? book.senderName })}
        </p>
        <p className="max-w-measure">{t("book.as", { side: t(`side.${book.side}`) })}</p>
        <LinkButton href="#entry" className="no-print">
          {t("book.do")}
        </LinkButton>
      </div>
      {breaches.length > 0 && (
        <Section title={t("breach.title")} lead={t("breach.lead")}>
          <Breaches flags={breaches} />
        </Section>
      )}
      {ended && refunds}
      <Section title={t("receipts.title")} lead={t("receipts.lead")}>
        <Receipts receipts={views} side={book.side} base={base} />
      </Section>
      <Section title={t("ledger.title")} lead={t("ledger.lead", { day: formatDay(locale, book.openedOn) })}>
        <Ledger rows={book.ledger} />
      </Section>
      {!ended && refunds}
      <div className="no-print">
        <Section id="entry" title={t("entry.title")}>
          <EntryForm
            base={base}
            submission={form.values.submission || crypto.randomUUID()}
            {...form}
            {...choices}
            photoLimit={megabytesFor("receipt")}
            accept={acceptFor("receipt")}
          />
        </Section>
      </div>
      <Section title={t("book.factsTitle")}>
        <Facts locale={locale} book={book} />
      </Section>
      <Leave base={base} />
    </>
  );
}

function Facts({ locale, book }: { locale: Locale; book: BookPage }) {
  const t = useTranslations("payments");
  const { signedOn, departedOn, endedOn } = book.facts;
  const order = address(locale, "order", { reference: book.orderReference });
  const sender = book.agency ? (
    <a href={address(locale, "agency", { slug: book.agency.slug })}>{book.agency.nameVi}</a>
  ) : (
    book.senderName
  );
  const values = {
    reference: book.reference,
    order: <a href={order}>{`${book.orderTitle} (${book.orderReference})`}</a>,
    sender,
    contractNo: book.contractNo ?? t("book.notStated"),
    signedOn: formatDay(locale, signedOn),
    departedOn: departedOn ? formatDay(locale, departedOn) : t("book.notRecorded"),
    endedOn: endedOn ? formatDay(locale, endedOn) : t("book.notEnded"),
  };
  return (
    <FactTable
      facts={Object.entries(values).map(([key, value]) => ({ key, label: t(`book.${key}` as "book.order"), value }))}
    />
  );
}

function Leave({ base }: { base: string }) {
  const t = useTranslations("payments");
  return (
    <div className="no-print space-y-6">
      <Notice>
        <p>{t("book.print")}</p>
      </Notice>
      <Disclosure summary={t("book.leave")}>
        <form method="post" action={`${base}/leave`} className="max-w-measure space-y-3">
          <p>{t("book.leaveHint")}</p>
          <Button look="secondary">{t("book.leave")}</Button>
        </form>
      </Disclosure>
    </div>
  );
}
