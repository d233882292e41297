// The national identity, or any other provider that speaks OpenID Connect: the sign-in library goes there and back and checks what comes
// (state, nonce, PKCE, signature); who it is here is decided by domain/accounts. Off unless the environment names a provider.
import "server-only";
import { createHash, randomBytes } from "node:crypto";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { signInWithIdentity } from "@/domain/accounts/commands";
import { localPath } from "@/domain/accounts/rules";
import { Refusal } from "@/domain/kernel/refusal";
import { currentSecret } from "@/platform/keys";
import { env } from "@/platform/env";
import { address } from "./addresses";
import { approachOf, cookieShape, dropCookie, openCookie, sealCookie } from "./approach";
import { afterSignIn } from "./entered";
import { beginSession, signedIn } from "./session";
import { site } from "./site";

const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
export const identityProvider = issuer && clientId && clientSecret ? { name: env.OIDC_NAME ?? "OpenID" } : null;
const id = "national";
const nextCookie = "sau-dinh-danh";
const csrfCookie = "csrf-dinh-danh";
const base = `${site.url.origin}/api/auth`;

type Profile = { sub: string; name?: string; email?: string; email_verified?: boolean };

function options(): NextAuthOptions {
  // The library reads its own address from here and nowhere else.
  process.env.NEXTAUTH_URL = base;
  return {
    secret: currentSecret("sessions").secret.toString("base64url"),
    session: { strategy: "jwt" },
    pages: { signIn: address("vi", "signIn"), error: address("vi", "signIn") },
    cookies: { csrfToken: { name: csrfCookie, options: cookieShape } },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    providers: [
      {
        ...{ id, name: identityProvider?.name ?? "", type: "oauth", idToken: true, checks: ["pkce", "state", "nonce"] },
        ...{
          clientId,
          clientSecret,
          issuer,
          wellKnown: `${issuer?.replace(/\/$/, "")}/.well-known/openid-configuration`,
        },
        authorization: { params: { scope: "openid email profile" } },
        profile: (profile: Profile) => ({ id: profile.sub, name: profile.name ?? "", email: profile.email ?? null }),
      },
    ],
    callbacks: { signIn: async ({ profile }) => entered(profile as Profile | undefined) },
  };
}

/** Answers the address to go to; the library's own session is never made. */
async function entered(profile: Profile | undefined): Promise<string> {
  const failed = (fault: string) => address("vi", "signIn", null, { fault });
  if (!profile?.sub) return failed("identity");
  const known = await signedIn();
  const current = known && known.waitsFor !== "second_step" ? known : null;
  const { sub: subject, name = "", email = null, email_verified: emailVerified = false } = profile;
  try {
    const identity = { provider: issuer ?? "", subject, name, email, emailVerified };
    const { signInId, userId } = await signInWithIdentity(await approachOf(), identity, current);
    await beginSession(signInId, userId);
    const next = localPath(await openCookie(nextCookie, "next"));
    await dropCookie(nextCookie);
    return await afterSignIn("vi", signInId, next);
  } catch (error) {
    if (error instanceof Refusal) return failed(error.condition);
    throw error;
  }
}

const library = (request: NextRequest, nextauth: string[]): Promise<Response> =>
  (NextAuth as unknown as (...given: unknown[]) => Promise<Response>)(
    request,
    { params: Promise.resolve({ nextauth }) },
    options(),
  );

/** A plain link begins it: a form's way to another site would be stopped by our own policy, and there is nothing here to forge. */
export async function goToProvider(next: string | null): Promise<Response> {
  const token = randomBytes(32).toString("hex");
  const sealed = createHash("sha256").update(`${token}${options().secret}`).digest("hex");
  (await cookies()).set(csrfCookie, `${token}|${sealed}`, cookieShape);
  if (next) await sealCookie(nextCookie, next, "next", 900);
  const body = new URLSearchParams({ csrfToken: token, callbackUrl: site.url.origin });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return library(new NextRequest(`${base}/signin/${id}`, { method: "POST", body, headers }), ["signin", id]);
}

/** The way back. */
export const comeFromProvider = (request: NextRequest): Promise<Response> => library(request, ["callback", id]);
