// npm run payments -- open | link | revoke | end | flags | settle: what officers do with books of payments until they have a desk.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import { address } from "@/app/_http/addresses";
import { formatDay, formatMoney } from "@/components/ui/format";
import { operatorNamed } from "@/domain/accounts/commands";
import { feeComponentOf } from "@/domain/fees/rules";
import { type Day, dayOf, parseDay } from "@/domain/kernel/calendar";
import { Refusal } from "@/domain/kernel/refusal";
import { issueLink, openBook, recordEnding, revokeLinks, settleFlag } from "@/domain/payments/commands";
import { flagsFor, refundsDueOf } from "@/domain/payments/queries";
import { type ContractEnding, type PartySide, contractEndings, partySides, readAmount } from "@/domain/payments/schema";
import { disconnect } from "@/platform/db";
import { env } from "@/platform/env";

const words = JSON.parse(readFileSync(join(process.cwd(), "messages", "vi", "payments.json"), "utf8")) as Record<
  string,
  never
>;
const fees = JSON.parse(readFileSync(join(process.cwd(), "messages", "vi", "fees.json"), "utf8")) as Record<
  string,
  never
>;
const translate = createTranslator({ locale: "vi", messages: { payments: words, fees }, onError: () => {} });
const say = (key: string, details: Record<string, string | number> = {}): string =>
  translate(key as never, details as never);

function fail(text: string): never {
  console.error(text);
  process.exit(1);
}
const usage = () => fail(say("payments.command.usage"));

const text = { type: "string" } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{
      order: text,
      signed: text,
      contract: text,
      months: text,
      departed: text,
      book: text,
      side: text,
      on: text,
      how: text,
    },
    ...{ "refund-by": text, "demand-rate": text, note: text, flag: text, reason: text },
    line: { type: "string", multiple: true, default: [] },
    settled: { type: "boolean", default: false },
    demo: { type: "boolean", default: false },
    operator: { type: "string", default: process.env.OPERATOR ?? "operator" },
  },
});

function dayAt(value: string | undefined): Day | null {
  if (value === undefined) return null;
  return parseDay(value) ?? fail(say("payments.command.badDay", { value }));
}
const wanted = (value: string | undefined): string => value ?? usage();
const oneIn = <T extends string>(list: readonly T[], value: string | undefined): T =>
  list.find((one) => one === value) ?? usage();

/** service_fee=25000000, service_fee=3000EUR */
function lineAt(said: string) {
  const [code = "", amount = ""] = said.split("=", 2);
  const match = /^([\d.,]+)([A-Z]{3})?$/.exec(amount.trim());
  const currency = match?.[2] ?? "VND";
  const amountMinor = match?.[1] ? readAmount(match[1], currency) : null;
  if (!feeComponentOf(code) || amountMinor === null) return fail(say("payments.command.badLine", { value: said }));
  return { code, amountMinor, currency };
}

const componentName = (code: string | null): string => (code ? say(`fees.component.${code}`) : "");
const url = (token: string): string => new URL(address("vi", "money", { token }), env.SITE_URL).href;
const printLink = (side: PartySide, token: string) =>
  console.log(say("payments.command.linkOf", { side: say(`payments.side.${side}`), url: url(token) }));

async function open(): Promise<void> {
  const signedOn = dayAt(wanted(values.signed)) as Day;
  const { reference, links } = await openBook(operator, {
    ...{ orderReference: wanted(values.order), signedOn, contractNo: values.contract ?? null, demo: values.demo },
    ...{ contractMonths: values.months ? Number(values.months) : null, departedOn: dayAt(values.departed) },
    contracted: (values.line ?? []).map(lineAt),
  });
  console.log(say("payments.command.opened", { reference, until: formatDay("vi", dayOf(links.worker.expiresAt)) }));
  for (const side of partySides) printLink(side, links[side].token);
}

async function link(): Promise<void> {
  const side = oneIn(partySides, values.side);
  printLink(side, (await issueLink(operator, { reference: wanted(values.book), side })).token);
}

async function revoke(): Promise<void> {
  const reference = wanted(values.book);
  const side = values.side === undefined ? undefined : oneIn(partySides, values.side);
  console.log(say("payments.command.revoked", { reference, count: await revokeLinks(operator, { reference, side }) }));
}

async function end(): Promise<void> {
  const reference = wanted(values.book);
  await recordEnding(operator, {
    ...{
      reference,
      endedOn: dayAt(wanted(values.on)) as Day,
      ending: oneIn<ContractEnding>(contractEndings, values.how),
    },
    ...{ departedOn: dayAt(values.departed), refundBy: dayAt(values["refund-by"]), note: values.note ?? null },
    demandRate: values["demand-rate"] ? Number(values["demand-rate"]) : null,
  });
  console.log(say("payments.command.ended", { reference }));
  const unknown = say("payments.refunds.stateName.unknown");
  for (const { component, amountMinor, currency, dueOn } of await refundsDueOf(reference))
    console.log(
      say("payments.command.refund", {
        ...{ component: componentName(component), due: dueOn ? formatDay("vi", dueOn) : unknown },
        amount: amountMinor === null ? unknown : formatMoney("vi", { minor: amountMinor, currency }),
      }),
    );
}

/** Amounts of a flag's details as money, the rest as it stands. */
function told(details: unknown): string {
  const parts = Object.entries(details as Record<string, unknown>).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const money = value as { minor?: string; currency?: string };
    const shown = money.currency
      ? formatMoney("vi", { minor: BigInt(money.minor ?? 0), currency: money.currency })
      : String(value);
    return [`${name} ${shown}`];
  });
  return parts.join(", ");
}

async function flags(): Promise<void> {
  const found = await flagsFor(values.settled ? "settled" : "open");
  if (found.length === 0) console.log(say("payments.command.noFlags"));
  for (const flag of found)
    console.log(
      say("payments.command.flag", {
        ...{
          id: flag.id,
          opened: formatDay("vi", dayOf(flag.openedAt)),
          reference: flag.reference,
          sender: flag.senderName,
        },
        ...{
          flag: say(`payments.flags.${flag.condition}`),
          component: componentName(flag.component),
          details: told(flag.details),
        },
      }),
    );
}

async function settle(): Promise<void> {
  await settleFlag(operator, { flagId: wanted(values.flag), reason: wanted(values.reason) });
  console.log(say("payments.command.settled"));
}

const acts: Readonly<Record<string, () => Promise<void>>> = { open, link, revoke, end, flags, settle };
const act = acts[positionals[0] ?? ""] ?? usage();
const operator = await operatorNamed(values.operator as string);
try {
  await act();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(say(`payments.refusals.${error.condition}`));
  process.exitCode = 1;
}
await disconnect();
