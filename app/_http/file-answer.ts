// A kept file as an answer, for the route of the context that owns it, after that context has let the visitor read it.
import type { ReadFile } from "@/domain/files/schema";

const endings = { "image/jpeg": "jpg", "application/pdf": "pdf" } as const;

/** Name for old readers in plain letters, for all others as it is (RFC 6266). */
function disposition(kind: "inline" | "attachment", { saidName, type }: ReadFile): string {
  const name = `${saidName.replace(/\.[a-z0-9]{1,5}$/i, "") || "tep"}.${endings[type]}`;
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
  const ascii = plain.replace(/[^\w .()-]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Pictures, which we drew ourselves, may be shown in a page; a PDF is as somebody made it and is only ever saved. Kept by no cache. */
export function fileAnswer(file: ReadFile): Response {
  const kind = file.type === "image/jpeg" ? "inline" : "attachment";
  return new Response(new Uint8Array(file.content), {
    headers: {
      "Content-Type": file.type,
      "Content-Length": String(file.content.byteLength),
      "Content-Disposition": disposition(kind, file),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    },
  });
}
