import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay, formatMoney, formatMoneyRange, languageOf } from "@/components/ui/format";
import { Unknown, Unverified } from "@/components/ui/money";
import { FactTable } from "@/components/ui/tables";
import { citationIn } from "@/domain/fees/rules";
import type { fundBenefits } from "@/domain/support/rules";
import type { BankDeposit } from "@/domain/support/schema";
import { dong, Source } from "./grants";

/** Where to take the grants' papers; what no source says is said to be unknown. */
export function GrantOffice({ commune }: { commune: string | null }) {
  const t = useTranslations("support.office");
  return (
    <FactTable
      facts={[
        {
          key: "decides",
          label: t("decides"),
          value: (
            <>
              {t("province")} <Unverified />
            </>
          ),
          note: t("provinceSource"),
        },
        { key: "ask", label: t("ask"), value: commune ? t("askCommune", { commune }) : t("askAnywhere") },
        { key: "papers", label: t("papers"), value: <Unknown ask={t("centre")} />, note: t("papersNote") },
      ]}
    />
  );
}

/** The state programme with Korea: the deposit, and which localities may not register, which nobody says any more. */
export function KoreaDeposit({ deposit }: { deposit: BankDeposit }) {
  const t = useTranslations("support.korea");
  const locale = languageOf(useLocale());
  return (
    <FactTable
      facts={[
        {
          key: "amount",
          label: t("amount"),
          value: formatMoney(locale, dong(deposit.dong)),
          note: t("amountNote", { days: deposit.withinDaysOfSigning }),
        },
        { key: "localities", label: t("localities"), value: <Unknown ask={t("colab")} />, note: t("localitiesNote") },
        {
          key: "source",
          label: t("source"),
          value: (
            <span className="text-small text-muted">
              {citationIn(deposit.legalSource, locale)} {!deposit.verified && <Unverified />}
            </span>
          ),
        },
      ]}
    />
  );
}

type Benefit = ReturnType<typeof fundBenefits>[number];

/** What the support fund pays if something goes wrong abroad. */
export function FundBenefits({ benefits }: { benefits: readonly Benefit[] }) {
  const t = useTranslations("support.fund");
  const locale = languageOf(useLocale());
  if (benefits.length === 0) return null;
  return (
    <Disclosure summary={t("title")}>
      <ul className="max-w-measure space-y-2">
        {benefits.map((one) => (
          <li key={one.id}>
            {t(one.id, {
              amount:
                one.fromDong !== null && one.toDong !== null
                  ? formatMoneyRange(locale, dong(one.fromDong), dong(one.toDong))
                  : t("notKnown"),
            })}
            <span className="block">
              <Source of={one} />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-measure">{t("more", { day: formatDay(locale, "2025-09-15") })}</p>
    </Disclosure>
  );
}
