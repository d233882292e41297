-- CreateEnum
CREATE TYPE "OfficeLevel" AS ENUM ('ministry', 'province', 'commune');

-- CreateEnum
CREATE TYPE "OfficeKind" AS ENUM ('authority', 'job_centre', 'training_body', 'bank', 'audit');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Role" ADD VALUE 'agency_owner';
ALTER TYPE "Role" ADD VALUE 'agency_recruiter';
ALTER TYPE "Role" ADD VALUE 'branch_recruiter';
ALTER TYPE "Role" ADD VALUE 'officer';
ALTER TYPE "Role" ADD VALUE 'centre_clerk';
ALTER TYPE "Role" ADD VALUE 'training_staff';
ALTER TYPE "Role" ADD VALUE 'bank_clerk';
ALTER TYPE "Role" ADD VALUE 'auditor';

-- DropIndex
DROP INDEX "User_name_key";

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "disabledAt" TIMESTAMPTZ(3),
ADD COLUMN     "email" TEXT,
ADD COLUMN     "emailVerifiedAt" TIMESTAMPTZ(3),
ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'vi',
ADD COLUMN     "operatorName" TEXT,
ADD COLUMN     "passwordHash" TEXT,
ADD COLUMN     "passwordSetAt" TIMESTAMPTZ(3),
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "phoneVerifiedAt" TIMESTAMPTZ(3),
ADD COLUMN     "totpConfirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "totpLastStep" BIGINT,
ADD COLUMN     "totpSealed" BYTEA;

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "agencyId" UUID,
    "branchId" UUID,
    "officeId" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" UUID NOT NULL,
    "kind" "OfficeKind" NOT NULL,
    "level" "OfficeLevel" NOT NULL,
    "name" TEXT NOT NULL,
    "province" TEXT,
    "commune" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignIn" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "secondStepAt" TIMESTAMPTZ(3),
    "membershipId" UUID,
    "means" TEXT NOT NULL,
    "device" TEXT NOT NULL,

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeSecret" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "userId" UUID,
    "sentTo" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),
    "terms" JSONB,

    CONSTRAINT "OneTimeSecret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalIdentity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExternalIdentity_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "FailedSignIn" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FailedSignIn_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Membership_agencyId_idx" ON "Membership"("agencyId");

-- CreateIndex
CREATE INDEX "SignIn_userId_idx" ON "SignIn"("userId");

-- CreateIndex
CREATE INDEX "OneTimeSecret_sentTo_purpose_idx" ON "OneTimeSecret"("sentTo", "purpose");

-- CreateIndex
CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "User_operatorName_key" ON "User"("operatorName");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_phone_key" ON "User"("phone");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalIdentity" ADD CONSTRAINT "ExternalIdentity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- The command line's people keep their names and their right.
UPDATE "User" SET "operatorName" = "name";
INSERT INTO "Membership" ("id", "userId", "role", "since") SELECT gen_random_uuid(), "id", "role", "createdAt" FROM "User";
ALTER TABLE "User" DROP COLUMN "role";

-- Addresses are kept in one form, so that one person is one row.
ALTER TABLE "User" ADD CONSTRAINT email_in_one_form CHECK ("email" = lower("email"));
ALTER TABLE "User" ADD CONSTRAINT phone_in_one_form CHECK ("phone" ~ '^\+[1-9][0-9]{6,14}$');
-- A membership is of one kind: nobody's officer and agency's in one.
ALTER TABLE "Membership" ADD CONSTRAINT membership_has_its_body CHECK (
  CASE
    WHEN "role"::text = 'operator' THEN "agencyId" IS NULL AND "officeId" IS NULL
    WHEN "role"::text IN ('agency_owner', 'agency_recruiter') THEN "agencyId" IS NOT NULL AND "branchId" IS NULL AND "officeId" IS NULL
    WHEN "role"::text = 'branch_recruiter' THEN "agencyId" IS NOT NULL AND "branchId" IS NOT NULL AND "officeId" IS NULL
    ELSE "officeId" IS NOT NULL AND "agencyId" IS NULL
  END);
CREATE UNIQUE INDEX one_membership_of_a_kind ON "Membership" ("userId", "role", coalesce("agencyId", "officeId", "userId"), coalesce("branchId", "userId")) WHERE "endedAt" IS NULL;
ALTER TABLE "Office" ADD CONSTRAINT office_has_its_place CHECK (
  CASE "level" WHEN 'ministry' THEN "province" IS NULL AND "commune" IS NULL WHEN 'province' THEN "province" IS NOT NULL AND "commune" IS NULL ELSE "province" IS NOT NULL AND "commune" IS NOT NULL END);
