import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type Tone = "good" | "caution" | "danger" | "neutral";
const looks: Record<Tone, { icon: IconName; text: string; wash: string; edge: string }> = {
  good: { icon: "tick", text: "text-good", wash: "bg-good-wash", edge: "border-good" },
  caution: { icon: "warning", text: "text-caution", wash: "bg-caution-wash", edge: "border-caution" },
  danger: { icon: "stop", text: "text-danger", wash: "bg-danger-wash", edge: "border-danger" },
  neutral: { icon: "unknown", text: "text-muted", wash: "bg-wash", edge: "border-edge" },
};

/** A word, an icon and a colour, always all three. */
export function Status({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  const look = looks[tone];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-box px-2 py-0.5 text-small font-medium ${look.text} ${look.wash}`}
    >
      <Icon name={icon ?? look.icon} className="size-4" />
      <span>{children}</span>
    </span>
  );
}

/** The answer of a page in one sentence; everything below it is evidence. */
export function Verdict({
  tone,
  icon,
  title,
  children,
}: {
  tone: Tone;
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
}) {
  const look = looks[tone];
  return (
    <div className={`border-l-8 px-4 py-4 sm:px-6 ${look.edge} ${look.wash}`}>
      <div className="flex gap-3">
        <Icon name={icon ?? look.icon} className={`mt-1 size-6 ${look.text}`} />
        <div className="min-w-0 max-w-measure">
          <p className="text-subheading font-bold text-balance">{title}</p>
          {children && <div className="mt-2 space-y-2">{children}</div>}
        </div>
      </div>
    </div>
  );
}

/** "Read this": one warm tint, used for advice and for the state of data. Never for a status. */
export function Notice({ title, children, label }: { title?: ReactNode; children: ReactNode; label?: string }) {
  return (
    <div
      role={label ? "note" : undefined}
      aria-label={label}
      className="border-l-4 border-notice-line bg-notice px-4 py-3"
    >
      {title && <p className="font-bold">{title}</p>}
      <div className="max-w-measure space-y-2">{children}</div>
    </div>
  );
}

/** Conditions or requirements: each line says met, not met or unknown, and why. */
export type CheckLine = { key: string; tone: Tone; label: ReactNode; result: ReactNode; note?: ReactNode };
export function Checklist({ lines }: { lines: readonly CheckLine[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {lines.map((line) => (
        <li key={line.key} className="flex gap-3 py-3">
          <Icon name={looks[line.tone].icon} className={`mt-1 ${looks[line.tone].text}`} />
          <div className="min-w-0">
            <span className="font-medium">{line.label}</span>{" "}
            <span className={looks[line.tone].text}>{line.result}</span>
            {line.note && <div className="text-small text-muted">{line.note}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}
