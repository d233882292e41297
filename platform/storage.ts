// Where the bytes of files lie: a folder, or a bucket when one is named. It knows names and bytes, nothing of what they are or whose.
import { randomBytes } from "node:crypto";
import { env } from "./env";
import { diskStorage } from "./storage-disk";
import { s3Storage } from "./storage-s3";

export type Storage = {
  put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** null: there is none. */
  get: (name: string) => Promise<Buffer | null>;
  /** Removing what is not there is no fault. */
  remove: (name: string) => Promise<void>;
  list: () => AsyncIterable<{ name: string; ageMs: number }>;
};

/** Says nothing about the file; two letters of folder keep a folder from holding everything. */
export function newStorageName(): string {
  const name = randomBytes(16).toString("hex");
  return `${name.slice(0, 2)}/${name}`;
}

function chosen(): Storage {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_KEY_ID: keyId, FILES_S3_SECRET: secret } = env;
  if (!endpoint) return diskStorage(env.FILES_FOLDER);
  if (!bucket || !keyId || !secret)
    throw new Error("FILES_S3_ENDPOINT also needs FILES_S3_BUCKET, FILES_S3_KEY_ID and FILES_S3_SECRET");
  return s3Storage({ endpoint, bucket, keyId, secret, region: env.FILES_S3_REGION });
}

let kept: Storage | null = null;
export const storage = (): Storage => (kept ??= chosen());
