// An officer's desk: one list of what waits, an answer field by field, an approval with number and day.
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

async function asked(browser: Browser): Promise<{ person: Page; reference: string }> {
  const person = await as(browser, { role: "person" });
  await person.goto("/cong-doanh-nghiep/dang-ky?q=sao+mau");
  await person
    .getByRole("link", { name: /^Chọn / })
    .first()
    .click();
  await person.getByLabel("Chức danh trong doanh nghiệp").fill("Phó giám đốc");
  await person.getByLabel("Số điện thoại liên hệ").fill("0912 345 678");
  await person.getByLabel("Giấy tờ chứng minh").setInputFiles(aPdf);
  await person.getByRole("button", { name: "Gửi yêu cầu" }).click();
  const title = await person.getByRole("heading", { level: 1 }).innerText();
  return { person, reference: title.replace("Yêu cầu ", "") };
}

test("a request stands on the desk, goes back with a reason at its field, is mended, and is approved", async ({
  browser,
}) => {
  const { person, reference } = await asked(browser);
  const officer = await as(browser, { role: "ministry" });
  const open = async () => {
    await officer.goto("/co-quan?kind=account");
    await officer.getByRole("listitem").filter({ hasText: reference }).getByRole("link").click();
  };
  await officer.goto("/co-quan");
  await expect(officer.getByText(`Yêu cầu tài khoản ${reference}`)).toBeVisible();
  await open();
  await officer.getByText("Trả lại để sửa, ghi rõ từng mục").click();
  await officer.getByRole("button", { name: "Trả lại", exact: true }).click();
  await expect(officer.getByText("Ghi ít nhất một lý do.").first()).toBeVisible();
  await officer.getByLabel(/^Chức danh/).fill("Ghi đúng chức danh");
  await officer.getByRole("button", { name: "Trả lại", exact: true }).click();
  await expect(officer.getByText("Đã trả lại để sửa.")).toBeVisible();

  await person.reload();
  await expect(person.getByText("Ghi đúng chức danh").first()).toBeVisible();
  await person.getByLabel("Chức danh trong doanh nghiệp").fill("Giám đốc");
  await person.getByRole("button", { name: "Gửi lại" }).click();
  await expect(person.getByText("Đang chờ cơ quan")).toBeVisible();
  await open();
  await officer.getByRole("button", { name: "Chấp thuận", exact: true }).click();
  await expect(officer.getByText("Đã chấp thuận.")).toBeVisible();
  await person.reload();
  await expect(person.getByText("Đã chấp thuận").first()).toBeVisible();
});

test("each office sees its own: a province's desk decides no contracts, a commune's has no accounts, a person has no desk", async ({
  browser,
}) => {
  const province = await as(browser, { role: "province", province: "01" });
  await province.goto("/co-quan/hop-dong");
  await expect(province.getByText(/ở đây chỉ xem/)).toBeVisible();
  const commune = await as(browser, { role: "commune", province: "01", commune: "00004" });
  await commune.goto("/co-quan");
  await expect(commune.getByRole("link", { name: "Tài khoản", exact: true })).toHaveCount(0);
  await commune.goto("/co-quan/tai-khoan");
  await expect(commune.getByText("Không có yêu cầu nào đang chờ.")).toBeVisible();
  const person = await as(browser, { role: "person" });
  expect((await person.goto("/co-quan"))?.status()).toBe(404);
});
