// The cookie of somebody signed in: the sign-in library's sealed token holding one id. What that id may do is read from the database at
// each request (domain/accounts signedInAs), so that an ended sign-in or a changed role holds from the next request on.
import "server-only";
import { decode, encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { after } from "next/server";
import { cache } from "react";
import { noteSeen } from "@/domain/accounts/commands";
import { signedInAs } from "@/domain/accounts/queries";
import { type SignedIn, seenMinutes } from "@/domain/accounts/schema";
import { now } from "@/platform/clock";
import { currentSecret, secretsOf } from "@/platform/keys";
import { rememberDevice } from "./approach";
import { site } from "./site";

const secure = site.url.protocol === "https:";
/** The prefix binds the cookie to this host over a safe connection; browsers enforce it. */
export const sessionCookie = secure ? "__Host-session" : "session";
const days = 30;
const maxAge = days * 24 * 3600;

/** The text of the cookie; `id.token`, so that a key can be replaced without signing everybody out. */
export async function sealSession(signInId: string): Promise<string> {
  const { id, secret } = currentSecret("sessions");
  return `${id}.${await encode({ token: { sid: signInId }, secret: secret.toString("base64url"), maxAge })}`;
}

/** The sign-in a cookie names; null for anything that is not ours. */
export async function openSession(text: string | undefined): Promise<string | null> {
  const cut = text?.indexOf(".") ?? -1;
  const key = text && cut > 0 ? secretsOf("sessions").find(({ id }) => id === text.slice(0, cut)) : undefined;
  if (!key || !text || text.length > 2_000) return null;
  const token = await decode({ token: text.slice(cut + 1), secret: key.secret.toString("base64url") }).catch(
    () => null,
  );
  return typeof token?.sid === "string" && /^[0-9a-f-]{36}$/.test(token.sid) ? token.sid : null;
}

/** Who asks, once for a request; null: nobody signed in. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const id = await openSession((await cookies()).get(sessionCookie)?.value);
  const known = id ? await signedInAs(id) : null;
  // A write makes kept pages stale for everybody, so this is seldom, and after the answer.
  if (known && now().getTime() - known.lastSeenAt.getTime() > seenMinutes * 60_000)
    after(() => noteSeen(known.signInId));
  return known;
});

/** In a server action, after the sign-in was entered. The browser is remembered as one she signed in with (approach.ts). */
export async function beginSession(signInId: string, userId: string): Promise<void> {
  await rememberDevice(userId);
  (await cookies()).set(sessionCookie, await sealSession(signInId), {
    ...{ httpOnly: true, sameSite: "lax", secure, path: "/", maxAge },
  });
}

export async function endSession(): Promise<void> {
  (await cookies()).delete({ name: sessionCookie, path: "/", secure });
}
