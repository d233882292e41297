import { useLocale, useTranslations } from "next-intl";
import { formatDay, languageOf } from "@/components/ui/format";
import { Unknown, Unverified } from "@/components/ui/money";
import { Notice, Status } from "@/components/ui/status";
import type { BranchFact } from "@/domain/licences/rules";
import { provinceOf, shortName } from "@/domain/localities/rules";

/** Branches, and what the law forbids them (L69 Art. 17). */
export function Branches({ branches, today }: { branches: readonly BranchFact[]; today: string }) {
  const t = useTranslations("agencies.branch");
  return (
    <div className="space-y-4">
      <Notice title={t("mayNotTitle")}>
        <ul className="list-disc pl-6">
          {(["sign", "collect", "show"] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <p className="text-small">{t("article")}</p>
      </Notice>
      {branches.length === 0 ? (
        <p className="max-w-measure">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {branches.map((branch) => (
            <Branch key={branch.id} branch={branch} today={today} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Branch({ branch, today }: { branch: BranchFact; today: string }) {
  const t = useTranslations("agencies.branch");
  const locale = languageOf(useLocale());
  const province = branch.provinceId ? provinceOf(branch.provinceId) : undefined;
  const closed = branch.to !== null && branch.to <= today;
  return (
    <li className="py-3">
      <p className="font-medium">
        {branch.name} {!branch.verified && <Unverified />} {closed && <Status tone="neutral">{t("closed")}</Status>}
      </p>
      <p>{branch.address ?? (province ? shortName(province) : <Unknown />)}</p>
      {branch.phone && <p className="figures">{branch.phone}</p>}
      <p className="figures text-small text-muted">
        {branch.from && t("from", { day: formatDay(locale, branch.from) })}
        {branch.to && ` ${t("to", { day: formatDay(locale, branch.to) })}`}{" "}
        {branch.decisionNo ? t("decision", { number: branch.decisionNo }) : t("noDecision")}
      </p>
      <p className="text-small break-words text-muted">{t("source", { source: branch.source })}</p>
    </li>
  );
}
