-- CreateEnum
CREATE TYPE "MessageChannel" AS ENUM ('email', 'sms', 'zalo', 'web_push');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('waiting', 'sent', 'refused', 'given_up', 'expired', 'site');

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "userId" UUID,
    "channel" "MessageChannel",
    "address" TEXT,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT,
    "link" TEXT,
    "sealed" BYTEA,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "state" "MessageState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "overAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "claimedBy" INTEGER,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessagePreference" (
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "offAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MessagePreference_pkey" PRIMARY KEY ("userId","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "Message_key_key" ON "Message"("key");

-- CreateIndex
CREATE INDEX "Message_userId_queuedAt_idx" ON "Message"("userId", "queuedAt");

-- CreateIndex
CREATE INDEX "Message_overAt_idx" ON "Message"("overAt");

-- What waits, in the order of sending.
CREATE INDEX "Message_waiting_idx" ON "Message"("urgent" DESC, "id") WHERE "state" = 'waiting';

ALTER TABLE "Message" ADD CONSTRAINT "Message_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id");
ALTER TABLE "MessagePreference" ADD CONSTRAINT "MessagePreference_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id");

-- To somebody; where it leaves the site, to an address by a way; where it is over, nothing secret is left and nobody works on it.
ALTER TABLE "Message" ADD CONSTRAINT "Message_to_somebody" CHECK ("userId" IS NOT NULL OR "address" IS NOT NULL);
ALTER TABLE "Message" ADD CONSTRAINT "Message_goes_somewhere" CHECK ("state" = 'site' OR ("channel" IS NOT NULL AND "address" IS NOT NULL));
ALTER TABLE "Message" ADD CONSTRAINT "Message_over" CHECK (("state" = 'waiting') = ("overAt" IS NULL));
ALTER TABLE "Message" ADD CONSTRAINT "Message_secrets_wiped" CHECK ("state" = 'waiting' OR "sealed" IS NULL);
ALTER TABLE "Message" ADD CONSTRAINT "Message_claim" CHECK ("state" = 'waiting' OR "claimedBy" IS NULL);
ALTER TABLE "Message" ADD CONSTRAINT "Message_secret_or_told" CHECK ("sealed" IS NULL OR ("body" IS NULL AND "link" IS NULL));
-- One line: nothing can be added to the head of a message.
ALTER TABLE "Message" ADD CONSTRAINT "Message_subject_line" CHECK ("subject" !~ '[[:cntrl:]]' AND "subject" <> '');
ALTER TABLE "Message" ADD CONSTRAINT "Message_attempts" CHECK ("attempts" >= 0);
