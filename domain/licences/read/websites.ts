import "server-only";
import { db } from "@/platform/db";

export type RegisteredWebsite = { agencyId: string; website: string };

/** Registered websites whose first label is near a word; who asks decides what "made to be taken for" means. */
export const websitesNear = (label: string): Promise<RegisteredWebsite[]> =>
  label.length < 4
    ? Promise.resolve([])
    : db.$queryRaw<RegisteredWebsite[]>`
        SELECT i."agencyId", i."key" AS website FROM "AgencyIdentifier" i
        WHERE i."kind" = 'website' AND i."key" NOT LIKE '%/%'
          AND (similarity(split_part(i."key", '.', 1), ${label}) > 0.2 OR word_similarity(split_part(i."key", '.', 1), ${label}) > 0.5)
        ORDER BY similarity(split_part(i."key", '.', 1), ${label}) DESC, i."key" LIMIT 40`;
