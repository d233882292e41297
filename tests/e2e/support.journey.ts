// She asks what the state pays and what a loan would cost; what she tells of herself stays in her browser.
import { type Page, expect, test } from "@playwright/test";

const answer = async (page: Page) => {
  await page.getByRole("button", { name: "Xem kết quả" }).click();
};
const openQuestions = (page: Page) => page.getByText("Sửa câu trả lời").click();
const situationIn = async (page: Page) =>
  (await page.context().cookies()).find((cookie) => cookie.name === "situation") ?? null;

test("a poor household sees nine grants, the loan month by month, and nothing of her in the address", async ({
  page,
}) => {
  await page.goto("/ho-tro");
  await page.getByLabel("Hộ nghèo").check();
  await page.getByLabel("Bạn ở xã, phường nào?").fill("nghi loc, nghe an");
  await page
    .getByRole("group", { name: /đã từng được Nhà nước hỗ trợ/ })
    .getByLabel("Không", { exact: true })
    .check();
  await page.getByLabel("Hộ chiếu").check();
  await page.getByLabel("Bạn sẽ học bao lâu").fill("6");
  await page.getByLabel("Bạn định đi chương trình nào?").selectOption("JP_TTS");
  await page.getByLabel("Hợp đồng dài bao nhiêu tháng?").fill("36");
  await page.getByLabel("Chi phí hợp pháp").fill("36 triệu");
  await page.getByLabel("Vay mức cao nhất có thể").check();
  await answer(page);

  await expect(page.getByText("Bạn được Nhà nước hỗ trợ 9 khoản")).toBeVisible();
  await expect(page.getByText("6.000.000–9.000.000 ₫")).toBeVisible();
  // 1,000,000 a month and 36 · 5,500 of interest; in all 5,500 · 666.
  await expect(page.getByText("1.198.000 ₫").filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText("3.663.000 ₫").filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText("chưa đối chiếu").first()).toBeVisible();
  await expect(page.getByText("Xã Nghi Lộc, Tỉnh Nghệ An").first()).toBeVisible();

  const { searchParams } = new URL(page.url());
  expect([...searchParams.keys()].sort()).toEqual(["cost", "months", "programme"]);
  expect(await situationIn(page)).toMatchObject({ httpOnly: true, sameSite: "Lax" });

  await page.getByRole("button", { name: "Xóa mọi câu trả lời" }).click();
  expect(await situationIn(page)).toBeNull();
});

test("what cannot be read is told at its field, and everything typed is still there", async ({ page }) => {
  await page.goto("/ho-tro");
  await page.getByLabel("Hộ cận nghèo").check();
  await page.getByLabel("Không thuộc nhóm nào").check();
  await page.getByLabel("Bạn ở xã, phường nào?").fill("phu my");
  await page.getByLabel("Bạn sẽ học bao lâu").fill("sáu");
  await page.getByLabel("Hợp đồng dài bao nhiêu tháng?").fill("0");
  await page.getByLabel("Vay một số tiền").check();
  await page.getByLabel("Số tiền muốn vay").fill("nhiều");
  await answer(page);

  await expect(page.getByRole("alert").filter({ hasText: "cần sửa" }).getByRole("link")).toHaveCount(5);
  await expect(page.getByLabel("Hộ cận nghèo")).toBeChecked();
  await expect(page.getByLabel("Bạn ở xã, phường nào?")).toHaveValue("phu my");
  await expect(page.getByLabel("Bạn sẽ học bao lâu")).toHaveValue("sáu");
  await expect(page.getByLabel("Hợp đồng dài bao nhiêu tháng?")).toHaveValue("0");
  await expect(page.getByLabel("Số tiền muốn vay")).toHaveValue("nhiều");
  expect(await situationIn(page)).toBeNull();

  await page.getByLabel("Không thuộc nhóm nào").uncheck();
  const which = page.getByLabel("Bạn ở nơi nào?");
  await which.selectOption({ index: 1 });
  await page.getByLabel("Bạn sẽ học bao lâu").fill("4,5");
  await page.getByLabel("Hợp đồng dài bao nhiêu tháng?").fill("24");
  await page.getByLabel("Số tiền muốn vay").fill("80 triệu");
  await answer(page);
  await expect(page.getByRole("heading", { name: "Kết quả của bạn" })).toBeVisible();
  await openQuestions(page);
  await expect(page.getByLabel("Bạn ở xã, phường nào?")).toHaveValue(/Phú Mỹ/);
  await expect(page.getByLabel("Bạn sẽ học bao lâu")).toHaveValue("4,5");
});

test("somebody helped before is told so, with the reason", async ({ page }) => {
  await page.goto("/ho-tro");
  await page.getByLabel("Người dân tộc thiểu số").check();
  await page
    .getByRole("group", { name: /đã từng được Nhà nước hỗ trợ/ })
    .getByLabel("Có", { exact: true })
    .check();
  await answer(page);
  await expect(page.getByText("bạn không được hỗ trợ chi phí")).toBeVisible();
  await expect(page.getByText("mỗi người chỉ được một lần").first()).toBeVisible();
});

test("another site cannot write into the cookie, and no address leads elsewhere", async ({ request, baseURL }) => {
  const form = { block: "groups", group: "poor", next: "//elsewhere.example/ho-tro" };
  const foreign = await request.post("/api/situation", {
    form,
    headers: { Origin: "https://elsewhere.example" },
    maxRedirects: 0,
  });
  expect(foreign.status()).toBe(403);
  const own = await request.post("/api/situation", { form, headers: { Origin: baseURL ?? "" }, maxRedirects: 0 });
  expect(own.status()).toBe(303);
  expect(own.headers().location).toMatch(/^\/(#|$)/);
});
