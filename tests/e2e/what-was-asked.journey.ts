// Somebody is asked for money: line by line, is it lawful, and what now? Nothing typed is lost, and the address keeps the question.
import { expect, test } from "@playwright/test";

test("two things asked for an intern's job in Japan: one above its ceiling, one nobody may ask", async ({ page }) => {
  await page.goto("/phi");
  await page.getByRole("link", { name: /Họ đòi tôi số tiền này/ }).click();
  await page.getByLabel("Đi nước nào").selectOption({ label: "Nhật Bản" });
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByLabel("Chương trình").selectOption({ label: "Thực tập sinh kỹ năng" });
  await page.getByLabel(/Hợp đồng bao nhiêu tháng/).fill("36");
  await page.getByLabel(/Lương cơ bản một tháng/).fill("180.000");
  const first = page.getByRole("group", { name: "Khoản 1" });
  await first.getByLabel("Họ gọi là gì").selectOption({ label: "Tiền dịch vụ, phí dịch vụ của công ty" });
  await first.getByLabel("Bao nhiêu").fill("120 triệu");
  await first.getByLabel("Nộp cho ai").selectOption({ label: "Tài khoản của công ty" });
  await page.getByRole("button", { name: "Thêm một khoản nữa" }).click();

  await expect(first.getByLabel("Bao nhiêu")).toHaveValue("120 triệu");
  await expect(page.getByLabel(/Lương cơ bản một tháng/)).toHaveValue("180.000");
  const second = page.getByRole("group", { name: "Khoản 2" });
  await second.getByLabel("Họ gọi là gì").selectOption({ label: "Tiền đặt chỗ, giữ suất" });
  await second.getByLabel("Bao nhiêu").fill("5tr");
  await page.getByRole("button", { name: "Xem kết quả" }).click();

  await expect(page.getByText("Có 2 khoản không được thu như vậy, trong 2 khoản họ đòi.")).toBeVisible();
  await expect(page.getByText(/^Vượt mức luật cho phép/)).toBeVisible();
  await expect(page.getByText("Không ai được thu khoản này")).toBeVisible();
  await expect(page.getByText("Luật 69/2020/QH14 Điều 26 khoản 2 điểm c")).toBeVisible();
  await page.getByText("Cách tính").first().click();
  await expect(page.getByText(/3 tháng lương × 180\.000/)).toBeVisible();
  await expect(page.getByRole("link", { name: /024\.3824\.9517/ }).first()).toHaveAttribute("href", /^tel:/);

  await page.goto(page.url());
  await expect(page.getByText("Có 2 khoản không được thu như vậy, trong 2 khoản họ đòi.")).toBeVisible();
});

test("a mistyped amount is asked back at its field, with everything still there", async ({ page }) => {
  await page.goto("/phi/bi-doi-tien?market=TW");
  const line = page.getByRole("group", { name: "Khoản 1" });
  await line.getByLabel("Họ gọi là gì").selectOption({ label: "Ký quỹ, đặt cọc" });
  await line.getByLabel("Bao nhiêu").fill("12");
  await page.getByRole("button", { name: "Xem kết quả" }).click();
  await expect(page.getByRole("link", { name: /Khoản 1, Bao nhiêu: Dưới 1\.000/ })).toHaveAttribute(
    "href",
    "#amount-1",
  );
  await expect(line.getByLabel("Bao nhiêu")).toHaveValue("12");
  await expect(line.getByLabel("Họ gọi là gì")).toHaveValue("deposit");
});
