import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** More for who wants it; opens without script, and on paper it is open. */
export function Disclosure({
  summary,
  children,
  open,
  name,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  name?: string;
}) {
  return (
    <details open={open} name={name} className="group">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 text-action [&::-webkit-details-marker]:hidden">
        <Icon name="next" className="size-4 group-open:rotate-90" />
        <span className="underline underline-offset-4">{summary}</span>
      </summary>
      <div className="border-l-2 border-line py-2 pl-4">{children}</div>
    </details>
  );
}

/** A filter in force; the link takes it off. `label` reads "Đức"; the removal is said aloud. */
export function Chip({ href, label }: { href: string; label: string }) {
  const t = useTranslations("ui");
  return (
    <a
      href={href}
      aria-label={t("removeFilter", { label })}
      className="inline-flex min-h-11 items-center gap-2 rounded-box border border-edge bg-surface px-3 text-small text-ink no-underline hover:bg-wash"
    >
      {label}
      <Icon name="cross" className="size-4" />
    </a>
  );
}

export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {children}
    </div>
  );
}
