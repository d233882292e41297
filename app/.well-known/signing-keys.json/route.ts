// The keys with which anybody checks our codes, also offline: docs/decisions/0017-signed-codes.md says how.
import { signingKeys } from "@/app/_http/signing-keys";

export const dynamic = "force-dynamic";

/** Kept for an hour at most, so that a new key is known soon after its first code. */
export const GET = (): Response =>
  Response.json(signingKeys(), {
    headers: { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=3600" },
  });
