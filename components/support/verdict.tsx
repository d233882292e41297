import { useTranslations } from "next-intl";
import { Verdict, type Tone } from "@/components/ui/status";
import type { Support } from "@/domain/support/schema";
import { useReasons } from "./grants";

const tones: Readonly<Record<"yes" | "no" | "unknown", Tone>> = { yes: "good", no: "caution", unknown: "neutral" };

/** The answer in one sentence for what is given, one for what is lent. */
export function SupportVerdict({ support }: { support: Support }) {
  const t = useTranslations("support.verdict");
  const reasons = useReasons();
  const { grants, loans } = support;
  const yes = grants.filter((grant) => grant.applies === "yes").length;
  const answer =
    yes > 0 ? "yes" : grants.length > 0 && grants.every((grant) => grant.applies === "no") ? "no" : "unknown";
  const first = grants.find((grant) => grant.applies === answer);
  const loan = loans.find(({ purpose }) => purpose === "cost");
  return (
    <Verdict tone={tones[answer]} title={t(`grants.${answer}`, { count: yes })}>
      {answer !== "yes" && first && <p>{reasons(first).join(" ")}</p>}
      {loan && (
        <p>
          {t(`loan.${loan.applies}`)}{" "}
          {loan.applies !== "yes" &&
            reasons(loan).join(" ") !== reasons(first ?? loan).join(" ") &&
            reasons(loan).join(" ")}
        </p>
      )}
    </Verdict>
  );
}
