"use server";
// The forms of one's own account. Whose it is comes from the session alone; commands check what belongs to whom.
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { type Locale, type Query, address } from "@/app/_http/addresses";
import { approachOf } from "@/app/_http/approach";
import { FieldFault, action } from "@/app/_http/form";
import { endSession, signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import {
  beginSecondStep,
  changePassword,
  chooseMembership,
  confirmSecondStep,
  endOtherSignIns,
  endSignIn,
  removeSecondStep,
  signOut,
} from "@/domain/accounts/commands";
import { localPath } from "@/domain/accounts/rules";
import type { SignedIn } from "@/domain/accounts/schema";
import { Refusal } from "@/domain/kernel/refusal";
import { hideRecoveryCodes, showRecoveryCodes } from "./recovery-codes";

const here = async (): Promise<Locale> => localeOf(await getLocale());
const id = z.string().max(60);
const code = z.string().max(40);
const next = z.string().max(2_000).optional();
const back = async (query?: Query): Promise<string> => address(await here(), "account", null, query);

/** What was typed stays when the session has ended meanwhile. */
async function self(): Promise<SignedIn> {
  const known = await signedIn();
  if (!known || known.waitsFor === "second_step") throw new FieldFault({ "": "signedOut" });
  return known;
}

async function atCode<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal && error.condition === "secondStepCodeHolds")
      throw new FieldFault({ code: "accounts.secondStepCodeHolds" });
    throw error;
  }
}

export const act = action("act", z.object({ membershipId: id }), async (input) => {
  const { actor, signInId } = await self();
  await chooseMembership(actor, { signInId, ...input });
  return back();
});

export const end = action("end", z.object({ signInId: id }), async (input) => {
  const { actor } = await self();
  await endSignIn(actor, input);
  return back();
});

export const endOthers = action("end-others", z.object({}), async () => {
  const { actor, signInId } = await self();
  await endOtherSignIns(actor, { keep: signInId });
  return back();
});

export const leave = action("leave", z.object({}), async () => {
  const known = await signedIn();
  if (known) await signOut(known.signInId);
  await endSession();
  return address(await here(), "signIn", null, { left: 1 });
});

export const password = action(
  "password",
  z.object({ current: z.string().max(1_000).default(""), password: z.string().max(1_000) }),
  async (input) => {
    const { actor, signInId } = await self();
    try {
      await changePassword(actor, { signInId, ...input });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const field = error.condition === "currentPasswordMatches" ? "current" : "password";
      throw new FieldFault({ [error.condition === "notTooOften" ? "" : field]: `accounts.${error.condition}` });
    }
    return back({ saved: "password" });
  },
);

const setUpPage = async (to: string | undefined): Promise<string> =>
  address(await here(), "secondStepSetUp", null, { next: localPath(to) });

export const beginSetUp = action("second-step-begin", z.object({ next }), async (input) => {
  const { actor } = await self();
  await beginSecondStep(actor);
  return setUpPage(input.next);
});

export const confirmSetUp = action("second-step-confirm", z.object({ code, next }), async (input) => {
  const { actor, signInId, userId } = await self();
  const codes = await atCode(confirmSecondStep(actor, { signInId, code: input.code }));
  await showRecoveryCodes(userId, codes);
  return setUpPage(input.next);
});

export const writtenDown = action("written-down", z.object({ next }), async (input) => {
  await hideRecoveryCodes();
  return localPath(input.next) ?? back();
});

export const removeSetUp = action("second-step-remove", z.object({ code }), async (input) => {
  const { actor, signInId } = await self();
  await atCode(removeSecondStep(await approachOf(), actor, { signInId, code: input.code }));
  return setUpPage(undefined);
});
