// People sign in, with and without scripts: as somebody invented on a demo, newly registered, with a forgotten password; and what somebody
// else's page or link cannot do.
import { type Page, expect, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { plant, signedIn, siteClock } from "./signed-in";

const anEmail = () => `nguoi.${Math.random().toString(36).slice(2, 10)}@vi-du.example`;
const password = "mùa gặt năm ấy mưa to";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const heading = (page: Page, name: string) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
/** The letter a demo shows to the browser that asked for it. */
const letter = async (page: Page) => {
  const shown = page.getByRole("region", { name: "Thư mẫu" });
  const text = await shown.innerText();
  const link = await shown.getByRole("link", { name: "Mở đường dẫn" }).getAttribute("href");
  return { code: /Mã của bạn: (\d{6})/.exec(text)?.[1] ?? "", path: new URL(link ?? "", page.url()) };
};

test("from the header to her account as an invented officer, with the second step, and out again", async ({ page }) => {
  await page.goto("/dang-nhap?next=/tai-khoan");
  await page.getByRole("button", { name: /Đăng nhập: Phan Thanh Bình/ }).click();
  await heading(page, "Bước hai");
  // Another of these journeys may have used the present code in the same half minute.
  for (let tries = 0; tries < 4; tries += 1) {
    const code = /mã lúc này là (\d{6})/.exec(await page.getByRole("status").innerText())?.[1];
    if (code) {
      await page.getByLabel("Mã trên điện thoại").fill(code);
      await press(page, "Tiếp tục");
      if (!page.url().includes("buoc-hai")) break;
    } else await page.waitForTimeout(15_000);
    await page.goto("/dang-nhap/buoc-hai?next=/tai-khoan");
  }
  await heading(page, "Tài khoản của bạn");
  await expect(page.getByText("Cán bộ cơ quan quản lý")).toBeVisible();
  await press(page, "Đăng xuất");
  await heading(page, "Đăng nhập");
  await page.goto("/tai-khoan");
  await expect(page).toHaveURL(/\/dang-nhap\?next=%2Ftai-khoan$/);
});

test("she registers, confirms with the code, ends another device, and changes her password", async ({
  page,
  browser,
}) => {
  const email = anEmail();
  await page.goto("/dang-nhap/dang-ky");
  await page.getByLabel("Họ và tên").fill("Vũ Thị Hường");
  await page.getByLabel("E-mail hoặc số điện thoại").fill(email);
  await page.getByLabel("Mật khẩu").fill("matkhau123");
  await press(page, "Tạo tài khoản");
  await expect(page.getByText("nhiều người dùng").first()).toBeVisible();
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Vũ Thị Hường");
  await expect(page.getByLabel("E-mail hoặc số điện thoại")).toHaveValue(email);
  await page.getByLabel("Mật khẩu").fill(password);
  await press(page, "Tạo tài khoản");
  await heading(page, "Nhập mã");
  await page.getByLabel("Mã 6 chữ số").fill("000000");
  const { code } = await letter(page);
  await press(page, "Tiếp tục");
  await expect(page.getByText("Mã chưa đúng").first()).toBeVisible();
  await page.getByLabel("Mã 6 chữ số").fill(code);
  await press(page, "Tiếp tục");
  await heading(page, "Tài khoản của bạn");

  const elsewhere = await browser.newContext({
    baseURL: new URL(page.url()).origin,
    javaScriptEnabled: false,
  });
  const other = await elsewhere.newPage();
  await other.goto("/dang-nhap");
  await other.getByLabel("E-mail hoặc số điện thoại").first().fill(email);
  await other.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await press(other, "Đăng nhập");
  await heading(other, "Tài khoản của bạn");
  await page.reload();
  await press(page, "Đăng xuất thiết bị này");
  await other.goto("/tai-khoan");
  await heading(other, "Đăng nhập");
  await elsewhere.close();

  await page.getByLabel("Mật khẩu hiện tại").fill("không phải");
  await page.getByLabel("Mật khẩu mới").fill("đồng lúa chín vàng mùa này");
  await press(page, "Đổi mật khẩu");
  await expect(page.getByText("Mật khẩu hiện tại chưa đúng").first()).toBeVisible();
  await page.getByLabel("Mật khẩu hiện tại").fill(password);
  await page.getByLabel("Mật khẩu mới").fill("đồng lúa chín vàng mùa này");
  await press(page, "Đổi mật khẩu");
  await expect(page.getByText("Đã đổi mật khẩu")).toBeVisible();
});

test("a forgotten password is set anew; the link works once, and an unknown address gets the same page", async ({
  page,
  context,
}) => {
  const { email } = await plant({ role: "person" });
  await page.goto("/dang-nhap/mat-khau-moi");
  await page.getByLabel("E-mail hoặc số điện thoại").fill(email);
  await press(page, "Gửi đường dẫn");
  await heading(page, "Hãy xem thư");
  const { path } = await letter(page);
  await page.goto(path.pathname + path.search);
  await page.getByLabel("Mật khẩu mới").fill("đồng lúa chín vàng mùa này");
  await press(page, "Lưu mật khẩu");
  await heading(page, "Tài khoản của bạn");
  await page.goto(path.pathname + path.search);
  await heading(page, "Đường dẫn không còn dùng được");
  await context.clearCookies();
  await page.goto("/dang-nhap/mat-khau-moi");
  await page.getByLabel("E-mail hoặc số điện thoại").fill(anEmail());
  await press(page, "Gửi đường dẫn");
  await heading(page, "Hãy xem thư");
  await expect(page.getByText("Thư mẫu")).toHaveCount(0);
});

test("somebody with a role sets up the second step: picture, key, codes shown once", async ({ page, context }) => {
  await signedIn(context, { role: "person" });
  await page.goto("/tai-khoan/buoc-hai");
  await press(page, "Bắt đầu cài");
  await expect(page.getByRole("img", { name: /Hình để quét/ })).toBeVisible();
  const key = (await page.locator("strong.figures").innerText()).replace(/\s/g, "");
  await page.getByLabel("Mã 6 chữ số").fill("000000");
  await press(page, "Bật bước hai");
  await expect(page.getByText("Mã chưa đúng").first()).toBeVisible();
  const at = siteClock();
  await page.getByLabel("Mã 6 chữ số").fill(new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at }));
  await press(page, "Bật bước hai");
  await heading(page, "Mã dự phòng của bạn");
  await expect(page.locator("main li")).toHaveCount(10);
  await press(page, "Tôi đã ghi lại");
  await page.goto("/tai-khoan/buoc-hai");
  await heading(page, "Bước hai đang bật");
});

