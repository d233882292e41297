// Everything the importer and the commands can say has a sentence in both languages, and every sentence can be formed.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";

const here = join(process.cwd(), "domain/licences");
const read = (path: string) => readFileSync(join(process.cwd(), path), "utf8");
const importCode = readdirSync(join(here, "import"))
  .map((name) => readFileSync(join(here, "import", name), "utf8"))
  .join("\n");
const said = new Set([
  ...[...importCode.matchAll(/code: "(\w+)"/g)].map((m) => m[1] ?? ""),
  ...[...importCode.matchAll(/"(\w+(?:Differs|AfterEnd))"/g)].map((m) => m[1] ?? ""),
  ...["transition", "row_quote", "row_tooLong", "row_notAnObject", "row_tooManyCells"],
]);
const conditions = [...read("domain/licences/commands.ts").matchAll(/requireAll\("licences", \{([^}]*)\}/g)].flatMap(
  (m) => [...(m[1] ?? "").matchAll(/(\w+):/g)].map((c) => c[1] ?? ""),
);

test.each(["vi", "en"])("%s", (locale) => {
  const licences = JSON.parse(read(`messages/${locale}/licences.json`)) as {
    import: Record<string, unknown>;
    refusals: Record<string, string>;
  };
  expect([...said].filter((code) => typeof licences.import[code] !== "string")).toEqual([]);
  expect(conditions.filter((condition) => !licences.refusals[condition])).toEqual([]);
  const failures: string[] = [];
  const t = createTranslator({
    locale,
    messages: { licences } as never,
    onError: (error) => failures.push(error.message),
  });
  const details = Object.fromEntries(
    "column value asOf status on issued from to text event market field held said other agency heldOn saidOn decisionNo code file megabytes limit where seen"
      .split(" ")
      .map((key) => [key, "active"]),
  );
  for (const code of Object.keys(licences.import))
    if (code !== "file") expect(t(`licences.import.${code}` as never, details as never)).not.toContain("{");
  for (const code of Object.keys(licences.import.file as object))
    expect(t(`licences.import.file.${code}` as never, details as never)).not.toContain("{");
  expect(failures).toEqual([]);
});
