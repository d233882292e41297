// The printable sheet of an open order, for its public page and for the agency's portal.
import { type Locale, address } from "@/app/_http/addresses";
import { posterCode } from "@/app/_http/codes";
import { site } from "@/app/_http/site";
import { today } from "@/app/_http/today";
import { Poster } from "@/components/codes/poster";
import type { OrderPage } from "@/domain/orders/queries";
import { moneyOf, verdictOf } from "../order";

export async function posterOf(locale: Locale, page: OrderPage) {
  const code = posterCode(page.facts.reference);
  const verdict = await verdictOf(page);
  return (
    <Poster
      page={page}
      sheet={moneyOf(page).sheet}
      licenceNo={verdict?.spell?.licenceNo ?? null}
      code={code}
      codeUrl={new URL(address(locale, "code", { text: code }), site.url).href}
      shortUrl={site.url.host + address(locale, "codes")}
      day={today()}
    />
  );
}
