import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ceilings, ContractMinimums } from "@/components/fees/programme-rules";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDay, languageOf } from "@/components/ui/format";
import { Unknown, Unverified } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { FactTable, type Fact } from "@/components/ui/tables";
import type { Programme } from "@/domain/kernel/catalogue";
import type { ProgrammeCeilings } from "@/domain/fees/rules";
import { ageOf, factsOf, isState, stepsOf, wordsKeysOf } from "./facts";
import { Figures, Minimums } from "./figures";
import { programmeName } from "./names";

/** Sentences about one programme, where somebody has worded them. */
export function useProgrammeWords(code: string) {
  const t = useTranslations("programmes");
  return (field: string): string | null => {
    const key = wordsKeysOf(code).find((one) => t.has(`${one}.${field}`));
    return key ? t(`${key}.${field}`) : null;
  };
}

export const senderKey = (programme: Programme): string => {
  const [first, second] = programme.senders;
  if (!first) return "study";
  return second ? (first === "ministry" ? "ministry" : "either") : first;
};

const hostLanguage: Readonly<Record<string, string>> = { JP: "ja", KR: "ko", TW: "zh-Hant", DE: "de" };

/** One programme: who alone may send, what is asked, what it pays and costs, the ceilings, the way there. */
export function ProgrammePart({
  programme,
  ceilings,
  orders,
  open,
}: {
  programme: Programme;
  ceilings: ProgrammeCeilings | undefined;
  orders?: ReactNode;
  /** Where a market has one or two programmes nothing needs folding away. */
  open: boolean;
}) {
  const t = useTranslations("markets");
  const locale = languageOf(useLocale());
  const words = useProgrammeWords(programme.code);
  const state = isState(programme.senders);
  const steps = stepsOf(programme);
  const note = words("note");
  return (
    <section id={programme.code.toLowerCase()}>
      <h3 className="text-subheading">{programmeName(locale, programme.code)}</h3>
      {programme.localName && (
        <p lang={hostLanguage[programme.market]} className="text-muted">
          {programme.localName}
        </p>
      )}
      <p className="mt-1 flex flex-wrap gap-2">
        {state && <Status tone="good">{t("state")}</Status>}
        {programme.status !== "open" && (
          <Status tone="neutral">
            {t.has(`status.${programme.status}`) ? t(`status.${programme.status}`) : t("status.unknown")}
          </Status>
        )}
      </p>
      <div className="mt-3 space-y-4">
        <p className="max-w-measure">
          <strong>{t("senderTitle")}</strong> {t(`sender.${senderKey(programme)}`)}
        </p>
        {note && <p className="max-w-measure">{note}</p>}
        <div className="grid gap-4 md:grid-cols-2 md:gap-10">
          <div className="space-y-2">
            <Figures programme={programme} what="salary" />
            <Minimums programme={programme} />
          </div>
          <Figures programme={programme} what="cost" />
        </div>
        <div>
          <Disclosure summary={t("conditionsTitle")} open={open}>
            <Conditions programme={programme} />
          </Disclosure>
          {ceilings && (
            <Disclosure summary={t("ceiling.title")} open={open}>
              <Ceilings ceilings={ceilings} />
            </Disclosure>
          )}
          {ceilings && ceilings.minimums.length > 0 && (
            <Disclosure summary={t("minimumsTitle")} open={open}>
              <ContractMinimums rules={ceilings.minimums} />
            </Disclosure>
          )}
          {steps.length > 0 && (
            <Disclosure summary={t("steps")}>
              <ol className="max-w-measure list-decimal space-y-1 pl-6">
                {steps.map((step) => (
                  <li key={step}>{t(`step.${step}`)}</li>
                ))}
              </ol>
            </Disclosure>
          )}
        </div>
        {orders}
      </div>
    </section>
  );
}

function Conditions({ programme }: { programme: Programme }) {
  const t = useTranslations("markets");
  const locale = languageOf(useLocale());
  const words = useProgrammeWords(programme.code);
  const age = ageOf(programme);
  const said = (key: string, verified = false): Fact | null => {
    const text = words(key);
    return text
      ? {
          key,
          label: t(`fact.${key}`),
          value: (
            <>
              {text} {!verified && <Unverified />}
            </>
          ),
        }
      : null;
  };
  const ageText =
    age &&
    t(age.min !== null && age.max !== null ? "ageBoth" : age.min !== null ? "ageFrom" : "ageTo", {
      min: age.min ?? 0,
      max: age.max ?? 0,
    });
  const facts: (Fact | null)[] = [
    programme.approvals.length > 0
      ? {
          key: "approvals",
          label: t("fact.approvals"),
          value: programme.approvals.map((code) => t(`approval.${code}`)).join("; "),
        }
      : null,
    {
      key: "age",
      label: t("fact.age"),
      value: ageText ? (
        <>
          {ageText} {!age?.verified && <Unverified />}
        </>
      ) : (
        <Unknown ask={t("askSender")} />
      ),
    },
    said("language") ?? { key: "language", label: t("fact.language"), value: <Unknown ask={t("askSender")} /> },
    ...["education", "skill", "health", "sex", "conditions", "training"].map((key) => said(key)),
    { key: "contract", label: t("fact.contract"), value: <ContractLength programme={programme} /> },
    ...["deductions", "airfare", "employerPays", "quota", "ends"].map((key) => said(key)),
  ];
  const from = factsOf(programme).effective_from;
  return (
    <>
      {from && <p className="max-w-measure font-medium">{t("startsOn", { day: formatDay(locale, from) })}</p>}
      <FactTable facts={facts.filter((fact): fact is Fact => fact !== null)} />
    </>
  );
}

function ContractLength({ programme }: { programme: Programme }) {
  const t = useTranslations("markets.contract");
  const locale = languageOf(useLocale());
  const contract = factsOf(programme).contract_months;
  if (!contract) return <Unknown />;
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const parts = [
    contract.options && t("options", { months: list.format(contract.options.map(String)) }),
    contract.min !== undefined && contract.max !== undefined
      ? t("range", { min: contract.min, max: contract.max })
      : contract.min !== undefined
        ? t("min", { min: contract.min })
        : contract.max !== undefined && t("max", { max: contract.max }),
    contract.extension && t("extension", { months: contract.extension }),
    contract.extension_to && t("extensionTo", { months: contract.extension_to }),
    contract.renewable && t("renewable"),
  ].filter(Boolean);
  return parts.length > 0 ? <>{parts.join("; ")}</> : <Unknown />;
}
