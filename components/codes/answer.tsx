import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Locale, address } from "@/app/_http/addresses";
import { LinkButton } from "@/components/ui/button";
import { formatDay, languageOf } from "@/components/ui/format";
import { Verdict } from "@/components/ui/status";
import { FactTable } from "@/components/ui/tables";
import type { Day } from "@/domain/kernel/calendar";

export type CodeAnswer =
  | { answer: "forged" | "unknownKey" }
  /** An order's reference without a signature. */
  | { answer: "reference"; reference: string }
  | { answer: "receipt"; id: string; day: Day }
  | { answer: "otherKind" | "noOrder"; id: string; day: Day }
  | {
      answer: "current" | "closed";
      id: string;
      day: Day;
      order: { title: string; sender: string; agencySlug: string | null };
      /** Why it is not open, and since when. */
      reason: string | null;
      since: Day | null;
    };

/** What the code proves, in one sentence; then what the live record says, and what to do. */
export function CodeVerdict({ answer }: { answer: CodeAnswer }) {
  const t = useTranslations("codes.answer");
  const locale = languageOf(useLocale()) as Locale;
  const order = (reference: string, label: string) => (
    <LinkButton href={address(locale, "order", { reference })} look="secondary">
      {label}
    </LinkButton>
  );
  const told = (tone: "good" | "caution" | "danger", title: string, children: ReactNode) => (
    <Verdict tone={tone} title={title}>
      {children}
    </Verdict>
  );
  switch (answer.answer) {
    case "forged":
      return told(
        "danger",
        t("forged"),
        <>
          <p>{t("forgedText")}</p>
          <p>
            <LinkButton href={address(locale, "reportNew")} look="secondary">
              {t("report")}
            </LinkButton>
          </p>
        </>,
      );
    case "unknownKey":
      return told("caution", t("unknownKey"), <p>{t("unknownKeyText")}</p>);
    case "reference":
      return told(
        "caution",
        t("reference"),
        <>
          <p>{t("referenceText", { reference: answer.reference })}</p>
          <p>{order(answer.reference, t("openOrder"))}</p>
        </>,
      );
    case "receipt":
      return told(
        "good",
        t("receipt"),
        <>
          <p>{t("receiptText", { id: answer.id, day: formatDay(locale, answer.day) })}</p>
          <p>
            <LinkButton href={address(locale, "receipt", { number: answer.id })} look="secondary">
              {t("openReceipt")}
            </LinkButton>
          </p>
        </>,
      );
    case "otherKind":
    case "noOrder":
      return told(
        "caution",
        t(answer.answer),
        <p>{t("dated", { id: answer.id, day: formatDay(locale, answer.day) })}</p>,
      );
    case "current":
    case "closed":
      return (
        <div className="space-y-6">
          {told(
            answer.answer === "current" ? "good" : "danger",
            t(answer.answer),
            <>
              <p>{answer.answer === "current" ? t("currentText") : answer.reason}</p>
              {answer.answer === "closed" && (
                <p>{answer.since ? t("since", { day: formatDay(locale, answer.since) }) : t("sinceUnknown")}</p>
              )}
              <p>{order(answer.id, t("openOrder"))}</p>
            </>,
          )}
          <FactTable
            facts={[
              { key: "order", label: t("order"), value: `${answer.id} · ${answer.order.title}` },
              {
                key: "sender",
                label: t("sender"),
                value: answer.order.agencySlug ? (
                  <a href={address(locale, "agency", { slug: answer.order.agencySlug })}>{answer.order.sender}</a>
                ) : (
                  answer.order.sender
                ),
              },
              { key: "day", label: t("printed"), value: formatDay(locale, answer.day) },
            ]}
          />
        </div>
      );
  }
}
