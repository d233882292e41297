-- Letters with a link and, most of them, a code; counted by where they went and when.
DROP INDEX "OneTimeSecret_sentTo_purpose_idx";
ALTER TABLE "OneTimeSecret" ADD COLUMN "codeHash" TEXT;
CREATE UNIQUE INDEX "OneTimeSecret_hash_key" ON "OneTimeSecret"("hash");
CREATE INDEX "OneTimeSecret_sentTo_createdAt_idx" ON "OneTimeSecret"("sentTo", "createdAt");
CREATE INDEX "OneTimeSecret_createdAt_idx" ON "OneTimeSecret"("createdAt");

-- Invented people, whose passwords are published: only where the site is a demo.
ALTER TABLE "User" ADD COLUMN "demo" BOOLEAN NOT NULL DEFAULT false;

CREATE INDEX "Membership_officeId_idx" ON "Membership"("officeId");
-- Agencies stand further along; the key is written here by hand.
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
