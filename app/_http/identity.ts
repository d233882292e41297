// The national identity, or any other provider that speaks OpenID Connect (openid.ts). Who it is here is decided by domain/accounts. Off unless
// the environment names a provider.
import "server-only";
import { cookies } from "next/headers";
import { signInWithIdentity } from "@/domain/accounts/commands";
import { localPath } from "@/domain/accounts/rules";
import { Refusal } from "@/domain/kernel/refusal";
import { env } from "@/platform/env";
import { currentSecret } from "@/platform/keys";
import { address } from "./addresses";
import { approachOf, dropCookie, openCookie, sealCookie } from "./approach";
import { afterSignIn } from "./entered";
import { type Profile, type Provider, type Site, fromProvider, toProvider } from "./openid";
import { beginSession, signedIn } from "./session";
import { site } from "./site";

const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
export const identityProvider: Provider | null =
  issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name: env.OIDC_NAME ?? "OpenID" } : null;
const nextCookie = "sau-dinh-danh";
const failed = (fault: string): string => address("vi", "signIn", null, { fault });

async function entered(profile: Profile): Promise<string> {
  const known = await signedIn();
  const current = known && known.waitsFor !== "second_step" ? known : null;
  const { sub: subject, name = "", email = null, email_verified: emailVerified } = profile;
  try {
    const identity = { provider: issuer ?? "", subject, name, email, emailVerified: emailVerified === true };
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

const here = (): Site => ({
  ...{ origin: site.url.origin, secret: currentSecret("sessions").secret.toString("base64url") },
  ...{ failed: failed("identity"), entered },
});

/** A plain link begins it: a form's way to another site would be stopped by our own policy, and there is nothing here to forge. */
export async function goToProvider(provider: Provider, next: string | null): Promise<Response> {
  if (next) await sealCookie(nextCookie, next, "next", 900);
  return toProvider(provider, here());
}

/** The way back. */
export async function comeFromProvider(provider: Provider, query: URLSearchParams): Promise<Response> {
  const held = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  return fromProvider(provider, here(), Object.fromEntries(query), held);
}
