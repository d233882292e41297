// What people call countries, programmes and trades beside their names in the reference files. Own knowledge of usage; no figures here.

/** Spellings of markets people type; the reference file gives the official ones. */
export const marketWords: Readonly<Record<string, readonly string[]>> = {
  JP: ["nhật bản", "nhật", "japan", "nippon", "nihon", "jp"],
  KR: ["hàn quốc", "hàn", "nam hàn", "đại hàn", "korea", "south korea"],
  TW: ["đài loan", "đài", "taiwan", "đl"],
  DE: ["đức", "cộng hòa liên bang đức", "germany", "deutschland"],
  CN: ["trung quốc", "china"],
  MO: ["ma cao", "macau", "macao"],
  SG: ["singapore", "sing", "xin-ga-po", "singapo"],
  MY: ["malaysia", "mã lai", "ma lai", "malai"],
  TH: ["thái lan", "thái", "thailand"],
  HU: ["hungary", "hung-ga-ri", "hungari", "hung"],
  RO: ["rumani", "romania", "ru-ma-ni"],
  PL: ["ba lan", "poland"],
  BG: ["bulgaria", "bungari", "bun-ga-ri"],
  GR: ["hy lạp", "greece"],
  SK: ["slovakia", "xlô-va-ki-a", "xlovakia", "slovak"],
  CZ: ["séc", "cộng hòa séc", "tiệp", "czech", "czechia"],
  RU: ["nga", "liên bang nga", "russia"],
  SA: ["ả rập", "ả rập xê út", "ả rập saudi", "saudi", "saudi arabia"],
  AE: ["uae", "dubai", "các tiểu vương quốc ả rập"],
  QA: ["qatar", "ca ta"],
  KW: ["kuwait", "cô oét"],
  IL: ["israel", "i-xra-en", "ixraen"],
  DZ: ["algeria", "an-giê-ri", "angieri"],
  AU: ["úc", "australia", "ô-xtrây-li-a"],
  NZ: ["new zealand", "niu di lân"],
  CA: ["canada", "ca-na-đa"],
  US: ["mỹ", "hoa kỳ", "usa"],
};

/** Words for several markets at once. */
export const marketGroupWords: readonly (readonly [string, readonly string[]])[] = [
  ["châu âu", ["DE", "HU", "RO", "PL", "BG", "GR", "SK", "CZ"]],
  ["đông âu", ["HU", "RO", "PL", "BG", "SK", "CZ", "RU"]],
  ["trung đông", ["SA", "AE", "QA", "KW", "IL"]],
];

/** Programmes by the words of the trade. */
export const programmeWords: readonly (readonly [string, readonly string[]])[] = [
  ["tts", ["JP_TTS", "JP_TTS_3", "JP_TTS_CAREGIVER", "JP_TTS_IM"]],
  ["thực tập sinh", ["JP_TTS", "JP_TTS_3", "JP_TTS_CAREGIVER", "JP_TTS_IM"]],
  ["thực tập sinh kỹ năng", ["JP_TTS", "JP_TTS_3", "JP_TTS_CAREGIVER", "JP_TTS_IM"]],
  ["ginou jisshuu", ["JP_TTS", "JP_TTS_3"]],
  ["thực tập sinh số 3", ["JP_TTS_3"]],
  ["tts 3 năm", ["JP_TTS"]],
  ["im japan", ["JP_TTS_IM"]],
  ["tokutei", ["JP_SSW1", "JP_SSW2"]],
  ["tokutei ginou", ["JP_SSW1", "JP_SSW2"]],
  ["tokutei 1", ["JP_SSW1"]],
  ["tokutei 2", ["JP_SSW2"]],
  ["kỹ năng đặc định", ["JP_SSW1", "JP_SSW2"]],
  ["đặc định", ["JP_SSW1", "JP_SSW2"]],
  ["ssw", ["JP_SSW1", "JP_SSW2"]],
  ["epa", ["JP_EPA"]],
  ["ikusei", ["JP_IKUSEI"]],
  ["ikusei shuro", ["JP_IKUSEI"]],
  ["eps", ["KR_EPS_E9"]],
  ["e9", ["KR_EPS_E9"]],
  ["e7", ["KR_E7"]],
  ["e8", ["KR_E8_SEASONAL"]],
  ["e10", ["KR_E10"]],
  ["ausbildung", ["DE_AUSBILDUNG"]],
  ["du học nghề", ["DE_AUSBILDUNG"]],
  ["triple win", ["DE_TRIPLE_WIN"]],
  ["thời vụ hàn quốc", ["KR_E8_SEASONAL"]],
];

