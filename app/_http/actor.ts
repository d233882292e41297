// Who asks for a page of a portal. What an actor may do is decided by queries and commands; here only where he is sent when he is nobody.
import "server-only";
import { redirect } from "next/navigation";
import type { AgencyStaff, BodyStaff, Officer, Person } from "@/domain/kernel/actor";
import type { SignedIn } from "@/domain/accounts/schema";
import { address, type Locale } from "./addresses";
import { signedIn } from "./session";
import { currentPath } from "./site";

/** To the sign-in page, and back here afterwards; to the second step when that is what is missing. */
async function sendToSignIn(locale: Locale, known: SignedIn | null): Promise<never> {
  const next = await currentPath();
  const step = known?.waitsFor === "second_step" ? "secondStep" : known?.waitsFor ? "secondStepSetUp" : "signIn";
  redirect(address(locale, step, null, { next }));
}

type Kinds = { agency_staff: AgencyStaff; officer: Officer; person: Person } & Record<BodyStaff["kind"], BodyStaff>;

/** Signed in and acting as one of these kinds; otherwise the visitor is sent to sign in. Null: signed in, but as somebody else. */
export async function actorAs<K extends keyof Kinds>(
  locale: Locale,
  ...kinds: K[]
): Promise<{ actor: Kinds[K]; known: SignedIn } | null> {
  const known = await signedIn();
  // Until a second step is passed she is nobody, also for herself; while one is only to be set up she is a private person.
  const waits = known?.waitsFor === "second_step" || (known?.waitsFor && !kinds.includes("person" as K));
  if (!known || waits) return sendToSignIn(locale, known);
  return (kinds as string[]).includes(known.actor.kind) ? { actor: known.actor as Kinds[K], known } : null;
}
