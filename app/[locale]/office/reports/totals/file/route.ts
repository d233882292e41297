// The quarterly totals, or the cases they are added up from, as a file. Made from the very answer the page shows.
import { getTranslations } from "next-intl/server";
import { localeOf } from "@/app/_http/shell";
import { signedIn } from "@/app/_http/session";
import { provinceText } from "@/components/complaints/words";
import { quarterTotals } from "@/domain/complaints/queries";
import { countedStates, csvOf, quarterOf } from "@/domain/complaints/rules";

type Context = { params: Promise<{ locale: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const locale = localeOf((await params).locale);
  const search = new URL(request.url).searchParams;
  const known = await signedIn();
  const quarter = quarterOf(search.get("q") ?? "");
  const totals = known && !known.waitsFor && quarter ? await quarterTotals(known.actor, quarter) : null;
  if (!totals) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: "complaints" });
  const role = (one: "reported" | "imitated" | null) => (one ? t(`desk.role.${one}`) : "");
  const cases = search.get("what") === "cases";
  const rows = cases
    ? [
        [
          t("desk.number"),
          t("desk.received"),
          t("case.place"),
          t("totals.agency"),
          t("totals.roleOf"),
          t("desk.state"),
        ],
        ...totals.reports.map((one) => [
          ...[one.number, one.receivedOn, provinceText(one.province) ?? "", one.agency ?? ""],
          ...[role(one.role), t(`totals.state.${one.state}`)],
        ]),
      ]
    : [
        [
          t("totals.agency"),
          t("totals.roleOf"),
          t("totals.received"),
          ...countedStates.map((state) => t(`totals.state.${state}`)),
        ],
        ...totals.lines.map((line) => [
          line.agency ?? t("totals.none"),
          role(line.role),
          line.received,
          ...countedStates.map((state) => line[state]),
        ]),
        [t("totals.all"), "", totals.sum.received, ...countedStates.map((state) => totals.sum[state])],
      ];
  return new Response(csvOf(rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="phan-anh-${totals.quarter.text}${cases ? "-ho-so" : ""}.csv"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
