// The picture shown where a link to an order or a market is shared: /api/og/order/JP-000123, /api/og/market/nhat-ban?lang=en.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { getTranslations } from "next-intl/server";
import { type Locale, isLocale } from "@/app/_http/addresses";
import { problemResponse } from "@/app/_http/problem";
import { allow } from "@/app/_http/rate-limit";
import { formatDay } from "@/components/ui/format";
import { site } from "@/app/_http/site";
import { marketBySlug, marketOf, programmes } from "@/domain/kernel/catalogue";
import { countsByMarket, orderPage } from "@/domain/orders/queries";

const size = { width: 1200, height: 630 } as const;
// A picture knows no style sheet: the roles of app/globals.css, by value.
const colours = {
  ink: "#14181f",
  muted: "#454d5a",
  surface: "#ffffff",
  wash: "#f2f4f7",
  line: "#ccd2da",
  action: "#0b3d91",
  caution: "#6e4300",
  cautionWash: "#fcefd2",
} as const;

type Figure = { label: string; value: string };
type Picture = {
  over: string;
  title: string;
  lead: string | null;
  figures: Figure[];
  below: string;
  sample: string | null;
  service: string;
};

const weights = [400, 700] as const;
let loading: Promise<{ name: string; data: Buffer; weight: (typeof weights)[number] }[]> | undefined;
const fonts = () =>
  (loading ??= Promise.all(
    weights.map(async (weight) => ({
      name: "Be Vietnam Pro",
      weight,
      data: await readFile(join(process.cwd(), "app", "fonts", `be-vietnam-pro-${weight}.ttf`)),
    })),
  ));

/** Only letters our font has: for any other the picture maker would go and fetch a font from elsewhere. */
const drawable = (text: string): string =>
  text
    .normalize("NFC")
    .replace(
      /[^\u0020-\u007e\u00a0-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018-\u201e\u2026\u20ab\u20ac\u2248]/g,
      "",
    )
    .replace(/\s+/g, " ")
    .trim();
const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

const numberIn = (locale: Locale) =>
  new Intl.NumberFormat(locale === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 1 });

async function pictureOfOrder(reference: string, locale: Locale): Promise<Picture | null> {
  const page = /^[A-Za-z0-9-]{1,40}$/.test(reference) ? await orderPage(reference.toUpperCase()) : null;
  if (!page) return null;
  const t = await getTranslations({ locale, namespace: "opendata.picture" });
  const { facts } = page;
  const market = marketOf(facts.market);
  const place = (locale === "vi" ? market?.shortVi : market?.nameEn) ?? facts.market;
  const common = {
    over: t("order", { reference: facts.reference }),
    service: t("service"),
    sample: facts.demo ? t("sample") : null,
  };
  // Nothing of an offer that no longer stands.
  if (page.notOpen) return { ...common, title: t("notOpen"), lead: null, figures: [], below: "" };
  const number = numberIn(locale);
  const millions = (dong: bigint | null) =>
    dong === null ? t("unknown") : t("approximately", { millions: number.format(Number(dong) / 1e6) });
  return {
    ...common,
    title: facts.title,
    lead: [place, facts.region].filter(Boolean).join(", "),
    figures: [
      { label: t("net"), value: millions(facts.netVnd) },
      { label: t("cost"), value: millions(facts.costVnd) },
    ],
    below: [
      (facts.costRateOn ?? (facts.currency === "VND" ? null : facts.rateOn)) &&
        t("rate", { day: formatDay(locale, facts.costRateOn ?? facts.rateOn ?? "") }),
      page.placesLeft !== null && t("places", { count: page.placesLeft }),
      facts.senderName,
    ]
      .filter(Boolean)
      .join(" · "),
  };
}

