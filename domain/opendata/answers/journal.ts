// The heads of the journal's chain: whoever keeps a copy can later show that the journal was, or was not, altered.
import { z } from "zod";
import { answer, calendarDay, instant, name, wholeNumber } from "../fields";

const position = wholeNumber.describe("How many entries the chain holds up to here");
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256 of the hash before, a line feed and the entry's text, in hexadecimal");

export const journalHeadAnswer = answer("JournalHead", "The heads of the journal's chain; keep a copy", {
  head: name("Head", z.object({ position, hash }).describe("The chain at this moment"))
    .nullable()
    .describe("The newest head; null while nothing is written"),
  waiting: z.int().describe("Entries written and not yet sealed, as a rule of the last seconds"),
  published: z
    .array(
      name(
        "PublishedHead",
        z
          .object({
            day: calendarDay.describe("The day it was published, in Việt Nam"),
            at: instant.describe("The instant it was published"),
            position,
            hash,
          })
          .describe("A head as it was published; it never changes"),
      ),
    )
    .describe("One a day, newest first"),
});
