import { useLocale, useTranslations } from "next-intl";
import { formatDay, languageOf } from "@/components/ui/format";
import type { ListedAgency } from "@/domain/licences/queries";
import { provinceOf, shortName } from "@/domain/localities/rules";
import { StatusWord, useRestrictionWords } from "./answer";

/** One firm a line: name, status in words, number, place. */
export function AgencyRows({
  agencies,
  hrefOf,
}: {
  agencies: readonly ListedAgency[];
  hrefOf: (slug: string) => string;
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {agencies.map((agency) => (
        <AgencyRow key={agency.dossier.id} agency={agency} href={hrefOf(agency.dossier.slug)} />
      ))}
    </ul>
  );
}

function AgencyRow({ agency: { dossier, name, verdict }, href }: { agency: ListedAgency; href: string }) {
  const t = useTranslations("agencies.row");
  const locale = languageOf(useLocale());
  const restriction = useRestrictionWords();
  const province = dossier.provinceId ? provinceOf(dossier.provinceId) : undefined;
  const numbers = dossier.licences.map((licence) => licence.numberPrinted).join(", ");
  return (
    <li className="py-4">
      <p>
        <a href={href} className="inline-flex min-h-11 items-center font-medium break-words">
          {name}
        </a>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusWord code={verdict.code} />
        {verdict.spell && (
          <span className="figures text-small text-muted">
            {t("since", {
              active: verdict.spell.status === "active" ? "yes" : "no",
              day: formatDay(locale, verdict.spell.from, verdict.spell.precision),
            })}
          </span>
        )}
      </p>
      {verdict.restrictions.length > 0 && (
        <p className="mt-1 text-small">{verdict.restrictions.map((one) => restriction(one)).join("; ")}</p>
      )}
      <p className="mt-1 text-small break-words text-muted">
        <span className="figures">{numbers ? t("number", { number: numbers }) : t("noNumber")}</span>
        {" · "}
        {province ? shortName(province) : t("noPlace")}
      </p>
      {verdict.code === "unknown" && verdict.flags.negativeReports && (
        <p className="text-small text-caution">{t("reports")}</p>
      )}
    </li>
  );
}
