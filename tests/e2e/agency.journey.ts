// An agency's people on a telephone without scripts: asking for an account, drawing up a contract together, losing nothing.
import { type Browser, type Page, expect, test } from "@playwright/test";
import { type Role, signedIn } from "./signed-in";

const aPdf = {
  ...{ name: "giay-to.pdf", mimeType: "application/pdf" },
  buffer: Buffer.from("%PDF-1.7\n1 0 obj (giay to)\n%%EOF\n"),
};
async function as(browser: Browser, role: Role): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
  await signedIn(context, role);
  return context.newPage();
}
async function fillDay(page: Page, name: string, said: string): Promise<void> {
  const [day = "", month = "", year = ""] = said.split("/");
  for (const [part, value] of Object.entries({ day, month, year })) await page.locator(`#${name}-${part}`).fill(value);
}
const save = (page: Page) => page.getByRole("button", { name: "Lưu", exact: true }).click();

test("a person finds the firm, hands in proof, is told what is wrong at its field, and sees where her request stands", async ({
  browser,
}) => {
  const page = await as(browser, { role: "person" });
  await page.goto("/cong-doanh-nghiep");
  await page.getByRole("link", { name: "Xin tài khoản cho doanh nghiệp" }).click();
  await page.getByLabel("Số giấy phép, mã số thuế hoặc tên doanh nghiệp").fill("sao mau");
  await page.getByRole("button", { name: "Tìm" }).click();
  await page
    .getByRole("link", { name: /^Chọn / })
    .first()
    .click();
  await page.getByLabel("Chức danh trong doanh nghiệp").fill("Phó giám đốc");
  await page.getByLabel("Số điện thoại liên hệ").fill("không có");
  await page.getByLabel("Giấy tờ chứng minh").setInputFiles(aPdf);
  await page.getByRole("button", { name: "Gửi yêu cầu" }).click();
  await expect(page.getByText("Số điện thoại chưa đúng.").first()).toBeVisible();
  await expect(page.getByLabel("Chức danh trong doanh nghiệp")).toHaveValue("Phó giám đốc");
  await page.getByLabel("Số điện thoại liên hệ").fill("0912 345 678");
  await page.getByLabel("Giấy tờ chứng minh").setInputFiles(aPdf);
  await page.getByRole("button", { name: "Gửi yêu cầu" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Yêu cầu TK-/ })).toBeVisible();
  await expect(page.getByText("Đang chờ cơ quan")).toBeVisible();
  const other = await as(browser, { role: "person" });
  expect((await other.goto(page.url()))?.status()).toBe(404);
});

test("two colleagues edit one contract: what is missing is said, both versions are shown, nothing is lost, and it is handed in", async ({
  browser,
}) => {
  const first = await as(browser, { role: "owner" });
  await first.goto("/cong-doanh-nghiep/hop-dong/moi");
  await first.getByLabel("Đối tác nước ngoài").fill("Klinik Mẫu GmbH");
  await first.getByLabel("Thời hạn hợp đồng lao động (tháng)").fill("hai năm");
  await first.getByRole("button", { name: "Lưu và nộp cho cơ quan" }).click();
  await expect(first.getByLabel("Thời hạn hợp đồng lao động (tháng)")).toHaveValue("hai năm");
  await expect(first.getByText("Nhập thời hạn hợp đồng lao động bằng số tháng.").first()).toBeVisible();
  const address = new URL(first.url()).pathname;

  const second = await as(browser, { role: "recruiter" });
  await second.goto(address);
  await first.getByLabel("Nước, vùng lãnh thổ tiếp nhận").selectOption("DE");
  await first.getByLabel("Nước của đối tác").selectOption("DE");
  await fillDay(first, "validFrom", "1/1/2026");
  await fillDay(first, "validTo", "31/12/2027");
  await first.getByLabel("Nơi làm việc").fill("München");
  await first.getByLabel("Thời hạn hợp đồng lao động (tháng)").fill("24");
  await first.getByLabel("Ai trả vé máy bay").selectOption("foreign_side");
  await first.getByLabel("Ngành nghề", { exact: true }).selectOption("nurse-registered");
  await first.getByLabel("Số lượng").fill("50");
  await first.getByLabel("Lương cơ bản").fill("2.800");
  await first.getByLabel("Loại tiền").fill("EUR");
  await first.getByLabel("Giờ làm mỗi tuần").fill("38");
  await first.getByLabel("Ăn", { exact: true }).selectOption("own_cost");
  await first.getByLabel("Ở", { exact: true }).selectOption("deducted");
  await first.getByLabel("Thêm tệp").setInputFiles(aPdf);
  await save(first);

  await second.getByLabel("Nơi làm việc").fill("Hamburg");
  await save(second);
  await expect(second.getByText("Hai người cùng sửa hợp đồng này").first()).toBeVisible();
  await second.getByLabel("Của bạn: Hamburg").check();
  await second.getByRole("button", { name: "Lưu những gì đã chọn" }).click();
  await expect(second.getByLabel("Nơi làm việc")).toHaveValue("Hamburg");
  await expect(second.getByLabel("Số lượng")).toHaveValue("50");

  await first.goto(address);
  await first.getByRole("button", { name: "Lưu và nộp cho cơ quan" }).click();
  await expect(first.getByText("Đã nộp, đang chờ").first()).toBeVisible();
  await expect(first.getByRole("button", { name: "Lưu", exact: true })).toHaveCount(0);
});

test("signed out while typing: the words stay on the page, and the page of others stays shut", async ({ browser }) => {
  const page = await as(browser, { role: "owner" });
  await page.goto("/cong-doanh-nghiep/hop-dong/moi");
  await page.getByLabel("Đối tác nước ngoài").fill("Không được mất");
  await page.context().clearCookies();
  await save(page);
  await expect(page.getByText(/Bạn đã bị đăng xuất/)).toBeVisible();
  await expect(page.getByLabel("Đối tác nước ngoài")).toHaveValue("Không được mất");
  await page.goto("/cong-doanh-nghiep/hop-dong");
  await expect(page).toHaveURL(/\/dang-nhap\?next=/);
});

test("an owner invites somebody; a recruiter does not find the page", async ({ browser }) => {
  const owner = await as(browser, { role: "owner" });
  await owner.goto("/cong-doanh-nghiep/nhan-vien");
  await expect(owner.getByText(/Chi nhánh không được ký/)).toBeVisible();
  await owner.getByLabel("Họ và tên").fill("Nguyễn Thị Mới");
  await owner.getByLabel("E-mail").fill("moi.nguoi@vi-du.example");
  await owner.getByRole("button", { name: "Gửi lời mời" }).click();
  await expect(owner.getByText("Đã gửi lời mời.")).toBeVisible();
  const recruiter = await as(browser, { role: "recruiter" });
  expect((await recruiter.goto("/cong-doanh-nghiep/nhan-vien"))?.status()).toBe(404);
});
