// A worker opens an order, tells her situation, sees what she pays and when she is even, opens a number, compares, and takes it all back.
import { type APIRequestContext, type Page, expect, test } from "@playwright/test";

const orders = async (request: APIRequestContext, market: string): Promise<string[]> => {
  const answer = await request.get(`/api/v1/orders?market=${market}&kind=agency_order&pageSize=3`);
  return ((await answer.json()) as { orders: { reference: string }[] }).orders.map(({ reference }) => reference);
};
const open = (page: Page, words: RegExp) => page.locator("summary", { hasText: words }).first().click();
const fits = async (page: Page) =>
  expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);

async function tell(page: Page) {
  await open(page, /hoàn cảnh/);
  await page.locator("input[name=group][value=poor]").check();
  await page.locator("input[name=helped][value=no]").check();
  await page.locator("input[name=has][value=passport]").check();
  await page.locator("input[name=study]").fill("6");
  await page.locator("input[name=loan][value=most]").check();
  await page.getByRole("button", { name: "Tính lại" }).click();
}

test("from the order to her own cost, and nothing about her in the address", async ({ page, request }) => {
  const [reference = ""] = await orders(request, "TW");
  await page.goto(`/don-hang/${reference}`);
  await page.getByRole("link", { name: "Tính chi phí cho bạn" }).click();
  await expect(page).toHaveURL(new RegExp(`/don-hang/${reference}/chi-phi$`));
  const answer = page.locator("#answer");
  await expect(answer).toContainText(/Bạn trả .* trước khi đi/);
  await expect(page.getByText("người chưa nói gì về mình")).toBeVisible();
  await expect(page.getByText(/tỷ giá \d\d\/\d\d\/\d{4}/).first()).toBeVisible();
  await fits(page);

  await tell(page);
  await expect(page).toHaveURL(new RegExp(`/don-hang/${reference}/chi-phi(#answer)?$`));
  await expect(page.getByText(/Đang tính cho: Hộ nghèo; đã có: Hộ chiếu; học 6 tháng; vay mức cao nhất/)).toBeVisible();
  await expect(answer).toContainText("nhà nước hỗ trợ");
  await expect(page.getByText("Bạn đã có rồi: không phải trả khoản này.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nếu vay ngân hàng chính sách" })).toBeVisible();
  await expect(page.locator("svg[role=img]").first()).toBeVisible();
  await fits(page);

  const line = page.locator("li", { has: page.locator("summary", { hasText: "Cách tính" }) }).first();
  await line.locator("summary").click();
  await expect(line.getByText(/(Luật|Nghị định|Quyết định|Thông tư) \d/)).toBeVisible();

  await page.goto(`/don-hang/${reference}/chi-phi`);
  await expect(page.getByText(/Đang tính cho: Hộ nghèo/)).toBeVisible();
  await open(page, /hoàn cảnh/);
  await page.getByRole("button", { name: "Xóa mọi câu trả lời" }).click();
  await expect(page.getByText("người chưa nói gì về mình")).toBeVisible();
});

test("a wrong answer comes back as it was typed, with its reason", async ({ page, request }) => {
  const [reference = ""] = await orders(request, "TW");
  await page.goto(`/don-hang/${reference}/chi-phi`);
  await open(page, /hoàn cảnh/);
  await page.locator("input[name=group][value=near_poor]").check();
  await page.locator("input[name=study]").fill("abc");
  await page.getByRole("button", { name: "Tính lại" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.locator("input[name=study]")).toHaveValue("abc");
  await expect(page.locator("input[name=group][value=near_poor]")).toBeChecked();
});

test("up to four orders side by side for the same person", async ({ page, request }) => {
  const chosen = (await Promise.all(["TW", "JP", "DE"].map((market) => orders(request, market)))).map(
    ([first = ""]) => first,
  );
  await page.goto(`/so-sanh?${chosen.map((reference) => `o=${reference}`).join("&")}`);
  await page.getByRole("link", { name: /Tính chi phí các đơn hàng này/ }).click();
  await expect(page).toHaveURL(/\/so-sanh\/chi-phi\?o=/);
  const table = page.getByRole("table", { name: "So chi phí" });
  await expect(table.getByRole("columnheader")).toHaveCount(4);
  for (const row of [
    "Trả trước khi đi",
    "Ký quỹ",
    "Nhà nước hỗ trợ",
    "Giữ lại mỗi tháng",
    "Hòa vốn",
    "Điều chưa rõ",
    "Tỷ giá",
  ])
    await expect(table.getByRole("rowheader", { name: row })).toBeVisible();
  await expect(page.locator("svg[role=img]")).toHaveCount(3);
  await fits(page);
  await tell(page);
  await expect(page).toHaveURL(/\/so-sanh\/chi-phi\?o=[A-Z0-9=&-]+(o=|#answer|$)/);
  await expect(page.getByText(/Đang tính cho: Hộ nghèo/)).toBeVisible();
  await expect(page).not.toHaveURL(/poor|passport/);
});

test("an order that is not there has no cost either", async ({ page }) => {
  const answer = await page.goto("/don-hang/JP-999999/chi-phi");
  expect(answer?.status()).toBe(404);
});
