import { useLocale, useTranslations } from "next-intl";
import { ForgetForm, SituationForm, type SituationFormProps } from "@/components/support/situation-form";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoney, formatNumber, languageOf } from "@/components/ui/format";
import { saidNothing } from "@/domain/support/rules";
import type { Situation } from "@/domain/support/schema";

type AskedProps = Pick<SituationFormProps, "typed" | "errors" | "communes"> & {
  situation: Situation;
  communeName: string | null;
  /** Where the answer leads back to. */
  next: string;
};

const action = "/api/situation";

/** For whom it is worked out, in a line that is printed too, and the questions behind it; open where something was wrong. */
export function SituationAsked({ situation, communeName, next, ...form }: AskedProps) {
  const t = useTranslations("cashflow.form");
  const who = useWho()(situation, communeName);
  const told = !saidNothing(situation);
  return (
    <section aria-label={t("title")}>
      <p className="max-w-measure">{t("for", { who })}</p>
      <div className="no-print">
        <Disclosure summary={t(told ? "change" : "open")} open={Object.keys(form.errors).length > 0}>
          <p className="mb-4 max-w-measure text-small text-muted">{t("privacy")}</p>
          <SituationForm {...form} action={action} hidden={{ next }} submit={t("submit")} />
          {told && (
            <div className="mt-4">
              <ForgetForm action={action} next={next} />
            </div>
          )}
        </Disclosure>
      </div>
    </section>
  );
}

function useWho() {
  const t = useTranslations("cashflow.form");
  const support = useTranslations("support");
  const locale = languageOf(useLocale());
  return (situation: Situation, communeName: string | null): string => {
    const { groups, helpedBefore, has, completedTts, studyMonths, borrow } = situation;
    const said = [
      ...(groups?.map((group) => support(`group.${group}`)) ?? []),
      groups?.length === 0 && t("noGroup"),
      communeName,
      helpedBefore === true && t("helped"),
      has.length > 0 && t("has", { things: has.map((one) => support(`has.${one}`)).join(", ") }),
      completedTts !== null && completedTts !== "none" && t("tts", { stage: completedTts }),
      studyMonths !== null && t("study", { months: formatNumber(locale, studyMonths) }),
      borrow === "most" && t("most"),
      typeof borrow === "bigint" && t("borrow", { amount: formatMoney(locale, { minor: borrow, currency: "VND" }) }),
    ].filter((part) => typeof part === "string");
    return said.length > 0 ? said.join("; ") : t("nobody");
  };
}
