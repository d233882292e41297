// Somebody offered her work: she checks the number, reports it without a name, follows her case; an officer decides; the next who asks is told.
import { type Browser, type Page, expect, test } from "@playwright/test";
import { signedIn } from "./signed-in";

const photo = {
  ...{ name: "tin-nhan.png", mimeType: "image/png" },
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};
/** A number nobody else in this run reports. */
const aPhone = () => `09${String(Math.floor(Math.random() * 1e8)).padStart(8, "1")}`.replace(/^09[^1-9]/, "091");
const sentence = (page: Page) => page.locator("main .text-subheading.font-bold").first();
const check = async (page: Page, q: string) => {
  await page.goto("/kiem-tra/lien-he");
  await page.getByLabel("Số điện thoại, đường dẫn").fill(q);
  await page.getByRole("button", { name: "Kiểm tra" }).click();
};

async function report(page: Page, phone: string, province?: string): Promise<{ number: string; code: string }> {
  await page.goto("/phan-anh/moi");
  await page.getByLabel("Chuyện gì đã xảy ra?").fill("Bảo nộp 20 triệu giữ chỗ. <script>window.hacked = 1</script>");
  await page.getByLabel("Số điện thoại, Zalo").fill(`zalo.me/${phone}`);
  await page.getByLabel("Tên người đó").fill("Trần Văn Hành Trình");
  await page.getByLabel("Số tiền").fill("20 triệu");
  if (province) await page.getByLabel("Ở tỉnh, thành phố nào?").selectOption({ label: province });
  await page.getByLabel("Ảnh tin nhắn").setInputFiles([photo]);
  await page.getByRole("button", { name: "Gửi phản ánh" }).click();
  const received = await page.getByText("Đã nhận. Số hồ sơ của bạn").innerText();
  const told = await page.getByText("Mã bí mật: ").first().innerText();
  return { number: /PA-\d{4}-\w{8}/.exec(received)?.[0] ?? "", code: /\w{4}-\w{4}-\w{4}/.exec(told)?.[0] ?? "" };
}
const without = async (browser: Browser) =>
  browser.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });

test("unknown, then reported, then confirmed: the first sentence says which, and never a person's name", async ({
  browser,
}) => {
  const page = await without(browser);
  const phone = aPhone();
  await check(page, phone);
  await expect(sentence(page)).toContainText("Chưa rõ");
  await expect(sentence(page)).toContainText("đừng nộp tiền");

  const { number, code } = await report(page, phone, "Nghệ An");
  expect(page.url()).not.toContain(code);
  await expect(page.getByText("Còn 24 giờ")).toBeVisible();
  await expect(page.getByText("Sở Nội vụ Nghệ An").first()).toBeVisible();
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);

  await check(page, phone);
  await expect(sentence(page)).toContainText("1 báo cáo, chưa xác minh");
  await expect(page.getByText("Trần Văn")).toHaveCount(0);

  const desk = await browser.newPage();
  await signedIn(desk.context(), { role: "ministry" });
  await desk.goto(`/co-quan/phan-anh/${number}`);
  await desk.getByRole("button", { name: "Bắt đầu xử lý" }).click();
  await desk.getByLabel("Xác nhận là giả mạo").check();
  await desk.getByLabel("Lý do", { exact: true }).fill("Đã gọi và đối chiếu với doanh nghiệp.");
  await desk.getByRole("button", { name: "Kết luận hồ sơ" }).click();
  await expect(desk.getByText("Hiện nay: Xác nhận là giả mạo")).toBeVisible();
  await desk.goto("/co-quan/phan-anh/tong-hop");
  await expect(desk.getByRole("rowheader", { name: "Tổng" })).toBeVisible();

  await check(page, `+84 ${phone.slice(1)}`);
  await expect(sentence(page)).toContainText("đã bị báo là giả mạo");
  await page.goto(`/phan-anh/ho-so/${number}`);
  await expect(page.getByText("Đã gọi và đối chiếu với doanh nghiệp.").first()).toBeVisible();
  await desk.context().close();
});

test("without the code a case is closed; with it, typed carelessly, it opens, takes more and is taken back", async ({
  browser,
}) => {
  const page = await without(browser);
  const { number, code } = await report(page, aPhone());
  const other = await browser.newPage({ javaScriptEnabled: false });
  const closed = await other.goto(`/phan-anh/ho-so/${number}`);
  expect(closed?.status()).toBe(404);
  await other.getByLabel("Mã bí mật").fill("AAAA-AAAA-AAAA");
  await other.getByRole("button", { name: "Mở hồ sơ" }).click();
  await expect(other.getByText("không đúng").first()).toBeVisible();
  await other.getByLabel("Số hồ sơ").fill(number.toLowerCase());
  await other.getByLabel("Mã bí mật").fill(code.toLowerCase().replaceAll("-", " "));
  await other.getByRole("button", { name: "Mở hồ sơ" }).click();
  await other.getByLabel("Viết thêm").fill("Họ vừa đổi số.");
  await other.getByRole("button", { name: "Gửi thêm" }).click();
  await expect(other.getByText("Họ vừa đổi số.")).toBeVisible();
  await other.getByText("Rút phản ánh", { exact: true }).click();
  await other.getByRole("button", { name: "Rút phản ánh này" }).click();
  await expect(other.getByText("Bạn đã rút phản ánh này.")).toBeVisible();
});

test("an officer of another province does not find the report; two officers of its own do not decide it twice", async ({
  browser,
}) => {
  const page = await without(browser);
  const { number } = await report(page, aPhone(), "Nghệ An");
  const elsewhere = await browser.newPage();
  await signedIn(elsewhere.context(), { role: "province", province: "p-79" });
  expect((await elsewhere.goto(`/co-quan/phan-anh/${number}`))?.status()).toBe(404);

  const office = await browser.newContext();
  await signedIn(office, { role: "ministry" });
  const [desk, second] = [await office.newPage(), await office.newPage()];
  for (const one of [desk, second]) {
    await one.goto(`/co-quan/phan-anh/${number}`);
    await one.getByLabel("Chưa đủ căn cứ").check();
    await one.getByLabel("Lý do", { exact: true }).fill("Không đủ căn cứ để kết luận.");
  }
  await desk.getByRole("button", { name: "Kết luận hồ sơ" }).click();
  await expect(desk.getByText("Hiện nay: Chưa đủ căn cứ")).toBeVisible();
  await second.getByRole("button", { name: "Kết luận hồ sơ" }).click();
  await expect(second.getByText("Người khác vừa kết luận hồ sơ này.").first()).toBeVisible();
});
