// The site's clock. Tests set it (CLOCK); nothing else in the house asks the machine what time it is.
import { env } from "./env";

const shift = env.CLOCK ? Date.parse(env.CLOCK) - Date.now() : 0;

export const now = (): Date => new Date(Date.now() + shift);
