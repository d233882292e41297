// A worker types without marks, narrows down, opens an order, sees its proof and its cost, looks at the agency and compares.
import { type Page, expect, test } from "@playwright/test";

const open = async (page: Page, group: string) => {
  const summary = page.locator("summary", { hasText: group }).first();
  const details = summary.locator("..");
  if ((await details.getAttribute("open")) === null) await summary.click();
};

test("from four words without marks to four orders side by side", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("searchbox").first().fill("dieu duong duc");
  await page.getByRole("button", { name: "Tìm", exact: true }).first().click();
  await expect(page).toHaveURL(/don-hang\?q=dieu/);
  await expect(page.getByRole("heading", { level: 2, name: /^\d+ đơn hàng$/ })).toBeVisible();

  // the filters stand in a <details> on a phone, beside the list on a desktop
  const filters = page.locator("summary", { hasText: /^Lọc/ }).first();
  if (await filters.isVisible()) await filters.click();
  await open(page, "Nước, vùng lãnh thổ");
  await page.getByRole("checkbox", { name: /^Đức/ }).check();
  await open(page, "Ký quỹ");
  await page.getByRole("checkbox", { name: /^Không ký quỹ/ }).check();
  await open(page, "Trình độ tiếng");
  await page.locator("select[name=level]").selectOption("3");
  await page.getByRole("button", { name: "Xem kết quả" }).click();
  await expect(page).toHaveURL(/market=DE/);
  await expect(page).toHaveURL(/deposit=none/);
  await expect(page).toHaveURL(/level=3/);

  await page.getByLabel("Sắp xếp").first().selectOption("pay");
  await page.getByRole("button", { name: "Xếp" }).click();
  await expect(page).toHaveURL(/sort=pay/);
  await expect(page).toHaveURL(/market=DE/);
  const cards = page.getByRole("article");
  expect(await cards.count()).toBeGreaterThanOrEqual(4);
  for (const card of await cards.all()) await expect(card).toContainText("Đức");

  const list = page.url();
  const references = await page
    .locator("article a[href*='/don-hang/DE-']")
    .evaluateAll((links) => [...new Set(links.map((a) => a.getAttribute("href")?.split("/").pop() ?? ""))]);
  await cards.first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Vì sao tin được đơn hàng này" })).toBeVisible();
  await expect(page.getByText("Luật 69/2020/QH14").first()).toBeVisible();
  await expect(page.getByRole("table", { name: "Từng khoản phí" })).toBeVisible();
  await expect(page.getByText("Giữ lại mỗi tháng").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Khi nào trả bao nhiêu" })).toBeVisible();

  await page.goto(
    `/so-sanh?${references
      .slice(0, 4)
      .map((reference) => `o=${reference}`)
      .join("&")}`,
  );
  const table = page.getByRole("table", { name: "So sánh đơn hàng" });
  await expect(table.getByRole("columnheader")).toHaveCount(5);
  for (const row of [
    "Giữ lại mỗi tháng",
    "Giờ làm",
    "Trả trước khi đi",
    "Hòa vốn",
    "Tiếng",
    "Nơi làm",
    "Hồ sơ của đơn vị",
  ])
    await expect(table.getByRole("rowheader", { name: new RegExp(`^${row}`) }).first()).toBeVisible();
  expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);

  await page.goto(list);
  await expect(page.locator("input[name=deposit][value=none]")).toBeChecked();
});

test("from the order to its agency and the agency's licence history", async ({ page }) => {
  await page.goto("/don-hang?kind=agency_order&market=DE");
  await page.getByRole("article").first().getByRole("link").first().click();
  await page.locator("main a[href^='/doanh-nghiep/']").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("dữ liệu mẫu");
  await expect(page.getByText(/LĐTBXH-GP/).first()).toBeVisible();
  await expect(page.locator("main svg[role=img], main figure").first()).toBeVisible();
});

test("any order is three page loads from the home page", async ({ page }) => {
  await page.goto("/");
  await page.locator("main a[href*='market=']").first().click();
  await page.getByRole("article").nth(3).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Ai trả khoản gì" })).toBeVisible();
});

test("an empty result says which filter to drop and what that gives", async ({ page }) => {
  await page.goto("/don-hang?market=DE&pay=900000000");
  await expect(page.getByRole("article")).toHaveCount(0);
  const way = page.locator("main a", { hasText: /đơn/ }).first();
  await way.click();
  expect(await page.getByRole("article").count()).toBeGreaterThan(0);
});

test("a value nobody knows is dropped with a note, and the rest of the search stands", async ({ page }) => {
  const answer = await page.goto("/don-hang?market=DE&market=ATLANTIS&age=abc&sort=beauty");
  expect(answer?.status()).toBe(200);
  await expect(page.getByText("ATLANTIS")).toBeVisible();
  for (const card of await page.getByRole("article").all()) await expect(card).toContainText("Đức");
});
