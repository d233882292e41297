import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

export type NavKey = "orders" | "check" | "markets" | "fees" | "support" | "agencies";
export type NavLink = { key: NavKey; href: string; current: boolean };
export type OtherLanguage = { href: string; hrefLang: string };

/** Name, sections, language. On a phone the sections open from a summary, without script. */
export function Header({
  home,
  links,
  other,
  account,
}: {
  home: string;
  links: readonly NavLink[];
  other: OtherLanguage;
  /** One address for everybody, signed in or not: pages are kept. */
  account: string;
}) {
  const t = useTranslations("shell");
  return (
    <header className="no-print relative border-b border-line">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-3 px-4 sm:gap-x-6 sm:px-6">
        <a href={home} className="mr-auto inline-flex min-h-14 items-center text-ink no-underline hover:underline">
          <span className="font-bold sm:text-subheading">{t("service")}</span>
        </a>
        <span className="hidden sm:inline-flex sm:gap-6">
          <LanguageSwitch other={other} />
          <SignInLink href={account} />
        </span>
        <details className="group lg:hidden">
          <summary className="inline-flex min-h-11 list-none items-center gap-2 font-medium text-action [&::-webkit-details-marker]:hidden">
            <span className="group-open:hidden">
              <Icon name="menu" />
            </span>
            <span className="hidden group-open:inline">
              <Icon name="cross" />
            </span>
            {t("menu")}
          </summary>
          <div className="absolute inset-x-0 top-full z-10 border-y border-line bg-surface px-4 pb-2 shadow-float sm:px-6">
            <nav aria-label={t("mainNavigation")}>
              <NavList links={links} className="divide-y divide-line" linkClass="flex min-h-12 items-center" />
            </nav>
            <p className="flex gap-6 border-t border-line sm:hidden">
              <LanguageSwitch other={other} />
              <SignInLink href={account} />
            </p>
          </div>
        </details>
        <nav aria-label={t("mainNavigation")} className="-mx-3 hidden basis-full lg:block">
          <NavList
            links={links}
            className="flex"
            linkClass="inline-flex min-h-12 items-center border-b-4 border-transparent px-3 aria-[current]:border-action"
          />
        </nav>
      </div>
    </header>
  );
}

function NavList({ links, className, linkClass }: { links: readonly NavLink[]; className: string; linkClass: string }) {
  const t = useTranslations("shell.nav");
  return (
    <ul className={className}>
      {links.map((link) => (
        <li key={link.key}>
          <a
            href={link.href}
            aria-current={link.current ? "page" : undefined}
            className={`font-medium text-ink no-underline hover:underline aria-[current]:text-action ${linkClass}`}
          >
            {t(link.key)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function SignInLink({ href }: { href: string }) {
  const t = useTranslations("shell");
  return (
    <a href={href} className="inline-flex min-h-11 items-center">
      {t("signIn")}
    </a>
  );
}

/** The same page in the other language, named in that language. */
export function LanguageSwitch({ other }: { other: OtherLanguage }) {
  const t = useTranslations("shell");
  return (
    <a
      href={other.href}
      hrefLang={other.hrefLang}
      lang={other.hrefLang}
      rel="alternate"
      className="inline-flex min-h-11 items-center"
    >
      {t("otherLanguage")}
    </a>
  );
}
