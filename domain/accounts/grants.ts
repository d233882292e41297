import "server-only";
import type { Note, Tx } from "@/domain/audit/change";

/**
 * For the context that has looked at somebody's proof, inside its own change: she owns the agency's account from now on. False: she did
 * already.
 */
export async function beginOwnership(
  tx: Tx,
  now: Date,
  note: (entry: Note) => void,
  { userId, agencyId }: { userId: string; agencyId: string },
): Promise<boolean> {
  const body = { userId, agencyId, role: "agency_owner" } as const;
  const held = await tx.membership.findFirst({ where: { ...body, endedAt: null }, select: { id: true } });
  if (held) return false;
  const { id } = await tx.membership.create({ data: { ...body, since: now }, select: { id: true } });
  note({ event: "membership.changed", subjectType: "membership", subjectId: id, after: body });
  return true;
}
