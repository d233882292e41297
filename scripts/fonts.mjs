// Subsets Be Vietnam Pro (SIL Open Font License) to Latin and Vietnamese. Run once: node scripts/fonts.mjs; the result is committed.
import { mkdirSync, readFileSync, writeFileSync, copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { withTabularFigures } from "./tabular-figures.mjs";

const weights = { 400: "400Regular", 500: "500Medium", 700: "700Bold" };
const source = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/be-vietnam-pro/package.json"));
const target = join(dirname(fileURLToPath(import.meta.url)), "../app/fonts");

/** [first, last] code points: Latin, Vietnamese letters and marks, đồng and the other currencies, the signs the pages use. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x102, 0x103],
  [0x110, 0x111],
  [0x128, 0x129],
  [0x168, 0x169],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x300, 0x303],
  [0x306, 0x306],
  [0x309, 0x309],
  [0x31b, 0x31b],
  [0x323, 0x323],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x202f],
  [0x20a9, 0x20ab],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
  [0x2713, 0x2717],
];
const text = ranges
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
  .join("");

mkdirSync(target, { recursive: true });
for (const [weight, folder] of Object.entries(weights)) {
  const full = readFileSync(join(source, folder, `BeVietnamPro_${folder}.ttf`));
  for (const [targetFormat, extension] of [
    ["woff2", "woff2"],
    ["truetype", "ttf"],
  ]) {
    const subset = await subsetFont(full, text, { targetFormat, preserveNameIds: [0, 13, 14] });
    writeFileSync(join(target, `be-vietnam-pro-${weight}.${extension}`), subset);
    console.log(`${weight} ${extension} ${(subset.length / 1024).toFixed(1)} kB`);
  }

  const digits = "0123456789";
  const figures = withTabularFigures(await subsetFont(full, digits, { targetFormat: "truetype" }));
  const subset = await subsetFont(figures, digits, { targetFormat: "woff2" });
  writeFileSync(join(target, `figures-${weight}.woff2`), subset);
  console.log(`${weight} figures ${(subset.length / 1024).toFixed(1)} kB`);
}
copyFileSync(join(source, "LICENSE_FONT"), join(target, "OFL.txt"));
