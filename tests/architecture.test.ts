// The shape of the house as assertions: layers, ladder, doors, who writes which table, sizes, names, words in every language.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { conditionSources } from "@/domain/orders/rules";

const root = fileURLToPath(new URL("../", import.meta.url));
const code = /\.(ts|tsx|mts|mjs|js)$/;
const skipped = /^(node_modules|\.next|\.data|platform\/generated|public|docs|\.git)(\/|$)/;

function filesBelow(folder: string, accept: RegExp): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (skipped.test(path)) return [];
    if (entry.isDirectory()) return filesBelow(path, accept);
    return accept.test(entry.name) ? [path] : [];
  });
}

type Import = { from: string; to: string; typeOnly: boolean };
const text = (file: string): string => readFileSync(join(root, file), "utf8");
const importPattern =
  /(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|import\s*\(\s*"([^"]+)"\s*\)|import\s+"([^"]+)"/g;

/** Imports of our own files, as paths from the root without extension; packages as they are. */
function importsOf(file: string): Import[] {
  return [...text(file).matchAll(importPattern)].map((match) => {
    const said = match[2] ?? match[3] ?? match[4] ?? "";
    const to = said.startsWith("@/")
      ? said.slice(2)
      : said.startsWith(".")
        ? relative(root, join(root, file, "..", said))
        : said;
    return { from: file, to, typeOnly: match[1] !== undefined };
  });
}

const sources = ["app", "components", "domain", "jobs", "platform"].flatMap((folder) => filesBelow(folder, code));
const production = sources.filter((file) => !/\.test\.tsx?$/.test(file));
const imports = production.flatMap(importsOf);
const layerOf = (path: string): string => path.split("/")[0] ?? "";
const contextOf = (path: string): string | null => (path.startsWith("domain/") ? (path.split("/")[1] ?? null) : null);
const name = ({ from, to }: Import): string => `${from} → ${to}`;

const ladder = [
  ...["kernel", "audit", "files", "accounts", "localities", "licences", "support", "fees", "notices", "orders"],
  ...["payments", "complaints", "notifications", "statistics", "search", "opendata"],
];
const doors = new Set(["schema", "rules", "access", "queries", "commands"]);
/** Foundations whose files all others may name: a closed list. */
const openFiles: Readonly<Record<string, readonly string[]>> = {
  kernel: ["actor", "calendar", "catalogue", "events", "format", "money", "refusal", "text"],
  audit: ["bulk", "change", "outbox"],
};

describe("layers", () => {
  const below: Readonly<Record<string, readonly string[]>> = {
    app: ["app", "components", "domain", "platform"],
    jobs: ["jobs", "app", "domain", "platform"],
    components: ["components", "domain", "app"],
    domain: ["domain", "platform", "prisma"],
    platform: ["platform"],
  };
  const ours = new Set([...Object.keys(below), "prisma", "scripts", "tests", "bench"]);

  test("arrows never turn back", () => {
    const wrong = imports.filter(
      ({ from, to }) => ours.has(layerOf(to)) && !below[layerOf(from)]?.includes(layerOf(to)),
    );
    expect(wrong.map(name)).toEqual([]);
  });

  test("components take addresses from the app and nothing else of it", () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        layerOf(from) === "components" && layerOf(to) === "app" && !typeOnly && !to.startsWith("app/_http/"),
    );
    expect(wrong.map(name)).toEqual([]);
  });

  test("jobs take addresses from the app and nothing else of it", () => {
    const wrong = imports.filter(
      ({ from, to }) => layerOf(from) === "jobs" && layerOf(to) === "app" && to !== "app/_http/addresses",
    );
    expect(wrong.map(name)).toEqual([]);
  });

  test("components fetch nothing", () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        layerOf(from) === "components" &&
        !typeOnly &&
        (/\/(queries|commands)$/.test(to) || to === "next/headers" || layerOf(to) === "platform"),
    );
    expect(wrong.map(name)).toEqual([]);
  });

  test("pages know neither the database nor the machinery", () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        layerOf(from) === "app" && !from.startsWith("app/_http/") && !typeOnly && layerOf(to) === "platform",
    );
    expect(wrong.map(name)).toEqual([]);
  });
});

