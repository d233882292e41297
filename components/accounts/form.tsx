import { useTranslations } from "next-intl";
import type { InputHTMLAttributes, ReactNode } from "react";
import type { Outcome } from "@/app/_http/form";
import { Button, type ButtonLook } from "@/components/ui/button";
import { ErrorList, TextField } from "@/components/ui/field";

type Action = (data: FormData) => Promise<void>;
type Words = ReturnType<typeof useTranslations<"accounts">>;

/** Codes of faults in sentences: the form's own, or a refusal of the house. */
export function faultText(t: Words, code: string, details: Outcome["details"] = {}): string {
  const [context, condition] = code.split(".", 2);
  const key = condition && context === "accounts" ? `refusals.${condition}` : `fault.${code}`;
  return t.has(key as never) ? t(key as never, details as never) : t("fault.notUnderstood");
}

/** One form of sign-in or account: what is wrong on top and at the fields, what must travel along, one button. */
export function AccountForm({
  action,
  outcome,
  hidden = {},
  submit,
  look,
  prefix = "",
  children,
}: {
  action: Action;
  outcome: Outcome | null;
  hidden?: Readonly<Record<string, string | null | undefined>>;
  submit: ReactNode;
  look?: ButtonLook;
  /** Where two forms of a page have fields of the same name. */
  prefix?: string;
  children?: ReactNode;
}) {
  const t = useTranslations("accounts");
  const errors = Object.entries(outcome?.faults ?? {}).map(([field, code]) => ({
    field: field === "" ? "main" : `${prefix}${field}`,
    message: faultText(t, code, outcome?.details),
  }));
  return (
    <form action={action} className="max-w-measure space-y-5">
      <ErrorList errors={errors} />
      {Object.entries(hidden).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
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
  prefix?: string;
};

/** What was typed stands there again; passwords and codes do not travel back. */
export function AccountField({ outcome, prefix = "", name, type = "text", defaultValue, ...rest }: FieldProps) {
  const t = useTranslations("accounts");
  const code = outcome?.faults[name];
  const secret = type === "password" || rest.autoComplete === "one-time-code";
  return (
    <TextField
      {...rest}
      name={name}
      id={`${prefix}${name}`}
      type={type}
      defaultValue={secret ? undefined : (outcome?.typed(name) ?? defaultValue)}
      error={code ? faultText(t, code, outcome?.details) : undefined}
    />
  );
}

export function IdentifierField({ outcome, prefix }: { outcome: Outcome | null; prefix?: string }) {
  const t = useTranslations("accounts.signIn");
  return (
    <AccountField
      {...{ outcome, prefix, name: "identifier", label: t("identifier"), autoComplete: "username", maxLength: 254 }}
      {...{ autoCapitalize: "none", spellCheck: false }}
    />
  );
}

export function CodeField({ outcome, label, hint }: { outcome: Outcome | null; label: ReactNode; hint?: ReactNode }) {
  return (
    <AccountField
      {...{ outcome, label, hint, name: "code", autoComplete: "one-time-code", maxLength: 20 }}
      {...{ autoCapitalize: "characters", spellCheck: false, className: "figures" }}
    />
  );
}

/** A choice of a password; the browser may offer one. */
export function NewPasswordField({ outcome, label }: { outcome: Outcome | null; label: ReactNode }) {
  const t = useTranslations("accounts");
  return (
    <AccountField
      {...{ outcome, label, hint: t("passwordHint"), name: "password", type: "password" }}
      {...{ autoComplete: "new-password", maxLength: 200 }}
    />
  );
}
