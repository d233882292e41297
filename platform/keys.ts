// Secrets of the site, in one way of writing: `id:secret:from[:to]`, several parted by commas or lines, days in Việt Nam. The environment
// gives them (FILES_KEY, SIGNING_KEY); where it does not, they are made once and kept beside the data, readable by its owner only.
import { randomBytes, randomInt } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { now } from "./clock";
import { env } from "./env";

export type KeyKind = "files" | "signing" | "sessions";
/** Made use of from the day `from`; after `to` nothing new is made with it, what was made before stays good. */
export type Secret = { id: string; secret: Buffer; from: string; to: string | null };

const given: Readonly<Record<KeyKind, string | undefined>> = {
  files: env.FILES_KEY,
  signing: env.SIGNING_KEY,
  sessions: env.SESSIONS_KEY,
};
const variable: Readonly<Record<KeyKind, string>> = {
  files: "FILES_KEY",
  signing: "SIGNING_KEY",
  sessions: "SESSIONS_KEY",
};
const secretBytes = 32;
const entry = /^([A-Z0-9]{2,4}):([A-Za-z0-9_-]{43}):(\d{4}-\d{2}-\d{2})(?::(\d{4}-\d{2}-\d{2}))?$/;
const today = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(now());

/** Reads secrets; a text that is not one stops the process with the name of the setting, never with its value. */
export function parseSecrets(kind: KeyKind, text: string): Secret[] {
  const secrets = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part): Secret => {
      const [, id, secret, from, to] = entry.exec(part) ?? [];
      if (!id || !secret || !from)
        throw new Error(`${variable[kind]}: expected id:secret:from[:to], see platform/keys.ts`);
      return { id, secret: Buffer.from(secret, "base64url"), from, to: to ?? null };
    });
  if (secrets.length === 0 || new Set(secrets.map(({ id }) => id)).size < secrets.length)
    throw new Error(`${variable[kind]}: no key, or two with one name`);
  return secrets;
}

const written = ({ id, secret, from, to }: Secret): string =>
  [id, secret.toString("base64url"), from, ...(to ? [to] : [])].join(":");

/** Letters and digits that are hard to mistake for each other; names of signing keys are printed in every code, so they are short. */
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const nameLength: Readonly<Record<KeyKind, number>> = { files: 4, signing: 2, sessions: 4 };

function freshSecret(kind: KeyKind, taken: readonly Secret[] = []): Secret {
  const id = Array.from({ length: nameLength[kind] }, () => letters[randomInt(letters.length)]).join("");
  if (taken.some((secret) => secret.id === id)) return freshSecret(kind, taken);
  return { id, secret: randomBytes(secretBytes), from: today(), to: null };
}

const fileOf = (kind: KeyKind): string => join(resolve(/* turbopackIgnore: true */ env.KEYS_FOLDER), kind);

/** Written aside and then linked: whoever comes second finds the first one's key, and nobody half of one. */
function makeFirst(kind: KeyKind): void {
  const file = fileOf(kind);
  mkdirSync(env.KEYS_FOLDER, { recursive: true, mode: 0o700 });
  const aside = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(aside, `${written(freshSecret(kind))}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(aside);
  }
}

const held = new Map<KeyKind, { changed: number; secrets: readonly Secret[] }>();

/** All secrets of a kind, oldest first. A key added by another process is seen at the next call. */
export function secretsOf(kind: KeyKind): readonly Secret[] {
  const known = held.get(kind);
  const text = given[kind];
  if (known && (text || known.changed === changedAt(kind))) return known.secrets;
  if (!text && env.FILES_S3_ENDPOINT)
    throw new Error(`${variable[kind]} is missing: files in a bucket need keys that outlive this machine`);
  if (!text && changedAt(kind) === 0) makeFirst(kind);
  const secrets = parseSecrets(kind, text ?? readFileSync(/* turbopackIgnore: true */ fileOf(kind), "utf8"));
  held.set(kind, { changed: changedAt(kind), secrets });
  return secrets;
}

const changedAt = (kind: KeyKind): number =>
  statSync(/* turbopackIgnore: true */ fileOf(kind), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The one that new things are made with: the youngest in use today. Before the first key's first day (the demo's past) it is the first. */
export function currentSecret(kind: KeyKind): Secret {
  const day = today();
  const secrets = secretsOf(kind);
  const usable = secrets.filter(({ from, to }) => from <= day && (to === null || day <= to));
  const first = secrets.every(({ from }) => day < from) ? secrets[0] : undefined;
  const current = usable.at(-1) ?? first;
  if (!current) throw new Error(`${variable[kind]}: no key is in use on ${day}`);
  return current;
}

/** Begins a new key and ends the others today. Only for keys kept in the folder; keys of the environment are changed there. */
export function rotate(kind: KeyKind): Secret {
  if (given[kind]) throw new Error(`${variable[kind]} is given by the environment: add a key there`);
  const fresh = freshSecret(kind, secretsOf(kind));
  const ended = secretsOf(kind).map((secret) => ({ ...secret, to: secret.to ?? fresh.from }));
  const file = fileOf(kind);
  writeFileSync(`${file}.new`, `${[...ended, fresh].map(written).join("\n")}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  renameSync(`${file}.new`, file);
  held.delete(kind);
  return fresh;
}