/** Words for a whole line of work: industries of the reference file, or the trades themselves. */
export const tradeGroupWords: readonly (readonly [string, { industries?: readonly string[]; occupations?: readonly string[] }])[] = [
  ["lái xe", { occupations: ["truck-driver", "bus-driver", "taxi-driver", "family-driver", "forklift-operator"] }],
  ["tài xế", { occupations: ["truck-driver", "bus-driver", "taxi-driver", "family-driver"] }],
  ["kỹ sư", { industries: ["engineer"] }],
  ["engineer", { industries: ["engineer"] }],
  ["nông nghiệp", { industries: ["agriculture"] }],
  ["xây dựng", { industries: ["construction"] }],
  ["thực phẩm", { industries: ["food"] }],
  ["chế biến", { industries: ["food"], occupations: ["wood-processing-worker"] }],
  ["cơ khí", { industries: ["metal"], occupations: ["engineer-mechanical"] }],
  ["điện tử", { industries: ["electronics"] }],
  ["thuyền viên", { industries: ["sea"], occupations: ["coastal-fishing-worker", "deep-sea-fishing-worker"] }],
  ["hàn", { occupations: ["welder"] }],
  ["sơn", { occupations: ["spray-painter", "house-painter", "auto-body-painter"] }],
  ["mộc", { occupations: ["furniture-woodworker", "formwork-carpenter"] }],
  ["may", { occupations: ["garment-worker"] }],
  ["điện lạnh", { occupations: ["hvac-technician", "industrial-electrician"] }],
  ["cnc", { occupations: ["machinist-cnc"] }],
  ["điều dưỡng", { occupations: ["nurse-registered", "nurse-trainee", "nurse-caregiver-candidate", "caregiver-facility"] }],
  ["y tá", { occupations: ["nurse-registered"] }],
  ["nurse", { occupations: ["nurse-registered", "nurse-trainee"] }],
  ["nursing", { occupations: ["nurse-registered", "nurse-trainee"] }],
  ["caregiver", { occupations: ["caregiver-facility", "home-caregiver"] }],
  ["welder", { occupations: ["welder"] }],
  ["farm", { industries: ["agriculture"] }],
  ["nhà hàng khách sạn", { industries: ["hospitality"] }],
];

/** Short words without marks that name something all the same. */
export const shortNames: ReadonlySet<string> = new Set(["tts", "e7", "e8", "e9", "e10", "eps", "ssw", "epa", "cnc", "uae", "usa", "cad", "plc", "jp", "spa", "im"]);

/** Wishes that are filters rather than words of an order. */
export const hintWords: readonly (readonly [string, Hint])[] = [
  ["không cần tiếng", "no-language"], ["không yêu cầu tiếng", "no-language"], ["không cần ngoại ngữ", "no-language"],
  ["không cần biết tiếng", "no-language"],
  ["không mất phí", "no-fee"], ["miễn phí", "no-fee"], ["0 đồng", "no-fee"], ["không đồng", "no-fee"], ["phí 0 đồng", "no-fee"],
  ["không cọc", "no-deposit"], ["không ký quỹ", "no-deposit"], ["không đặt cọc", "no-deposit"],
  ["không cần bằng cấp", "no-education"], ["không cần bằng", "no-education"],
  ["nữ", "female"], ["cho nữ", "female"], ["đơn nữ", "female"], ["lao động nữ", "female"],
  ["cho nam", "male"], ["đơn nam", "male"], ["lao động nam", "male"],
];
export type Hint = "no-language" | "no-fee" | "no-deposit" | "no-education" | "female" | "male";

/** Said around the thing looked for; dropped unless nothing else was said. Longer phrases first. */
export const fillerPhrases: readonly string[] = [
  "xuất khẩu lao động", "đi xuất khẩu lao động", "tôi muốn tìm", "em muốn tìm", "mình muốn tìm", "cần tìm việc làm", "cần tìm việc", "việc làm", "tìm việc làm", "tìm việc",
  "công việc", "làm việc", "nước ngoài", "đơn hàng", "lương cao", "lương khủng", "lương tốt", "bay nhanh", "bay ngay", "bay gấp", "xuất cảnh gấp",
  "xuất cảnh nhanh", "tuyển dụng", "cần tuyển", "tuyển gấp", "mới nhất", "hôm nay", "uy tín", "giá rẻ", "chi phí thấp", "phí thấp", "có không", "bao nhiêu tiền", "hết bao nhiêu tiền", "hết bao nhiêu",
  "bao nhiêu", "như thế nào", "muốn đi", "cho tôi", "giúp tôi", "cho em", "cho người", "tìm kiếm", "job", "jobs", "xkld", "xklđ", "tìm", "việc", "đơn",
  "đợt", "ở", "tại", "cho", "đi", "sang", "qua", "cần", "muốn", "xin", "tuyển", "của", "và", "các", "những", "có", "là", "được", "nào", "gì", "với", "ngành",
  "nghề", "gấp", "hot", "em", "anh", "chị", "tôi", "mình", "ạ", "nhé", "nhe", "nha", "ơi", "hỏi", "in", "the", "for", "of", "to", "a", "at", "work", "làm", "nước",
];

/** Everyday words of the trade that are no names: known, so that nothing decodes or repairs them. */
export const everydayWords =
  "lao động lương tháng năm giờ tăng ca hợp đồng phỏng vấn thi tuyển bằng cấp kinh nghiệm tuổi cao thấp nam nữ trẻ già khỏe sức khoẻ hình xăm viêm gan vợ chồng đôi " +
  "tiếng nhật hàn trung anh đức trình độ phổ thông cao đẳng đại học trung cấp công ty doanh nghiệp cổ phần phái cử phí dịch vụ tiền cọc ký quỹ miễn không đồng " +
  "bay nhanh gấp xuất cảnh khẩu nước ngoài việc làm đơn hàng tìm mất cần yêu cầu bố trí ăn ở nhà máy xưởng thợ viên nhân kỹ thuật thu nhập chi thời vụ mùa hè " +
  "visa job jobs work nurse farm worker driver helper home care hotel staff japan korea taiwan germany online offline factory ship welder the and for with from " +
  "osaka tokyo hokkaido nagoya saitama chiba kyoto fukuoka hiroshima aichi seoul busan incheon ulsan berlin taipei taichung kaohsiung jlpt jft topik tocfl ielts goethe";
