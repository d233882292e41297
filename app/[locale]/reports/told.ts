// What became of a form, in words, for the page that shows it again.
import { getTranslations } from "next-intl/server";
import { outcomeOf } from "@/app/_http/form";
import type { Told } from "@/components/complaints/report-form";
import { faultText } from "@/components/complaints/words";

export async function toldOf(form: string, prefilled: Readonly<Record<string, string>> = {}): Promise<Told> {
  const outcome = outcomeOf(form);
  const [own, files] = await Promise.all([getTranslations("complaints"), getTranslations("files")]);
  return {
    faults: Object.entries(outcome?.faults ?? {}).map(([field, code]) => ({
      field,
      message: faultText(own as never, files as never, field, code, outcome?.details),
    })),
    typed: (field) => outcome?.typed(field) ?? prefilled[field],
  };
}
