// Runs before every page: the public address to its folder, one address per page, and the policy for scripts.
import { NextResponse, type NextRequest } from "next/server";
import { resolve } from "./app/_http/addresses";
import { contentSecurityPolicy, newNonce } from "./app/_http/csp";

export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  const { locale, folders, moved } = resolve(pathname);
  const policy = contentSecurityPolicy(newNonce());

  // Pictures made for a page (opengraph-image) are linked by their folder's path and stay there.
  if (moved !== null && !pathname.includes("/opengraph-image")) {
    return new Response(null, {
      status: 308,
      headers: { Location: moved + search, "Content-Security-Policy": policy },
    });
  }

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy); // Next reads the nonce from here.
  headers.set("x-next-intl-locale", locale);
  headers.set("x-path", pathname + search);

  const target = request.nextUrl.clone();
  target.pathname = folders === "" ? `/${locale}` : `/${locale}/${folders}`;
  const response = NextResponse.rewrite(target, { request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = {
  // Everything but the framework's files, the API, and files by their ending.
  matcher: [
    "/((?!_next/|api/|api$|.*\\.(?:ico|svg|png|jpg|webp|txt|xml|json|webmanifest|woff2|ttf|css|js|map|pdf|csv)$).*)",
  ],
};
