// What the bench asks: searches as people type them, with and without filters, so that no cache of one answer is measured.

export const searches = [
  { q: "dieu duong duc" },
  { q: "điều dưỡng đức", market: "DE", level: "3", deposit: "none", sort: "pay" },
  { q: "nhat ban lam banh" },
  { q: "hàn đóng tàu hàn quốc" },
  { q: "cong xuong dai loan" },
  { q: "kỹ sư cơ khí nhật" },
  { q: "giup viec a rap" },
  { q: "thu hoach trai cay uc", sort: "pay" },
  { q: "com hop", market: "JP" },
  { q: "xay dung", market: "RO" },
  { q: "hộ lý", market: "TW" },
  { q: "thuy thu tau hang" },
  { q: "dien tu", market: "TW", sort: "cost" },
  { q: "EPS" },
  { q: "che bien thuy san chiba" },
  { q: "lai xe" },
  { q: "khach san singapore" },
  { q: "may cong nghiep" },
  { q: "tokutei nha hang" },
  { q: "nong nghiep", sort: "deadline" },
  { market: "JP" },
  { market: "DE", sort: "pay" },
  { market: "KR", deposit: "none" },
  { sort: "cost" },
  { level: "0" },
  { market: "HU", sort: "breakEven" },
  { industry: "construction" },
  { industry: "care", sort: "pay" },
  { sort: "newest" },
  {},
];

export const checks = [
  "Sao Mẫu 01",
  "9001/LĐTBXH-GP",
  "9900000005",
  "0900 000 012",
  "binh minh mau 03",
  "Công ty không có ở đâu cả",
  "MAU-HS04",
  "9044/LDTBXH",
  "Suối Mẫu 52",
  "cua hang tap hoa",
];

const query = (parameters) => new URLSearchParams(parameters).toString();
export const searchPages = searches.map((one) => `/don-hang?${query(one)}`);
export const apiSearches = searches.map((one) => `/api/v1/orders?${query({ ...one, pageSize: "20" })}`);
export const checkPages = checks.map((q) => `/kiem-tra?${query({ q })}`);
