// One way in for every form of a book: from our own pages, not too fast, by a party of this very book; and one way back to it.
import "server-only";
import { randomUUID } from "node:crypto";
import { type Locale, type Query, address } from "@/app/_http/addresses";
import { allow } from "@/app/_http/rate-limit";
import { isFromElsewhere } from "@/app/_http/same-site";
import { localeOf } from "@/app/_http/shell";
import type { Party } from "@/domain/kernel/actor";
import { Refusal } from "@/domain/kernel/refusal";
import { cleanText } from "@/domain/kernel/text";
import { partyOf, setCookie, typedCookie } from "./session";
import { type Fault, type Typed, typedText } from "./typed";

export type Params = { params: Promise<{ locale: string; token: string }> };
type At = { locale: Locale; reference: string };
export type Posted = At & { party: Party; form: FormData; text: (name: string, max?: number) => string };

export const seeOther = (to: string): Response => new Response(null, { status: 303, headers: { Location: to } });
const minutes = 60;

/** Back to the book. With faults: what was typed goes along, in the browser only. */
export function backToBook(
  { locale, reference }: At,
  what: { typed: Typed } | { saved: string } | { back: string },
): Response {
  const typed = "typed" in what ? what.typed : null;
  const query: Query = typed
    ? { fault: 1 }
    : { ...("saved" in what && { saved: what.saved }), ...("back" in what && { back: what.back }) };
  const anchor = typed ? (typed.form === "entry" ? "#entry" : `#${typed.form}`) : "#top";
  const response = seeOther(`${address(locale, "money", { token: reference }, query)}${anchor}`);
  setCookie(response, typedCookie, typed ? typedText(typed) : "", reference, typed ? 10 * minutes : 0);
  return response;
}

const photoRoom = 12 * 1_048_576;

/** The form and who sent it, or the answer to give instead. `cost`: of this minute's allowance. */
export async function posted(request: Request, { params }: Params, cost = 8): Promise<Posted | Response> {
  const { locale: segment, token: reference } = await params;
  const at = { locale: localeOf(segment), reference };
  const home = address(at.locale, "money", { token: reference });
  if (isFromElsewhere(request)) return seeOther(home);
  const { allowed } = await allow(request, cost);
  const fault = (code: string): Response =>
    backToBook(at, { typed: { form: "entry", values: {}, faults: [{ field: "kind", code }] } });
  if (Number(request.headers.get("content-length") ?? 0) > photoRoom) return fault("unreadable");
  const form = await request.formData().catch(() => null);
  if (!form) return fault("unreadable");
  const text = (name: string, max = 200): string => {
    const value = form.get(name);
    return typeof value === "string" ? cleanText(value, max) : "";
  };
  const formName = text("form", 40) || "entry";
  if (!allowed)
    return backToBook(at, {
      typed: { form: formName, values: plain(form), faults: [{ field: "kind", code: "slow" }] },
    });
  const party = await partyOf(reference);
  return party ? { ...at, party, form, text } : seeOther(home);
}

export const plain = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && name.length < 30 ? [[name, cleanText(value, 500)]] : [],
    ),
  );

/**
 * A refusal of the house as a fault of the form. Anything else is an outage or a bug: written down with a reference, and the form comes
 * back as it was typed, for an address that only takes forms has no page of its own to fail on.
 */
export function faultOf(error: unknown, fieldOf: (condition: string) => string): Fault {
  if (!(error instanceof Refusal)) {
    console.error(
      JSON.stringify({ at: new Date().toISOString(), kind: "money.failed", instance: randomUUID() }),
      error,
    );
    return { field: "kind", code: "failed" };
  }
  const { context, condition, details } = error;
  const code = context === "files" ? `files.${condition}` : condition;
  return {
    field: context === "files" ? "photo" : fieldOf(condition),
    code,
    ...(typeof details.number === "string" && { number: details.number }),
    ...(typeof details.limit === "number" && { limit: details.limit }),
  };
}
