-- AlterTable
ALTER TABLE "FeeComponent" ADD COLUMN     "rateOn" DATE,
ADD COLUMN     "rateVndPerUnit" DECIMAL(18,6);

-- AlterTable
ALTER TABLE "JobOrder" ADD COLUMN     "costRateOn" DATE,
ADD COLUMN     "ticketCurrency" CHAR(3),
ADD COLUMN     "ticketMinor" BIGINT;

-- CreateTable
CREATE TABLE "RateImport" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT,
    "verified" BOOLEAN NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "same" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,

    CONSTRAINT "RateImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RateImport_kind_startedAt_idx" ON "RateImport"("kind", "startedAt");
