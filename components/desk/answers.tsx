// An officer's answer: what is wrong, field by field, or yes.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Outcome } from "@/app/_http/form";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/status";
import { type Action, DeskForm, DeskText } from "./desk-form";

export type Remarkable = { field: string; label: string; value: string };

/** One box beside each thing that can be wrong; empty boxes say nothing. */
export function ReturnForm({
  action,
  outcome,
  hidden,
  fields,
  title,
  submit,
}: {
  action: Action;
  outcome: Outcome | null;
  hidden: Readonly<Record<string, string | number>>;
  fields: readonly Remarkable[];
  title: string;
  submit: string;
}) {
  return (
    <Disclosure summary={title} open={outcome !== null}>
      <DeskForm {...{ action, outcome, hidden, submit, look: "secondary", prefix: "return-" }}>
        {fields.map(({ field, label, value }) => (
          <DeskText
            key={field}
            {...{ outcome, name: `remark.${field}`, id: `return-remark.${field}`, label, hint: value || undefined }}
            {...{ rows: 2, optional: true }}
          />
        ))}
      </DeskForm>
    </Disclosure>
  );
}

/** What the authority wrote when it sent something back. */
export function RemarksNotice({
  title,
  remarks,
  label,
}: {
  title: ReactNode;
  remarks: Readonly<Record<string, string>>;
  label: (field: string) => string;
}) {
  const t = useTranslations("portal");
  const lines = Object.entries(remarks);
  if (lines.length === 0) return null;
  return (
    <Notice title={title} label={t("remarks")}>
      <ul className="list-disc pl-5">
        {lines.map(([field, text]) => (
          <li key={field}>
            <strong className="font-medium">{`${label(field)}: `}</strong>
            {text}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
