import { useLocale, useTranslations } from "next-intl";
import { address } from "@/app/_http/addresses";
import { marketName } from "@/components/orders/names";
import { formatDay, formatNumber, languageOf } from "@/components/ui/format";
import { Empty } from "@/components/ui/page";
import type { ContractCard } from "@/domain/orders/queries";
import { ContractState } from "./contract-facts";

export function ContractList({
  contracts,
  route,
  empty,
}: {
  contracts: readonly ContractCard[];
  route: "portalContract" | "officeContract";
  empty: string;
}) {
  const t = useTranslations("portal.contracts");
  const locale = languageOf(useLocale());
  if (contracts.length === 0) return <Empty title={empty} />;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {contracts.map((one) => (
        <li key={one.reference} className="py-3">
          <a
            href={address(locale, route, { id: one.reference })}
            className="inline-flex min-h-11 items-center font-medium"
          >
            {[one.reference, one.partnerName || t("noPartner")].join(" · ")}
          </a>
          <p>
            <ContractState status={one.status} />
          </p>
          <p className="text-small text-muted">
            {[
              one.market ? marketName(locale, one.market) : t("noMarket"),
              ...(route === "officeContract" ? [one.agency.name] : []),
              ...(one.places > 0
                ? [t("places", { taken: formatNumber(locale, one.taken), places: formatNumber(locale, one.places) })]
                : []),
              ...(one.validTo ? [t("validTo", { day: formatDay(locale, one.validTo) })] : []),
              ...(one.status === "submitted" && one.answerDueOn
                ? [t("answerDue", { day: formatDay(locale, one.answerDueOn) })]
                : []),
            ].join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
