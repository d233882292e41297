import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney, formatMoneyRange, languageOf, type Language } from "@/components/ui/format";
import { Unverified } from "@/components/ui/money";
import { moneyOf } from "@/domain/kernel/money";
import type { Programme } from "@/domain/kernel/catalogue";
import { figuresOf, minimumsOf, sourceKey, wordsKeysOf, type Figure } from "./facts";

const appendix = (source: string, locale: Language): string =>
  locale === "vi"
    ? source
        .replace(/Circular 02\/2024 (?:App\.|Appendix) /g, "Thông tư 02/2024/TT-BLĐTBXH Phụ lục ")
        .replace(/ and (?=[IVX])/g, " và ")
        .replace(/Decision (?=\d)/g, "Quyết định ")
    : source.replace(/App\. /g, "Appendix ");

function useSource() {
  const t = useTranslations("markets.source");
  const locale = languageOf(useLocale());
  return (figure: Figure): string => {
    const known = sourceKey(figure.source);
    if (!("key" in known)) return known.name;
    if (known.key !== "law") return t(known.key);
    return appendix(
      figure.source
        .split("; ")
        .filter((part) => /Circular|Decision|Decree|Law/.test(part))
        .join("; "),
      locale,
    );
  };
}

const dayText = (locale: Language, on: string): string =>
  on.length === 4 ? formatDay(locale, `${on}-01-01`, "year") : formatDay(locale, on);

/** Figures seen, each with basis, source and day; a typical number without a source is never shown. */
export function Figures({ programme, what }: { programme: Programme; what: "cost" | "salary" }) {
  const t = useTranslations("markets");
  const words = useTranslations("programmes");
  const locale = languageOf(useLocale());
  const source = useSource();
  const { figures, typicalUnsourced } = figuresOf(programme, what);
  const basisOf = (figure: Figure): string | null => {
    const key = wordsKeysOf(programme.code).find((one) => words.has(`${one}.${what}.${figure.key}`));
    return key ? words(`${key}.${what}.${figure.key}`) : null;
  };
  const shown = figures.flatMap((figure) => {
    const basis = basisOf(figure);
    return basis ? [{ figure, basis }] : [];
  });
  return (
    <div>
      <h4>{t(`${what}.title`)}</h4>
      {typicalUnsourced && <p className="text-muted">{t(shown.length > 0 ? `${what}.onlySeen` : "noVerified")}</p>}
      {shown.length > 0 && (
        <ul className="mt-2 divide-y divide-line border-y border-line">
          {shown.map(({ figure, basis }) => (
            <li key={figure.key} className="py-2">
              <span className="figures font-medium">
                {figure.max === 0
                  ? t("free")
                  : formatMoneyRange(
                      locale,
                      moneyOf(figure.min, figure.currency),
                      moneyOf(figure.max, figure.currency),
                      { short: figure.currency === "VND" },
                    )}
              </span>{" "}
              {!figure.law && <Unverified />}
              <span className="block">{basis}</span>
              <span className="figures block text-small text-muted">
                {t("from", { source: source(figure) })}
                {figure.law
                  ? ""
                  : ` · ${figure.on ? t("sourceDay", { day: dayText(locale, figure.on) }) : t("sourceUndated")}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The host's minimum wage and the least our circular lets a contract pay. */
export function Minimums({ programme }: { programme: Programme }) {
  const t = useTranslations("markets.minimum");
  const locale = languageOf(useLocale());
  const minimums = minimumsOf(programme);
  if (minimums.length === 0) return null;
  return (
    <ul className="space-y-1">
      {minimums.map((one, i) => (
        <li key={`${one.amount}-${i}`} className="figures">
          {t(one.law ? "contract" : "host", {
            amount: formatMoney(locale, moneyOf(one.amount, one.currency)),
            period: t(one.period),
            dated: one.year ? "yes" : "no",
            year: String(one.year ?? ""),
          })}
          {one.note && t.has(`note.${noteKey(one.note)}`) && ` (${t(`note.${noteKey(one.note)}`)})`}{" "}
          {!one.verified && <Unverified />}
        </li>
      ))}
    </ul>
  );
}

const noteKey = (note: string): string => note.toLowerCase().replace(/[^a-z0-9]+/g, "_");
