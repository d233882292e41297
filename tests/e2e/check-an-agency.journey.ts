// A villager holds a business card: whatever is on it, one plain answer, today or on a past day.
import { type APIRequestContext, type Page, expect, test } from "@playwright/test";

const ask = async (page: Page, text: string) => {
  await page.goto("/kiem-tra");
  await page.getByRole("searchbox").first().fill(text);
  await page.getByRole("button", { name: "Kiểm tra" }).click();
};

type Agency = {
  slug: string;
  nameVi: string;
  phone: string;
  website: string;
  enterpriseCode: string;
  licences: { number: string; issuedOn: string }[];
};
async function anAgency(request: APIRequestContext, status: string): Promise<Agency> {
  const { agencies } = (await (await request.get(`/api/v1/agencies?status=${status}&pageSize=1`)).json()) as {
    agencies: Agency[];
  };
  const { agency } = (await (await request.get(`/api/v1/agencies/${agencies[0]?.slug}`)).json()) as { agency: Agency };
  return agency;
}

test("by licence number however it is typed, telephone, website, tax code and name", async ({ page, request }) => {
  const agency = await anAgency(request, "licensed");
  const number = agency.licences[0]?.number ?? "";
  const carelessly = number.toLowerCase().replace("đ", "d").replace("-", " ");
  for (const text of [number, carelessly, agency.phone, agency.website, agency.enterpriseCode, agency.nameVi]) {
    await ask(page, text);
    await expect(page.getByText(/được phép đưa lao động đi làm việc ở nước ngoài/).first(), text).toBeVisible();
    await expect(page.getByText(agency.nameVi).filter({ visible: true }).first()).toBeVisible();
  }
});

test("a revoked licence: revoked today with its decision, licensed on a day before", async ({ page, request }) => {
  const { licences } = await anAgency(request, "revoked");
  const { number = "", issuedOn = "" } = licences[0] ?? {};
  await ask(page, number);
  await expect(page.getByText(/thu hồi/).first()).toBeVisible();
  await expect(page.getByText(/QĐ/).first()).toBeVisible();
  const [year = "", month = "", day = ""] = issuedOn.split("-");
  await page.goto(`/kiem-tra?q=${encodeURIComponent(number)}&on-day=${day}&on-month=${month}&on-year=${year}`);
  await expect(page.getByText(/được phép đưa lao động đi làm việc ở nước ngoài/).first()).toBeVisible();
});

test("a provincial employment-service number is recognised and explained", async ({ page }) => {
  await ask(page, "18/2024/SLĐTBXH-GP");
  await expect(page.getByText(/dịch vụ việc làm/).first()).toBeVisible();
});

test("a name nobody knows is unknown, not unlicensed", async ({ page }) => {
  await ask(page, "Công ty Zyxwv Không Đâu");
  await expect(page.getByText(/không có trong dữ liệu/i).first()).toBeVisible();
});

test("a day that does not exist is told at the field, and what was typed stays", async ({ page }) => {
  await page.goto("/kiem-tra?q=9001&on-day=31&on-month=2&on-year=2024");
  await expect(page.getByRole("searchbox").first()).toHaveValue("9001");
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
});