test("what follows a sign-in never leads to another site", async ({ page }) => {
  for (const next of [
    "https://elsewhere.example/",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/%09/elsewhere.example",
    "/.//elsewhere.example",
    "javascript:alert(1)",
  ]) {
    await page.goto(`/dang-nhap?next=${encodeURIComponent(next)}`);
    const carried = page.locator('input[name="next"]').first();
    const value = (await carried.count()) > 0 ? await carried.getAttribute("value") : null;
    expect(new URL(value ?? "/", page.url()).origin, next).toBe(new URL(page.url()).origin);
  }
});

test("another site's form is not taken, and a signed-in page is kept by nobody", async ({ page, context, request }) => {
  await signedIn(context, { role: "person" });
  const answer = await page.goto("/tai-khoan");
  expect(answer?.headers()["cache-control"]).toMatch(/no-store/);
  expect(await page.locator('meta[name="robots"]').getAttribute("content")).toMatch(/noindex/);
  await heading(page, "Tài khoản của bạn");
  const id = await page
    .locator('form:has(button:text-is("Đăng xuất")) input[name^="$ACTION_ID_"]')
    .getAttribute("name");
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const forged = await request.post("/tai-khoan", {
    multipart: { [id ?? ""]: "" },
    headers: { Origin: "https://elsewhere.example", Cookie: cookie },
    maxRedirects: 0,
    failOnStatusCode: false,
  });
  expect(forged.status()).toBeGreaterThanOrEqual(400);
  await page.reload();
  await heading(page, "Tài khoản của bạn");
});

test("a forged, altered or foreign cookie is nobody", async ({ page, context }) => {
  const { cookie } = await signedIn(context, { role: "ministry" });
  const [key, token = ""] = cookie.value.split(/\.(.*)/s);
  for (const value of [
    `${key}.${token.slice(0, -3)}abc`,
    `ZZZZ.${token}`,
    "x",
    `${key}.`,
    "01a2098b-ff9f-75c8-8aec-5e1e5e80ee41",
  ]) {
    await context.addCookies([
      {
        name: cookie.name,
        value,
        url: page.url() === "about:blank" ? (process.env.SITE ?? "http://localhost:3456") : new URL(page.url()).origin,
      },
    ]);
    await page.goto("/tai-khoan");
    await heading(page, "Đăng nhập");
  }
});
