// The ways out that this site has.
import { env } from "../env";
import type { Channel } from "./channel";
import { emailChannel } from "./email";
import { httpChannel } from "./http";

export type ChannelName = "email" | "sms" | "zalo" | "web_push";
export type Channels = Readonly<Partial<Record<ChannelName, Channel>>>;

/** A demo without a mail server keeps letters for a page of its own; they go nowhere. */
export const demoMail = (): boolean => env.DEMO && !env.SMTP_URL;
const keptForTheDemo: Channel = { send: async () => ({ outcome: "accepted", answer: "shown on the demo" }) };

export function openChannels(): Channels {
  const { SMTP_URL, SMS_URL, SMS_TOKEN: smsToken, ZALO_URL, ZALO_TOKEN: zaloToken } = env;
  return {
    ...(SMTP_URL ? { email: emailChannel(SMTP_URL) } : demoMail() && { email: keptForTheDemo }),
    ...(SMS_URL && { sms: httpChannel({ url: SMS_URL, token: smsToken, whole: false }) }),
    ...(ZALO_URL && { zalo: httpChannel({ url: ZALO_URL, token: zaloToken, whole: true }) }),
  };
}
