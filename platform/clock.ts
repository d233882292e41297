// The site's clock. Tests set it (CLOCK), the demo goes back in it (asIfAt); nothing else in the house asks the machine what time it is.
import { AsyncLocalStorage } from "node:async_hooks";
import { env } from "./env";

const shift = env.CLOCK ? Date.parse(env.CLOCK) - Date.now() : 0;

const other = new AsyncLocalStorage<number>();

/** Does work as if it were then: the past of the demo is written by the commands as they would have written it on the day. */
export const asIfAt = <T>(instant: Date, work: () => Promise<T>): Promise<T> => other.run(instant.getTime(), work);

export const now = (): Date => new Date(other.getStore() ?? Date.now() + shift);
