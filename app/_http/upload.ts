// Files out of a form. A field of files that was left empty still arrives as one nameless file of no bytes: that is none.
import { Refusal } from "@/domain/kernel/refusal";
import { type HandedIn, type Purpose, purposes } from "@/domain/files/schema";

const megabyte = 1_048_576;
export const megabytesFor = (purpose: Purpose): number => Math.floor(purposes[purpose].mostBytes / megabyte);
/** For <input accept>: what the file chooser offers; what is taken is decided by the bytes. */
export const acceptFor = (purpose: Purpose): string => purposes[purpose].types.join();

/** The files of one field, in their order. Refuses (files.tooMany, files.tooLarge) before a byte is read. */
export function uploads(form: FormData, field: string, purpose: Purpose, most = 1): HandedIn[] {
  const files = form
    .getAll(field)
    .filter((value): value is File => typeof value !== "string" && (value.size > 0 || value.name !== ""));
  if (files.length > most) throw new Refusal("files", "tooMany", { limit: most });
  if (files.some((file) => file.size > purposes[purpose].mostBytes))
    throw new Refusal("files", "tooLarge", { limit: megabytesFor(purpose) });
  return files.map((file) => ({ content: file.stream(), saidName: file.name, purpose }));
}

/** The one file of a field; null: none was chosen. */
export const upload = (form: FormData, field: string, purpose: Purpose): HandedIn | null =>
  uploads(form, field, purpose)[0] ?? null;
