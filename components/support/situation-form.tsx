import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { ErrorList, SelectField, TextField } from "@/components/ui/field";
import {
  situationBlocks,
  type SituationBlock,
  type SituationErrors,
  type SituationTyped,
} from "@/domain/support/rules";
import { alreadyHeld, policyGroups } from "@/domain/support/schema";
import { Asked, Question, YesNo } from "./question";

export type SituationFormProps = {
  /** What was said before, or what was just typed and refused. */
  typed: SituationTyped;
  errors: SituationErrors;
  /** Communes to choose from where the typed name fits several. */
  communes: readonly { id: string; name: string }[];
  /** Where the form goes: /api/situation, which answers by leading back to `hidden.next`. */
  action: string;
  hidden: Readonly<Record<string, string>>;
  /** Which questions this page asks; what the others said before stays. */
  blocks?: readonly SituationBlock[];
  /** Faults in `children`, listed with the rest. */
  moreErrors?: readonly { field: string; message: string }[];
  submit?: string;
  /** Questions of the page itself, before the button. */
  children?: ReactNode;
};

/** As the questions stand, so that the list of faults reads downwards. */
const order = ["group", "commune", "study", "programme", "months", "cost", "amount"];

/** Her situation, one question a block. Sent by POST: nothing of it stands in an address. */
export function SituationForm(props: SituationFormProps) {
  const { typed, errors, action, hidden, blocks = situationBlocks, moreErrors = [], submit, children } = props;
  const t = useTranslations("support");
  const faults = Object.entries(errors).map(([field, code]) => ({ field, message: t(`error.${code}`) }));
  const place = (field: string) => order.indexOf(field);
  const inOrder = [...faults, ...moreErrors].sort((a, b) => place(a.field) - place(b.field));
  const shows = (block: SituationBlock) => blocks.includes(block);
  const error = (field: keyof SituationErrors) => {
    const code = errors[field];
    return code && t(`error.${code}`);
  };
  return (
    <form id="situation" method="post" action={action} className="no-print max-w-measure space-y-5">
      <p>{t("form.skip")}</p>
      <ErrorList errors={inOrder} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {blocks.map((block) => (
        <input key={block} type="hidden" name="block" value={block} />
      ))}
      {shows("groups") && <Groups said={typed.group} error={error("group")} />}
      {shows("commune") && <Commune {...props} error={error("commune")} />}
      {shows("helped") && (
        <Question id="helped">
          <YesNo name="helped" legend={t("form.helped")} hint={t("form.helpedHint")} said={typed.helped} />
        </Question>
      )}
      {shows("has") && (
        <Question id="has">
          <Asked
            name="has"
            legend={t("form.has")}
            hint={t("form.hasHint")}
            kind="checkbox"
            choices={alreadyHeld.map((value) => ({
              value,
              label: t(`has.${value}`),
              checked: typed.has.includes(value),
            }))}
          />
        </Question>
      )}
      {shows("japan") && <Japan typed={typed} />}
      {shows("study") && (
        <Question id="study-block">
          <TextField
            name="study"
            label={t("form.study")}
            hint={t("form.studyHint")}
            unit={t("form.months")}
            inputMode="decimal"
            autoComplete="off"
            maxLength={5}
            className="figures"
            defaultValue={typed.study}
            error={error("study")}
          />
        </Question>
      )}
      {children}
      {shows("loan") && <Loan typed={typed} error={error("amount")} />}
      <Button>{submit ?? t("form.submit")}</Button>
    </form>
  );
}

function Groups({ said, error }: { said: readonly string[]; error?: string }) {
  const t = useTranslations("support");
  return (
    <Question id="group" error={error}>
      <Asked
        name="group"
        legend={t("form.groups")}
        hint={t("form.groupsHint")}
        error={error}
        kind="checkbox"
        choices={[...policyGroups, "none" as const].map((value) => ({
          value,
          label: t(`group.${value}`),
          checked: said.includes(value),
        }))}
      />
    </Question>
  );
}

/** Typed with or without marks; where several communes bear the name, the next answer offers them. */
function Commune({ typed, communes, error }: SituationFormProps & { error?: string }) {
  const t = useTranslations("support.form");
  return (
    <Question id="commune-block">
      <TextField
        name="commune"
        label={t("commune")}
        hint={t("communeHint")}
        autoComplete="off"
        maxLength={100}
        defaultValue={typed.commune}
        error={error}
      />
      <input type="hidden" name="communeAsked" value={typed.commune} />
      {communes.length > 0 ? (
        <SelectField
          name="communeId"
          label={t("communeWhich")}
          empty={t("communeChoose")}
          options={communes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <input type="hidden" name="communeId" value={typed.communeId} />
      )}
      <YesNo name="hard" legend={t("hard")} hint={t("hardHint")} said={typed.hard} />
    </Question>
  );
}

/** Only former technical interns have anything to say here, so it is folded. */
function Japan({ typed }: { typed: SituationTyped }) {
  const t = useTranslations("support.form");
  return (
    <Question id="japan">
      <Disclosure summary={t("japan")} open={typed.tts !== "" || typed.same !== ""}>
        <div className="space-y-4">
          <SelectField
            name="tts"
            label={t("tts")}
            empty={t("notSaid")}
            options={(["none", "1", "2", "3"] as const).map((value) => ({ value, label: t(`ttsStage.${value}`) }))}
            defaultValue={typed.tts}
          />
          <YesNo name="same" legend={t("same")} said={typed.same} />
        </div>
      </Disclosure>
    </Question>
  );
}

function Loan({ typed, error }: { typed: SituationTyped; error?: string }) {
  const t = useTranslations("support.form");
  return (
    <Question id="loan">
      <Asked
        name="loan"
        legend={t("loan")}
        hint={t("loanHint")}
        kind="radio"
        choices={(["", "most", "amount"] as const).map((value) => ({
          value,
          label: t(`loanChoice.${value === "" ? "none" : value}`),
          checked: typed.loan === value,
        }))}
      />
      <TextField
        name="amount"
        label={t("amount")}
        hint={t("amountHint")}
        unit="₫"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        className="figures"
        defaultValue={typed.amount}
        error={error}
      />
    </Question>
  );
}

/** Empties her device of what she said. */
export function ForgetForm({ action, next }: { action: string; next: string }) {
  const t = useTranslations("support.form");
  return (
    <form method="post" action={action} className="no-print">
      <input type="hidden" name="next" value={next} />
      <Button look="secondary" name="forget" value="1">
        {t("forget")}
      </Button>
    </form>
  );
}
