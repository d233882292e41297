import { useTranslations } from "next-intl";
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from "react";
import { Icon } from "./icon";

type Told = { label: ReactNode; hint?: ReactNode; error?: ReactNode; optional?: boolean; hideLabel?: boolean };

const controlShape =
  "min-h-11 rounded-box border-2 border-edge bg-surface px-3 py-1.5 text-body text-ink aria-invalid:border-danger";
/** For controls made elsewhere: the same look. */
export const controlLook = `w-full ${controlShape}`;

const describedBy = (id: string, { hint, error }: Told): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

/** Label, hint and error around any control; the control takes `aria-describedby` from `describedBy`. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  hideLabel,
  children,
}: Told & { id: string; children: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <div className={error ? "border-l-4 border-danger pl-3" : undefined}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "block font-medium"}>
        {label}
        {optional && <span className="font-normal text-muted"> ({t("optional")})</span>}
      </label>
      <Told id={id} hint={hint} error={error} />
      <div className={hideLabel ? "" : "mt-1"}>{children}</div>
    </div>
  );
}

function Told({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-medium text-danger">
          <Icon name="warning" className="mr-1" />
          {error}
        </p>
      )}
    </>
  );
}

type InputProps = Told &
  Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & { name: string; id?: string; unit?: ReactNode };

/** One line of text or a number; `unit` stands behind it (₫, tháng). */
export function TextField({ label, hint, error, optional, hideLabel, unit, id, className = "", ...rest }: InputProps) {
  const own = id ?? rest.name;
  const told = { label, hint, error, optional, hideLabel };
  const input = (
    <input
      id={own}
      aria-describedby={describedBy(own, told)}
      aria-invalid={error ? true : undefined}
      className={`${controlLook} ${className}`}
      {...rest}
    />
  );
  return (
    <Field id={own} {...told}>
      {unit ? (
        <div className="flex items-center gap-2">
          {input}
          <span className="shrink-0 text-muted">{unit}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  );
}

export type Option = { value: string; label: string; disabled?: boolean };
type SelectProps = Told &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "id"> & {
    name: string;
    id?: string;
    options: readonly Option[];
    /** The first, empty choice: "Tất cả", "Chọn thị trường". */
    empty?: string;
  };

export function SelectField({
  label,
  hint,
  error,
  optional,
  hideLabel,
  options,
  empty,
  id,
  className = "",
  ...rest
}: SelectProps) {
  const own = id ?? rest.name;
  const told = { label, hint, error, optional, hideLabel };
  return (
    <Field id={own} {...told}>
      <select
        id={own}
        aria-describedby={describedBy(own, told)}
        aria-invalid={error ? true : undefined}
        className={`${controlLook} ${className}`}
        {...rest}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A day as three fields, named `<name>-day`, `<name>-month`, `<name>-year`. */
export function DateField({
  name,
  label,
  hint,
  error,
  optional,
  value,
}: Told & { name: string; value?: { day?: string; month?: string; year?: string } }) {
  const t = useTranslations("ui");
  const parts = [
    ["day", t("day"), "w-16", 2],
    ["month", t("month"), "w-16", 2],
    ["year", t("year"), "w-24", 4],
  ] as const;
  return (
    <fieldset
      className={error ? "border-l-4 border-danger pl-3" : undefined}
      aria-describedby={describedBy(name, { label, hint, error })}
    >
      <legend className="font-medium">
        {label}
        {optional && <span className="font-normal text-muted"> ({t("optional")})</span>}
      </legend>
      <Told id={name} hint={hint} error={error} />
      <div className="mt-1 flex gap-3">
        {parts.map(([part, word, width, length]) => (
          <div key={part}>
            <label htmlFor={`${name}-${part}`} className="block text-small">
              {word}
            </label>
            <input
              id={`${name}-${part}`}
              name={`${name}-${part}`}
              inputMode="numeric"
              autoComplete="off"
              maxLength={length}
              defaultValue={value?.[part]}
              aria-invalid={error ? true : undefined}
              className={`${controlShape} figures ${width}`}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

export type Choice = {
  value: string;
  label: ReactNode;
  count?: number | string;
  checked?: boolean;
  disabled?: boolean;
};

/** Tick boxes (or one of several) with a count beside each value; a whole line is the target. */
export function Choices({
  name,
  legend,
  choices,
  kind = "checkbox",
  hideLegend,
  hint,
}: {
  name: string;
  legend: ReactNode;
  choices: readonly Choice[];
  kind?: "checkbox" | "radio";
  hideLegend?: boolean;
  hint?: ReactNode;
}) {
  return (
    <fieldset aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className={hideLegend ? "sr-only" : "font-medium"}>{legend}</legend>
      <Told id={name} hint={hint} />
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type={kind}
            name={name}
            value={choice.value}
            defaultChecked={choice.checked}
            disabled={choice.disabled}
          />
          <span>{choice.label}</span>
          {choice.count !== undefined && <small>{choice.count}</small>}
        </label>
      ))}
    </fieldset>
  );
}

/** What is wrong, on top of the form; each line leads to its field. */
export function ErrorList({
  errors,
  title,
}: {
  errors: readonly { field: string; message: ReactNode }[];
  title?: ReactNode;
}) {
  const t = useTranslations("ui");
  if (errors.length === 0) return null;
  return (
    <div role="alert" tabIndex={-1} className="border-4 border-danger px-4 py-3">
      <p className="font-bold">{title ?? t("errorsTitle", { count: errors.length })}</p>
      <ul className="mt-1">
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`} className="inline-flex min-h-11 items-center font-medium text-danger">
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
