import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { type Locale, address } from "@/app/_http/addresses";
import { answerWith } from "@/app/_http/answer";
import { allow } from "@/app/_http/rate-limit";
import { CheckForm, NotVerified, Verified } from "@/components/payments/verified";
import { Page } from "@/components/ui/page";
import { verifiedReceipt } from "@/domain/payments/queries";
import { readReceiptNumber } from "@/domain/payments/rules";

/** Forty tries a minute at most, against 2^40 codes. */
const cost = 6;

/** The answer, or the form; a wrong code and an unknown number are one and the same. */
export async function receiptPage(locale: Locale, asked: { number: string; code: string }) {
  const t = await getTranslations("payments.check");
  const shell = await getTranslations("shell");
  const frame = {
    title: t("title"),
    lead: t("lead"),
    breadcrumb: [{ href: address(locale, "home"), label: shell("home") }],
  };
  const form = <CheckForm action={address(locale, "receipts")} {...asked} />;
  if (!asked.number || !asked.code) return <Page {...frame}>{form}</Page>;
  const { allowed } = await allow({ headers: await headers() }, cost);
  const receipt = allowed ? await verifiedReceipt(asked.number, asked.code) : null;
  if (!receipt) {
    answerWith(allowed ? 404 : 429);
    const outcome = !allowed ? "slow" : readReceiptNumber(asked.number) ? "none" : "slip";
    return (
      <Page {...frame}>
        <NotVerified outcome={outcome} />
        {form}
      </Page>
    );
  }
  return (
    <Page title={frame.title} breadcrumb={frame.breadcrumb}>
      <Verified
        receipt={receipt}
        orderHref={address(locale, "order", { reference: receipt.orderReference })}
        agencyHref={receipt.agency && address(locale, "agency", { slug: receipt.agency.slug })}
        lawfulHref={address(locale, "asked")}
      />
    </Page>
  );
}
