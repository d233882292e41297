import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectField, TextField, type Option } from "@/components/ui/field";

export type AgencyAsked = { q: string; status: string; market: string; province: string };

/** Filters of the list of companies; open on a desk, behind a summary on a phone. */
export function AgencyFilters({
  action,
  asked,
  statuses,
  markets,
  provinces,
}: {
  action: string;
  asked: AgencyAsked;
  statuses: readonly Option[];
  markets: readonly Option[];
  provinces: readonly Option[];
}) {
  const t = useTranslations("agencies.filter");
  return (
    <form action={action} role="search" className="no-print space-y-4">
      <TextField name="q" type="search" label={t("q")} hint={t("qHint")} defaultValue={asked.q} maxLength={200} />
      <Disclosure summary={t("more")} open={Boolean(asked.status || asked.market || asked.province)}>
        <div className="space-y-4">
          <SelectField
            name="status"
            label={t("status")}
            empty={t("all")}
            options={statuses}
            defaultValue={asked.status}
          />
          <SelectField
            name="market"
            label={t("market")}
            hint={t("marketHint")}
            empty={t("all")}
            options={markets}
            defaultValue={asked.market}
          />
          <SelectField
            name="province"
            label={t("province")}
            empty={t("all")}
            options={provinces}
            defaultValue={asked.province}
          />
        </div>
      </Disclosure>
      <Button className="w-full">{t("submit")}</Button>
    </form>
  );
}
