// Files in a bucket that speaks S3, addressed by path; any maker's.
import { AwsClient } from "aws4fetch";
import type { Storage } from "./storage";

export type Bucket = { endpoint: string; bucket: string; region: string; keyId: string; secret: string };

const waitMs = 20_000;
/** The list is XML of a known form; names are ours (letters, digits, a slash), so nothing in it needs decoding but the token. */
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
    async *list() {
      for (let token: string | undefined, more = true; more;) {
        const query = new URLSearchParams({ "list-type": "2", ...(token && { "continuation-token": token }) });
        const xml = await (await ask("GET", `/?${query}`)).text();
        const dates = each(xml, "LastModified");
        for (const [i, name] of each(xml, "Key").entries())
          yield { name, ageMs: Date.now() - Date.parse(dates[i] ?? "") };
        token = each(xml, "NextContinuationToken")[0]?.replaceAll("&amp;", "&");
        more = token !== undefined;
      }
    },
  };
}
