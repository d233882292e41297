"use server";
// What she wants sent; and the end of one kind, with the link under a message.
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { address } from "@/app/_http/addresses";
import { action } from "@/app/_http/form";
import { signedIn } from "@/app/_http/session";
import { localeOf } from "@/app/_http/shell";
import { visitor } from "@/domain/kernel/actor";
import { mayEnd } from "@/domain/notifications/access";
import { setPreferences, stopMessages } from "@/domain/notifications/commands";

const wanted = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((said) => (typeof said === "string" ? [said] : said));

export const save = action("messages", z.object({ kind: wanted }), async ({ kind }) => {
  const actor = (await signedIn())?.actor ?? visitor;
  await setPreferences(actor, { off: mayEnd(actor).filter((one) => !kind.includes(one)) });
  return `${address(localeOf(await getLocale()), "messages", null, { saved: 1 })}#nhan-gi`;
});

export const stop = action("stop-messages", z.object({ ma: z.string().max(300) }), async ({ ma }) => {
  const done = await stopMessages({ code: ma });
  return address(localeOf(await getLocale()), "messagesStop", null, { ma, done: done ? 1 : null });
});
