import "server-only";
import { isMarkOf, markOf } from "@/platform/sealing";
import { isKind, isOptional } from "./rules";
import type { Kind } from "./schema";

const use = "stop-messages";
const about = (userId: string, kind: Kind): string => `${userId}:${kind}`;

/** For the link under a message: who has the message may end its kind, without signing in, and nothing else. */
export const stopCode = (userId: string, kind: Kind): string => `${userId}~${kind}~${markOf(about(userId, kind), use)}`;

export function readStopCode(code: string): { userId: string; kind: Kind } | null {
  const [userId = "", kind = "", mark = ""] = code.slice(0, 300).split("~");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(userId) || !isKind(kind) || !isOptional(kind)) return null;
  return isMarkOf(about(userId, kind), use, mark) ? { userId, kind } : null;
}
