// A villager holds a business card: whatever is on it, one plain answer, today or on a past day.
import { expect, test } from "@playwright/test";

const ask = async (page: import("@playwright/test").Page, text: string) => {
  await page.goto("/kiem-tra");
  await page.getByRole("searchbox").first().fill(text);
  await page.getByRole("button", { name: "Kiểm tra" }).click();
};

test("by licence number however it is typed, telephone, website and name", async ({ page, request }) => {
  const { agencies } = (await (await request.get("/api/v1/agencies?status=licensed&pageSize=1")).json()) as {
    agencies: { slug: string; nameVi: string; phone: string; website: string; licences?: { number: string }[] }[];
  };
  const agency = agencies[0];
  if (!agency) throw new Error("no agency");
  const profile = (await (await request.get(`/api/v1/agencies/${agency.slug}`)).json()) as {
    licences: { number: string }[];
    phone: string;
    website: string;
    enterpriseCode: string;
    nameVi: string;
  };
  const number = profile.licences[0]?.number ?? "";
  const typed = [
    number,
    number.toLowerCase().replace("đ", "d").replace("-", " "),
    profile.phone,
    profile.website,
    profile.enterpriseCode,
    profile.nameVi,
  ];
  for (const text of typed) {
    await ask(page, text);
    await expect(page.getByText(/được phép đưa lao động đi làm việc ở nước ngoài/).first(), text).toBeVisible();
    await expect(page.getByText(profile.nameVi).first()).toBeVisible();
  }
});

test("a revoked licence: revoked today with its decision, licensed on a day before", async ({ page, request }) => {
  const { agencies } = (await (await request.get("/api/v1/agencies?status=revoked&pageSize=1")).json()) as {
    agencies: { slug: string }[];
  };
  const profile = (await (await request.get(`/api/v1/agencies/${agencies[0]?.slug}`)).json()) as {
    licences: { number: string; issuedOn: string | null }[];
  };
  const licence = profile.licences[0];
  await ask(page, licence?.number ?? "");
  await expect(page.getByText(/thu hồi/).first()).toBeVisible();
  const [year = "", month = "", day = ""] = (licence?.issuedOn ?? "").split("-");
  await page.goto(
    `/kiem-tra?q=${encodeURIComponent(licence?.number ?? "")}&on-day=${day}&on-month=${month}&on-year=${year}`,
  );
  await expect(page.getByText(new RegExp(`${day}/${month}/${year}`)).first()).toBeVisible();
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
