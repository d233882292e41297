// npm run accounts -- officer | owner | end: the first officer of a new site, an agency's first owner, and the end of a role. Prints a link
// that is good once; whoever runs commands here holds the operator's right already, and the journal names her.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import { address } from "@/app/_http/addresses";
import { formatInstant } from "@/components/ui/format";
import { addOffice, addOfficer, endMembership, inviteStaff, operatorNamed } from "@/domain/accounts/commands";
import { officesFor } from "@/domain/accounts/queries";
import type { Letter, OfficeInput } from "@/domain/accounts/schema";
import { Refusal } from "@/domain/kernel/refusal";
import { agencyProfile } from "@/domain/licences/queries";
import { disconnect } from "@/platform/db";
import { env } from "@/platform/env";

const accounts = JSON.parse(readFileSync(join(process.cwd(), "messages", "vi", "accounts.json"), "utf8")) as never;
const translate = createTranslator({ locale: "vi", messages: { accounts }, onError: () => {} });
const say = (key: string, details: Record<string, string | number> = {}): string =>
  translate(`accounts.${key}` as never, details as never);
function usage(): never {
  console.error(say("command.usage"));
  process.exit(2);
}

const text = { type: "string" } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ email: text, name: text, office: text, province: text, commune: text, agency: text, membership: text },
    "office-name": text,
    operator: { type: "string", default: process.env.OPERATOR ?? "operator" },
  },
});
const wanted = (value: string | undefined): string => value ?? usage();

const kinds: Readonly<Record<string, Pick<OfficeInput, "kind" | "level">>> = {
  ministry: { kind: "authority", level: "ministry" },
  province: { kind: "authority", level: "province" },
  commune: { kind: "authority", level: "commune" },
  centre: { kind: "job_centre", level: "province" },
  training: { kind: "training_body", level: "province" },
  bank: { kind: "bank", level: "province" },
  audit: { kind: "audit", level: "ministry" },
};

/** The office of this kind and place, made if there is none yet. */
async function officeId(): Promise<string> {
  const said = wanted(values.office);
  const { kind, level } = kinds[said] ?? usage();
  const { province = null, commune = null } = values;
  const place = { province: level === "ministry" ? null : province, commune: level === "commune" ? commune : null };
  const name = values["office-name"];
  const found = (await officesFor(operator)).filter(
    (office) =>
      office.kind === kind &&
      office.level === level &&
      !office.demo &&
      office.province === place.province &&
      office.commune === place.commune &&
      (!name || office.name === name),
  );
  return (
    found[0]?.id ??
    (await addOffice(operator, { kind, level, ...place, name: name ?? say(`command.officeNamed.${said}`) })).id
  );
}

function print({ to, token, expiresAt }: Letter): void {
  console.log(say("command.invited", { to, until: formatInstant(expiresAt) }));
  console.log(new URL(address("vi", "invitation", null, { ma: token }), env.SITE_URL).href);
}

async function officer(): Promise<void> {
  const [email, name] = [wanted(values.email), wanted(values.name)];
  print(await addOfficer(operator, { officeId: await officeId(), email, name }));
}

async function owner(): Promise<void> {
  const profile = await agencyProfile(wanted(values.agency));
  const [email, name] = [wanted(values.email), wanted(values.name)];
  print(await inviteStaff(operator, { agencyId: profile?.dossier.id ?? "", role: "agency_owner", email, name }));
}

async function end(): Promise<void> {
  await endMembership(operator, { membershipId: wanted(values.membership) });
  console.log(say("command.ended"));
}

const acts: Readonly<Record<string, () => Promise<void>>> = { officer, owner, end };
const act = acts[positionals[0] ?? ""] ?? usage();
const operator = await operatorNamed(values.operator as string);
try {
  await act();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(say(`refusals.${error.condition}`));
  process.exitCode = 1;
}
await disconnect();
