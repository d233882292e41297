// Letters to the outside, by SMTP where a server is named. Addresses come checked; the library writes the head of a letter, never a template.
import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import { env } from "./env";
import { type Delivery, short } from "./channels/channel";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** What it is about and to whom: a repetition carries the same Message-ID, so that letter boxes can know it. */
  key?: string;
  locale?: string;
  /** Where this kind of letter is ended with one tap. */
  stop?: string | null;
};

export const mailLeaves = (): boolean => env.SMTP_URL !== undefined;

/** Silence of the server; and the whole conversation, however slowly it talks. */
const silenceMs = 20_000;
const conversationMs = 60_000;
const fromHost = /@([a-z0-9.-]+)>?\s*$/i.exec(env.MAIL_FROM)?.[1] ?? "localhost";

export const messageIdOf = (key: string): string =>
  `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${fromHost}>`;

function head({ to, subject, text, html, key, locale, stop }: Mail) {
  return {
    from: env.MAIL_FROM,
    // As an object: the library then quotes it, and a comma in it is never a second addressee.
    to: { name: "", address: to },
    ...{ subject: short(subject), text, html },
    ...(key && { messageId: messageIdOf(key) }),
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(locale && { "Content-Language": locale }),
      ...(stop && { "List-Unsubscribe": { prepared: true, value: `<${stop}>` } }),
    },
    // Whatever a text may say, nothing is fetched or read to fill a letter.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

type Fault = Error & { responseCode?: number; response?: string; command?: string };
/** The letter box or the letter was refused for good; refusals of our greeting, our name or our password are for us to mend. */
const isPermanent = ({ responseCode = 0, command = "" }: Fault): boolean =>
  responseCode >= 500 && responseCode < 600 && /^(RCPT TO|DATA)/.test(command);

/** One conversation for each letter: nobody sees another's address, and a fault is one letter's fault. */
export async function deliverMail(mail: Mail, url: string | undefined = env.SMTP_URL): Promise<Delivery> {
  if (!url) return { outcome: "failed", answer: "SMTP_URL is not set" };
  const transport = createTransport({
    ...{ url, disableFileAccess: true, disableUrlAccess: true },
    ...{ connectionTimeout: silenceMs, greetingTimeout: silenceMs, socketTimeout: silenceMs },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the mail server took too long")), conversationMs);
  });
  try {
    const { response } = await Promise.race([transport.sendMail(head(mail)), tooLong]);
    return { outcome: "accepted", answer: short(response) };
  } catch (error) {
    const fault = error as Fault;
    const answer = short(fault.response ?? fault.message);
    return { outcome: isPermanent(fault) ? "refused" : "failed", answer };
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

/** Throws when the server does not take it. */
export async function sendMail(mail: Mail): Promise<void> {
  const { outcome, answer } = await deliverMail(mail);
  if (outcome !== "accepted") throw new Error(answer);
}
