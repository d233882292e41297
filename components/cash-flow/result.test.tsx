import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import cashflow from "@/messages/vi/cashflow.json";
import fees from "@/messages/vi/fees.json";
import orders from "@/messages/vi/orders.json";
import support from "@/messages/vi/support.json";
import ui from "@/messages/vi/ui.json";
import cashflowEn from "@/messages/en/cashflow.json";
import feesEn from "@/messages/en/fees.json";
import ordersEn from "@/messages/en/orders.json";
import supportEn from "@/messages/en/support.json";
import uiEn from "@/messages/en/ui.json";
import { aCashFlow, basis, cashLine } from "@/tests/builders/cash-flow";
import { MonthsDrawing } from "./months";
import { CashFlowResult } from "./result";

const words = {
  vi: { cashflow, fees, orders, support, ui },
  en: { cashflow: cashflowEn, fees: feesEn, orders: ordersEn, support: supportEn, ui: uiEn },
};
const html = (node: ReactElement, locale: "vi" | "en" = "vi"): string =>
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
const text = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, " ")
    .replaceAll("\u00a0", " ")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ");
const links = { order: "/o", compare: "/c", support: "/s", share: "https://example.vn/don-hang/TW-1/chi-phi" };
const result = (flow = aCashFlow(), locale: "vi" | "en" = "vi") =>
  html(<CashFlowResult flow={flow} links={links} />, locale);

test("the answer comes first: paid, deposited, kept, even", () => {
  const said = text(result());
  expect(said).toContain(
    "Bạn trả 60 triệu ₫ trước khi đi; ký quỹ 12 triệu ₫, được trả lại; mỗi tháng giữ lại 12–15 triệu ₫; hòa vốn: tháng thứ 4–5 sau khi bay.",
  );
  expect(said).toContain("Đã trừ 4.000.000 ₫ nhà nước hỗ trợ.");
  expect(said.indexOf("Bạn trả 60")).toBeLessThan(said.indexOf("Ai trả bao nhiêu"));
});

test("both languages word everything", () => {
  expect(text(result(aCashFlow(), "en"))).toContain("You pay VND 60 million before leaving; deposit");
});

test("no converted amount stands without the day of its rate", () => {
  for (const piece of result().split("≈ ").slice(1))
    expect(text(piece).slice(0, 60)).toMatch(/\(tỷ giá 20\/11\/2026\)/);
  // A sum over converted lines stands in a section that names the rate; what the state pays and lends is in đồng from the start.
  const sums = result()
    .split("<section")
    .slice(1)
    .map(text)
    .filter((section) => /[\d.,]+ (triệu )?₫/.test(section) && !/Được hỗ trợ|Nhà nước hỗ trợ gì|Nếu vay/.test(section));
  expect(sums.length).toBeGreaterThanOrEqual(6);
  for (const section of sums) expect(section).toMatch(/tỷ giá (ngày )?20\/11\/2026/);
});

test("a line shows what the state takes off and what is left; what she has already is not due", () => {
  const said = text(result());
  expect(said).toContain("Nhà nước hỗ trợ −4.000.000 ₫ Bạn còn trả 12.000.000 ₫");
  expect(said).toContain("Bạn đã có rồi: không phải trả khoản này.");
});

test("a number opens to its article, its inputs and its day; what nobody checked says so", () => {
  const said = text(result());
  expect(said).toContain("Luật 69/2020/QH14 Điều 23 khoản 4 điểm a");
  expect(said).toContain("28.590 TWD");
  expect(said).toContain("Có hiệu lực từ 23/11/2026.");
  expect(said).toContain("chưa đối chiếu");
  expect(result().match(/<details/g)?.length).toBeGreaterThanOrEqual(5 + 2 + 1);
});

test("an unknown line is a word, never a zero, and the sum says at least", () => {
  const flow = aCashFlow({
    lines: [cashLine(0, "service_fee", 48_000_000n), cashLine(1, "visa", null)],
    totals: { ...aCashFlow().totals, beforeLeavingDong: null, beforeLeavingAtLeastDong: 48_000_000n, grantedDong: 0n },
    unknown: [{ name: "line_amount", position: 1 }],
  });
  const said = text(result(flow));
  expect(said).toContain("Bạn trả ít nhất 48 triệu ₫ trước khi đi;");
  expect(said).toContain("Bạn trả trước khi đi ít nhất 48.000.000 ₫");
  expect(said).toContain("Thị thực");
  expect(said).toContain("Thị thực Chưa rõ Trả cho: Công ty đưa đi");
  expect(said).toContain("Chưa rõ số tiền của khoản (Thị thực). Hỏi công ty đưa đi");
});

test("the drawing says what to see, carries its table and needs no style attribute", () => {
  const drawing = html(<MonthsDrawing flow={aCashFlow()} />);
  expect(text(drawing)).toContain("Có lúc bạn phải bỏ ra trước 72 triệu ₫, kể cả ký quỹ. Hòa vốn: tháng thứ 4–5.");
  expect(drawing).toContain('role="img"');
  expect(drawing).toMatch(/<title id="[^"]+">Tiền của bạn cộng dồn theo tháng, đã trừ nợ<\/title>/);
  expect(drawing).toMatch(/<desc id="[^"]+">Có lúc/);
  expect(drawing).not.toContain("style=");
  expect(drawing.match(/<tr/g)).toHaveLength(1 + 28);
});

test("the mark stands over the months of breaking even, on the drawing's own scale", () => {
  const drawing = html(<MonthsDrawing flow={aCashFlow()} />);
  const rect = /<rect x="([\d.]+)%" width="([\d.]+)%"/.exec(drawing);
  const at = (month: number) => ((month + 2) / 27) * 100;
  expect(Number(rect?.[1])).toBeCloseTo(at(4), 6);
  expect(Number(rect?.[2])).toBeCloseTo(at(5) - at(4), 6);
  expect(text(drawing)).toContain("Hòa vốn: tháng thứ 4–5");
});

test("a break-even that only the best reading reaches is never one month", () => {
  const flow = aCashFlow({ breakEven: { earliest: 9, latest: null, reason: "never_within_contract" } });
  expect(text(result(flow))).toContain("hòa vốn sớm nhất vào tháng thứ 9 sau khi bay.");
  expect(text(result(flow))).toContain("hết hợp đồng vẫn có thể chưa hòa vốn");
  const never = aCashFlow({ breakEven: { earliest: null, latest: null, reason: "never_within_contract" } });
  expect(text(result(never))).toContain("hết hợp đồng vẫn chưa hòa vốn.");
  const unknown = aCashFlow({
    breakEven: { earliest: null, latest: null, reason: "unknown" },
    keptPerMonthDong: { low: null, high: null },
    months: [],
    monthly: [],
  });
  const said = text(result(unknown));
  expect(said).toContain("chưa tính được tháng hòa vốn");
  expect(said).toContain("Chưa vẽ được");
});

test("what comes back names when and by which article; nothing of hers says so", () => {
  expect(text(result())).toContain("Ngân hàng trả cả gốc và lãi khi bạn hết hợp đồng");
  const free = aCashFlow({ lines: [cashLine(0, "passport", 200_000n, { basis: basis() })] });
  expect(text(result(free))).toContain("Không có khoản nào của bạn được trả lại");
});
