// Short messages through a provider's gateway: one POST of JSON with a token. Providers differ; this is the shape we send, and whoever runs
// the site puts a few lines in front of theirs (docs/decisions/0025-messages.md).
import { type Channel, type Delivery, type Outgoing, short } from "./channel";

const timeoutMs = 20_000;
const mostAnswer = 2_000;
/** Said about the number or the message; every other answer may be about our settings, or about now. */
const permanent = new Set([410, 413, 422]);

async function bounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of response.body ?? []) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    if (text.length > mostAnswer) break;
  }
  return text;
}

export function httpChannel({ url, token, whole }: { url: string; token: string; whole: boolean }): Channel {
  async function send(message: Outgoing): Promise<Delivery> {
    const text = whole ? message.text : message.brief;
    try {
      const response = await fetch(url, {
        method: "POST",
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          "Content-Type": "application/json",
          Authorization: `Bearer ${token}`,
          "Idempotency-Key": message.key,
        },
        body: JSON.stringify({ key: message.key, to: message.to, locale: message.locale, text, link: message.link }),
      });
      const answer = short(`${response.status} ${await bounded(response)}`);
      if (response.ok) return { outcome: "accepted", answer };
      return { outcome: permanent.has(response.status) ? "refused" : "failed", answer };
    } catch (error) {
      return { outcome: "failed", answer: short(error instanceof Error ? error.message : String(error)) };
    }
  }
  return { send };
}
