// Forms of the two portals: what is wrong on top and at the fields, in words; what must travel along; one button.
import { useLocale, useTranslations } from "next-intl";
import type { InputHTMLAttributes, ReactNode } from "react";
import { address } from "@/app/_http/addresses";
import type { Outcome } from "@/app/_http/form";
import { languageOf } from "@/components/ui/format";
import { Button, type ButtonLook } from "@/components/ui/button";
import { ErrorList, Field, TextField, controlLook } from "@/components/ui/field";

export type Action = (data: FormData) => Promise<void>;

/** A code of a form, of a file or of a command, as a sentence. */
export function useFaultWords(): (code: string, details?: Outcome["details"]) => string {
  const portal = useTranslations("portal");
  const files = useTranslations("files");
  return (code, details = {}) => {
    const [context, condition] = code.split(".", 2);
    if (context === "files" && condition)
      return files.has(`refusals.${condition}` as never)
        ? files(`refusals.${condition}` as never, { limit: 10, ...details } as never)
        : portal("fault.notUnderstood");
    const key = condition ? `refusals.${context}.${condition}` : `fault.${code}`;
    return portal.has(key as never) ? portal(key as never, details as never) : portal("fault.notUnderstood");
  };
}

export const Hidden = ({ values }: { values: Readonly<Record<string, string | number | null | undefined>> }) => (
  <>
    {Object.entries(values).map(
      ([name, value]) =>
        value !== null && value !== undefined && <input key={name} type="hidden" name={name} value={String(value)} />,
    )}
  </>
);

/** The list of faults, and the way back in for whoever was signed out meanwhile. */
export function DeskFaults({ outcome, prefix = "" }: { outcome: Outcome | null; prefix?: string }) {
  const t = useTranslations("portal");
  const locale = languageOf(useLocale());
  const words = useFaultWords();
  if (!outcome) return null;
  const errors = Object.entries(outcome.faults).map(([field, code]) => ({
    field: field === "" ? "main" : `${prefix}${field}`,
    message: words(code, outcome.details),
  }));
  return (
    <div className="space-y-2">
      <ErrorList errors={errors} />
      {outcome.faults[""] === "signedOut" && (
        <a
          href={address(locale, "signIn")}
          target="_blank"
          rel="noopener"
          className="inline-flex min-h-11 items-center"
        >
          {t("signInElsewhere")}
        </a>
      )}
    </div>
  );
}

export function DeskForm({
  action,
  outcome,
  hidden = {},
  submit,
  look,
  prefix,
  children,
}: {
  action: Action;
  outcome: Outcome | null;
  hidden?: Readonly<Record<string, string | number | null | undefined>>;
  submit: ReactNode;
  look?: ButtonLook;
  prefix?: string;
  children?: ReactNode;
}) {
  return (
    <form action={action} className="max-w-measure space-y-5">
      <DeskFaults outcome={outcome} prefix={prefix} />
      <Hidden values={hidden} />
      {children}
      <Button look={look}>{submit}</Button>
    </form>
  );
}

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  outcome: Outcome | null;
  optional?: boolean;
  prefix?: string;
};

/** What was typed stands there again. */
export function DeskField({ outcome, name, prefix = "", defaultValue, ...rest }: FieldProps) {
  const words = useFaultWords();
  const code = outcome?.faults[name];
  return (
    <TextField
      {...rest}
      name={name}
      id={`${prefix}${name}`}
      defaultValue={rest.type === "file" ? undefined : (outcome?.typed(name) ?? defaultValue)}
      error={code && words(code, outcome?.details)}
    />
  );
}

/** Several lines of words. */
export function DeskText({
  outcome,
  name,
  id = name,
  value,
  rows = 3,
  maxLength = 500,
  ...told
}: {
  outcome: Outcome | null;
  name: string;
  id?: string;
  value?: string;
  rows?: number;
  maxLength?: number;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  error?: ReactNode;
}) {
  const words = useFaultWords();
  const code = outcome?.faults[name];
  const error = code ? words(code, outcome?.details) : told.error;
  return (
    <Field id={id} {...told} error={error}>
      <textarea
        {...{ id, name, rows, maxLength, className: controlLook, defaultValue: outcome?.typed(name) ?? value }}
        aria-invalid={error ? true : undefined}
        aria-describedby={[told.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined}
      />
    </Field>
  );
}
