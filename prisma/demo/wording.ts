// How the invented orders speak: titles as agencies write them, and the sentences of working conditions.
import { marketOf, occupationOf } from "@/domain/kernel/catalogue";
import type { Chance } from "./random";

const short: Readonly<Record<string, readonly string[]>> = {
  "caregiver-facility": ["Hộ lý viện dưỡng lão", "Điều dưỡng viên dưỡng lão", "Chăm sóc người cao tuổi"],
  "nurse-registered": ["Điều dưỡng viên", "Điều dưỡng viên bệnh viện", "Điều dưỡng viên dưỡng lão"],
  "nurse-trainee": ["Học viên điều dưỡng", "Điều dưỡng học nghề"],
  "nurse-caregiver-candidate": ["Ứng viên điều dưỡng, hộ lý EPA"],
  "bento-worker": ["Làm cơm hộp", "Chế biến cơm hộp, món ăn sẵn"],
  scaffolder: ["Giàn giáo"],
  "formwork-carpenter": ["Cốp pha"],
  welder: ["Thợ hàn", "Hàn CO2", "Hàn bán tự động"],
  "machinist-cnc": ["Tiện, phay CNC", "Vận hành máy CNC"],
  "electronics-assembler": ["Lắp ráp linh kiện điện tử", "Công nhân điện tử"],
  "manufacturing-worker": ["Công nhân sản xuất chế tạo", "Công nhân nhà máy"],
  "fruit-picker": ["Hái trái cây", "Thu hoạch trái cây"],
  "crop-farm-worker": ["Trồng rau", "Nông nghiệp trồng trọt"],
  "deck-crew": ["Thủy thủ tàu hàng"],
  "auto-parts-worker": ["Sản xuất linh kiện ô tô", "Công nhân phụ tùng ô tô"],
  "hotel-worker": ["Buồng phòng khách sạn", "Nhân viên khách sạn"],
  "shipbuilding-worker": ["Đóng tàu", "Thợ đóng tàu"],
};

/** The occupation's own name, without what stands in brackets. */
const roles = new Map<string, readonly string[]>();
function rolesOf(occupation: string): readonly string[] {
  let known = roles.get(occupation);
  if (!known)
    roles.set(
      occupation,
      (known = short[occupation] ?? [(occupationOf(occupation)?.nameVi ?? occupation).replace(/\s*\([^)]*\)/g, "")]),
    );
  return known;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export function titleOf(
  {
    occupation,
    market,
    region,
    flavour,
  }: { occupation: string; market: string; region: string; flavour: string | null },
  chance: Chance,
): string {
  const role = chance.pick(rolesOf(occupation));
  const country = marketOf(market)?.shortVi ?? market;
  const place = region === country ? country : `${region}, ${country}`;
  const said = flavour && !role.includes(flavour) && chance.happens(0.4) ? `${role} (${flavour})` : role;
  return chance.pick([
    `${said} – ${place}`,
    `${said} – ${place}`,
    `Tuyển ${lower(said)} làm việc tại ${place}`,
    `${said} tại ${place}`,
  ]);
}

/** The same offer under another headline, as agencies publish it again. */
export const retitled = (title: string, chance: Chance): string =>
  chance.pick([
    `${title} (tuyển bổ sung)`,
    `${title} – đợt 2`,
    `[Tuyển gấp] ${title}`,
    title.replace(" – ", ", "),
    `${title} (còn chỗ)`,
  ]);

export const rests = [
  "Nghỉ thứ bảy, chủ nhật và ngày lễ theo lịch nhà máy",
  "Nghỉ 1 ngày mỗi tuần và các ngày lễ của nước sở tại",
  "Nghỉ luân phiên 8 ngày mỗi tháng",
  "Nghỉ chủ nhật và hai thứ bảy mỗi tháng",
] as const;
export const overtimes = [
  "Theo luật nước sở tại: 125 % ngày thường, 135 % ngày nghỉ",
  "Tự nguyện, trả theo luật nước sở tại",
  "Khoảng 20 giờ mỗi tháng, trả theo luật",
] as const;
export const insurances = [
  "Bảo hiểm xã hội, y tế và tai nạn lao động theo luật nước sở tại, chủ sử dụng lao động đóng phần của mình",
  "Bảo hiểm y tế và tai nạn lao động do chủ sử dụng lao động mua",
] as const;
export const selections = [
  "Phỏng vấn trực tiếp với chủ sử dụng lao động",
  "Phỏng vấn và thi tay nghề",
  "Kiểm tra sức khỏe, phỏng vấn trực tuyến",
  "Sơ tuyển hồ sơ rồi phỏng vấn",
] as const;
