import { useLocale, useTranslations } from "next-intl";
import type { OrderCard } from "@/domain/orders/queries";
import { languageOf } from "@/components/ui/format";
import { valueText } from "./scale";

type ExtremesProps = {
  level?: 3 | 4;
  title: string;
  cards: readonly OrderCard[];
  hrefOf: (reference: string) => string;
};

/** The open orders that ask least, or most. */
export function Extremes({ level = 3, title, cards, hrefOf }: ExtremesProps) {
  const locale = languageOf(useLocale());
  const t = useTranslations("statistics");
  if (cards.length === 0) return null;
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <div>
      <Heading>{title}</Heading>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {cards.map((card) => (
          <li key={card.reference} className="py-2">
            <a href={hrefOf(card.reference)} className="inline-flex min-h-11 items-center">
              {card.title}
            </a>
            <span className="figures block text-small text-muted">
              {card.costVnd === null ? t("unknown") : valueText(locale, "cost", Number(card.costVnd))}
              {` · ${card.agency?.nameVi ?? card.senderName}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
