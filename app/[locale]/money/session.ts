// How a browser holds a book: a cookie with a secret, sent only to that book's own addresses, in either language.
import "server-only";
import { cookies } from "next/headers";
import { address, locales } from "@/app/_http/addresses";
import { site } from "@/app/_http/site";
import type { Party } from "@/domain/kernel/actor";
import { partyOfSession } from "@/domain/payments/queries";

export const secretCookie = "so-tien";
export const typedCookie = "so-tien-nhap";
const secure = site.url.protocol === "https:";

/** One cookie for each language's address of the book. */
export function setCookie(response: Response, name: string, value: string, reference: string, seconds: number): void {
  for (const locale of locales) {
    const path = address(locale, "money", { token: reference });
    response.headers.append(
      "Set-Cookie",
      `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`,
    );
  }
}

export const secretOf = async (): Promise<string> => (await cookies()).get(secretCookie)?.value ?? "";
export const partyOf = async (reference: string): Promise<Party | null> => partyOfSession(reference, await secretOf());
