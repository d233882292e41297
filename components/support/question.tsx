import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Choices, type Choice } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";

/** Questions stand apart by a line; a wrong answer is marked on the whole block, where the list of faults leads. */
export function Question({ id, error, children }: { id: string; error?: string; children: ReactNode }) {
  return (
    <div id={id} className="border-t border-line pt-5">
      <div className={`space-y-3 ${error ? "border-l-4 border-danger pl-3" : ""}`}>{children}</div>
    </div>
  );
}

type AskedProps = {
  name: string;
  legend: string;
  hint?: string;
  error?: string;
  kind: "checkbox" | "radio";
  choices: readonly Choice[];
};

/** Choices with their fault said where the hint stands. */
export function Asked({ name, legend, hint, error, kind, choices }: AskedProps) {
  return (
    <Choices
      name={name}
      legend={legend}
      kind={kind}
      choices={choices}
      hint={
        (hint ?? error) && (
          <>
            {hint}
            {error && (
              <span className="block text-body font-medium text-danger">
                <Icon name="warning" className="mr-1" />
                {error}
              </span>
            )}
          </>
        )
      }
    />
  );
}

/** Yes, no, and the right not to say. */
export function YesNo({ name, legend, hint, said }: { name: string; legend: string; hint?: string; said: string }) {
  const t = useTranslations("support.form");
  return (
    <Asked
      name={name}
      legend={legend}
      hint={hint}
      kind="radio"
      choices={(["yes", "no", ""] as const).map((value) => ({
        value,
        label: t(value === "" ? "notSaid" : value),
        checked: said === value,
      }))}
    />
  );
}
