import { useLocale, useTranslations } from "next-intl";
import { type Locale, address } from "@/app/_http/addresses";
import { Button, LinkButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { formatDay, languageOf } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Verdict } from "@/components/ui/status";
import { FactTable } from "@/components/ui/tables";
import { dayOf } from "@/domain/kernel/calendar";
import type { Declared, NoticeView } from "@/domain/notices/queries";
import { Recruiters } from "./notice-facts";
import { agencyText, placeText, provinceText } from "./words";

/** Who may recruit here: agency, order, days, the recruiters as declared, and who accepted it. */
export function Recruiting({ title, notices }: { title: string; notices: readonly NoticeView[] }) {
  const t = useTranslations("notices");
  const locale = languageOf(useLocale()) as Locale;
  if (notices.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="divide-y divide-line border-y border-line">
        {notices.map((notice) => (
          <li key={notice.id} className="py-4">
            <h3>
              {notice.agency && (
                <a href={address(locale, "agency", { slug: notice.agency.slug })}>{agencyText(notice.agency)}</a>
              )}
            </h3>
            <FactTable
              facts={[
                {
                  key: "order",
                  label: t("public.forOrder"),
                  value: (
                    <a href={address(locale, "order", { reference: notice.order.reference })}>
                      {`${notice.order.reference} · ${notice.order.title}`}
                    </a>
                  ),
                },
                {
                  key: "days",
                  label: t("page.days"),
                  value: t("page.fromTo", {
                    from: formatDay(locale, notice.fromOn),
                    to: formatDay(locale, notice.toOn),
                  }),
                },
                { key: "place", label: t("page.place"), value: placeText(t, notice), note: notice.venues.join("; ") },
                {
                  key: "recruiters",
                  label: t("page.recruiters"),
                  value: <Recruiters recruiters={notice.recruiters} />,
                  note: `${t("public.acceptedBy", {
                    office: notice.decidedOffice ?? "",
                    day: notice.decidedAt ? formatDay(locale, dayOf(notice.decidedAt)) : "",
                  })} · ${t("public.reference", { reference: notice.reference })}`,
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Name or number of somebody who says they recruit here. */
export function RecruiterForm({ action, name, phone }: { action: string; name: string; phone: string }) {
  const t = useTranslations("notices.public");
  return (
    <form action={action} className="no-print max-w-measure space-y-4">
      <TextField name="phone" type="tel" label={t("phone")} defaultValue={phone} maxLength={40} autoComplete="off" />
      <TextField name="name" label={t("name")} defaultValue={name} maxLength={100} autoComplete="off" />
      <Button>{t("submit")}</Button>
    </form>
  );
}

type Answer = {
  /** Declared for this place, the best answer first. */
  here: readonly Declared[];
  /** Declared for other provinces only. */
  elsewhere: readonly Declared[];
  place: string;
  asked: { phone: boolean; name: boolean };
  reportHref: string;
};

/** One sentence, and what to do; outside a valid notice the answer is "not announced here". */
export function RecruiterAnswer({ here, elsewhere, place, asked, reportHref }: Answer) {
  const t = useTranslations("notices.public");
  const locale = languageOf(useLocale());
  const [best] = here;
  const report = (
    <p className="no-print">
      <LinkButton href={reportHref} look="secondary">
        {t("report")}
      </LinkButton>
    </p>
  );
  if (!best) {
    const places = [
      ...new Set(elsewhere.filter(({ state }) => state === "valid").map((one) => provinceText(one.province))),
    ];
    return (
      <Verdict tone="danger" title={t("answer.none")}>
        <p>{t("answer.noneText", { place })}</p>
        {places.length > 0 && <p>{t("answer.elsewhere", { places: places.join(", ") })}</p>}
        {report}
      </Verdict>
    );
  }
  const kind =
    best.state !== "valid"
      ? best.state
      : best.matched === "phone" && asked.name
        ? "phoneOnly"
        : best.matched === "name" && asked.phone
          ? "nameOnly"
          : "valid";
  const values = {
    agency: agencyText(best.agency),
    ...best.recruiter,
    place: provinceText(best.province),
    order: best.order.reference,
    from: formatDay(locale, best.fromOn),
    to: formatDay(locale, best.toOn),
  };
  const tone = kind === "valid" ? "good" : kind === "suspended" || kind === "over" ? "danger" : "caution";
  return (
    <Verdict tone={tone} title={t(`answer.${kind}`, values)}>
      <p>{t(`answer.${kind}Text`, values)}</p>
      <p>
        <a href={address(locale as Locale, "agency", { slug: best.agency.slug })}>{values.agency}</a>
        {" · "}
        <a href={address(locale as Locale, "order", { reference: best.order.reference })}>
          {`${best.order.reference} · ${best.order.title}`}
        </a>
      </p>
      {kind !== "valid" && report}
    </Verdict>
  );
}
