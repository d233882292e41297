// Fills the bench's own database and index, measuring as it goes; answers in a file what the rest of the bench needs.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemActor } from "@/domain/kernel/actor";
import { dayOf } from "@/domain/kernel/calendar";
import { importRegister } from "@/domain/licences/commands";
import { seedLocalities } from "@/domain/localities/seed";
import { importOrders } from "@/domain/orders/commands";
import { isListed } from "@/domain/orders/queries";
import { ensureIndexes, makeSearchKey, rebuildOrders } from "@/domain/search/commands";
import { now } from "@/platform/clock";
import { db, disconnect, writableDb } from "@/platform/db";
import { makeDemo } from "@/prisma/demo/demo";
import { progress } from "@/scripts/progress";

const [, , ordersText = "1000", answerFile = ""] = process.argv;
const orders = Number(ordersText);
const actor = systemActor("bench");

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

/** Plain files such as an office keeps them, 2,000 rows each. */
function files(folder: string, rows: number) {
  const orderRows = Array.from({ length: rows }, (_, i) =>
    [
      `B-${i}`,
      "Nhật Bản",
      "JP_TTS",
      "food-processing-worker",
      `Chế biến thực phẩm số ${i}`,
      `Nhà máy ${i} (mẫu)`,
      10 + (i % 30),
      "nữ",
      18,
      35,
      "JPY",
      165_000 + (i % 40) * 500,
      36,
    ].join(","),
  );
  const head =
    "Mã,Thị trường,Chương trình,Nghề,Tên đơn hàng,Chủ sử dụng,Số lượng,Giới tính,Tuổi từ,Tuổi đến,Tiền tệ,Lương cơ bản,Thời hạn";
  const firms = Array.from({ length: rows }, (_, i) =>
    [i + 1, `Công ty Đo Tốc Độ ${i} (dữ liệu mẫu)`, `${10_000 + i}/LĐTBXH-GP`, "12/03/2020"].join(","),
  );
  const orderFile = join(folder, "don-hang.csv");
  const firmFile = join(folder, "danh-sach.csv");
  writeFileSync(orderFile, [head, ...orderRows].join("\n"));
  writeFileSync(firmFile, ["STT,Tên doanh nghiệp,Số giấy phép,Ngày cấp", ...firms].join("\n"));
  return { orderFile, firmFile };
}

async function importRates(rows: number) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const { orderFile, firmFile } = files(folder, rows);
    const first = await seconds(() => importOrders(actor, { file: orderFile, source: "bench" }));
    const again = await seconds(() => importOrders(actor, { file: orderFile, source: "bench" }));
    const asOf = dayOf(now());
    const register = await seconds(() =>
      importRegister(actor, { file: firmFile, source: "bench", asOf, official: false }),
    );
    return {
      rows,
      orderRowsPerSecond: rows / first,
      sameOrderRowsPerSecond: rows / again,
      registerRowsPerSecond: rows / register,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await writableDb.$transaction((tx) => seedLocalities(tx));
const bar = progress(`${orders} orders`, orders);
const report = await makeDemo({ orders, onProgress: bar.at });
bar.done(`${Math.round(report.orders / report.seconds)} a second`);
// The demo's pace without its sixty firms, which cost the same whatever the number of orders.
const imports = await importRates(2_000);
await ensureIndexes();
const searchKey = await makeSearchKey();
const indexing = progress("Index", orders);
let documents = 0;
const indexSeconds = await seconds(async () => {
  const rebuilt = await rebuildOrders(indexing.at);
  documents = rebuilt.engine === "answered" ? (rebuilt.documents ?? 0) : 0;
});
indexing.done(`${Math.round(documents / indexSeconds)} a second`);
const references = (
  await db.jobOrder.findMany({ where: isListed, select: { reference: true }, take: 200, orderBy: { id: "asc" } })
).map(({ reference }) => reference);
const agency = await db.agency.findFirst({
  where: { demo: true },
  select: { slug: true },
  orderBy: { createdAt: "asc" },
});
writeFileSync(
  answerFile,
  JSON.stringify({
    searchKey,
    references,
    agencySlug: agency?.slug ?? "",
    fill: { orders: report.orders, seconds: report.seconds, perSecond: report.orders / report.seconds },
    imports,
    reindex: { documents, seconds: indexSeconds, perSecond: documents / indexSeconds },
  }),
);
await disconnect();
