// The invented people of a demo. Their addresses lead nowhere (RFC 2606), their passwords stand on the sign-in page, and they sign in where
// the site is a demo and nowhere else.
import type { Role } from "./schema";

export type DemoPerson = {
  key: string;
  name: string;
  email: string;
  password: string;
  role: Role | null;
  /** Of an officer or a body: which office. */
  office?: "ministry" | "province" | "commune" | "centre" | "audit";
};

export const demoPassword = "bac cau qua song mau";
const at = (name: string): string => `${name}@vi-du.example`;
const person = (key: string, name: string, role: Role | null, office?: DemoPerson["office"]): DemoPerson => ({
  ...{ key, name: `${name} (dữ liệu mẫu)`, email: at(key), password: demoPassword, role },
  ...(office && { office }),
});

export const demoPeople: readonly DemoPerson[] = [
  person("nguoi-lao-dong", "Vũ Thị Mận", null),
  person("chu-doanh-nghiep", "Đỗ Quang Hải", "agency_owner"),
  person("tuyen-dung", "Lý Thu Hà", "agency_recruiter"),
  person("chi-nhanh", "Mai Văn Sơn", "branch_recruiter"),
  person("can-bo-cuc", "Phan Thanh Bình", "officer", "ministry"),
  person("can-bo-so", "Hồ Thị Lan", "officer", "province"),
  person("can-bo-xa", "Trương Văn Lộc", "officer", "commune"),
  person("trung-tam", "Ngô Thị Yến", "centre_clerk", "centre"),
  person("kiem-toan", "Đinh Công Minh", "auditor", "audit"),
];
