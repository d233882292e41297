import { useLocale, useTranslations } from "next-intl";
import { formatMoney, languageOf } from "@/components/ui/format";
import type { Instalment } from "@/domain/support/schema";

const top = 30;
const tall = 150;
const axis = 26;

/** What is paid back each month: principal below, interest above it, from zero. The table of the same figures stands behind it. */
export function LoanDrawing({ instalments }: { instalments: readonly Instalment[] }) {
  const t = useTranslations("support.estimate");
  const locale = languageOf(useLocale());
  const short = (minor: bigint) => formatMoney(locale, { minor, currency: "VND" }, { short: true });
  const paid = instalments.map((one) => one.principalDong + one.interestDong);
  const [first = 0n, last = 0n] = [paid[0], paid.at(-1)];
  const highest = paid.reduce((most, one) => (one > most ? one : most), 1n);
  const scale = (amount: bigint) => (Number(amount) / Number(highest)) * tall;
  const slot = 100 / instalments.length;
  const floor = top + tall;
  const middle = instalments[Math.floor(instalments.length / 2)];
  const half = middle ? floor - scale(middle.principalDong + middle.interestDong / 2n) : floor;
  return (
    <figure>
      <figcaption className="max-w-measure">
        {t("see", { first: short(first), last: short(last), months: instalments.length })}
      </figcaption>
      <svg
        width="100%"
        height={floor + axis}
        role="img"
        aria-label={t("see", { first: short(first), last: short(last), months: instalments.length })}
        className="drawn mt-3 block text-small"
      >
        {instalments.map((one, i) => {
          const principal = scale(one.principalDong);
          const interest = scale(one.interestDong);
          const place = { x: `${i * slot}%`, width: `${slot * (instalments.length > 1 ? 0.86 : 0.3)}%` };
          return (
            <g key={one.month}>
              <rect {...place} y={floor - principal} height={principal} className="fill-action" />
              <rect
                {...place}
                y={floor - principal - interest}
                height={interest}
                strokeWidth={1}
                className="fill-notice stroke-notice-line"
              />
            </g>
          );
        })}
        <line x1="0" x2="100%" y1={floor} y2={floor} strokeWidth={2} className="stroke-ink" />
        <text x="0" y={top - 10} className="fill-ink font-medium">
          {short(first)}
        </text>
        {instalments.length > 1 && (
          <text x="100%" y={top - 10} textAnchor="end" className="fill-ink font-medium">
            {short(last)}
          </text>
        )}
        <line x1="50%" x2="50%" y1={top - 6} y2={half} strokeWidth={1} className="stroke-ink" />
        <text x="50%" y={top - 10} textAnchor="middle" className="fill-ink">
          {t("interestPart")}
        </text>
        <rect x="50%" y={floor - 44} width="88" height="26" transform="translate(-44 0)" className="fill-surface" />
        <text x="50%" y={floor - 26} textAnchor="middle" className="fill-ink">
          {t("principalPart")}
        </text>
        <text x="0" y={floor + 18} className="fill-muted">
          {t("monthOf", { month: 1 })}
        </text>
        {instalments.length > 1 && (
          <text x="100%" y={floor + 18} textAnchor="end" className="fill-muted">
            {t("monthOf", { month: instalments.length })}
          </text>
        )}
      </svg>
    </figure>
  );
}
