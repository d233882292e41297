// A sheet on the wall of a commune: printed, scanned, typed, altered, and checked where there is no connection.
import { type Page, expect, test } from "@playwright/test";

async function aSheet(page: Page): Promise<{ reference: string; code: string }> {
  const answer = await page.request.get("/api/v1/orders?pageSize=1&kind=agency_order");
  const { orders } = (await answer.json()) as { orders: { reference: string }[] };
  const reference = orders[0]?.reference ?? "";
  await page.goto(`/don-hang/${reference}`);
  await page.getByRole("link", { name: /In tờ thông tin/ }).click();
  const typed = await page.getByTestId("code").innerText();
  return { reference, code: typed.replace(/\s/g, "") };
}
const altered = (code: string): string => code.slice(0, 30) + (code[30] === "A" ? "B" : "A") + code.slice(31);

test("a sheet's code is genuine and leads to the order; one altered letter is not; without scripts", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { reference, code } = await aSheet(page);
  await page.goto(`/ma/${code}`);
  await expect(page.getByText("Mã thật, đơn hàng còn nhận hồ sơ")).toBeVisible();
  await expect(page.getByText(reference).first()).toBeVisible();
  await page.getByLabel("Mã in trên giấy").fill(altered(code));
  await page.getByRole("button", { name: "Kiểm tra mã" }).click();
  await expect(page.getByText("Không phải mã của trang này")).toBeVisible();
  await page.goto("/ma");
  await page.getByLabel("Mã in trên giấy").fill(` ${code.toLowerCase()} `);
  await page.getByRole("button", { name: "Kiểm tra mã" }).click();
  await expect(page.getByText("Mã thật, đơn hàng còn nhận hồ sơ")).toBeVisible();
  for (const nonsense of ["A".repeat(10_000), "コード", "<script>alert(1)</script>"]) {
    const answer = await page.goto(`/ma/${encodeURIComponent(nonsense)}`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByText("Không phải mã của trang này")).toBeVisible();
  }
});

test("the sheet is one A4 page", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "only this browser prints to a file");
  await aSheet(page);
  const file = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  expect(file.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});

test("where there is no connection the kept page tells genuine from forged, and that it cannot know the rest", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  const { reference, code } = await aSheet(page);
  await page.goto("/ma");
  // The page is kept by a worker that the browser starts when it finds time.
  await expect(page.getByText("Trang này đã lưu trên máy")).toBeVisible({ timeout: 30_000 });
  await context.setOffline(true);

  await page.goto(`/ma/${code}`);
  await expect(page.getByText(`Mã thật: ${reference}, in ngày`)).toBeVisible();
  await expect(page.getByText("Danh sách khóa trên máy lưu ngày")).toBeVisible();
  await expect(page.getByText("Chưa biết được đơn hàng còn nhận hồ sơ")).toBeVisible();
  await page.goto(`/ma/${altered(code)}`);
  await expect(page.getByText("Không phải mã của trang này: chép sai một chữ")).toBeVisible();
  await expect(page.getByText(`Mã thật: ${reference}`)).toBeHidden();
  await page.goto("/ma");
  await page.getByLabel("Mã in trên giấy").fill(code);
  await page.getByRole("button", { name: "Kiểm tra mã" }).click();
  await expect(page.getByText(`Mã thật: ${reference}, in ngày`)).toBeVisible();
  await context.setOffline(false);
  await page.goto(`/ma/${code}`);
  await expect(page.getByText("Mã thật, đơn hàng còn nhận hồ sơ")).toBeVisible();
});
