-- CreateEnum
CREATE TYPE "AccountRequestStatus" AS ENUM ('sent', 'returned', 'approved', 'refused', 'withdrawn');

-- AlterTable
ALTER TABLE "ContractQuota" ADD COLUMN     "pay" JSONB;

-- AlterTable
ALTER TABLE "SupplyContract" ADD COLUMN     "answerDueOn" DATE,
ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "decidedOffice" TEXT,
ADD COLUMN     "remarks" JSONB,
ADD COLUMN     "submittedAt" TIMESTAMPTZ(3),
ADD COLUMN     "terms" JSONB,
ADD COLUMN     "typed" JSONB,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "AccountRequest" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "status" "AccountRequestStatus" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "userId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "contactName" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "note" TEXT,
    "firstSentAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedOffice" TEXT,
    "remarks" JSONB,

    CONSTRAINT "AccountRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContractEdit" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "typed" JSONB NOT NULL,
    "editorId" UUID NOT NULL,
    "editorName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContractEdit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AccountRequest_reference_key" ON "AccountRequest"("reference");

-- CreateIndex
CREATE INDEX "AccountRequest_agencyId_idx" ON "AccountRequest"("agencyId");

-- CreateIndex
CREATE INDEX "AccountRequest_userId_idx" ON "AccountRequest"("userId");

-- CreateIndex
CREATE INDEX "AccountRequest_status_sentAt_idx" ON "AccountRequest"("status", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "ContractEdit_contractId_version_key" ON "ContractEdit"("contractId", "version");

-- AddForeignKey
ALTER TABLE "AccountRequest" ADD CONSTRAINT "AccountRequest_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractEdit" ADD CONSTRAINT "ContractEdit_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "SupplyContract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand.
ALTER TABLE "AccountRequest" ADD CONSTRAINT "AccountRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id");
-- One question at a time for one person and one agency.
CREATE UNIQUE INDEX "AccountRequest_open_key" ON "AccountRequest"("userId", "agencyId") WHERE "status" IN ('sent', 'returned');
ALTER TABLE "AccountRequest" ADD CONSTRAINT "AccountRequest_decision_check"
  CHECK ("status" NOT IN ('returned', 'approved', 'refused') OR ("decidedAt" IS NOT NULL AND "decidedOffice" IS NOT NULL));
ALTER TABLE "AccountRequest" ADD CONSTRAINT "AccountRequest_reasons_check"
  CHECK ("status" NOT IN ('returned', 'refused') OR ("remarks" IS NOT NULL AND "remarks" <> '{}'::jsonb));
CREATE SEQUENCE account_request_reference;
CREATE INDEX "SupplyContract_waiting_idx" ON "SupplyContract"("submittedAt") WHERE "status" = 'submitted';
ALTER TABLE "ContractEdit" ADD CONSTRAINT "ContractEdit_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "User"("id");
