// An agency announces that it recruits in a province; the office there answers; people there learn who may recruit today.
import { type Page, expect, test } from "@playwright/test";
import { signedIn, siteClock } from "./signed-in";

const ngheAn = "p-40";
const phone = "0900 002 345";
const inDays = (days: number): Date => new Date(siteClock() + days * 86_400_000);
async function day(page: Page, legend: string, date: Date): Promise<void> {
  const group = page.getByRole("group", { name: legend });
  await group.getByLabel("Ngày", { exact: true }).fill(String(date.getUTCDate()));
  await group.getByLabel("Tháng").fill(String(date.getUTCMonth() + 1));
  await group.getByLabel("Năm").fill(String(date.getUTCFullYear()));
}

/** An open order that may recruit in Nghệ An, and whose it is; its deadline is far enough. */
async function anOpenOrder(page: Page): Promise<{ reference: string; agency: string }> {
  const answer = await page.request.get(`/api/v1/orders?pageSize=100&kind=agency_order&province=${ngheAn}`);
  const { orders } = (await answer.json()) as {
    orders: { reference: string; agency: { slug: string } | null; deadlineOn: string | null }[];
  };
  const enough = inDays(10).toISOString().slice(0, 10);
  const found = orders.find(({ agency, deadlineOn }) => agency && (deadlineOn === null || deadlineOn > enough));
  return { reference: found?.reference ?? "", agency: found?.agency?.slug ?? "" };
}

test("from the agency's form to the locality's page, and gone when the office takes it back", async ({ browser }) => {
  // Three people are planted, each by a process of its own.
  test.setTimeout(120_000);
  const visitor = await (await browser.newContext()).newPage();
  const { reference, agency } = await anOpenOrder(visitor);
  const staff = await browser.newContext();
  await signedIn(staff, { role: "recruiter", agency });
  const form = await staff.newPage();

  await form.goto(`/cong-doanh-nghiep/thong-bao/moi?order=${reference}`);
  await form.getByRole("group", { name: "Tỉnh, thành phố" }).getByLabel("Nghệ An").check();
  await day(form, "Từ ngày", inDays(0));
  await day(form, "Đến hết ngày", inDays(5));
  await form.getByLabel("Địa điểm và giờ").fill("Nhà văn hóa xã Kim Liên, 8 giờ đến 16 giờ");
  await form.getByLabel("Họ tên người thứ 1").fill("Lương Thị Bích");
  await form.getByLabel("Số điện thoại người thứ 1").fill("không có");
  await form.getByRole("button", { name: "Gửi thông báo" }).click();
  await expect(form.getByText("Chưa phải số điện thoại.").first()).toBeVisible();
  await expect(form.getByLabel("Họ tên người thứ 1")).toHaveValue("Lương Thị Bích");
  await expect(form.getByLabel("Nghệ An")).toBeChecked();
  await form.getByLabel("Số điện thoại người thứ 1").fill(phone);
  await form.getByRole("button", { name: "Gửi thông báo" }).click();
  const filed = /TB-\d{6}/.exec(await form.getByRole("status").innerText())?.[0] ?? "";

  const asked = `/dia-ban/${ngheAn}?phone=${encodeURIComponent(phone)}`;
  await visitor.goto(asked);
  await expect(visitor.getByText("Chưa được thông báo ở đây")).toBeVisible();

  const office = await browser.newContext();
  await signedIn(office, { role: "province", province: ngheAn });
  const desk = await office.newPage();
  await desk.goto("/co-quan/thong-bao");
  await desk.getByRole("link", { name: filed }).click();
  await expect(desk.getByText("Lương Thị Bích")).toBeVisible();
  await desk.getByRole("button", { name: "Chấp nhận" }).click();
  await expect(desk.getByText("Đã ghi quyết định.")).toBeVisible();

  await visitor.goto(asked);
  await expect(visitor.getByText("Đã được khai báo:").first()).toBeVisible();
  await expect(visitor.getByText(filed).first()).toBeVisible();
  await visitor.goto(`/don-hang/${reference}`);
  await expect(visitor.getByText("Đã thông báo ở: Nghệ An", { exact: false }).first()).toBeVisible();

  // Another province's office does not find it, under any address.
  const stranger = await browser.newContext();
  await signedIn(stranger, { role: "province", province: "p-42" });
  const lost = await (await stranger.newPage()).goto(`/co-quan/thong-bao/${filed}`);
  expect(lost?.status()).toBe(404);

  await desk.getByText("Thu hồi chấp nhận").first().click();
  await desk.getByLabel("Người tuyển đòi tiền người lao động").check();
  await desk.getByRole("button", { name: "Thu hồi chấp nhận" }).click();
  await visitor.goto(asked);
  await expect(visitor.getByText("Chưa được thông báo ở đây")).toBeVisible();
  await form.goto(`/cong-doanh-nghiep/thong-bao/${filed}`);
  await expect(form.getByText("Người tuyển đòi tiền người lao động")).toBeVisible();
});

test("nobody signed in is asked to sign in, and is sent back to the form", async ({ page }) => {
  await page.goto("/cong-doanh-nghiep/thong-bao/moi");
  await expect(page).toHaveURL(/dang-nhap\?next=/);
});
