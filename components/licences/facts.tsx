import { useLocale, useTranslations } from "next-intl";
import { marketName } from "@/components/markets/names";
import { formatDay, languageOf } from "@/components/ui/format";
import { Unknown, Unverified } from "@/components/ui/money";
import { FactTable, type Fact } from "@/components/ui/tables";
import { Status } from "@/components/ui/status";
import { markets, programmes } from "@/domain/kernel/catalogue";
import type { Approval, Dossier } from "@/domain/licences/rules";
import { provinceOf, shortName } from "@/domain/localities/rules";

/** Numbers exactly as printed, each with its kind and day. */
function LicenceNumbers({ licences }: { licences: Dossier["licences"] }) {
  const t = useTranslations("check.facts");
  const locale = languageOf(useLocale());
  if (licences.length === 0) return <Unknown />;
  return (
    <ul>
      {licences.map((licence) => (
        <li key={licence.id}>
          <span className="figures font-medium">{licence.numberPrinted}</span> {!licence.verified && <Unverified />}
          <span className="block text-small text-muted">
            {t(`family.${licence.family}`)}
            {licence.issuedOn && ` · ${t("issued", { day: formatDay(locale, licence.issuedOn) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

const linkable = (website: string): string | null => {
  const address = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  return URL.canParse(address) && /^https?:/i.test(address) ? address : null;
};

/** Who the firm is. What nobody told us is said to be unknown, and who would know. */
export function AgencyFacts({ dossier, brief }: { dossier: Dossier; brief?: boolean }) {
  const t = useTranslations("check.facts");
  const ask = t("askFirm");
  const province = dossier.provinceId ? provinceOf(dossier.provinceId) : undefined;
  const link = dossier.website && linkable(dossier.website);
  const or = (value: string | number | null) =>
    value === null ? <Unknown ask={ask} /> : <span className="break-words">{value}</span>;
  const facts: (Fact | null)[] = [
    { key: "licence", label: t("licence"), value: <LicenceNumbers licences={dossier.licences} /> },
    { key: "name", label: t("name"), value: or(dossier.nameVi) },
    brief ? null : { key: "nameEn", label: t("nameEn"), value: or(dossier.nameEn) },
    { key: "abbreviation", label: t("abbreviation"), value: or(dossier.abbreviation) },
    {
      key: "code",
      label: t("code"),
      value: dossier.enterpriseCode ? <span className="figures">{dossier.enterpriseCode}</span> : <Unknown ask={ask} />,
    },
    {
      key: "office",
      label: t("office"),
      value: or(dossier.headOffice ?? (province ? shortName(province) : null)),
    },
    brief ? null : { key: "representative", label: t("representative"), value: or(dossier.representative) },
    {
      key: "phone",
      label: t("phone"),
      value: dossier.phone ? (
        <a
          href={`tel:${dossier.phone.replace(/[^\d+]/g, "")}`}
          className="figures inline-flex min-h-11 items-center sm:min-h-0"
        >
          {dossier.phone}
        </a>
      ) : (
        <Unknown ask={ask} />
      ),
    },
    {
      key: "website",
      label: t("website"),
      value: link ? (
        <a href={link} rel="nofollow noopener" className="inline-flex min-h-11 items-center sm:min-h-0 break-all">
          {dossier.website}
        </a>
      ) : (
        or(dossier.website)
      ),
    },
    brief ? null : { key: "email", label: t("email"), value: or(dossier.email) },
    brief ? null : { key: "established", label: t("established"), value: or(dossier.establishedOn) },
  ];
  return <FactTable facts={facts.filter((fact): fact is Fact => fact !== null)} />;
}

/** Markets whose every programme sent by enterprises wants one of these approvals. */
const marketsWanting = (code: string): string[] =>
  markets
    .map((market) => market.code)
    .filter((market) => programmes.some((p) => p.market === market && p.approvals.includes(code)));

/** Approvals beside the licence; a licence without them does not open those markets (law.md §2.2). */
export function Approvals({ approvals }: { approvals: readonly Approval[] }) {
  const t = useTranslations("check.approval");
  const locale = languageOf(useLocale());
  if (approvals.length === 0) return <p className="max-w-measure">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {approvals.map((approval) => (
        <li key={approval.id} className="py-3">
          <p>
            <span className="font-medium">
              {t.has(`code.${approval.code}`) ? t(`code.${approval.code}`) : approval.code}
            </span>{" "}
            {approval.verified ? <Status tone="good">{t("held")}</Status> : <Unverified />}
          </p>
          <p className="text-small text-muted">
            {t("for", {
              markets: new Intl.ListFormat(locale).format(
                marketsWanting(approval.code).map((one) => marketName(locale, one)),
              ),
            })}{" "}
            <span className="figures">{t("since", { day: formatDay(locale, approval.from, approval.precision) })}</span>
            {approval.decisionNo && ` · ${approval.decisionNo}`}
          </p>
          <p className="text-small break-words text-muted">{t("source", { source: approval.source })}</p>
        </li>
      ))}
    </ul>
  );
}
