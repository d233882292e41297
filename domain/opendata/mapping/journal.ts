// The heads of the journal as the open data say them.
import type { JournalHeads } from "@/domain/audit/queries";
import { numberOrText } from "../fields";

export const journalHeadAnswerOf = ({ head, waiting, published }: JournalHeads) => ({
  head: head && { position: numberOrText(head.position), hash: head.hash },
  waiting,
  published: published.map(({ day, at, position, hash }) => ({
    ...{ day, at: at.toISOString(), position: numberOrText(position), hash },
  })),
});
