// One market on the fees page: ceilings and contract minimums of each programme, then what its open orders ask.
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { address, type Locale } from "@/app/_http/addresses";
import { Ceilings, ContractMinimums } from "@/components/fees/programme-rules";
import { useLimit } from "@/components/fees/rule-words";
import { senderKey } from "@/components/markets/programme";
import { marketName, programmeName } from "@/components/markets/names";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { type ProgrammeCeilings, type RuleLine, ceilingsOverview } from "@/domain/fees/rules";
import type { Day } from "@/domain/kernel/calendar";
import { marketOf, markets, programmeOf } from "@/domain/kernel/catalogue";
import { offers } from "./offers";

export async function lawOfMarket({ locale, asked, today }: { locale: Locale; asked: string; today: Day }) {
  const t = await getTranslations("fees-page.market");
  const market = marketOf(asked.slice(0, 2).toUpperCase());
  if (!market || market.foreignNoticesOnly)
    return (
      <Section id="nuoc" title={t("title")} lead={t("lead")}>
        <MarketLinks locale={locale} />
      </Section>
    );
  const name = marketName(locale, market.code);
  const programmes = ceilingsOverview(market.code, today);
  const links = [
    [`${address(locale, "asked", null, { market: market.code })}`, t("askedHere", { market: name })],
    [address(locale, "market", { slug: market.slug }), t("guide", { market: name })],
  ] as const;
  return (
    <>
      <Section id="nuoc" title={t("here", { market: name })} lead={t("hereLead", { day: formatDay(locale, today) })}>
        <div className="space-y-8">
          {programmes.map((one) => (
            <ProgrammeLaw key={one.programme} locale={locale} law={one} open={programmes.length <= 2} />
          ))}
          {programmes.length === 0 && <NoProgramme />}
          <ul>
            {links.map(([href, label]) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-11 items-center">
                  {label}
                </a>
              </li>
            ))}
          </ul>
          <Disclosure summary={t("other")}>
            <MarketLinks locale={locale} />
          </Disclosure>
        </div>
      </Section>
      <Section id="don-hang" title={t("offers", { market: name })}>
        {await offers(locale, market.code)}
      </Section>
    </>
  );
}

function MarketLinks({ locale }: { locale: Locale }) {
  return (
    <ul className="flex flex-wrap gap-x-6">
      {markets
        .filter((one) => !one.foreignNoticesOnly)
        .map(({ code }) => (
          <li key={code}>
            <a
              href={`${address(locale, "fees", null, { market: code })}#nuoc`}
              className="inline-flex min-h-11 items-center"
            >
              {marketName(locale, code)}
            </a>
          </li>
        ))}
    </ul>
  );
}

function ProgrammeLaw({ locale, law, open }: { locale: Locale; law: ProgrammeCeilings; open: boolean }) {
  const t = useTranslations("fees-page.market");
  const senders = useTranslations("markets");
  const fees = useTranslations("fees");
  const limit = useLimit();
  const words = useTranslations("fees-page.limit");
  const programme = programmeOf(law.programme);
  const shortly = ([line]: readonly RuleLine[]): string => {
    if (!line) return words("no_rule");
    const condition =
      line.condition && fees.has(`condition.${line.rule}`) ? ` (${fees(`condition.${line.rule}`)})` : "";
    return limit(line) + condition;
  };
  return (
    <section>
      <h3>{programmeName(locale, law.programme)}</h3>
      {programme && senderKey(programme) !== "service_enterprise" && (
        <p className="mt-1 max-w-measure">
          <strong>{senders("senderTitle")}</strong> {senders(`sender.${senderKey(programme)}`)}
        </p>
      )}
      <p className="mt-1 max-w-measure">
        {t("essence", { fee: shortly(law.serviceFee), deposit: shortly(law.deposit) })}
      </p>
      <Disclosure summary={t("more")} open={open}>
        <Ceilings ceilings={law} />
        {law.minimums.length > 0 ? (
          <div className="mt-4">
            <h4>{t("minimums")}</h4>
            <ContractMinimums rules={law.minimums} />
          </div>
        ) : (
          law.senders.length > 0 && <p className="mt-2 max-w-measure text-muted">{t("noMinimums")}</p>
        )}
      </Disclosure>
    </section>
  );
}

function NoProgramme() {
  const t = useTranslations("fees-page.market");
  const fees = useTranslations("fees");
  return <p className="max-w-measure">{t("none", { general: fees("rule.SF-GEN") })}</p>;
}
