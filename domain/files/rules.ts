// Which files are taken. What a file is, is found in its bytes; what it is called counts only where it contradicts them.
import type { Purpose } from "./schema";
import { purposes } from "./schema";

/** Named as in messages/<language>/files.json. */
export const fileRefusals = [
  "empty",
  "tooLarge",
  "typeNotAllowed",
  "heic",
  "liesAboutType",
  "tooManyPixels",
  "unreadable",
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

const endings: Readonly<Record<string, string>> = {
  ...{ jpg: "image", jpeg: "image", jfif: "image", png: "image", webp: "image", heic: "image", heif: "image" },
  pdf: "application/pdf",
};
/** One picture format under another's name is a habit of messengers and harms nobody: it is drawn anew. */
const familyOf = (type: string): string => (type.startsWith("image/") ? "image" : type);

/** Checks the type found (null: none that is known) against the purpose and the name; null: taken. */
export function refusalOf(found: string | null, saidName: string, purpose: Purpose): FileRefusal | null {
  const said = endings[/\.([a-z0-9]{1,5})$/i.exec(saidName)?.[1]?.toLowerCase() ?? ""];
  if (said !== undefined && said !== familyOf(found ?? "")) return "liesAboutType";
  if (found === "image/heic" || found === "image/heif" || found?.endsWith("-sequence")) return "heic";
  return (purposes[purpose].types as readonly string[]).includes(found ?? "") ? null : "typeNotAllowed";
}

/** A name that is safe to show and to send in a header: one line, no folders, no marks that turn the reading direction, not too long. */
export function cleanName(said: string): string {
  const last = said.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replace(/["<>|:*?]/g, "")
    .replace(/^[\s.]+/, "")
    .trim();
  const [, stem = plain, ending = ""] = /^(.*?)(\.[a-z0-9]{1,5})?$/i.exec(plain) ?? [];
  return `${[...stem].slice(0, 100).join("").trim()}${ending}`;
}
