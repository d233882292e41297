// The day it is in Việt Nam, for pages that judge facts by a day.
import "server-only";
import { type Day, dayOf } from "@/domain/kernel/calendar";
import { now } from "@/platform/clock";

export const today = (): Day => dayOf(now());
