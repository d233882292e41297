import { useLocale, useTranslations } from "next-intl";
import { formatDay, languageOf } from "@/components/ui/format";
import { Unknown, Unverified } from "@/components/ui/money";
import { DataTable } from "@/components/ui/tables";
import type { CheckAnswer, Match, NearName, WarningMatch } from "@/domain/licences/queries";
import { StatusWord } from "./answer";
import { provinceOf, shortName } from "@/domain/localities/rules";

type HrefOf = (slug: string) => string;

const numbersOf = (one: { dossier: Match["dossier"] }) =>
  one.dossier.licences.map((licence) => licence.numberPrinted).join(", ");

/** Firms side by side: swindlers borrow names, so number, place and status are what tells them apart. */
export function SideBySide({
  caption,
  firms,
  hrefOf,
}: {
  caption: string;
  firms: readonly (Match | NearName)[];
  hrefOf: HrefOf;
}) {
  const t = useTranslations("check.near");
  const locale = languageOf(useLocale());
  return (
    <DataTable
      caption={caption}
      hideCaption
      phone="stack"
      columns={[
        { key: "name", label: t("name") },
        { key: "status", label: t("status", { day: formatDay(locale, firms[0]?.verdict.on ?? "") }) },
        { key: "number", label: t("number") },
        { key: "place", label: t("place") },
      ]}
      rows={firms.map((firm) => {
        const province = firm.dossier.provinceId ? provinceOf(firm.dossier.provinceId) : undefined;
        return {
          key: firm.dossier.id,
          cells: {
            name: (
              <a href={hrefOf(firm.dossier.slug)} className="inline-flex min-h-11 items-center sm:min-h-0">
                {firm.name}
              </a>
            ),
            status: <StatusWord code={firm.verdict.code} />,
            number: numbersOf(firm) ? <span className="figures">{numbersOf(firm)}</span> : <Unknown />,
            place: province ? shortName(province) : <Unknown />,
          },
        };
      })}
    />
  );
}

/** Names on the warning list, with who warned and why. */
export function Warnings({ warnings }: { warnings: CheckAnswer["warnings"] }) {
  return (
    <ul className="space-y-4">
      {warnings.map((warning) => (
        <Warning key={warning.id} warning={warning} />
      ))}
    </ul>
  );
}

/** Kept with the country code; people dial 0. */
const dialled = (phone: string): string => phone.replace(/^\+?84(?=\d{8,10}$)/, "0");

function Warning({ warning }: { warning: WarningMatch }) {
  const t = useTranslations("check.warning");
  const locale = languageOf(useLocale());
  const contacts = [...warning.phones.map(dialled), ...warning.websites].join(", ");
  return (
    <li className="border-l-4 border-danger bg-danger-wash px-4 py-3">
      <p className="font-bold break-words">
        {warning.name} {!warning.verified && <Unverified />}
      </p>
      <p className="break-words">{warning.reason}</p>
      {contacts && <p className="figures break-words">{t("contacts", { contacts })}</p>}
      <p className="text-small">
        {t("by", {
          issuer: warning.issuer ?? t("issuerUnknown"),
          number: warning.decisionNo ?? "",
          numbered: warning.decisionNo ? "yes" : "no",
          day: formatDay(locale, warning.from),
        })}
        {warning.to && ` ${t("until", { day: formatDay(locale, warning.to) })}`}
      </p>
      <p className="text-small break-words text-muted">{t("source", { source: warning.source })}</p>
      {!warning.exact && <p className="text-small">{t("like")}</p>}
    </li>
  );
}
