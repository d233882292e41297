// Who may open books of payments, and whose book a party sees: only the one its link was issued for.
import type { Actor, Party } from "@/domain/kernel/actor";
import type { PartySide } from "./schema";

export const mayManageBooks = (actor: Actor): boolean => actor.kind === "operator" || actor.kind === "system";
export const mayEnter = (actor: Actor): actor is Party => actor.kind === "party";

/** Made by queries alone, from a session that the database confirms. */
export const partyFor = (bookId: string, side: PartySide): Party => ({
  kind: "party",
  id: `${bookId}:${side}`,
  name: side,
  side,
  bookId,
});

/** After its first opening a link opens for half an hour more: an answer that was lost on the way can be asked for again. */
export const reopenMinutes = 30;
export const mayOpenStill = (openedAt: Date | null, at: Date): boolean =>
  openedAt === null || at.getTime() - openedAt.getTime() < reopenMinutes * 60_000;
