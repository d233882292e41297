import "server-only";
import { db } from "@/platform/db";

export { journalHeads, type JournalHeads } from "./chain";
export { verifyJournal, type ChainFault, type KeptHead, type Verified } from "./verify";

/** One entry's heading: what happened to what, by whom, when. */
export const entryOf = (id: bigint) =>
  db.journalEntry.findUnique({
    where: { id },
    select: { event: true, subjectType: true, subjectId: true, actorKind: true, actorName: true, at: true },
  });
