import { useTranslations } from "next-intl";
import { Status, type Tone } from "@/components/ui/status";

export type OrderState = {
  reference: string;
  title: string;
  status: string;
  quantity: number | null;
  blockedBy: string[];
};
const tones: Record<string, Tone> = { published: "good", paused: "caution", draft: "neutral" };

/** Orders with the state the agency sees; one that is published and hidden says so. */
export function OrderStates({
  orders,
  hrefOf,
}: {
  orders: readonly OrderState[];
  hrefOf: ((reference: string) => string) | null;
}) {
  const t = useTranslations("portal.order");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {orders.map(({ reference, title, status, quantity, blockedBy }) => {
        const hidden = status === "published" && blockedBy.length > 0;
        const text = `${reference} · ${title}`;
        return (
          <li key={reference} className="py-2">
            {hrefOf ? (
              <a href={hrefOf(reference)} className="inline-flex min-h-11 items-center">
                {text}
              </a>
            ) : (
              <p className="py-2">{text}</p>
            )}
            <p>
              <Status tone={hidden ? "danger" : (tones[status] ?? "neutral")}>
                {hidden ? t("hidden", { codes: blockedBy.join(", ") }) : t(`status.${status}` as "status.draft")}
              </Status>{" "}
              <span className="text-small text-muted">{quantity === null ? "" : t("places", { count: quantity })}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
