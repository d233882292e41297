// The first page of an agency: what must be done, then what it has.
import { useLocale, useTranslations } from "next-intl";
import { address } from "@/app/_http/addresses";
import { formatDay, languageOf } from "@/components/ui/format";
import { Empty, Section } from "@/components/ui/page";
import { type Day, addDays } from "@/domain/kernel/calendar";
import type { ContractCard } from "@/domain/orders/queries";
import { ContractList } from "./contract-list";
import { type OrderState, OrderStates } from "./order-states";

/** So long before a contract ends its agency is reminded; our choice. */
const endsSoonDays = 60;

export function PortalTasks({
  contracts,
  hidden,
  drafts,
  today,
}: {
  contracts: readonly ContractCard[];
  hidden: number;
  drafts: number;
  today: Day;
}) {
  const t = useTranslations("portal.front");
  const locale = languageOf(useLocale());
  const ends = (validTo: Day | null) => validTo !== null && validTo > today && validTo <= addDays(today, endsSoonDays);
  const tasks = contracts.flatMap(({ reference, status, validTo }) => {
    const href = address(locale, "portalContract", { id: reference });
    if (status === "returned") return [{ href, text: t("mend", { reference }) }];
    if (status === "draft") return [{ href, text: t("finish", { reference }) }];
    if (status === "approved" && ends(validTo))
      return [{ href, text: t("ends", { reference, day: formatDay(locale, validTo ?? today) }) }];
    return [];
  });
  // Orders are not yet written in the portal: its own list below says what hides each.
  const orders = "#orders";
  if (hidden > 0) tasks.unshift({ href: orders, text: t("hidden", { count: hidden }) });
  if (drafts > 0) tasks.push({ href: orders, text: t("drafts", { count: drafts }) });
  return (
    <Section title={t("tasks")}>
      {tasks.length === 0 ? (
        <Empty title={t("nothing")} />
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {tasks.slice(0, 30).map(({ href, text }) => (
            <li key={text}>
              <a href={href} className="inline-flex min-h-11 items-center py-2">
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const most = 5;

export function PortalContracts({ contracts }: { contracts: readonly ContractCard[] }) {
  const t = useTranslations("portal");
  const locale = languageOf(useLocale());
  return (
    <Section title={t("contracts.title")}>
      <ContractList contracts={contracts.slice(0, most)} route="portalContract" empty={t("contracts.empty")} />
      <a href={address(locale, "portalContracts")} className="inline-flex min-h-11 items-center">
        {t("front.allContracts", { count: contracts.length })}
      </a>
    </Section>
  );
}

export function PortalOrders({
  orders,
  counts,
}: {
  orders: readonly OrderState[];
  counts: Partial<Record<string, number>>;
}) {
  const t = useTranslations("portal");
  const states = Object.entries(counts).map(
    ([status, count]) => `${t(`order.status.${status}` as "order.status.draft")}: ${count ?? 0}`,
  );
  return (
    <Section id="orders" title={t("front.orders")} lead={states.join(" · ") || undefined}>
      {orders.length === 0 ? <Empty title={t("front.noOrders")} /> : <OrderStates orders={orders} hrefOf={null} />}
    </Section>
  );
}
