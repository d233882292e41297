// Where the invented work is: real names of regions and towns, as geography has them, and invented employers there.

/** Region as the filter knows it, and towns in it. */
export const placesByMarket: Readonly<Record<string, readonly (readonly [region: string, ...towns: string[]])[]>> = {
  JP: [
    ["Tokyo", "Adachi", "Hachioji"], ["Osaka", "Sakai", "Higashiosaka"], ["Aichi", "Nagoya", "Toyota", "Toyohashi"], ["Saitama", "Kawagoe", "Kumagaya"],
    ["Chiba", "Funabashi", "Ichihara"], ["Kanagawa", "Yokohama", "Atsugi"], ["Shizuoka", "Hamamatsu", "Fuji"], ["Gifu", "Ogaki", "Kakamigahara"],
    ["Hiroshima", "Fukuyama", "Kure"], ["Fukuoka", "Kitakyushu", "Kurume"], ["Hokkaido", "Sapporo", "Obihiro", "Hakodate"], ["Ibaraki", "Tsukuba", "Mito"],
    ["Gunma", "Ota", "Isesaki"], ["Mie", "Yokkaichi", "Suzuka"], ["Okayama", "Kurashiki"], ["Kagoshima", "Kirishima"], ["Nagano", "Matsumoto"], ["Miyagi", "Sendai"],
  ],
  KR: [
    ["Gyeonggi", "Icheon", "Ansan", "Hwaseong", "Pyeongtaek"], ["Gyeongsang Nam", "Geoje", "Changwon", "Gimhae"], ["Ulsan", "Dong-gu", "Ulju"],
    ["Jeolla Nam", "Mokpo", "Yeongam", "Wando"], ["Chungcheong Nam", "Asan", "Dangjin"], ["Gyeongsang Buk", "Gumi", "Pohang"], ["Busan", "Saha", "Gangseo"],
    ["Gangwon", "Sokcho", "Yanggu"], ["Incheon", "Namdong"], ["Jeju", "Seogwipo"],
  ],
  TW: [
    ["Đài Bắc", "Nội Hồ", "Sĩ Lâm"], ["Tân Bắc", "Bản Kiều", "Tam Trọng"], ["Đào Viên", "Trung Lịch", "Quy Sơn"], ["Đài Trung", "Đại Giáp", "Phong Nguyên"],
    ["Đài Nam", "Vĩnh Khang", "Tân Thị"], ["Cao Hùng", "Tiền Trấn", "Cương Sơn"], ["Chương Hóa", "Lộc Cảng", "Viên Lâm"], ["Tân Trúc", "Trúc Bắc"],
    ["Vân Lâm", "Đấu Lục"], ["Bình Đông", "Đông Cảng"], ["Nghi Lan", "Tô Áo"],
  ],
  DE: [
    ["Bavaria", "München", "Nürnberg", "Augsburg"], ["Nordrhein-Westfalen", "Köln", "Dortmund", "Essen"], ["Baden-Württemberg", "Stuttgart", "Mannheim", "Freiburg"],
    ["Hessen", "Frankfurt", "Kassel"], ["Sachsen", "Leipzig", "Dresden"], ["Niedersachsen", "Hannover", "Oldenburg"], ["Berlin", "Spandau"], ["Hamburg", "Altona"],
    ["Thüringen", "Erfurt", "Jena"], ["Rheinland-Pfalz", "Mainz", "Trier"],
  ],
  CN: [["Quảng Đông", "Thâm Quyến", "Đông Quản"], ["Quảng Tây", "Nam Ninh", "Phòng Thành Cảng"], ["Giang Tô", "Tô Châu"]],
  MO: [["Ma Cao", "Taipa", "Cotai"]],
  SG: [["Xin-ga-po", "Jurong", "Tuas", "Changi"]],
  MY: [["Selangor", "Shah Alam", "Klang"], ["Johor", "Johor Bahru", "Muar"], ["Penang", "Bayan Lepas"], ["Malacca", "Ayer Keroh"]],
  TH: [["Bangkok", "Samut Prakan"], ["Chonburi", "Si Racha"], ["Rayong", "Map Ta Phut"]],
  HU: [["Pest", "Budapest", "Gödöllő"], ["Komárom-Esztergom", "Tatabánya", "Komárom"], ["Győr-Moson-Sopron", "Győr"], ["Hajdú-Bihar", "Debrecen"]],
  RO: [["Bucharest", "Ilfov"], ["Cluj", "Cluj-Napoca"], ["Timiș", "Timișoara"], ["Constanța", "Mangalia"], ["Prahova", "Ploiești"]],
  PL: [["Mazowieckie", "Warszawa", "Radom"], ["Wielkopolskie", "Poznań"], ["Śląskie", "Katowice", "Gliwice"], ["Pomorskie", "Gdańsk", "Gdynia"]],
  BG: [["Sofia", "Pernik"], ["Plovdiv", "Asenovgrad"], ["Burgas", "Nessebar"]],
  GR: [["Attica", "Athens", "Piraeus"], ["Crete", "Heraklion", "Ierapetra"], ["Peloponnese", "Kalamata"]],
  SK: [["Bratislava", "Malacky"], ["Trnava", "Galanta"], ["Žilina", "Martin"], ["Nitra", "Zlaté Moravce"]],
  CZ: [["Praha", "Kladno"], ["Středočeský", "Mladá Boleslav"], ["Plzeňský", "Plzeň"], ["Moravskoslezský", "Ostrava"]],
  RU: [["Moskva", "Podolsk"], ["Kaluga", "Obninsk"], ["Primorsky", "Vladivostok"]],
  SA: [["Riyadh", "Al Kharj"], ["Makkah", "Jeddah"], ["Eastern Province", "Dammam", "Jubail"]],
  AE: [["Dubai", "Jebel Ali"], ["Abu Dhabi", "Mussafah"], ["Sharjah", "Al Dhaid"]],
  QA: [["Doha", "Lusail"], ["Al Khor", "Ras Laffan"]],
  KW: [["Kuwait City", "Shuwaikh"], ["Ahmadi", "Mangaf"]],
  IL: [["Southern District", "Arava"], ["Central District", "Sharon"]],
  DZ: [["Algiers", "Rouïba"], ["Oran", "Arzew"], ["Constantine", "Aïn Smara"]],
  AU: [["Queensland", "Bundaberg", "Cairns"], ["Victoria", "Shepparton", "Mildura"], ["New South Wales", "Griffith", "Coffs Harbour"], ["South Australia", "Renmark"], ["Tasmania", "Devonport"]],
  CA: [["Ontario", "Leamington", "Guelph"], ["Alberta", "Brooks", "High River"], ["British Columbia", "Abbotsford"], ["Saskatchewan", "Saskatoon"]],
  US: [["California", "Fresno"], ["Texas", "Houston"]],
  NZ: [["Canterbury", "Christchurch"], ["Hawke's Bay", "Hastings"]],
  XS: [["Tuyến Đông Nam Á", "Tàu hàng rời", "Tàu công-ten-nơ"], ["Tuyến Đông Bắc Á", "Tàu hàng tổng hợp", "Tàu dầu"], ["Tuyến quốc tế", "Tàu hàng rời", "Tàu chở khí"]],
};

