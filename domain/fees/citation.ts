// The articles of the reference file, written as Vietnamese readers know them.

const words: readonly (readonly [RegExp, string])[] = [
  [/Prime Minister's Decision/g, "Quyết định của Thủ tướng"],
  [/Official letter/g, "Công văn"],
  [/\bLaw (?=\d)/g, "Luật "],
  [/\bDecree (?=\d)/g, "Nghị định "],
  [/\bCircular (?=\d)/g, "Thông tư "],
  [/\bDecision (?=\d)/g, "Quyết định "],
  [/\bResolution (?=\d)/g, "Nghị quyết "],
  [/as amended by/g, "được sửa đổi bởi"],
  [/\(amending /g, "(sửa đổi "],
  [/\(replaces /g, "(thay "],
  [/ of (?=Thông tư)/g, " của "],
  [/delegated by/g, "theo ủy quyền tại"],
  [/\(original\)/g, "(bản gốc)"],
  [/\(amount not read; old amount assumed\)/g, "(chưa đọc được mức tiền; tạm dùng mức cũ)"],
  [/ \(cited in seed \d+\)/g, ""],
  [
    /Host law \(Taiwan fee rules as told to workers by ([^)]*)\)/g,
    "Luật nước tiếp nhận (quy định phí của Đài Loan, theo $1)",
  ],
  [/DOLAB notice of/g, "Thông báo của Cục Quản lý lao động ngoài nước ngày"],
  [/Ministry notice reported by/g, "Thông báo của Bộ, theo"],
  [/VBSP poor-household lending rate/g, "Lãi suất cho vay hộ nghèo của Ngân hàng Chính sách xã hội"],
  [/(\S+) notice for the 2019 test/g, "Thông báo kỳ thi 2019 trên $1"],
  [/(\S+) page \(([^)]*)\) – secondary/g, "Trang $1 ($2), nguồn thứ cấp"],
  [/\[unsourced – verify\]/g, "chưa có nguồn"],
  [/ of (\d{4})-(\d{2})-(\d{2})/g, " ngày $3/$2/$1"],
  [/ ngày (\d{4})-(\d{2})-(\d{2})/g, " ngày $3/$2/$1"],
  [/,? ?Arts?\. ?(\d+)\((\d+)\)\((\p{L})\)/gu, " Điều $1 khoản $2 điểm $3"],
  [/,? ?Arts?\. ?(\d+)\((\d+)\)/g, " Điều $1 khoản $2"],
  [/,? ?Arts?\. ?/g, " Điều "],
  [/Appendix /g, "Phụ lục "],
  [/ and (?=Phụ lục)/g, " và "],
  [/(\d)-(\d+)(?= |$)/g, "$1–$2"],
];

/** "Law 69/2020/QH14 Art. 23(4)(a)" → "Luật 69/2020/QH14 Điều 23 khoản 4 điểm a"; other languages keep the file's English. */
export const citationIn = (source: string, language: string): string =>
  language === "vi" ? words.reduce((text, [pattern, word]) => text.replace(pattern, word), source).trim() : source;