describe("contexts", () => {
  const between = imports.filter(
    ({ from, to }) => contextOf(from) && contextOf(to) && contextOf(from) !== contextOf(to),
  );

  test("every context stands on the ladder", () => {
    expect(
      [...new Set(production.flatMap((file) => contextOf(file) ?? []))].filter((context) => !ladder.includes(context)),
    ).toEqual([]);
  });

  test("a context uses only those to its left", () => {
    const wrong = between.filter(
      ({ from, to }) => ladder.indexOf(contextOf(to) ?? "") > ladder.indexOf(contextOf(from) ?? ""),
    );
    expect(wrong.map(name)).toEqual([]);
  });

  test("and only through their doors", () => {
    const intoContexts = imports.filter(({ from, to }) => contextOf(to) && contextOf(from) !== contextOf(to));
    const wrong = intoContexts.filter(({ to, typeOnly }) => {
      const [, context = "", file = "", deeper] = to.split("/");
      return !typeOnly && (deeper !== undefined || !(doors.has(file) || openFiles[context]?.includes(file)));
    });
    expect(wrong.map(name)).toEqual([]);
  });

  test("what touches the database says so in its first line", () => {
    const reading = production.filter(
      (file) =>
        file.startsWith("domain/") &&
        importsOf(file).some(({ to, typeOnly }) => !typeOnly && /^platform\/(db|env|clock)$/.test(to)),
    );
    expect(reading.filter((file) => !/^(\/\/.*\n)*import "server-only";/.test(text(file)))).toEqual([]);
  });

  test("rules and shapes know no database, no clock, no framework", () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        /^domain\/\w+\/(rules|schema|access)\.ts$/.test(from) &&
        !typeOnly &&
        (to.startsWith("platform/") || /^(next|react)(\/|$)/.test(to)),
    );
    expect(wrong.map(name)).toEqual([]);
  });

  test("the business knows no framework", () => {
    const wrong = imports.filter(({ from, to }) => contextOf(from) && /^(next|react|next-intl)(\/|$)/.test(to));
    expect(wrong.map(name)).toEqual([]);
  });
});

describe("tables", () => {
  const owners = new Map(
    filesBelow("prisma/schema", /\.prisma$/).flatMap((file) =>
      [...text(file).matchAll(/^model (\w+)/gm)].map(
        (match) =>
          [match[1]?.replace(/^./, (c) => c.toLowerCase()) ?? "", file.replace(/.*\/(\w+)\.prisma$/, "$1")] as const,
      ),
    ),
  );

  test("each is written by its owner only", () => {
    const writes = production.flatMap((file) =>
      [...text(file).matchAll(/\b(?:tx|writableDb)\.(\w+)\.(?:create|update|delete|upsert)\w*\(/g)].map((match) => ({
        file,
        table: match[1] ?? "",
      })),
    );
    expect(writes.length).toBeGreaterThan(10);
    expect(writes.filter(({ file, table }) => owners.get(table) !== contextOf(file))).toEqual([]);
  });

  test("only the journal's own context holds a client that can write", () => {
    expect(
      production.filter((file) => /\bwritableDb\b/.test(text(file)) && !/^(domain\/audit|platform\/db)/.test(file)),
    ).toEqual([]);
  });
});

describe("shape", () => {
  const all = [
    ...sources,
    ...filesBelow("scripts", code),
    ...filesBelow("tests", code),
    ...filesBelow("bench", code),
    ...filesBelow("prisma/demo", code),
  ];

  test("no file is longer than 400 lines", () => {
    expect(all.filter((file) => text(file).split("\n").length > 401)).toEqual([]);
  });

  test("pages are short", () => {
    expect(
      production.filter((file) => /^app\/.*\/page\.tsx$/.test(file) && text(file).split("\n").length > 160),
    ).toEqual([]);
  });

  test("no name explains nothing", () => {
    expect(
      all.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager|service|types|index)\.(ts|tsx|mjs)$/.test(file)),
    ).toEqual([]);
  });

  test("client code is rare and at the leaf", () => {
    const client = production.filter((file) => text(file).startsWith('"use client"'));
    expect(
      client.every((file) =>
        /error\.tsx$|^components\/(search\/suggestions|ui\/still|codes\/offline)\.tsx$/.test(file),
      ),
      client.join(", "),
    ).toBe(true);
  });
});

describe("words", () => {
  type Messages = { [key: string]: string | Messages };
  const keysOf = (messages: Messages, prefix = ""): string[] =>
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string" ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
    );
  const namespaces = filesBelow("messages/vi", /\.json$/).map((file) => file.replace(/.*\//, ""));
  const read = (locale: string, file: string) => JSON.parse(text(`messages/${locale}/${file}`)) as Messages;

  test.each(namespaces)("%s says the same things in both languages", (file) => {
    expect(keysOf(read("en", file)).sort()).toEqual(keysOf(read("vi", file)).sort());
  });

  test("Vietnamese is written with its marks", () => {
    const bare = namespaces.flatMap(
      (file) =>
        JSON.stringify(read("vi", file)).match(/\b(khong|duoc|nguoi|lao dong|don hang|giay phep|cong ty)\b/g) ?? [],
    );
    expect(bare).toEqual([]);
  });

  test("every condition of publication is worded", () => {
    const orders = read("vi", "orders.json") as { conditions?: Messages };
    expect(Object.keys(conditionSources).filter((condition) => !orders.conditions?.[condition])).toEqual([]);
  });
});
