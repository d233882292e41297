// Sends what waits, beside the worker's other duties and not between them: a slow mail server must never hold up the hiding of an order.
import { sendWaiting, senderKind } from "@/domain/notifications/commands";
import { openChannels } from "@/platform/channels/open";
import { log } from "@/platform/log";
import { type Presence, enter } from "@/platform/presence";
import { address } from "@/app/_http/addresses";
import { env } from "@/platform/env";

const restMs = 5_000;
const retryMs = 2_000;
const patienceMs = 10_000;

export const stopAt = (locale: "vi" | "en", code: string): string =>
  new URL(address(locale, "messagesStop", null, { ma: code }), env.SITE_URL).href;

/** Goes on until stopped; `nudge` ends a rest early. */
export function keepSending(): { nudge: () => void; stop: () => Promise<void> } {
  const channels = openChannels();
  const stopping = new AbortController();
  let heard = false;
  let wake: () => void = () => {};
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => (clearTimeout(timer), resolve());
    });

  async function run(): Promise<void> {
    let presence: Presence | null = null;
    while (!stopping.signal.aborted) {
      heard = false;
      try {
        if (!presence?.holds()) presence = await enter(senderKind);
        if ((await sendWaiting(presence, channels, stopAt)) === 0 && !heard) await rest(restMs);
      } catch (error) {
        log.error("sender.failed", error);
        await rest(retryMs);
      }
    }
    await presence?.leave().catch(() => {});
  }

  const running = run();
  return {
    nudge: () => {
      heard = true;
      wake();
    },
    stop: async () => {
      stopping.abort();
      wake();
      // A conversation may take its minute; whoever stops us does not wait that long, and the next sender takes it up.
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
    },
  };
}
