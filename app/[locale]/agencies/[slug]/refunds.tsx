import { getTranslations } from "next-intl/server";
import type { Locale } from "@/app/_http/addresses";
import { formatDay } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import type { Day } from "@/domain/kernel/calendar";
import { overdueRefundsOf } from "@/domain/payments/queries";

/** Refunds past their day (features C4): how many contracts, since when, counted over what. No book at all is unknown, not good. */
export async function agencyRefunds(locale: Locale, agencyId: string, today: Day) {
  const t = await getTranslations("payments.agency");
  const { books, countedFrom, overdue, since } = await overdueRefundsOf(agencyId, today);
  if (books === 0 || !countedFrom)
    return (
      <Section title={t("title")}>
        <p className="max-w-measure">{t("noBooks")}</p>
      </Section>
    );
  const days = { today: formatDay(locale, today), from: formatDay(locale, countedFrom), books };
  return (
    <Section title={t("title")}>
      <div className="space-y-3">
        {overdue > 0 && since ? (
          <Verdict tone="danger" title={t("overdue", { count: overdue, since: formatDay(locale, since) })} />
        ) : (
          <p className="max-w-measure">{t("none", { books })}</p>
        )}
        <p className="max-w-measure text-small text-muted">{t("definition", days)}</p>
        <p className="text-small text-muted">{t("article")}</p>
      </div>
    </Section>
  );
}
