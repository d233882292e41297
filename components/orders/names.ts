// What codes and articles are called in the reader's language.
import { marketOf, occupationOf, programmeOf } from "@/domain/kernel/catalogue";
import { provinceOf, shortName } from "@/domain/localities/rules";

const named = (locale: string, known: { nameVi: string; nameEn: string } | undefined, code: string): string =>
  (locale === "en" ? known?.nameEn : known?.nameVi) ?? code;

export const occupationName = (locale: string, slug: string): string => named(locale, occupationOf(slug), slug);
export const programmeName = (locale: string, code: string): string => named(locale, programmeOf(code), code);

/** "Đài Loan" where the official name is longer. */
export function marketName(locale: string, code: string): string {
  const market = marketOf(code);
  return (locale === "en" ? market?.nameEn : market?.shortVi) ?? code;
}

export function provinceName(id: string): string {
  const province = provinceOf(id);
  return province ? shortName(province) : id;
}

/** Region or place of work, then the country: "Bayern, Đức". */
export const placeName = (locale: string, order: { region: string | null; market: string }): string =>
  [order.region, marketName(locale, order.market)].filter((part) => part).join(", ");

const english: readonly (readonly [RegExp, string])[] = [
  [/Luật (?=\d)/g, "Law "],
  [/Nghị định (?=\d)/g, "Decree "],
  [/Thông tư (?=\d)/g, "Circular "],
  [/(QH14|CP|BLĐTBXH), Điều /g, "$1 Art. "],
  [/(QH14|CP|BLĐTBXH), Phụ lục /g, "$1 App. "],
  [/Điều /g, "Art. "],
];

/** Articles as the rules of orders print them (Vietnamese) in the reader's language. */
export const articleIn = (locale: string, law: string): string =>
  locale === "en" ? english.reduce((text, [pattern, word]) => text.replace(pattern, word), law) : law;
