// Everything that waits for this officer, from every context that has a queue: each asks its own table within her own place.
import { getTranslations } from "next-intl/server";
import { type Locale, address } from "@/app/_http/addresses";
import type { Waits } from "@/components/desk/queue";
import { oldestFirst } from "@/components/desk/queue";
import { marketName, provinceName } from "@/components/orders/names";
import { isMinistry } from "@/domain/accounts/access";
import { reportQueue } from "@/domain/complaints/queries";
import type { Officer } from "@/domain/kernel/actor";
import { dayOf } from "@/domain/kernel/calendar";
import { requestsWaitingFor } from "@/domain/licences/queries";
import { noticesFor } from "@/domain/notices/queries";
import { contractsWaitingFor } from "@/domain/orders/queries";
import { flagsFor } from "@/domain/payments/queries";

const noLaw = { due: null, basis: null } as const;

export async function accountsWaiting(locale: Locale, officer: Officer): Promise<Waits[]> {
  const requests = await requestsWaitingFor(officer);
  return requests.map(({ id, reference, agency, contactName, position, sentAt }) => ({
    ...{ kind: "account" as const, key: reference, href: address(locale, "officeAccount", { id }), title: agency.name },
    ...{ note: `${contactName}, ${position}`, since: sentAt, ...noLaw },
  }));
}

export async function contractsWaiting(locale: Locale, officer: Officer): Promise<Waits[]> {
  const contracts = await contractsWaitingFor(officer);
  return contracts.map((one) => ({
    ...{ kind: "contract" as const, key: one.reference, title: one.agency.name },
    href: address(locale, "officeContract", { id: one.reference }),
    note: `${one.partnerName}, ${marketName(locale, one.market)}`,
    ...{ since: one.submittedAt ?? new Date(0), due: one.answerDueOn, basis: "law" as const },
  }));
}

async function noticesWaiting(locale: Locale, officer: Officer): Promise<Waits[]> {
  const notices = await noticesFor(officer, "waiting");
  return notices.map(({ reference, order, agency, province, filedAt }) => ({
    ...{ kind: "notice" as const, key: reference, href: address(locale, "officeNotice", { id: reference }) },
    ...{ title: agency?.nameVi ?? agency?.nameEn ?? "", note: `${order.title}, ${provinceName(province)}` },
    ...{ since: filedAt, ...noLaw },
  }));
}

/** The next clock of each report that still runs. */
async function reportsWaiting(locale: Locale, officer: Officer): Promise<Waits[]> {
  const t = await getTranslations("office");
  const queue = await reportQueue(officer, "open", 1);
  return (queue?.reports ?? []).map(({ number, contacts, clocks, receivedAt }) => {
    const [next] = clocks.filter(({ doneAt }) => doneAt === null).sort((a, b) => a.due.getTime() - b.due.getTime());
    return {
      ...{ kind: "report" as const, key: number, href: address(locale, "officeReport", { number }) },
      ...{ title: contacts[0]?.value ?? t("kind.report"), since: receivedAt },
      ...{ due: next ? dayOf(next.due) : null, basis: next?.basis ?? null },
    };
  });
}

/** Books name no place, so the ministry alone looks at what differs in them. */
async function flagsWaiting(officer: Officer): Promise<Waits[]> {
  if (!isMinistry(officer)) return [];
  const flags = await flagsFor("open");
  return flags.map(({ id, reference, senderName, orderReference, openedAt }) => ({
    ...{ kind: "flag" as const, key: `${reference} ${id.slice(-4)}`, href: null, title: senderName },
    ...{ note: orderReference, since: openedAt, ...noLaw },
  }));
}

export async function waitingFor(locale: Locale, officer: Officer): Promise<Waits[]> {
  const all = await Promise.all([
    ...[accountsWaiting(locale, officer), contractsWaiting(locale, officer), noticesWaiting(locale, officer)],
    ...[reportsWaiting(locale, officer), flagsWaiting(officer)],
  ]);
  return oldestFirst(all.flat());
}
