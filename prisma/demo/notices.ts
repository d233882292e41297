// Invented recruitment notices, one story each: accepted for today, for a commune alone, for later, waiting, refused, withdrawn, taken back, and
// one order announced wherever it recruits. Written through the commands; each is marked demo, for its order is.
import { addOffice } from "@/domain/accounts/commands";
import { systemActor, type AgencyStaff, type Officer } from "@/domain/kernel/actor";
import { type Day, addDays } from "@/domain/kernel/calendar";
import { localitiesIn } from "@/domain/localities/queries";
import { fullName, provinceOf, provinces, shortName } from "@/domain/localities/rules";
import { acceptNotice, fileNotices, refuseNotice, withdrawNotice } from "@/domain/notices/commands";
import { judgeOrders } from "@/domain/orders/commands";
import { db } from "@/platform/db";

const actor = systemActor("demo");
const nobody = "00000000-0000-4000-8000-00000000d300";
const people = [
  "Đoàn Thị Hạnh",
  "Bùi Quốc Việt",
  "Tạ Thị Ngân",
  "Cao Văn Tiến",
  "Lâm Thị Thoa",
  "Hà Đức Long",
  "Tô Thị Quyên",
  "Võ Minh Khang",
];
const within = (name: string): string => name.replace(/^./u, (letter) => letter.toLowerCase());

async function officerOf(province: string): Promise<Officer> {
  const unit = provinceOf(province);
  const name = `Sở Nội vụ ${unit ? within(fullName(unit)) : province} (dữ liệu mẫu)`;
  const known = await db.office.findFirst({ where: { demo: true, name }, select: { id: true } });
  const place = { kind: "authority" as const, level: "province" as const, name, province, commune: null, demo: true };
  const { id: officeId } = known ?? (await addOffice(actor, place));
  return {
    kind: "officer",
    id: nobody,
    name: "Cán bộ (dữ liệu mẫu)",
    officeId,
    level: "province",
    province,
    commune: null,
  };
}

const staffOf = (agencyId: string): AgencyStaff => ({
  ...{ kind: "agency_staff", id: nobody, name: "Nhân viên (dữ liệu mẫu)", agencyId, role: "recruiter", branchId: null },
});

type Order = { reference: string; agencyId: string; provinces: string[]; deadlineOn: Date | null };

/** Open orders of different firms that say where they recruit, and have weeks to go. */
async function ordersWithPlaces(today: Day, take: number): Promise<Order[]> {
  const rows = await db.jobOrder.findMany({
    where: {
      demo: true,
      public: { isNot: null },
      agencyId: { not: null },
      deadlineOn: { gte: new Date(addDays(today, 30)) },
    },
    select: { reference: true, agencyId: true, provinces: true, nationwide: true, deadlineOn: true },
    orderBy: { reference: "asc" },
  });
  const perFirm = new Map<string, Order>();
  for (const { agencyId, nationwide: _, ...row } of rows)
    if (agencyId && row.provinces.length > 0 && !perFirm.has(agencyId)) perFirm.set(agencyId, { ...row, agencyId });
  return [...perFirm.values()].slice(0, take);
}

type Story = "accepted" | "everywhere" | "commune" | "later" | "waiting" | "refused" | "withdrawn" | "revoked";
const stories: readonly Story[] = [
  ...(["accepted", "everywhere", "commune", "waiting", "later", "accepted"] as const),
  ...(["refused", "accepted", "waiting", "withdrawn", "revoked", "everywhere"] as const),
];

async function tell(story: Story, order: Order, n: number, today: Day): Promise<number> {
  const staff = staffOf(order.agencyId);
  const wanted = story === "everywhere" ? order.provinces : order.provinces.slice(0, 1);
  const [first = ""] = wanted;
  const communes = story === "commune" ? (await localitiesIn(first, today)).slice(0, 1) : [];
  const [fromOn, toOn] =
    story === "later" ? [addDays(today, 7), addDays(today, 20)] : [addDays(today, -2), addDays(today, 25)];
  const place = communes[0]?.fullName ?? shortName(provinceOf(first) ?? { name: first });
  const filed = await fileNotices(staff, {
    ...{ orderReference: order.reference, provinces: wanted, communes: communes.map(({ id }) => id), fromOn, toOn },
    venues: [`Trung tâm văn hóa ${place}, 8 giờ đến 16 giờ`],
    recruiters: [0, 1].map((i) => ({
      name: people[(n + i) % people.length] ?? "",
      phone: `0900 001 ${String(100 + 2 * n + i)}`,
    })),
  });
  for (const { reference, province } of filed) {
    const officer = await officerOf(province);
    if (["accepted", "everywhere", "commune", "later", "revoked"].includes(story))
      await acceptNotice(officer, { reference });
    if (story === "withdrawn") await withdrawNotice(staff, { reference });
    if (story === "refused")
      await refuseNotice(officer, { reference, reasons: ["venueNotAllowed", "recruiterNotStaff"] });
    if (story === "revoked")
      await refuseNotice(officer, {
        ...{
          reference,
          reasons: ["recruiterAsksMoney"],
          note: "Có phản ánh người tuyển đòi tiền đặt cọc (dữ liệu mẫu).",
        },
      });
  }
  return filed.length;
}

/** One story an order; a site that has notices is left as it is. */
export async function recordNotices(today: Day): Promise<number> {
  if (provinces.length === 0 || (await db.recruitmentNotice.count({ where: { demo: true } })) > 0) return 0;
  const orders = await ordersWithPlaces(today, stories.length);
  let filed = 0;
  for (const [n, order] of orders.entries()) filed += await tell(stories[n] ?? "accepted", order, n, today);
  await judgeOrders(actor, { notices: { some: {} }, status: "published" });
  return filed;
}
