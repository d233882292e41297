// Files in a bucket that speaks S3, addressed by path; any maker's.
import { AwsClient } from "aws4fetch";
import type { Storage } from "./storage";

export type Bucket = { endpoint: string; bucket: string; region: string; keyId: string; secret: string };

const waitMs = 20_000;
/** The list is XML of a known form; names are ours (letters, digits, a slash), so nothing in it needs decoding. */
const each = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, "g"))].map((match) => match[1] ?? "");

export function s3Storage({ endpoint, bucket, region, keyId, secret }: Bucket): Storage {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: "s3", retries: 3 });
  const root = `${endpoint.replace(/\/+$/, "")}/${encodeURIComponent(bucket)}`;
  async function ask(
    method: string,
    path: string,
    body?: Uint8Array,
    absent: readonly number[] = [],
  ): Promise<Response> {
    const answer = await client.fetch(`${root}${path}`, {
      method,
      body: body as BodyInit | undefined,
      signal: AbortSignal.timeout(waitMs),
    });
    if (answer.ok || absent.includes(answer.status)) return answer;
    throw new Error(`the bucket answered ${answer.status} to ${method}`);
  }
  return {
    put: async (name, bytes) => void (await ask("PUT", `/${name}`, bytes)),
    async get(name) {
      const answer = await ask("GET", `/${name}`, undefined, [404]);
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null;
    },
    remove: async (name) => void (await ask("DELETE", `/${name}`, undefined, [404])),
    // The first form of the list, in which the last name read leads on: every maker has it, and no token needs to be understood.
    async *list() {
      for (let marker = "", more = true; more;) {
        const xml = await (await ask("GET", `/?${new URLSearchParams({ ...(marker && { marker }) })}`)).text();
        const [names, dates] = [each(xml, "Key"), each(xml, "LastModified")];
        for (const [i, name] of names.entries()) yield { name, ageMs: Date.now() - Date.parse(dates[i] ?? "") };
        marker = names.at(-1) ?? "";
        more = each(xml, "IsTruncated")[0] === "true" && marker !== "";
      }
    },
  };
}
