import { useTranslations } from "next-intl";
import { Verdict, type Tone } from "@/components/ui/status";

const answers = [
  ["genuine", "good"],
  ["forged", "danger"],
  ["unknownKey", "caution"],
  ["unable", "caution"],
] as const satisfies readonly (readonly [string, Tone])[];
/** Put in by the worker, which knows what they stand for. */
const blanks = { id: "{{id}}", day: "{{day}}", age: "{{age}}" };

/**
 * What the browser may find by itself, written here by the server and covered: without a connection the worker uncovers the one that is true
 * (public/sw.js). The attribute and `hidden` stand side by side, in this order, for it to find them.
 */
export function OfflineAnswers() {
  const t = useTranslations("codes.offline");
  return (
    <div data-offline="" hidden className="space-y-4">
      <p role="status" className="font-bold">
        {t("away")} {t("age", blanks)}
      </p>
      <div data-offline="type" hidden>
        <p>{t("type")}</p>
      </div>
      {answers.map(([name, tone]) => (
        <div key={name} data-offline={name} hidden>
          <Verdict tone={tone} title={t(name, blanks)}>
            {name === "genuine" && <p>{t("current")}</p>}
          </Verdict>
        </div>
      ))}
    </div>
  );
}
