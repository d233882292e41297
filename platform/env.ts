// The only reader of the environment; parsed once at start, so that a bad setting stops the process with its name.
import { z } from "zod";

const flag = z.enum(["0", "1"]).transform((value) => value === "1");

const settings = z.object({
  NODE_ENV: z.string().default("development"),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().positive().default(10),
  /** Absent: no search engine; Postgres answers. */
  MEILI_URL: z.string().optional(),
  /** The web process needs only this one. */
  MEILI_SEARCH_KEY: z.string().optional(),
  /** Held by the worker and the command line; may create indexes and keys. */
  MEILI_MASTER_KEY: z.string().optional(),
  /** Prefix of index names, so that tests and other sites can share a server. */
  MEILI_PREFIX: z
    .string()
    .regex(/^[a-z0-9_]*$/)
    .default(""),
  SITE_URL: z.string().default("http://localhost:3000"),
  DEMO: flag.default(true),
  /** Serves the constant page that the bench measures against. */
  BENCH: flag.default(false),
  /** How many demo orders a new site gets. */
  DEMO_ORDERS: z.coerce.number().int().positive().default(1_500),
  /** Tests and rehearsals: the instant the site believes it is. */
  CLOCK: z.iso.datetime({ offset: true }).optional(),
  VERSION: z.string().default("dev"),
  /** Behind a proxy that sets X-Forwarded-For: how many of them to trust. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** Files people hand in: enciphered, below this folder; or in a bucket that speaks S3, when one is named. */
  FILES_FOLDER: z.string().min(1).default(".data/files"),
  FILES_S3_ENDPOINT: z.url().optional(),
  FILES_S3_BUCKET: z.string().min(1).optional(),
  FILES_S3_REGION: z.string().min(1).default("auto"),
  FILES_S3_KEY_ID: z.string().min(1).optional(),
  FILES_S3_SECRET: z.string().min(1).optional(),
  /** Secrets as platform/keys.ts writes them: the key that wraps the keys of files, and the one that signs codes. */
  FILES_KEY: z.string().min(1).optional(),
  /** What session cookies are sealed with, written as FILES_KEY; absent: made once and kept beside the data. */
  SESSIONS_KEY: z.string().min(1).optional(),
  SIGNING_KEY: z.string().min(1).optional(),
  /** Letters go out here (smtp:// or smtps://, with user and password); absent: a demo shows them, any other site sends none. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Sàn việc làm ngoài nước <khong-tra-loi@localhost>"),
  /** Gateways for short messages: one POST each, docs/decisions/0025-messages.md. Absent: nothing goes that way. */
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z.string().default(""),
  ZALO_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZALO_TOKEN: z.string().default(""),
  /** An identity provider that speaks OpenID Connect; without all of issuer, client and secret there is none. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** As the sign-in page calls it. */
  OIDC_NAME: z.string().trim().min(1).max(60).optional(),
  /** Where secrets that the environment does not give are made and kept (0600). */
  KEYS_FOLDER: z.string().min(1).default(".data/keys"),
  /** Where exchange rates are fetched once a day, in the format of docs/decisions/0018-rates.md. Absent: nothing is ever fetched. */
  RATES_FEED_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Who publishes them, as pages will say. */
  RATES_FEED_SOURCE: z.string().trim().min(1).max(300).optional(),
  /** Somebody has compared the feed with what the bank publishes. */
  RATES_FEED_VERIFIED: flag.default(false),
  /** Megabytes for pages and answers kept while the database stays as it is; 0: each is made anew. */
  KEPT_MEGABYTES: z.coerce.number().int().min(0).default(64),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(240),
});

export const env = settings.parse(process.env);
