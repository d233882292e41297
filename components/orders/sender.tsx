import { useLocale, useTranslations } from "next-intl";
import { formatDay, languageOf } from "@/components/ui/format";
import { Status, type Tone } from "@/components/ui/status";
import type { Verdict } from "@/domain/licences/rules";
import type { OrderPage } from "@/domain/orders/queries";

const tones: Partial<Record<Verdict["code"], Tone>> = {
  licensed: "good",
  restricted: "caution",
  unknown: "neutral",
  other_licence: "caution",
};

type SenderProps = {
  page: Pick<OrderPage, "agency" | "facts">;
  verdict: Verdict | null;
  href: string | null;
  checkHref: string;
};

/** Who sends: the company with its status today, or the state body that runs the programme. */
export function Sender({ page, verdict, href, checkHref }: SenderProps) {
  const t = useTranslations("orders.sender");
  const { agency, facts } = page;
  const name = agency?.nameVi ?? agency?.nameEn ?? facts.senderName;
  return (
    <div className="max-w-measure space-y-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {href ? (
          <a href={href} className="inline-flex min-h-11 items-center font-medium">
            {name}
          </a>
        ) : (
          <span className="font-medium">{name}</span>
        )}
        {verdict && <StandingStatus code={verdict.code} />}
      </p>
      <StandingLine verdict={verdict} senderType={facts.senderType} />
      {agency?.headOffice && <p>{agency.headOffice}</p>}
      {agency?.phone && (
        <p>
          <a href={`tel:${agency.phone.replace(/[^\d+]/g, "")}`} className="figures inline-flex min-h-11 items-center">
            {agency.phone}
          </a>
        </p>
      )}
      {verdict && (
        <p className="text-muted">
          {t("notEnough")} <a href={checkHref}>{t("check")}</a>
        </p>
      )}
    </div>
  );
}

export function StandingStatus({ code }: { code: Verdict["code"] }) {
  const t = useTranslations("orders.sender");
  return <Status tone={tones[code] ?? "danger"}>{t(`status.${code}`)}</Status>;
}

function StandingLine({ verdict, senderType }: { verdict: Verdict | null; senderType: string }) {
  const t = useTranslations("orders.sender");
  const locale = languageOf(useLocale());
  if (!verdict) return <p>{t(`type.${senderType}`)}</p>;
  const since = verdict.spell
    ? t("since", { day: formatDay(locale, verdict.spell.from, verdict.spell.precision) })
    : null;
  const number = verdict.spell?.licenceNo ? t("licence", { number: verdict.spell.licenceNo }) : null;
  const asOf = verdict.asOf ? t("asOf", { day: formatDay(locale, verdict.asOf) }) : null;
  return <p>{[number, since, asOf].filter((part) => part !== null).join(" ")}</p>;
}
