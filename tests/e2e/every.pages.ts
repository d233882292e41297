// Every template: answers, fits a phone, has nothing axe can find, carries what search engines may see and nothing they may not.
import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, expect, test } from "@playwright/test";

type Order = { reference: string };
const first = async (request: APIRequestContext, path: string, key: string): Promise<Record<string, string>> =>
  ((await (await request.get(path)).json()) as Record<string, Record<string, string>[]>)[key]?.[0] ?? {};
const order = (request: APIRequestContext) =>
  first(request, "/api/v1/orders?pageSize=1&kind=agency_order", "orders") as Promise<Order>;

const fixed = [
  "/",
  "/don-hang",
  "/don-hang?q=dieu+duong+duc&market=DE&deposit=none",
  "/don-hang?view=places",
  "/don-hang?q=zzzzqqqq",
  "/so-sanh",
  "/kiem-tra",
  "/kiem-tra?q=sao+mau",
  "/kiem-tra/lien-he",
  "/kiem-tra/lien-he?q=0900000992",
  "/kiem-tra/lien-he?q=0900000981+stk+19034567890123+techcombank",
  "/kiem-tra/lien-he?q=!!!",
  "/phan-anh",
  "/phan-anh/moi",
  "/canh-bao",
  "/canh-bao?q=sao+mau",
  "/canh-bao?q=zzzzqqqq",
  "/doanh-nghiep",
  "/thi-truong",
  "/thi-truong/nhat-ban",
  "/thi-truong/duc",
  "/phi",
  "/phi?market=DE&programme=DE_SKILLED&contract_months=24&wage=2800&currency=EUR&service_fee=9000",
  "/phi?market=JP",
  "/phi/bi-doi-tien",
  "/phi/bi-doi-tien?market=JP&programme=JP_TTS&contract_months=36&wage=180000&called-1=service&amount-1=120tr&to-1=company&when-1=before_contract&called-2=anti_escape&amount-2=abc&rows=2",
  "/phi/bi-doi-tien?market=JP&contract_months=36&wage=180000&called-1=service&amount-1=120tr&called-2=seat&amount-2=5tr&called-3=package&rows=3",
  "/du-lieu",
  "/dia-ban",
  "/dia-ban?q=binh+duong",
  "/dia-ban/p-40",
  "/dia-ban/p-40?phone=0912345678&name=nguyen+van+a",
  "/ma",
  "/ma/DE-000001",
  "/ma/KHONG-PHAI-MA",
  "/tiep-can",
  "/thu-mau",
  "/tai-khoan/tin-nhan/thoi-gui?ma=sai",
  "/dang-nhap",
  "/dang-nhap/dang-ky",
  "/dang-nhap/mat-khau-moi",
  "/dang-nhap/loi-moi?ma=x",
  "/bien-nhan",
  "/ho-tro",
  "/ho-tro?programme=KR_EPS_E9&months=36&cost=90.000.000",
  "/ho-tro?months=0&cost=nhieu",
];
const pages: [string, (request: APIRequestContext) => Promise<string>][] = [
  ...fixed.map((path): [string, () => Promise<string>] => [path, async () => path]),
  ...[
    "/en",
    "/en/orders",
    "/en/check?q=sao+mau",
    "/en/check/contact?q=0900000983",
    "/en/reports/new",
    "/en/warnings",
    "/en/agencies",
    "/en/markets",
    "/en/markets/japan",
    "/en/fees",
    "/en/fees/asked?market=TW&called-1=deposit&amount-1=20000000&to-1=bank&rows=1",
    "/en/data",
    "/en/support",
  ].map((path): [string, () => Promise<string>] => [path, async () => path]),
  ["an order", async (request) => `/don-hang/${(await order(request)).reference}`],
  ["an order's sheet", async (request) => `/don-hang/${(await order(request)).reference}/to-thong-tin`],
  ["an order in English", async (request) => `/en/orders/${(await order(request)).reference}`],
  [
    "a comparison",
    async (request) =>
      `/so-sanh?o=${(await order(request)).reference}&o=${(await first(request, "/api/v1/orders?pageSize=1&kind=state_programme", "orders")).reference}`,
  ],
  ["an order's cost", async (request) => `/don-hang/${(await order(request)).reference}/chi-phi`],
  ["an order's cost in English", async (request) => `/en/orders/${(await order(request)).reference}/cost`],
  [
    "costs side by side",
    async (request) =>
      `/so-sanh/chi-phi?o=${(await order(request)).reference}&o=${(await first(request, "/api/v1/orders?pageSize=1&kind=state_programme", "orders")).reference}`,
  ],
  ["no costs to compare", async () => "/so-sanh/chi-phi"],
  [
    "an agency",
    async (request) =>
      `/doanh-nghiep/${(await first(request, "/api/v1/agencies?status=revoked&pageSize=1", "agencies")).slug}`,
  ],
  ["an agency's check", async () => "/kiem-tra?q=9001%2FLDTBXH-GP"],
];

