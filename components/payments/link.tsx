import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/page";
import type { PartySide } from "@/domain/payments/schema";

/** The link opens by a press, never by being looked at: messengers fetch links by themselves. */
export function OpenLink({ action, side }: { action: string; side: PartySide }) {
  const t = useTranslations("payments");
  return (
    <form method="post" action={action} className="max-w-measure space-y-4">
      <p>{t("link.lead", { side: t(`side.${side}`) })}</p>
      <Button>{t("link.open")}</Button>
      <ul className="list-disc space-y-2 pl-6 text-muted">
        <li>{t("link.once")}</li>
        <li>{t("link.keep")}</li>
      </ul>
    </form>
  );
}

/** Why nothing opens here, and what to do. */
export function NotOpenHere({ why }: { why: "used" | "unknown" | "closed" }) {
  const t = useTranslations("payments.link");
  return (
    <Empty title={t(`${why}Title`)}>
      <p>{t(why)}</p>
    </Empty>
  );
}