const stems: Readonly<Record<string, readonly string[]>> = {
  JP: ["Aozora", "Hinode", "Midori", "Sakuragawa", "Fujimori", "Yamabuki", "Minatoya", "Kitanami", "Hoshino", "Tsubame", "Wakaba", "Takase"],
  KR: ["Hanbit", "Saebyeok", "Daehae", "Namsan", "Pureun", "Mirae", "Haneul", "Baram", "Dongnam", "Areum"],
  TW: ["Kiến Hòa", "Vĩnh Thịnh", "Đại Lộc", "Hưng Quang", "Thái Bình", "Minh Đức", "Phú An", "Thành Tín", "Hoa Liên", "Trường Xuân"],
  DE: ["Lindenhof", "Sonnengarten", "Birkenau", "Rosenpark", "Waldblick", "Am Mühlbach", "Seeblick", "Ahornhaus", "Bergfrieden", "Nordlicht"],
  other: ["Aurora", "Meridian", "Northfield", "Silverbrook", "Delta", "Horizon", "Cedar", "Atlas", "Riverside", "Summit", "Orion", "Maple"],
};
const kinds: Readonly<Record<string, readonly string[]>> = {
  care: ["Viện dưỡng lão", "Nhà dưỡng lão", "Trung tâm chăm sóc"], health: ["Viện dưỡng lão", "Bệnh viện", "Trung tâm chăm sóc"],
  domestic: ["Gia đình thông qua công ty"], agriculture: ["Nông trại", "Hợp tác xã"], fishery: ["Chủ tàu", "Nghiệp đoàn tàu cá"], sea: ["Hãng tàu"],
  construction: ["Công ty xây dựng"], hospitality: ["Khách sạn", "Chuỗi nhà hàng"], shipbuilding: ["Nhà máy đóng tàu"], other: ["Công ty", "Nhà máy", "Xưởng"],
};

/** Says of itself that it is invented; the number keeps two employers apart. */
export function employerName(market: string, industry: string, first: number, second: number, serial: number): { name: string; kind: string } {
  const names = stems[market] ?? stems.other!;
  const sorts = kinds[industry] ?? kinds.other!;
  const kind = sorts[second % sorts.length]!;
  return { name: `${kind} ${names[first % names.length]} ${serial} (mẫu)`, kind };
}
