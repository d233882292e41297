// How reports are worded: what a fault code says, which office, which day.
import type { Outcome } from "@/app/_http/form";
import { provinceOf, provinces, shortName } from "@/domain/localities/rules";
import { longestText } from "@/domain/complaints/schema";

type Words = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };

/** A code of the form, or `context.condition` of a refusal; `files` is the namespace of files. */
export function faultText(
  t: Words,
  files: Words,
  field: string,
  code: string,
  details: Outcome["details"] = {},
): string {
  const [context = "", condition = ""] = code.split(".", 2);
  if (context === "files" && files.has(`refusals.${condition}`))
    return files(`refusals.${condition}`, { limit: 10, ...details });
  if (context === "complaints" && t.has(`refusals.${condition}`)) return t(`refusals.${condition}`);
  const own = field === "amount" && code === "notUnderstood" ? "amount" : code;
  const limit =
    field === "happened" || field === "text" ? longestText : field === "contacts" || field === "reason" ? 2_000 : 200;
  return t.has(`fault.${own}`) ? t(`fault.${own}`, { limit }) : t("fault.failed");
}

export const provinceText = (id: string | null): string | null =>
  id === null ? null : shortName(provinceOf(id) ?? { name: id });
export const provinceOptions = () => provinces.map((province) => ({ value: province.id, label: shortName(province) }));
