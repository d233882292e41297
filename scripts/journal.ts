// npm run journal -- verify [--heads FILE] | head | entry NUMBER
// Whether the journal is still what was sealed and published. FILE is a copy of /api/v1/journal/head that somebody kept.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type ChainFault, type KeptHead, entryOf, journalHeads, verifyJournal } from "@/domain/audit/queries";
import { parseDay } from "@/domain/kernel/calendar";
import { disconnect } from "@/platform/db";
import { progress } from "./progress";
import { command } from "./words";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { heads: { type: "string" } } });
const [verb, number = ""] = positionals;

const oneHead = z.object({ position: z.coerce.bigint(), hash: z.string(), day: z.string().optional() });
const keptFile = z.object({ head: oneHead.nullable(), published: z.array(oneHead) });

function keptHeads(file: string | undefined): KeptHead[] {
  if (!file) return [];
  try {
    const { head, published } = keptFile.parse(JSON.parse(readFileSync(file, "utf8")));
    return [...published, ...(head ? [head] : [])].map((kept) => ({ ...kept, day: parseDay(kept.day ?? "") }));
  } catch {
    console.error(command("journal.badHeads", { file }));
    process.exit(2);
  }
}

async function sayEntry(id: bigint): Promise<boolean> {
  const entry = await entryOf(id);
  if (!entry) return false;
  const { actorKind, actorName, at, ...rest } = entry;
  console.error(
    command("journal.entry", { ...rest, id: String(id), actor: `${actorKind} ${actorName}`, at: at.toISOString() }),
  );
  return true;
}

async function sayFault({ fault, ...where }: ChainFault): Promise<void> {
  const details = Object.entries(where).map(([name, value]) => [name, value === null ? "–" : String(value)] as const);
  console.error(command(`journal.${fault}`, Object.fromEntries(details)));
  if ("entryId" in where) await sayEntry(where.entryId);
}

async function verify(): Promise<number> {
  const kept = keptHeads(values.heads);
  const bar = progress(command("journal.reading"));
  const { faults, head, ...counts } = await verifyJournal(kept, bar.at);
  bar.done(String(counts.entries));
  for (const fault of faults) await sayFault(fault);
  if (faults.length > 0) console.error(command("journal.broken", { count: faults.length }));
  else console.log(command("journal.whole", counts));
  if (head) console.log(command("journal.head", { position: String(head.position), hash: head.hash }));
  return faults.length > 0 ? 1 : 0;
}

async function run(): Promise<number> {
  if (verb === "verify") return verify();
  if (verb === "head") {
    const { head } = await journalHeads();
    console.log(
      head ? command("journal.head", { position: String(head.position), hash: head.hash }) : command("journal.noHead"),
    );
    return 0;
  }
  if (verb === "entry" && /^\d{1,18}$/.test(number)) {
    if (await sayEntry(BigInt(number))) return 0;
    console.error(command("journal.noEntry", { id: number }));
    return 1;
  }
  console.error(command("journal.usage"));
  return 2;
}

const code = await run();
await disconnect();
process.exit(code);
