// npm run keys -- list | rotate files | rotate signing
// Keys of files and of signed codes, where they are kept in the folder of keys (not given by FILES_KEY or SIGNING_KEY).
import { operatorNamed } from "@/domain/accounts/commands";
import { rewrapFiles } from "@/domain/files/commands";
import { disconnect } from "@/platform/db";
import { type KeyKind, rotate, secretsOf } from "@/platform/keys";
import { command } from "./words";

const kinds: readonly KeyKind[] = ["files", "signing"];
const [verb, kind] = process.argv.slice(2);
let code = 0;
if (verb === "list")
  for (const known of kinds)
    for (const { id, from, to } of secretsOf(known)) console.log(`${known}\t${id}\t${from}\t${to ?? ""}`);
else if (verb === "rotate" && kinds.includes(kind as KeyKind)) {
  const operator = await operatorNamed(process.env.OPERATOR ?? "operator");
  const { id } = rotate(kind as KeyKind);
  console.log(command("keys.begun", { kind: kind as string, id }));
  if (kind === "files") console.log(command("keys.rewrapped", { count: await rewrapFiles(operator) }));
} else {
  console.error(command("keys.usage"));
  code = 1;
}
await disconnect();
process.exit(code);
