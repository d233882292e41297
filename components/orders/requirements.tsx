import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Unknown } from "@/components/ui/money";
import type { OrderPage } from "@/domain/orders/queries";
import { provinceName } from "./names";
import { LanguageNeeded } from "./pay-text";

type Facts = OrderPage["facts"];

/** Who can go, as lines to tick for oneself; only what the order asks, and what it leaves open in words. */
export function Requirements({ facts }: { facts: Facts }) {
  const t = useTranslations("orders.requirements");
  const lines: [string, ReactNode][] = [
    ["sex", <Sex key="sex" facts={facts} />],
    ["age", ageText(t, facts)],
    ["language", <LanguageNeeded key="language" order={facts} />],
    [
      "education",
      facts.education === null
        ? (facts.educationNote ?? t("notAsked"))
        : joined(t(`educationLevel.${facts.education}`), facts.educationNote),
    ],
    ["experience", experienceText(t, facts)],
    ["height", bodyText(t, facts)],
    ["health", <Health key="health" facts={facts} />],
    ["province", provincesText(t, facts) ?? <Unknown key="province" />],
  ];
  return (
    <ul className="divide-y divide-line border-y border-line">
      {lines.map(([key, value]) => (
        <li key={key} className="flex gap-3 py-3">
          <span aria-hidden="true" className="mt-1 size-5 shrink-0 rounded-box border-2 border-edge" />
          <span className="min-w-0">
            <span className="font-medium">{t(key)}:</span> {value}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Words = ReturnType<typeof useTranslations<"orders.requirements">>;
const joined = (first: string, note: string | null): string => (note ? `${first} (${note})` : first);

function ageText(t: Words, { ageMin, ageMax }: Facts): ReactNode {
  if (ageMin === null && ageMax === null) return <Unknown />;
  if (ageMax === null) return t("ageFrom", { from: ageMin ?? 18 });
  return ageMin === null ? t("ageTo", { to: ageMax }) : t("ageRange", { from: ageMin, to: ageMax });
}

function experienceText(t: Words, { experienceMonths, experienceNote }: Facts): string {
  if (experienceMonths === null) return experienceNote ?? t("notAsked");
  return joined(
    experienceMonths === 0 ? t("noExperience") : t("experienceMonths", { count: experienceMonths }),
    experienceNote,
  );
}

function bodyText(t: Words, { heightMinCm, weightMinKg }: Facts): string {
  const parts = [
    heightMinCm && t("heightMin", { cm: heightMinCm }),
    weightMinKg && t("weightMin", { kg: weightMinKg }),
  ];
  return parts.filter((part) => part).join(", ") || t("notAsked");
}

function provincesText(t: Words, { nationwide, provinces }: Facts): string | null {
  if (nationwide) return t("nationwide");
  return provinces.length > 0 ? provinces.map(provinceName).join(", ") : null;
}

function Sex({ facts }: { facts: Facts }) {
  const t = useTranslations("orders.requirements");
  const split = facts.quantityMale !== null && facts.quantityFemale !== null && facts.sex === "any";
  return split
    ? t("sexSplit", { male: facts.quantityMale ?? 0, female: facts.quantityFemale ?? 0 })
    : t(`sexes.${facts.sex}`);
}

function Health({ facts }: { facts: Facts }) {
  const t = useTranslations("orders.requirements");
  const stated = facts.health.map((code) => (t.has(`exclusion.${code}`) ? t(`exclusion.${code}`) : code));
  if (stated.length === 0) return facts.healthNote ?? t("healthCheck");
  return joined(t("notWith", { list: stated.join(", ") }), facts.healthNote);
}
