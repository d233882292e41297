import { useLocale, useTranslations } from "next-intl";
import { programmeName } from "@/components/markets/names";
import type { Situation } from "@/domain/support/schema";

type AnswersProps = { situation: Situation; communeName: string | null; programme: string | null };

/** What the result rests on, in one sentence: a printed page must say it. */
export function Answers({ situation, communeName, programme }: AnswersProps) {
  const t = useTranslations("support");
  const locale = useLocale();
  const { groups, hardCommune, helpedBefore, has } = situation;
  const list = (parts: readonly string[]) => new Intl.ListFormat(locale, { type: "unit" }).format(parts);
  const said = [
    ...(groups === null ? [] : groups.length === 0 ? [t("group.none")] : groups.map((group) => t(`group.${group}`))),
    ...(communeName ? [communeName] : []),
    ...(hardCommune ? [t("answers.hard")] : []),
    ...(helpedBefore === null ? [] : [t(helpedBefore ? "answers.helped" : "answers.notHelped")]),
    ...(has.length > 0 ? [t("answers.has", { list: list(has.map((one) => t(`has.${one}`))) })] : []),
    ...(programme ? [programmeName(locale, programme)] : []),
  ];
  if (said.length === 0) return null;
  return <p className="max-w-measure">{t("answers.said", { list: said.join("; ") })}</p>;
}
