import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { DateText } from "@/components/ui/money";
import type { OrderCard as Card } from "@/domain/orders/queries";
import { occupationName, placeName } from "./names";
import { BreakEven, CostAmount, KeptAmount } from "./pay-text";

type CardProps = {
  card: Card;
  href: string;
  /** Id of the form that a tick beside this card belongs to. */
  compareForm?: string;
  level?: 2 | 3;
};

/** One order in a list: what and where, kept, paid, month it pays off, places and deadline, proof. Nothing else. */
export function OrderCard({ card, href, compareForm, level = 3 }: CardProps) {
  const t = useTranslations("orders.card");
  const locale = useLocale();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="rounded-box border border-edge px-4 pt-3 pb-1">
      <Heading className="text-body">
        <a href={href} className="inline-flex min-h-11 items-center">
          <span>
            {occupationName(locale, card.occupation)} · {placeName(locale, card)}
          </span>
        </a>
      </Heading>
      <dl className="mt-1 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-[2fr_1.4fr_1fr]">
        <CardFact label={t("kept")} wide>
          <KeptAmount order={card} />
        </CardFact>
        <CardFact label={t("cost")}>
          <CostAmount vnd={card.costVnd} short rateOn={card.costRateOn} />
        </CardFact>
        <CardFact label={t("breakEven")}>
          <BreakEven months={card.breakEvenMonths} kind={card.kind} />
        </CardFact>
      </dl>
      <p className="figures mt-3">
        {card.placesLeft === null ? t("placesUnknown") : t("placesLeft", { count: card.placesLeft })}
        {card.deadlineOn && (
          <>
            {" · "}
            {t("deadline")} <DateText day={card.deadlineOn} />
          </>
        )}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <p className="py-1 text-small text-good">
          <Icon name="tick" className="mr-1.5 size-4" />
          {t(card.senderType === "service_enterprise" ? "proof" : "proofState")}
        </p>
        {compareForm && <CompareTick form={compareForm} reference={card.reference} />}
      </div>
    </article>
  );
}

function CompareTick({ form, reference }: { form: string; reference: string }) {
  const t = useTranslations("orders.compare");
  return (
    <label className="no-print -mx-2 inline-flex min-h-11 cursor-pointer items-center gap-2 px-2 text-small">
      <input type="checkbox" name="o" value={reference} form={form} className="size-5 accent-action" />
      <span>
        {t("tick")} <span className="sr-only">{reference}</span>
      </span>
    </label>
  );
}

function CardFact({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? "col-span-2 sm:col-span-1" : undefined}>
      <dt className="text-small text-muted">{label}</dt>
      <dd className="figures font-bold">{children}</dd>
    </div>
  );
}
