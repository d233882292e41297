// Where somebody comes from who is about to sign in, as the limits of domain/accounts count it; and the browser's long memory of who signed in
// here before, in a cookie that only the site can write.
import "server-only";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { deviceWords } from "@/domain/accounts/rules";
import type { Approach } from "@/domain/accounts/schema";
import { openText, sealText } from "@/platform/sealing";
import { currentAnswer } from "./answer";
import { clientAddress } from "./rate-limit";
import { site } from "./site";

const secure = site.url.protocol === "https:";
const prefix = secure ? "__Host-" : "";
export const cookieShape = { httpOnly: true, sameSite: "lax", secure, path: "/" } as const;
const deviceCookie = `${prefix}device`;
const year = 365 * 24 * 3600;
const mostPeople = 5;

async function deviceOf(): Promise<Approach["device"]> {
  const said = await openCookie(deviceCookie, "device");
  const [id = "", ...users] = said?.split(" ") ?? [];
  return id ? { id, users } : null;
}

export async function approachOf(): Promise<Approach> {
  const asked = await headers();
  return {
    address: clientAddress(asked, currentAnswer()?.req?.socket?.remoteAddress),
    device: await deviceOf(),
    words: deviceWords((asked.get("user-agent") ?? "").slice(0, 300)),
  };
}

/** After she signed in: from now on what others try does not hinder her in this browser. */
export async function rememberDevice(userId: string): Promise<void> {
  const known = await deviceOf();
  if (known?.users[0] === userId) return;
  const users = [userId, ...(known?.users ?? []).filter((id) => id !== userId)].slice(0, mostPeople);
  await sealCookie(deviceCookie, [known?.id ?? randomUUID(), ...users].join(" "), "device", year);
}

/** A cookie nobody else can read or write. */
export async function sealCookie(name: string, text: string, use: string, seconds: number): Promise<void> {
  const value = sealText(text, `cookie:${use}`).toString("base64url");
  (await cookies()).set(name, value, { ...cookieShape, maxAge: seconds });
}

export async function openCookie(name: string, use: string): Promise<string | null> {
  const value = (await cookies()).get(name)?.value;
  return value && value.length < 8_000 ? openText(Buffer.from(value, "base64url"), `cookie:${use}`) : null;
}

export async function dropCookie(name: string): Promise<void> {
  (await cookies()).delete({ name, ...cookieShape });
}
