import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSwitch, type OtherLanguage } from "./header";

/** Department of Overseas Labour, as printed in older notices; the page marks it as not verified. */
/** Said wherever somebody is told whom to call. */
export const hotline = { number: "024.3824.9517", extension: "512, 513", call: "tel:+842438249517" };

type FooterProps = {
  data: string;
  accessibility: string;
  /** Where to check who calls, to report, and whom the authorities warn of. */
  contact: string;
  report: string;
  warnings: string;
  /** Who may recruit where, and the check of codes on paper. */
  recruiting: string;
  codes: string;
  version: string;
  other: OtherLanguage;
};

/** Advice that belongs on every page, whom to ask, who runs the site. */
export function Footer({
  data,
  accessibility,
  contact,
  report,
  warnings,
  recruiting,
  codes,
  version,
  other,
}: FooterProps) {
  const t = useTranslations("shell.footer");
  const nav = useTranslations("shell");
  return (
    <footer className="border-t-4 border-action bg-wash">
      <div className="mx-auto grid max-w-page gap-8 px-4 py-10 sm:px-6 md:grid-cols-3">
        <Part title={t("adviceTitle")}>
          <p>{t("advice")}</p>
        </Part>
        <Part title={t("helpTitle")}>
          <p>{t("help")}</p>
          <p>
            <a href={hotline.call} className="inline-flex min-h-11 items-center">
              {t("hotline", hotline)}
            </a>
            <span className="block text-small text-caution">{t("hotlineNote")}</span>
          </p>
          <p>{t("helpLocal")}</p>
          <ul className="no-print">
            {Object.entries({ contact, recruiting, codes, report, warnings }).map(([key, href]) => (
              <li key={key}>
                <a href={href} className="inline-flex min-h-11 items-center">
                  {t(key as "contact")}
                </a>
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t("aboutTitle")}>
          <p>{t("about")}</p>
          <nav aria-label={nav("footerNavigation")} className="no-print">
            <ul className="flex flex-wrap gap-x-6">
              <li>
                <a href={data} className="inline-flex min-h-11 items-center">
                  {t("data")}
                </a>
              </li>
              <li>
                <a href={accessibility} className="inline-flex min-h-11 items-center">
                  {t("accessibility")}
                </a>
              </li>
              <li>
                <LanguageSwitch other={other} />
              </li>
            </ul>
          </nav>
          <p className="text-small text-muted">{t("version", { version })}</p>
        </Part>
      </div>
    </footer>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-body">{title}</h2>
      <div className="mt-2 max-w-measure space-y-2">{children}</div>
    </section>
  );
}
