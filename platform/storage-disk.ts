// Files in a folder of this machine.
import { randomBytes } from "node:crypto";
import { mkdir, open, opendir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Storage } from "./storage";

const absent = (error: unknown): null => {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw error;
};

export function diskStorage(folder: string): Storage {
  const root = resolve(/* turbopackIgnore: true */ folder);
  const at = (name: string): string => join(root, name);
  return {
    /** Whole or not at all: written aside, flushed, then renamed. */
    async put(name, bytes) {
      await mkdir(dirname(at(name)), { recursive: true, mode: 0o700 });
      const aside = `${at(name)}.${randomBytes(4).toString("hex")}.part`;
      const file = await open(/* turbopackIgnore: true */ aside, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, at(name));
    },
    get: (name) => readFile(/* turbopackIgnore: true */ at(name)).catch(absent),
    remove: (name) => rm(at(name), { force: true }),
    async *list() {
      const below = await opendir(/* turbopackIgnore: true */ root, { recursive: true }).catch(absent);
      for await (const entry of below ?? []) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const found = await stat(/* turbopackIgnore: true */ path).catch(absent);
        if (found) yield { name: relative(root, path).replaceAll(sep, "/"), ageMs: Date.now() - found.mtimeMs };
      }
    },
  };
}
