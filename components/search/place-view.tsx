import { useLocale, useTranslations } from "next-intl";
import { provinceName } from "@/components/orders/names";
import { formatNumber, languageOf } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { DataTable, type Row } from "@/components/ui/tables";
import type { Facets } from "@/domain/search/results";
import { type ChoiceKey, type OrderSearch, choiceFilters } from "@/domain/search/schema";
import { countOf } from "./choice-group";
import { type Words, valueName } from "./labels";
import { withOnly } from "./set-filters";

type PlaceProps = { search: OrderSearch; facets: Facets; total: number; hrefOf: (search: OrderSearch) => string };

/** Orders by where the work is and by where people are recruited: the same totals as the list, as plain links. */
export function PlaceView(props: PlaceProps) {
  const t = useTranslations("search.places");
  return (
    <div className="space-y-12">
      <Section title={t("markets")} lead={t("marketsLead", { count: props.total })}>
        <CountTable {...props} group="market" caption={t("markets")} column={t("market")} sum={props.total} />
      </Section>
      <Section title={t("provinces")} lead={t("provincesLead", { count: props.facets.province?.["*"] ?? 0 })}>
        <CountTable {...props} group="province" caption={t("provinces")} column={t("province")} />
      </Section>
    </div>
  );
}

function CountTable({
  search,
  facets,
  hrefOf,
  group,
  caption,
  column,
  sum,
}: PlaceProps & { group: ChoiceKey; caption: string; column: string; sum?: number }) {
  const t = useTranslations("search");
  const locale = useLocale();
  const count = (n: number) => formatNumber(languageOf(locale), n);
  const chosen = search.choices[group] ?? [];
  const values = choiceFilters[group].values
    .filter((value) => chosen.length === 0 || chosen.includes(value))
    .map((value) => ({ value, orders: countOf(facets, group, value) }))
    .filter(({ orders }) => orders > 0)
    .sort((a, b) => b.orders - a.orders);
  const name = (value: string) =>
    group === "province" ? provinceName(value) : valueName(t as unknown as Words, locale, group, value);
  const rows: Row[] = values.map(({ value, orders }) => ({
    key: value,
    cells: {
      place: (
        <a href={hrefOf(withOnly(search, group, value))} className="inline-flex min-h-9 items-center">
          {name(value)}
        </a>
      ),
      orders: count(orders),
    },
  }));
  if (sum !== undefined)
    rows.push({ key: "total", total: true, cells: { place: t("places.total"), orders: count(sum) } });
  return (
    <div className="max-w-measure">
      <DataTable
        caption={caption}
        hideCaption
        columns={[
          { key: "place", label: column },
          { key: "orders", label: t("places.orders"), numeric: true },
        ]}
        rows={rows}
      />
    </div>
  );
}
