import { getLocale } from "next-intl/server";
import { Missing } from "@/app/_http/missing";
import { localeOf } from "@/app/_http/shell";

/** Only for a notFound() thrown deep inside; pages themselves `return missing(locale)`. */
export default async function NotFound() {
  return <Missing locale={localeOf(await getLocale())} />;
}
