// What may be asked about localities.
import { z } from "zod";
import { parseDay } from "@/domain/kernel/calendar";

export const localityLevels = ["province", "district", "commune"] as const;
export type LocalityLevel = (typeof localityLevels)[number];

const optionalDay = z
  .string()
  .optional()
  .transform((text) => (text ? parseDay(text) : null));

/** A search as it stands in an address: bad values fall back to none. */
export const localitySearch = z.object({
  q: z.string().trim().max(100).catch(""),
  level: z.enum(localityLevels).optional().catch(undefined),
  on: optionalDay.catch(null),
});
export type LocalitySearch = z.infer<typeof localitySearch>;
