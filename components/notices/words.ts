// How notices are worded: where, for whom, and what a fault code says.
import { shortName, provinceOf } from "@/domain/localities/rules";

type Words = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

/** A code of the form, `notices.<condition>` of a refusal, or `code:what it is about`. */
export function faultText(t: Words, code: string): string {
  const [name = "", about = ""] = code.split(/:(.*)/s);
  const key = name.startsWith("notices.") ? `refusals.${name.slice(8)}` : `fault.${name}`;
  return t.has(key) ? t(key, { name: about }) : t("fault.notUnderstood");
}

export const provinceText = (id: string): string => shortName(provinceOf(id) ?? { name: id });

/** "Nghệ An, toàn tỉnh", "Xã Kim Liên (Nghệ An)". */
export const placeText = (t: Words, place: { province: string; communeNames: readonly string[] }): string =>
  place.communeNames.length === 0
    ? t("page.wholeProvince", { province: provinceText(place.province) })
    : t("page.communes", { communes: place.communeNames.join(", "), province: provinceText(place.province) });

export const agencyText = (agency: { nameVi: string | null; nameEn: string | null } | null): string =>
  agency?.nameVi ?? agency?.nameEn ?? "";