/** Converted amounts in whose own section no day of a rate can be read. */
const undated = (main: Element): string[] => {
  const dated = /(?:tỷ giá|rate)[^.]{0,24}\d{2}\/\d{2}\/\d{4}/i;
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const faults: string[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (
      text.textContent?.includes("≈") &&
      !dated.test(text.parentElement?.closest("article, section, dl, [role=row]")?.textContent ?? "")
    )
      faults.push(text.parentElement?.parentElement?.textContent?.slice(0, 120) ?? "");
  return faults;
};

test.describe("with scripts off, on a phone", () => {
  for (const [name, pathOf] of pages)
    test(name, async ({ page, request }) => {
      const path = await pathOf(request);
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      expect(answer?.headers()["content-security-policy"]).toContain("script-src");
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      expect(
        await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth),
        "no sideways scroll",
      ).toBe(0);
      expect(await page.locator("main").evaluate(undated), "each ≈ with the day of its rate").toEqual([]);
      const found = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(found.violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    });
});

test("an open order carries a job posting, canonical and both languages; a closed one says why with 410 and carries none", async ({
  page,
  request,
}) => {
  const { reference } = await order(request);
  await page.goto(`/don-hang/${reference}`);
  const posting = JSON.parse(
    (await page.locator("script[type='application/ld+json']").first().textContent()) ?? "{}",
  ) as Record<string, unknown>;
  expect(posting["@type"]).toBe("JobPosting");
  expect(posting).toMatchObject({
    validThrough: expect.any(String),
    baseSalary: expect.any(Object),
    hiringOrganization: expect.any(Object),
  });
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`/don-hang/${reference}$`));
  await expect(page.locator("link[hreflang=en]")).toHaveAttribute("href", new RegExp(`/en/orders/${reference}$`));

  const closed = process.env.E2E_CLOSED ?? (await closedReference(request));
  const gone = await page.goto(`/don-hang/${closed}`);
  expect(gone?.status()).toBe(410);
  await expect(page.locator("script[type='application/ld+json']")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main")).toContainText(/đã|không còn/);
});

/** Past orders stand on their agency's page. */
async function closedReference(request: APIRequestContext): Promise<string> {
  for (const status of ["revoked", "restricted", "surrendered", "licensed"]) {
    const { agencies } = (await (await request.get(`/api/v1/agencies?status=${status}&pageSize=30`)).json()) as {
      agencies: { slug: string }[];
    };
    for (const { slug } of agencies) {
      const html = await (await request.get(`/doanh-nghiep/${slug}`)).text();
      for (const [, reference = ""] of html.matchAll(/\/don-hang\/([A-Z]{2}-\d{6})/g))
        if ((await request.get(`/api/v1/orders/${reference}`)).status() === 410) return reference;
    }
  }
  throw new Error("no past order on any agency's page");
}

test("what is not there answers 404 with words", async ({ page }) => {
  for (const path of ["/don-hang/JP-999999", "/doanh-nghiep/khong-co", "/thi-truong/sao-hoa", "/khong-co-trang-nay"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

const nasty = [
  "%00",
  "a".repeat(10_000),
  encodeURIComponent("😀🇻🇳"),
  encodeURIComponent("‮gnp"),
  encodeURIComponent('\' OR 1=1; DROP TABLE "JobOrder" --'),
  encodeURIComponent('market = "DE" OR id EXISTS'),
  "%ff%fe",
];
test("nothing that can be typed brings a page down", async ({ request }) => {
  for (const value of nasty)
    for (const path of [
      `/don-hang?q=${value}&market=${value}&age=${value}&page=${value}&sort=${value}`,
      `/kiem-tra?q=${value}&on-day=${value}`,
      `/so-sanh?o=${value}`,
      `/phi?market=${value}&wage=${value}`,
      `/doanh-nghiep?q=${value}&page=${value}`,
      `/api/v1/orders?q=${value}&cursor=${value}`,
      `/api/v1/licences/check?q=${value}&on=${value}`,
    ]) {
      const answer = await request.get(path, { maxRedirects: 2 });
      expect([200, 400], `${path.slice(0, 80)}`).toContain(answer.status());
    }
});
