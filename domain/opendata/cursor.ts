// Where a walk over all orders stands: after the last order served, newest first. Opaque to readers, checked when it comes back.

export type Cursor = { publishedAt: Date; id: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const writeCursor = ({ publishedAt, id }: Cursor): string =>
  Buffer.from(`${publishedAt.getTime().toString(36)}.${id}`).toString("base64url");

/** "" begins a walk; null is not a cursor of ours. */
export function readCursor(text: string): Cursor | "start" | null {
  if (text === "") return "start";
  if (!/^[\w-]{1,120}$/.test(text)) return null;
  const [at = "", id = ""] = Buffer.from(text, "base64url").toString("utf8").split(".", 2);
  const time = Number.parseInt(at, 36);
  if (!/^[0-9a-z]{1,10}$/.test(at) || !uuid.test(id) || !Number.isSafeInteger(time) || Math.abs(time) > 8.64e15)
    return null;
  return { publishedAt: new Date(time), id };
}
