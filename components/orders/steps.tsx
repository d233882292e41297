import { useTranslations } from "next-intl";
import { programmeOf } from "@/domain/kernel/catalogue";
import { slugOf } from "@/domain/kernel/text";

const stepsOf = (programme: string): readonly string[] => {
  const facts = programmeOf(programme)?.facts;
  return (facts && "steps" in facts && facts.steps) || [];
};

/** From here to the airport as the programme goes: what, who does it, how long where known. */
export function Steps({ programme }: { programme: string }) {
  const t = useTranslations("orders.steps");
  const steps = stepsOf(programme);
  if (steps.length === 0) return <p>{t("unknown")}</p>;
  return (
    <ol className="list-decimal space-y-3 pl-6 marker:font-bold">
      {steps.map((step) => {
        const key = slugOf(step);
        const part = (name: string) => (t.has(`${key}.${name}`) ? t(`${key}.${name}`) : null);
        return (
          <li key={key} className="pl-1">
            <span className="font-medium">{part("do") ?? step}</span>
            <span className="block text-small text-muted">
              {[part("who"), part("time")].filter((said) => said !== null).join(" · ") || t("whoUnknown")}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
