import { useLocale, useTranslations } from "next-intl";
import { type Locale, address } from "@/app/_http/addresses";
import { formatDay, languageOf } from "@/components/ui/format";
import { Status } from "@/components/ui/status";
import { addDays } from "@/domain/kernel/calendar";
import type { LocalityHit } from "@/domain/localities/queries";

/** Places found; a former one says what it is today, part by part, and by which resolution. */
export function PlaceList({ hits }: { hits: readonly LocalityHit[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {hits.map((hit) => (
        <Place key={hit.id} hit={hit} />
      ))}
    </ul>
  );
}

function Place({ hit }: { hit: LocalityHit }) {
  const t = useTranslations("localities");
  const notices = useTranslations("notices.public");
  const locale = languageOf(useLocale());
  const sources = [...new Set(hit.became.map((one) => one.source))];
  return (
    <li className="py-4">
      <p className="font-medium">
        {hit.fullName}{" "}
        <Status tone={hit.validTo ? "neutral" : "good"} icon={hit.validTo ? "info" : undefined}>
          {t(hit.validTo ? "former" : "now")}
        </Status>
      </p>
      {hit.within.length > 0 && <p>{t("within", { places: hit.within.join(", ") })}</p>}
      <p className="figures text-small text-muted">
        {hit.validFrom && t("since", { day: formatDay(locale, hit.validFrom) })}{" "}
        {hit.validTo && t("until", { day: formatDay(locale, addDays(hit.validTo, -1)) })}
      </p>
      {hit.validTo === null && hit.level !== "district" && (
        <a href={address(locale as Locale, "locality", { id: hit.id })} className="inline-flex min-h-11 items-center">
          {notices("link")}
        </a>
      )}
      {hit.validTo && hit.became.length === 0 && <p>{t("becameNothing")}</p>}
      {hit.became.length > 0 && (
        <>
          <p className="mt-1">{t("became")}</p>
          <ul className="list-disc pl-6">
            {hit.became.map((one) => (
              <li key={one.id}>
                <strong className="font-medium">{[one.fullName, ...one.within].join(", ")}</strong>
                {one.partial && ` (${t("partial")})`}{" "}
                <span className="figures text-small text-muted">
                  {t("on", { day: formatDay(locale, one.changedOn) })}
                </span>
              </li>
            ))}
          </ul>
          <p className="text-small text-muted">{t("source", { source: sources.join("; ") })}</p>
        </>
      )}
    </li>
  );
}
