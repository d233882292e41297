-- CreateEnum
CREATE TYPE "ReportAbout" AS ENUM ('recruiter', 'advert', 'fee');

-- CreateEnum
CREATE TYPE "ReportStage" AS ENUM ('received', 'looking', 'decided', 'withdrawn', 'merged');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('confirmed_fake', 'agency_fault', 'not_confirmed', 'passed_to_police', 'other_office');

-- CreateEnum
CREATE TYPE "ReportedRole" AS ENUM ('reported', 'imitated');

-- CreateEnum
CREATE TYPE "ReportOwner" AS ENUM ('province', 'ministry');

-- CreateTable
CREATE TABLE "FraudReport" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "submission" UUID NOT NULL,
    "about" "ReportAbout" NOT NULL,
    "happened" TEXT NOT NULL,
    "aboutText" TEXT,
    "agencySaid" TEXT,
    "orderReference" TEXT,
    "amountVnd" BIGINT,
    "province" TEXT,
    "reachSealed" BYTEA,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "stage" "ReportStage" NOT NULL DEFAULT 'received',
    "owner" "ReportOwner" NOT NULL,
    "firstLookDue" TIMESTAMPTZ(3) NOT NULL,
    "firstLookAt" TIMESTAMPTZ(3),
    "decisionDue" TIMESTAMPTZ(3) NOT NULL,
    "escalatedAt" TIMESTAMPTZ(3),
    "escalatedFor" TEXT,
    "agencyId" UUID,
    "agencyRole" "ReportedRole",
    "warningId" UUID,
    "mergedIntoId" UUID,
    "outcome" "ReportOutcome",
    "outcomeReason" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FraudReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportContact" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "ReportContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportStep" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "text" TEXT,
    "internal" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReportStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactCheckDay" (
    "day" DATE NOT NULL,
    "salt" BYTEA,

    CONSTRAINT "ContactCheckDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "ContactCheck" (
    "day" DATE NOT NULL,
    "hash" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ContactCheck_pkey" PRIMARY KEY ("day","hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "FraudReport_number_key" ON "FraudReport"("number");

-- CreateIndex
CREATE UNIQUE INDEX "FraudReport_submission_key" ON "FraudReport"("submission");

-- CreateIndex
CREATE INDEX "FraudReport_stage_receivedAt_idx" ON "FraudReport"("stage", "receivedAt");

-- CreateIndex
CREATE INDEX "FraudReport_province_stage_receivedAt_idx" ON "FraudReport"("province", "stage", "receivedAt");

-- CreateIndex
CREATE INDEX "FraudReport_agencyId_idx" ON "FraudReport"("agencyId");

-- CreateIndex
CREATE INDEX "FraudReport_mergedIntoId_idx" ON "FraudReport"("mergedIntoId");

-- CreateIndex
CREATE INDEX "ReportContact_key_idx" ON "ReportContact"("key");

-- CreateIndex
CREATE UNIQUE INDEX "ReportContact_reportId_key_key" ON "ReportContact"("reportId", "key");

-- CreateIndex
CREATE INDEX "ReportStep_reportId_at_idx" ON "ReportStep"("reportId", "at");

-- AddForeignKey
ALTER TABLE "FraudReport" ADD CONSTRAINT "FraudReport_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "FraudReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportContact" ADD CONSTRAINT "ReportContact_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "FraudReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportStep" ADD CONSTRAINT "ReportStep_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "FraudReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what can never be.
ALTER TABLE "FraudReport" ADD CONSTRAINT report_decided_whole CHECK (("stage" = 'decided') = ("outcome" IS NOT NULL) AND ("outcome" IS NULL) = ("decidedAt" IS NULL));
ALTER TABLE "FraudReport" ADD CONSTRAINT report_merged_whole CHECK (("stage" = 'merged') = ("mergedIntoId" IS NOT NULL) AND "mergedIntoId" IS DISTINCT FROM "id");
ALTER TABLE "FraudReport" ADD CONSTRAINT report_withdrawn_whole CHECK (("stage" = 'withdrawn') = ("withdrawnAt" IS NOT NULL));
ALTER TABLE "FraudReport" ADD CONSTRAINT report_agency_with_role CHECK (("agencyId" IS NULL) = ("agencyRole" IS NULL));
ALTER TABLE "FraudReport" ADD CONSTRAINT report_province_owned CHECK ("owner" = 'ministry' OR "province" IS NOT NULL);
ALTER TABLE "FraudReport" ADD CONSTRAINT report_amount_positive CHECK ("amountVnd" > 0);

-- What happened is never written anew.
CREATE FUNCTION report_step_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'steps of a report are never altered';
END $$;
CREATE TRIGGER report_step_stands BEFORE UPDATE OR DELETE ON "ReportStep" FOR EACH ROW EXECUTE FUNCTION report_step_stands();
