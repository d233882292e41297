import { useTranslations } from "next-intl";
import type { Locale } from "@/app/_http/addresses";
import { links } from "@/app/_http/links";
import { JobPostingScript } from "@/components/opendata/job-posting";
import { type Words, jobPosting } from "@/domain/opendata/rules";
import type { OrderPage } from "@/domain/orders/queries";

/** For search engines: only what is open is an offer. */
export function Posting({ locale, page }: { locale: Locale; page: OrderPage }) {
  const words = useTranslations("opendata.posting") as unknown as Words;
  const agencyUrl = page.agency && links.agency(page.agency.slug)[locale];
  const url = links.order(page.facts.reference)[locale];
  return <JobPostingScript posting={jobPosting(page, { locale, url, agencyUrl, words })} />;
}
