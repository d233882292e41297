// Runs before every page: the public address to its folder, one address per page, and the policy for scripts.
import { NextResponse, type NextRequest } from "next/server";
import { resolve } from "./app/_http/addresses";
import { contentSecurityPolicy, newNonce } from "./app/_http/csp";

/** Pages read 200 characters of a value; what is longer must not travel on in headers, which browsers and proxies bound. */
const longSearch = 4_000;
const longValue = 300;
function shortened(url: NextRequest["nextUrl"]): string {
  if (url.search.length <= longSearch) return url.search;
  const short = [...url.searchParams]
    .slice(0, 100)
    .map(([name, value]) => [name.slice(0, 40), value.slice(0, longValue)]);
  return `?${new URLSearchParams(short)}`;
}

export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const search = shortened(request.nextUrl);
  const { locale, folders, moved } = resolve(pathname);

  // Pictures made for a page (opengraph-image) are linked by their folder's path and stay there.
  if (moved !== null && !pathname.includes("/opengraph-image")) {
    const right = request.nextUrl.clone();
    right.pathname = moved;
    return NextResponse.redirect(right, 308);
  }

  const policy = contentSecurityPolicy(newNonce());
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy); // Next reads the nonce from here.
  headers.set("x-next-intl-locale", locale);
  headers.set("x-path", pathname + search);

  const target = request.nextUrl.clone();
  target.search = search;
  // The bench's constant page passes here like any other, and stands outside the languages (app/bench).
  if (pathname !== "/bench") target.pathname = folders === "" ? `/${locale}` : `/${locale}/${folders}`;
  const response = NextResponse.rewrite(target, { request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = {
  // Everything but the framework's files, the API, and the few files that stand at the top (others live in /files/).
  matcher: [
    "/((?!_next/|api/|api$|files/|\\.well-known/|(?:icon\\.svg|apple-icon\\.png|favicon\\.ico|robots\\.txt|sitemap\\.xml|sitemap/.*|manifest\\.webmanifest|sw\\.js)$).*)",
  ],
};
