// A worker and her agency each hold a link to one book: what one enters the other confirms or denies, anybody with number and code can check.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, type Browser, type Page, expect, test } from "@playwright/test";

const root = join(import.meta.dirname, "..", "..");

/** By the officer's own command, on the site's database. */
async function aBook(request: APIRequestContext, baseURL: string): Promise<{ worker: string; agency: string }> {
  const { orders } = (await (await request.get("/api/v1/orders?pageSize=1&kind=agency_order")).json()) as {
    orders: { reference: string }[];
  };
  const { ensurePostgres } = await import("../../scripts/setup/postgres.mjs");
  const { typescript } = await import("../../scripts/setup/site.mjs");
  const url = new URL(
    process.env.TEST_DATABASE_URL ?? (await ensurePostgres(join(root, ".data", "test"), { fast: true })),
  );
  url.pathname = "/e2e";
  const said = ["open", "--order", orders[0]?.reference ?? "", "--signed", "2026-11-02", "--contract", "07/HĐ"];
  const env = { ...process.env, DATABASE_URL: url.href, CLOCK: "2026-11-20T03:00:00Z", SITE_URL: baseURL };
  const done = spawnSync(process.execPath, [...typescript("scripts/payments.ts"), ...said], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  const [worker = "", agency = ""] = done.stdout.match(/http\S+/g) ?? [];
  expect(agency, done.stderr).not.toBe("");
  return { worker, agency };
}

const open = async (page: Page, link: string) => {
  await page.goto(link);
  await page.getByRole("button", { name: "Mở sổ" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sổ tiền" })).toBeVisible();
};
const another = async (browser: Browser, page: Page): Promise<Page> => {
  const options = { viewport: page.viewportSize(), javaScriptEnabled: false };
  return (await browser.newContext(options)).newPage();
};

type Said = { component: string; amount: string; day: string; payee: string };
async function enter(page: Page, { component, amount, day, payee }: Said): Promise<void> {
  await page.getByLabel("Khoản gì").selectOption(component);
  await page.getByLabel("Số tiền", { exact: true }).fill(amount);
  const [date = "", month = "", year = ""] = day.split("/");
  await page.locator("#paidOn-day").fill(date);
  await page.locator("#paidOn-month").fill(month);
  await page.locator("#paidOn-year").fill(year);
  await page.getByLabel("Ai nhận tiền").selectOption(payee);
  await page.getByRole("button", { name: "Ghi vào sổ" }).click();
}
const fee = { component: "language_training", amount: "12 triệu", day: "10/11/2026", payee: "school" };

test("the worker enters, the agency confirms, a stranger with number and code sees both, and no name", async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  const links = await aBook(request, baseURL ?? "");
  await open(page, links.worker);
  await enter(page, fee);
  await expect(page.getByText(/Đã ghi. Số biên nhận BN-2026-/)).toBeVisible();
  await expect(page.getByText("Người lao động ghi, công ty chưa xác nhận")).toBeVisible();
  if (test.info().project.name === "desktop") {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  }

  const office = await another(browser, page);
  await open(office, links.agency);
  await office.getByRole("button", { name: /Đúng, tôi xác nhận 12.000.000/ }).click();
  await expect(office.getByText("Hai bên cùng ghi", { exact: true })).toBeVisible();

  const stranger = await another(browser, page);
  const href = await office.getByRole("link", { name: "Mở trang kiểm tra" }).getAttribute("href");
  await stranger.goto(href ?? "");
  await expect(stranger.getByText("Hai bên cùng ghi khoản này")).toBeVisible();
  await expect(stranger.getByText("12.000.000")).toBeVisible();
  await expect(stranger.getByText("07/HĐ")).toHaveCount(0);
  const wrong = await stranger.goto((href ?? "").replace(/code=.*/, "code=AAAA-AAAA"));
  expect(wrong?.status()).toBe(404);
  await expect(stranger.getByText("Không có biên nhận nào khớp")).toBeVisible();
});

test("another amount is a difference that both and the public page tell", async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  const links = await aBook(request, baseURL ?? "");
  await open(page, links.worker);
  await enter(page, fee);
  const office = await another(browser, page);
  await open(office, links.agency);
  await office.getByText("Không đúng số tiền này").click();
  await office.getByLabel("Số tiền đúng theo bạn").fill("mười triệu");
  await office.getByRole("button", { name: "Ghi số tiền này" }).click();
  await expect(office.getByText(/Chưa hiểu số tiền/)).toBeVisible();
  await expect(office.getByLabel("Số tiền đúng theo bạn")).toHaveValue("mười triệu");
  await office.getByLabel("Số tiền đúng theo bạn").fill("10.000.000");
  await office.getByRole("button", { name: "Ghi số tiền này" }).click();
  await expect(office.getByText("Hai bên ghi khác số tiền").first()).toBeVisible();
});

test("bad input is told at its field, nothing typed is lost, and the same payment twice is asked about", async ({
  page,
  request,
  baseURL,
}) => {
  const { worker } = await aBook(request, baseURL ?? "");
  await open(page, worker);
  await enter(page, { ...fee, amount: "hai mươi", day: "31/2/2026" });
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
  await expect(page.getByLabel("Số tiền", { exact: true })).toHaveValue("hai mươi");
  await expect(page.locator("#paidOn-day")).toHaveValue("31");
  await enter(page, fee);
  await enter(page, fee);
  await expect(page.getByText(/Bạn đã ghi khoản giống hệt/).first()).toBeVisible();
  await page.getByLabel("Đây là một khoản khác").check();
  await page.getByRole("button", { name: "Ghi vào sổ" }).click();
  await expect(page.getByRole("heading", { name: /Đã trả: Đào tạo ngoại ngữ/ })).toHaveCount(2);
});

test("a link that was opened, an invented one and somebody else's book show nothing of it", async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  const { worker } = await aBook(request, baseURL ?? "");
  await open(page, worker);
  const stranger = await another(browser, page);
  expect((await stranger.goto(page.url()))?.status()).toBe(404);
  await expect(stranger.getByText("Sổ này chưa mở trên máy này")).toBeVisible();
  expect((await stranger.goto(`/so-tien/${"x".repeat(43)}`))?.status()).toBe(404);
  const forged = await stranger.request.post(`${page.url()}/entries`, { multipart: { kind: "paid" }, maxRedirects: 0 });
  expect(forged.status()).toBe(303);
  await page.getByText("Đóng sổ trên máy này").first().click();
  await page.getByRole("button", { name: "Đóng sổ trên máy này" }).click();
  await expect(page.getByText("Sổ này chưa mở trên máy này")).toBeVisible();
});
