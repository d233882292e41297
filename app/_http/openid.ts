// The sign-in library on its way to an identity provider that speaks OpenID Connect, and back: state, nonce, PKCE and signature are its work.
// It is asked with plain objects, and its own session is never made: `entered` answers where to go.
import { createHash, randomBytes } from "node:crypto";
import NextAuth, { type NextAuthOptions } from "next-auth";

export type Provider = { issuer: string; clientId: string; clientSecret: string; name: string };
export type Profile = { sub: string; name?: string; email?: string; email_verified?: boolean };
export type Site = {
  /** Where /api/auth stands. */
  origin: string;
  secret: string;
  /** Where the library sends somebody when something is wrong. */
  failed: string;
  entered: (profile: Profile) => Promise<string>;
};
type Cookies = Readonly<Record<string, string>>;

const id = "national";
const csrfCookie = "csrf-dinh-danh";

function options(provider: Provider, { origin, secret, failed, entered }: Site): NextAuthOptions {
  const { issuer, clientId, clientSecret, name } = provider;
  // The library reads the site's own address from here and nowhere else.
  process.env.NEXTAUTH_URL = `${origin}/api/auth`;
  const shape = { httpOnly: true, sameSite: "lax", path: "/", secure: origin.startsWith("https:") } as const;
  return {
    secret,
    session: { strategy: "jwt" },
    pages: { signIn: failed, error: failed },
    cookies: { csrfToken: { name: csrfCookie, options: shape } },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    providers: [
      {
        ...{
          id,
          name,
          type: "oauth",
          idToken: true,
          checks: ["pkce", "state", "nonce"],
          clientId,
          clientSecret,
          issuer,
        },
        wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        authorization: { params: { scope: "openid email profile" } },
        profile: (profile: Profile) => ({ id: profile.sub, name: profile.name ?? "", email: profile.email ?? null }),
      },
    ],
    callbacks: { signIn: async ({ profile }) => ((profile as Profile)?.sub ? entered(profile as Profile) : failed) },
  };
}

type Asked = {
  method: string;
  action: string;
  query: Readonly<Record<string, string>>;
  body?: object;
  cookies: Cookies;
};

/** One question to the library, as its handler for plain requests takes it; the answer as the standard has it. */
async function ask(
  provider: Provider,
  site: Site,
  { method, action, query, body = {}, cookies }: Asked,
): Promise<Response> {
  const headers = new Headers({ "Cache-Control": "no-store" });
  let status = 200;
  const written = {
    status: (code: number) => ((status = code), written),
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? headers.getSetCookie() : headers.get(name)),
    setHeader(name: string, value: string | readonly string[]) {
      headers.delete(name);
      for (const one of [value].flat() as string[]) headers.append(name, one);
      return written;
    },
    ...{ send: () => {}, json: () => {}, end: () => {} },
  };
  const request = { method, body, cookies, headers: {}, query: { ...query, nextauth: [action, id] } };
  const library = NextAuth as unknown as (...given: unknown[]) => Promise<void>;
  await library(request, written, options(provider, site));
  return new Response(null, { status, headers });
}

/** Nothing of ours is asked for by a form here, so the library's own token for forms is made and handed to it at once. */
export function toProvider(provider: Provider, site: Site): Promise<Response> {
  const token = randomBytes(32).toString("hex");
  const sealed = `${token}|${createHash("sha256").update(`${token}${site.secret}`).digest("hex")}`;
  const body = { csrfToken: token, callbackUrl: site.origin };
  return ask(provider, site, { method: "POST", action: "signin", query: {}, body, cookies: { [csrfCookie]: sealed } });
}

export const fromProvider = (
  provider: Provider,
  site: Site,
  query: Readonly<Record<string, string>>,
  cookies: Cookies,
): Promise<Response> => ask(provider, site, { method: "GET", action: "callback", query, cookies });
