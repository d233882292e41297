// What markets and programmes are called in each language.
import { marketOf, programmeOf } from "@/domain/kernel/catalogue";
import { languageOf, type Language } from "@/components/ui/format";

export function marketName(locale: string, code: string): string {
  const market = marketOf(code);
  if (!market) return code;
  return languageOf(locale) === "vi" ? market.shortVi : market.nameEn;
}

export function programmeName(locale: string, code: string): string {
  const programme = programmeOf(code);
  if (!programme) return code;
  return languageOf(locale) === "vi" ? programme.nameVi : programme.nameEn;
}

const vietnameseLetters = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
/** Notes of sources come in any language: a Vietnamese page shows those it can be read in. */
export const readable = (language: Language, text: string | null): string | null =>
  text && (language === "en" || vietnameseLetters.test(text)) ? text : null;
