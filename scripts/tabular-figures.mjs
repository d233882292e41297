// Be Vietnam Pro has no figures of one width: a "1" is half a "0", and amounts under each other do not line up.
// Takes a TrueType font holding only the ten digits and gives each the width of the widest, the outline centred in it.

const tag = (font, at) => font.toString("latin1", at, at + 4);

function tablesOf(font) {
  const tables = new Map();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    tables.set(
      tag(font, at),
      font.subarray(font.readUInt32BE(at + 8), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12)),
    );
  }
  return tables;
}

/** A simple glyph moved sideways: its box, and the first point's x, which the others are relative to. */
function shifted(glyph, by) {
  if (glyph.length === 0 || by === 0) return glyph;
  const contours = glyph.readInt16BE(0);
  if (contours < 0) throw new Error("a composite digit: shift its parts instead");
  const points = glyph.readUInt16BE(10 + (contours - 1) * 2) + 1;
  const instructions = 10 + contours * 2;
  const flagsAt = instructions + 2 + glyph.readUInt16BE(instructions);
  const flags = [];
  let at = flagsAt;
  while (flags.length < points) {
    const flag = glyph[at++];
    const repeats = flag & 8 ? glyph[at++] : 0;
    for (let i = 0; i <= repeats; i++) flags.push(flag & ~8);
  }
  const first = flags[0];
  const firstX = first & 2 ? (first & 16 ? glyph[at] : -glyph[at]) : first & 16 ? 0 : glyph.readInt16BE(at);
  const rest = glyph.subarray(at + (first & 2 ? 1 : first & 16 ? 0 : 2));
  flags[0] = first & ~(2 | 16); // the first x as a full word
  const word = Buffer.alloc(2);
  word.writeInt16BE(firstX + by);
  const head = Buffer.from(glyph.subarray(0, flagsAt));
  head.writeInt16BE(head.readInt16BE(2) + by, 2);
  head.writeInt16BE(head.readInt16BE(6) + by, 6);
  const made = Buffer.concat([head, Buffer.from(flags), word, rest]);
  return made.length % 2 ? Buffer.concat([made, Buffer.alloc(1)]) : made;
}

const sumOf = (table) => {
  let sum = 0;
  for (let i = 0; i < table.length; i += 4)
    sum = (sum + Buffer.concat([table.subarray(i, i + 4), Buffer.alloc(4)]).readUInt32BE(0)) >>> 0;
  return sum;
};

function assembled(tables) {
  const names = [...tables.keys()].sort();
  const directory = Buffer.alloc(12 + names.length * 16);
  const power = Math.floor(Math.log2(names.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(names.length, 4);
  directory.writeUInt16BE(2 ** power * 16, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(names.length * 16 - 2 ** power * 16, 10);
  const bodies = [];
  let offset = directory.length;
  names.forEach((name, i) => {
    const table = tables.get(name);
    const at = 12 + i * 16;
    directory.write(name, at, "latin1");
    directory.writeUInt32BE(sumOf(table), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    bodies.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([directory, ...bodies]);
}

export function withTabularFigures(digitsOnly) {
  const tables = tablesOf(Buffer.from(digitsOnly));
  const head = Buffer.from(tables.get("head"));
  const wide = head.readInt16BE(50) === 1;
  const loca = tables.get("loca");
  const offset = (i) => (wide ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2);
  const glyphs = tables.get("maxp").readUInt16BE(4);
  const metrics = tables.get("hhea").readUInt16BE(34);
  const hmtx = tables.get("hmtx");
  const advance = (i) => hmtx.readUInt16BE(Math.min(i, metrics - 1) * 4);
  const widest = Math.max(...Array.from({ length: glyphs - 1 }, (_, i) => advance(i + 1)));

  const newHmtx = Buffer.alloc(glyphs * 4);
  const newLoca = Buffer.alloc((glyphs + 1) * 4);
  const outlines = [];
  let end = 0;
  for (let i = 0; i < glyphs; i++) {
    const outline = shifted(
      tables.get("glyf").subarray(offset(i), offset(i + 1)),
      Math.round((widest - advance(i)) / 2),
    );
    newHmtx.writeUInt16BE(widest, i * 4);
    newHmtx.writeInt16BE(outline.length ? outline.readInt16BE(2) : 0, i * 4 + 2);
    newLoca.writeUInt32BE(end, i * 4);
    outlines.push(outline);
    end += outline.length;
  }
  newLoca.writeUInt32BE(end, glyphs * 4);
  head.writeInt16BE(1, 50);
  const hhea = Buffer.from(tables.get("hhea"));
  hhea.writeUInt16BE(glyphs, 34);
  for (const name of ["GPOS", "GSUB", "GDEF", "fpgm", "prep", "cvt ", "gasp", "DSIG"]) tables.delete(name);
  tables
    .set("glyf", Buffer.concat(outlines))
    .set("loca", newLoca)
    .set("hmtx", newHmtx)
    .set("head", head)
    .set("hhea", hhea);
  return assembled(tables);
}
