import { useTranslations } from "next-intl";
import type { LineView } from "@/components/fees/sheet-view";
import { Amount, Unknown } from "@/components/ui/money";
import { RateDay } from "./pay-text";
import { dueMoments } from "@/domain/fees/schema";

/** What the worker pays at each moment, in the order of the moments, each with the sum of its lines. */
export function PaymentPlan({ lines }: { lines: readonly LineView[] }) {
  const t = useTranslations("orders.plan");
  const fees = useTranslations("fees");
  const own = lines.filter((line) => line.payer === "worker" && line.code !== "guarantee" && line.amountMinor !== 0n);
  if (own.length === 0) return <p>{t("nothing")}</p>;
  const moments = dueMoments
    .map((due) => ({ due, lines: own.filter((line) => line.due === due) }))
    .filter((moment) => moment.lines.length > 0);
  return (
    <ol className="border-l-2 border-edge">
      {moments.map(({ due, lines: here }) => {
        const known = here.flatMap((line) => line.dong ?? []);
        return (
          <li key={due} className="relative pb-5 pl-6 last:pb-0">
            <span aria-hidden="true" className="absolute top-2 -left-[7px] size-3 rounded-full bg-action" />
            <p className="font-medium">{fees(`due.${due}`)}</p>
            <ul className="mt-1">
              {here.map((line) => (
                <li key={line.position} className="flex justify-between gap-4">
                  <span className="min-w-0">
                    {fees.has(`component.${line.code}`) ? fees(`component.${line.code}`) : line.code}
                    {line.code === "worker_deposit" && ` (${t("comesBack")})`}
                  </span>
                  <span className="shrink-0">
                    {line.dong !== null && line.rateOn && "≈ "}
                    {line.dong === null ? <Unknown /> : <Amount value={{ minor: line.dong, currency: "VND" }} />}
                    {line.dong !== null && line.rateOn && (
                      <span className="block text-right">
                        <RateDay on={line.rateOn} />
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            {here.length > 1 && (
              <p className="mt-1 flex justify-between gap-4 border-t border-line pt-1 font-bold">
                <span>{known.length < here.length ? t("atLeast") : t("together")}</span>
                <Amount value={{ minor: known.reduce((sum, dong) => sum + dong, 0n), currency: "VND" }} />
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
