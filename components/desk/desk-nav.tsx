import { useLocale, useTranslations } from "next-intl";
import { type Route, address } from "@/app/_http/addresses";
import { languageOf } from "@/components/ui/format";
import type { AgencyStaff, Officer } from "@/domain/kernel/actor";

type Place = { key: string; route: Extract<Route, `portal${string}` | `office${string}` | "account"> };
const agencyPlaces: readonly Place[] = [
  { key: "portal", route: "portal" },
  { key: "contracts", route: "portalContracts" },
  { key: "notices", route: "portalNotices" },
  { key: "staff", route: "portalStaff" },
];
const officePlaces: readonly Place[] = [
  { key: "office", route: "office" },
  { key: "accounts", route: "officeAccounts" },
  { key: "contracts", route: "officeContracts" },
  { key: "notices", route: "officeNotices" },
  { key: "reports", route: "officeReports" },
];

/** What is not hers to do is not offered; a page opened all the same decides for itself. */
function placesFor(actor: AgencyStaff | Officer): readonly Place[] {
  if (actor.kind === "agency_staff") return agencyPlaces.filter(({ key }) => key !== "staff" || actor.role === "owner");
  const hidden = { ministry: [""], province: [""], commune: ["accounts", "contracts"] };
  return officePlaces.filter(({ key }) => !hidden[actor.level].includes(key));
}

/** The parts of a portal, by role; where one is, is marked. */
export function DeskNav({ actor, current }: { actor: AgencyStaff | Officer; current: Place["route"] }) {
  const t = useTranslations("portal.nav");
  const locale = languageOf(useLocale());
  return (
    <nav aria-label={t(actor.kind)} className="no-print border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {placesFor(actor).map(({ key, route }) => (
          <li key={key}>
            <a
              href={address(locale, route as "portal")}
              aria-current={route === current ? "page" : undefined}
              className={`inline-flex min-h-11 items-center ${route === current ? "font-bold text-ink" : ""}`}
            >
              {t(key as "portal")}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
