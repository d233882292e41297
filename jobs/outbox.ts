// Empties the outbox: takes what waits, runs the reactions for each kind of event, marks it followed.
import { type Waiting, markFailed, markFollowed, waitingEvents } from "@/domain/audit/outbox";
import type { EventName } from "@/domain/kernel/events";
import { log } from "@/platform/log";
import { reactions } from "./reactions";

const take = 2_000;

async function follow(name: EventName, events: readonly Waiting[]): Promise<"done" | "unavailable"> {
  const subjects = [...new Set(events.map((event) => event.subjectId))];
  for (const reaction of reactions[name] ?? []) if ((await reaction(subjects)) === "unavailable") return "unavailable";
  return "done";
}

/** One round; answers whether something was done, so that the caller goes on until there is nothing left. */
export async function emptyOutbox(): Promise<"more" | "empty" | "held"> {
  const waiting = await waitingEvents(take);
  if (waiting.length === 0) return "empty";
  const byName = new Map<EventName, Waiting[]>();
  for (const event of waiting) {
    const same = byName.get(event.name);
    if (same) same.push(event);
    else byName.set(event.name, [event]);
  }
  let held = false;
  for (const [name, events] of byName) {
    const ids = events.map((event) => event.id);
    try {
      if ((await follow(name, events)) === "done") await markFollowed(ids);
      else held = true;
    } catch (error) {
      held = true;
      log.error("outbox.failed", error, { name, count: ids.length });
      await markFailed(ids, error instanceof Error ? error.message : String(error));
    }
  }
  return held ? "held" : "more";
}
