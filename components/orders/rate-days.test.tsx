// "A page never shows a converted amount without its date": every part that draws an order's money, drawn for orders in other currencies.
import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CostBar } from "@/components/fees/cost-bar";
import { CostSheet } from "@/components/fees/cost-sheet";
import { sheetView } from "@/components/fees/sheet-view";
import { day } from "@/domain/kernel/calendar";
import type { OrderCard as Card, OrderPage } from "@/domain/orders/queries";
import { linesInDong, moneyColumns } from "@/domain/orders/rows";
import type { Publishable } from "@/domain/orders/rules";
import { netPerMonth } from "@/domain/orders/figures";
import fees from "@/messages/vi/fees.json";
import orders from "@/messages/vi/orders.json";
import ui from "@/messages/vi/ui.json";
import feesEn from "@/messages/en/fees.json";
import ordersEn from "@/messages/en/orders.json";
import uiEn from "@/messages/en/ui.json";
import { anOrder, line } from "@/tests/builders/order";
import { CompareTable } from "./compare-table";
import { OrderCard } from "./order-card";
import { OrderFigures } from "./order-figures";
import { PayTable } from "./pay";
import { PaymentPlan } from "./payment-plan";

const words = { vi: { fees, orders, ui }, en: { fees: feesEn, orders: ordersEn, ui: uiEn } };
type Language = keyof typeof words;
const html = (node: ReactElement, locale: Language): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={words[locale]}
      timeZone="Asia/Ho_Chi_Minh"
      onError={(error) => {
        throw error;
      }}
    >
      {node}
    </NextIntlClientProvider>,
  );

const places = /^(?:article|dd|td|li|p|tr)$|role="cell"/;
const dated = /(?:tỷ giá|rate of|rate) \d{2}\/\d{2}\/\d{4}/i;
/** Pieces of the page that hold a converted amount and, themselves, no day of a rate. */
function undated(markup: string): string[] {
  const faults: string[] = [];
  const open: { place: boolean; text: string; asked: boolean }[] = [{ place: false, text: "", asked: false }];
  for (const [piece, closing, tag, more] of markup.matchAll(/<(\/?)(\w+)([^>]*)>|[^<]+/g)) {
    const inner = open.at(-1);
    if (!tag) {
      for (const element of open) element.text += piece;
      if (inner && piece.includes("≈")) inner.asked = true;
    } else if (!closing) {
      if (!/^(?:br|input|path|rect|line|hr|circle)$/.test(tag) && !more?.endsWith("/"))
        open.push({ place: places.test(tag) || places.test(more ?? ""), text: "", asked: false });
    } else {
      const closed = open.pop();
      if (!closed?.asked || dated.test(closed.text)) continue;
      const outer = open.at(-1);
      if (closed.place || !outer) faults.push(closed.text.slice(0, 120));
      else outer.asked = true;
    }
  }
  if (open[0]?.asked && !dated.test(open[0].text)) faults.push(open[0].text.slice(0, 120));
  return faults;
}

const yen = { currency: "JPY", on: day("2026-11-19"), vndPerUnit: 168, source: "kiểm thử" };
const usd = { currency: "USD", on: day("2026-11-12"), vndPerUnit: 26_000, source: "kiểm thử" };
const rates = new Map([yen, usd].map((rate) => [rate.currency, rate]));
const visa = line(4, "visa", 16_000n, { currency: "USD", payee: "embassy" });

/** As the queries answer it. */
function pageOf(more: Partial<Publishable>): OrderPage {
  const order = anOrder({ rates, ...more });
  const lines = linesInDong(order.fees, rates);
  const facts = {
    ...order,
    ...moneyColumns(order, lines, rates),
    ...{ netMinor: netPerMonth(order), reference: "JP-000001", publishedAt: new Date("2026-11-20"), ticket: null },
  };
  return {
    ...{ facts, fees: lines, rates, rate: rates.get(order.currency) ?? null, placesLeft: 10, agency: null, copies: [] },
    ...{ conditions: [], notOpen: null },
  } as unknown as OrderPage;
}
const japanese = {
  ...{
    market: "JP",
    programme: "JP_SSW",
    occupation: "welder",
    currency: "JPY",
    basicMinor: 200_000n,
    grossMinor: null,
  },
  ...{ deductions: [{ code: "tax", minor: 10_000n }], lodgingMinor: 15_000n },
};
const cases: [string, OrderPage][] = [
  [
    "a wage and a fee in yen, a visa in dollars",
    pageOf({ ...japanese, fees: [line(0, "service_fee", 200_000n, { currency: "JPY", due: "after_contract" }), visa] }),
  ],
  [
    "a wage in yen, all fees in đồng",
    pageOf({ ...japanese, fees: [line(0, "service_fee", 30_000_000n, { due: "after_contract" })] }),
  ],
  [
    "a wage in đồng, a visa in dollars",
    pageOf({ ...japanese, currency: "VND", basicMinor: 30_000_000n, deductions: [], lodgingMinor: 0n, fees: [visa] }),
  ],
];

describe.each(cases)("%s", (_, page) => {
  const sheet = sheetView(page.fees, { ...page.facts, rates }, rates, day("2026-11-20"));
  const card = { ...page.facts, placesLeft: 10 } as unknown as Card;
  const drawn: Record<string, ReactElement> = {
    card: <OrderCard card={card} href="/o" />,
    figures: <OrderFigures page={page} />,
    pay: <PayTable facts={page.facts} rate={page.rate} />,
    sheet: <CostSheet view={sheet} rates={rates} sums />,
    bar: <CostBar view={sheet} />,
    plan: <PaymentPlan lines={sheet.lines} />,
    comparison: (
      <CompareTable
        orders={[1, 2, 3, 4].map((n) => ({ reference: `JP-00000${n}`, page, verdict: null }))}
        orderHref={() => "/o"}
        removeHref={() => "/r"}
        agencyHref={() => "/a"}
      />
    ),
  };
  test.each(Object.keys(drawn))("%s: the day of the rate stands in the same place as the amount", (name) => {
    for (const locale of ["vi", "en"] as const) expect(undated(html(drawn[name] as ReactElement, locale))).toEqual([]);
  });

  test("the card shows what was converted as converted", () => {
    const markup = html(drawn.card as ReactElement, "vi");
    expect(markup.includes("≈")).toBe(true);
  });
});

test("the check finds an amount without a day", () => {
  expect(undated("<section><p>≈ 30 triệu ₫</p><p>tỷ giá 20/11/2026</p></section>")).toHaveLength(1);
  expect(undated("<section><p><span>≈ 30 triệu ₫</span> (tỷ giá 20/11/2026)</p></section>")).toEqual([]);
});
