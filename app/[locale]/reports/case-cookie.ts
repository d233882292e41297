// How a browser holds a case: the secret code in a cookie that is sent to that case's own address only, for two hours.
import "server-only";
import { cookies } from "next/headers";
import { type Locale, address, locales } from "@/app/_http/addresses";
import { site } from "@/app/_http/site";
import type { CaseKey } from "@/domain/complaints/schema";

const secure = site.url.protocol === "https:";
const seconds = 2 * 3600;
const nameIn = (locale: Locale): string => `ho-so-${locale}`;
const pathIn = (locale: Locale, number: string): string => address(locale, "reportCase", { number });

/** In a server action, once number and code were found to belong together; one cookie for each language's address. */
export async function holdCase({ number, code }: CaseKey): Promise<void> {
  const jar = await cookies();
  for (const locale of locales)
    jar.set(nameIn(locale), code, {
      httpOnly: true,
      sameSite: "lax",
      secure,
      path: pathIn(locale, number),
      maxAge: seconds,
    });
}

export async function letCaseGo(number: string): Promise<void> {
  const jar = await cookies();
  for (const locale of locales)
    jar.set(nameIn(locale), "", { httpOnly: true, secure, path: pathIn(locale, number), maxAge: 0 });
}

/** What this browser holds for the case whose address it asks; not believed before the code is checked. */
export async function heldCase(number: string): Promise<CaseKey> {
  const jar = await cookies();
  const code = locales.map((locale) => jar.get(nameIn(locale))?.value).find(Boolean) ?? "";
  return { number, code };
}