async function pictureOfMarket(slug: string, locale: Locale): Promise<Picture | null> {
  const market = marketBySlug(slug);
  if (!market || market.foreignNoticesOnly) return null;
  const t = await getTranslations({ locale, namespace: "opendata.picture" });
  const counts = (await countsByMarket()).get(market.code);
  const number = numberIn(locale);
  const sent = programmes.filter((programme) => programme.market === market.code).length;
  return {
    over: t("service"),
    service: t("service"),
    // On a demo site the figures count invented orders too.
    sample: site.demo ? t("sample") : null,
    title: t("market", { market: locale === "vi" ? market.shortVi : market.nameEn }),
    lead: null,
    figures: [
      { label: t("openOrders"), value: number.format(counts?.orders ?? 0) },
      { label: t("placesLeft"), value: number.format(counts?.places ?? 0) },
      { label: t("programmes"), value: number.format(sent) },
    ],
    below: t("checked"),
  };
}

function FigureBox({ label, value }: Figure) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        background: colours.wash,
        padding: "20px 28px",
        flexGrow: 1,
        flexBasis: 0,
      }}
    >
      <div style={{ fontSize: 28, color: colours.muted }}>{drawable(label)}</div>
      <div style={{ fontSize: 42, fontWeight: 700 }}>{drawable(value)}</div>
    </div>
  );
}

function Drawn({ over, title, lead, figures, below, sample, service }: Picture) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        background: colours.surface,
        color: colours.ink,
        fontFamily: "Be Vietnam Pro",
        padding: "56px 72px",
        borderTop: `20px solid ${colours.action}`,
      }}
    >
      <div style={{ display: "flex", justifyContent: "space-between", fontSize: 30, color: colours.muted }}>
        <div style={{ display: "flex" }}>{drawable(over)}</div>
        {sample && (
          <div
            style={{ display: "flex", background: colours.cautionWash, color: colours.caution, padding: "2px 16px" }}
          >
            {drawable(sample)}
          </div>
        )}
      </div>
      <div
        style={{
          display: "flex",
          fontSize: title.length > 34 ? 50 : 62,
          fontWeight: 700,
          lineHeight: 1.3,
          marginTop: 24,
        }}
      >
        {drawable(short(title, 96))}
      </div>
      {lead && (
        <div style={{ display: "flex", fontSize: 36, color: colours.muted, marginTop: 12 }}>
          {drawable(short(lead, 70))}
        </div>
      )}
      <div style={{ display: "flex", flexGrow: 1 }} />
      {figures.length > 0 && (
        <div style={{ display: "flex", gap: 24 }}>
          {figures.map((figure) => (
            <FigureBox key={figure.label} {...figure} />
          ))}
        </div>
      )}
      <div
        style={{
          display: "flex",
          justifyContent: "space-between",
          fontSize: 28,
          marginTop: 28,
          paddingTop: 20,
          borderTop: `2px solid ${colours.line}`,
        }}
      >
        <div style={{ display: "flex", color: colours.muted }}>{drawable(short(below, 62))}</div>
        {service !== over && (
          <div style={{ display: "flex", color: colours.action, fontWeight: 700 }}>{drawable(service)}</div>
        )}
      </div>
    </div>
  );
}

export async function GET(
  request: Request,
  { params }: { params: Promise<{ kind: string; slug: string }> },
): Promise<Response> {
  // Drawing takes the machine a tenth of a second: dearer than an answer.
  const allowance = await allow(request, 5);
  if (!allowance.allowed) return problemResponse("too-many-requests", {}, allowance.headers);
  const { kind, slug } = await params;
  const asked = new URL(request.url).searchParams.get("lang") ?? undefined;
  const locale = isLocale(asked) ? asked : "vi";
  const picture =
    kind === "order"
      ? await pictureOfOrder(slug, locale)
      : kind === "market"
        ? await pictureOfMarket(slug, locale)
        : null;
  if (!picture) return problemResponse("not-found");
  return new ImageResponse(<Drawn {...picture} />, {
    ...size,
    fonts: await fonts(),
    headers: { "Cache-Control": "public, max-age=300" },
  });
}
