"use server";
// The forms of signing in. Each answers where to go next; what is wrong comes back to the same page (docs/decisions/0020-forms.md).
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { type Locale, address } from "@/app/_http/addresses";
import { approachOf } from "@/app/_http/approach";
import { afterSignIn } from "@/app/_http/entered";
import { FieldFault, action } from "@/app/_http/form";
import { reaches, sendSecret } from "@/app/_http/secrets";
import { beginSession, endSession, signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { expectCode, expectedCode, forgetCode } from "@/app/_http/waiting-code";
import {
  type In,
  type Sent,
  acceptInvitation,
  askForLetter,
  passSecondStep,
  register,
  setNewPassword,
  signInWithCode,
  signInWithLink,
  signInWithPassword,
  signOut,
} from "@/domain/accounts/commands";
import { localPath, readIdentifier } from "@/domain/accounts/rules";
import type { Identifier } from "@/domain/accounts/schema";
import { Refusal } from "@/domain/kernel/refusal";
import { cleanText } from "@/domain/kernel/text";

const here = async (): Promise<Locale> => localeOf(await getLocale());
const next = z.string().max(2_000).optional();
const password = z.string().max(1_000);
const token = z.string().max(100);
const code = z.string().max(40);
const identifier = z
  .string()
  .max(254)
  .transform((said, context): Identifier => {
    const read = readIdentifier(said);
    if (!read) context.addIssue({ code: "custom", message: "notAnAddress" });
    return read ?? { kind: "email", value: "" };
  });

/** Refusals that are about one field stand at it. */
async function atField<T>(field: string, conditions: RegExp, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal && error.context === "accounts" && conditions.test(error.condition))
      throw new FieldFault({ [field]: `accounts.${error.condition}` });
    throw error;
  }
}
const aboutPassword = /^password/;

async function enter({ signInId, userId }: In, to: string | null | undefined): Promise<string> {
  await beginSession(signInId, userId);
  await forgetCode();
  return afterSignIn(await here(), signInId, localPath(to));
}

async function waitForCode(sent: Sent, to: string | undefined): Promise<string> {
  await expectCode(sent.secretId);
  await sendSecret(sent.letter);
  return address(await here(), "signInCode", null, { next: localPath(to) });
}

export const signIn = action("sign-in", z.object({ identifier, password, next }), async (input) => {
  const answer = await signInWithPassword(await approachOf(), input);
  return answer.kind === "in" ? enter(answer, input.next) : waitForCode(answer, input.next);
});

export const askForCode = action("sign-in-letter", z.object({ identifier, next }), async (input) => {
  if (!reaches(input.identifier.kind)) throw new FieldFault({ identifier: "notReached" });
  return waitForCode(await askForLetter(await approachOf(), { ...input, purpose: "sign_in" }), input.next);
});

export const enterCode = action("sign-in-code", z.object({ code, next }), async (input) => {
  const secretId = (await expectedCode()) ?? "";
  const signedInNow = signInWithCode(await approachOf(), { secretId, code: input.code });
  return enter(await atField("code", /^codeHolds$/, signedInNow), input.next);
});

export const followLink = action("sign-in-link", z.object({ token }), async (input) =>
  enter(await signInWithLink(await approachOf(), input), null),
);

export const create = action(
  "register",
  z.object({ identifier, name: z.string().min(2).max(200), password }),
  async (input) => {
    if (!reaches(input.identifier.kind)) throw new FieldFault({ identifier: "notReached" });
    const said = { ...input, name: cleanText(input.name, 120), locale: await here() };
    return waitForCode(await atField("password", aboutPassword, register(await approachOf(), said)), undefined);
  },
);

export const accept = action(
  "invitation",
  z.object({ token, name: z.string().max(200).optional(), password: password.optional() }),
  async (input) => enter(await atField("password", aboutPassword, acceptInvitation(await approachOf(), input)), null),
);

export const askForNewPassword = action("new-password-letter", z.object({ identifier }), async (input) => {
  if (!reaches(input.identifier.kind)) throw new FieldFault({ identifier: "notReached" });
  const { letter } = await askForLetter(await approachOf(), { ...input, purpose: "new_password" });
  await sendSecret(letter);
  return address(await here(), "newPassword", null, { sent: 1 });
});

export const newPassword = action("new-password", z.object({ token, password }), async (input) =>
  enter(await atField("password", aboutPassword, setNewPassword(await approachOf(), input)), null),
);

export const secondStep = action("second-step", z.object({ code, next }), async (input) => {
  const known = await signedIn();
  const locale = await here();
  if (!known) return address(locale, "signIn", null, { next: localPath(input.next) });
  const passed = passSecondStep(await approachOf(), { signInId: known.signInId, code: input.code });
  await atField("code", /^secondStepCodeHolds$/, passed);
  return afterSignIn(locale, known.signInId, localPath(input.next));
});

export const leave = action("leave", z.object({}), async () => {
  const known = await signedIn();
  if (known) await signOut(known.signInId);
  await endSession();
  return address(await here(), "signIn", null, { left: 1 });
});
