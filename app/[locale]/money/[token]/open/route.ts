import { address } from "@/app/_http/addresses";
import { allow } from "@/app/_http/rate-limit";
import { localeOf } from "@/app/_http/shell";
import { openLink } from "@/domain/payments/commands";
import { isFromElsewhere } from "@/app/_http/same-site";
import { type Params, seeOther } from "../../posted";
import { secretCookie, setCookie } from "../../session";

/** Exchanges the link for a cookie. A link that does not open leads back to its page, which says why. */
export async function POST(request: Request, { params }: Params) {
  const { locale: segment, token } = await params;
  const locale = localeOf(segment);
  const page = address(locale, "money", { token });
  const { allowed } = await allow(request, 8);
  const opened = allowed && !isFromElsewhere(request) ? await openLink(token) : null;
  if (!opened) return seeOther(page);
  const response = seeOther(address(locale, "money", { token: opened.reference }));
  setCookie(response, secretCookie, opened.secret, opened.reference, opened.seconds);
  return response;
}
