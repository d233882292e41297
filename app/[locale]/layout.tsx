import "../globals.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DemoBanner } from "@/components/shell/demo-banner";
import { Footer } from "@/components/shell/footer";
import { Header } from "@/components/shell/header";
import { Drawn } from "@/components/ui/drawn-part";
import { isLocale } from "@/app/_http/addresses";
import { localeOf, shellOf } from "@/app/_http/shell";
import { site } from "@/app/_http/site";
import { beVietnamPro, figures } from "../fonts/be-vietnam-pro";

export async function generateMetadata({ params }: LayoutProps<"/[locale]">): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOf((await params).locale), namespace: "shell" });
  return {
    metadataBase: site.url,
    title: { default: t("service"), template: `%s – ${t("service")}` },
    description: t("purpose"),
    manifest: "/manifest.webmanifest",
    formatDetection: { telephone: false, date: false, address: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#12161c" },
  ],
};

export default async function Layout({ params, children }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations("shell");
  const shell = await shellOf(locale);
  return (
    <html lang={locale} className={`${beVietnamPro.variable} ${figures.variable}`}>
      <body>
        <Drawn>
          <a
            href="#main"
            className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-surface focus:px-4 focus:py-3"
          >
            {t("skip")}
          </a>
          {shell.demo && <DemoBanner />}
          <Header home={shell.home} links={shell.links} other={shell.other} account={shell.account} />
        </Drawn>
        <main id="main">{children}</main>
        <Drawn>
          <Footer {...shell} />
        </Drawn>
      </body>
    </html>
  );
}
