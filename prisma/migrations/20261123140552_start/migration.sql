CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('operator');

-- CreateEnum
CREATE TYPE "Payer" AS ENUM ('worker', 'agency', 'employer', 'foreign_side', 'state');

-- CreateEnum
CREATE TYPE "Refundable" AS ENUM ('yes', 'no', 'conditional', 'unknown');

-- CreateEnum
CREATE TYPE "SenderType" AS ENUM ('service_enterprise', 'public_unit', 'ministry', 'local_authority');

-- CreateEnum
CREATE TYPE "LicenceFamily" AS ENUM ('overseas', 'employment_service', 'other');

-- CreateEnum
CREATE TYPE "LicenceStatus" AS ENUM ('active', 'surrendered', 'revoked', 'bankruptcy_opened', 'dissolving');

-- CreateEnum
CREATE TYPE "RestrictionKind" AS ENUM ('activity_suspended', 'market_suspended', 'market_delisted');

-- CreateEnum
CREATE TYPE "RestrictionScope" AS ENUM ('all', 'source_preparation', 'market');

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('day', 'month', 'year');

-- CreateEnum
CREATE TYPE "IdentifierKind" AS ENUM ('name', 'former_name', 'abbreviation', 'licence_no', 'tax_code', 'phone', 'website', 'email');

-- CreateEnum
CREATE TYPE "LocalityLevel" AS ENUM ('province', 'district', 'commune');

-- CreateEnum
CREATE TYPE "ContractStatus" AS ENUM ('draft', 'submitted', 'returned', 'approved', 'closed');

-- CreateEnum
CREATE TYPE "OrderKind" AS ENUM ('agency_order', 'source_preparation', 'state_programme');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('draft', 'published', 'paused', 'filled', 'closed', 'withdrawn', 'recorded');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('any', 'male', 'female');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "personalFields" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeeComponent" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "payer" "Payer" NOT NULL,
    "payee" TEXT NOT NULL,
    "amountMinor" BIGINT,
    "currency" CHAR(3) NOT NULL,
    "amountVnd" BIGINT,
    "due" TEXT NOT NULL,
    "months" SMALLINT,
    "refundable" "Refundable" NOT NULL,
    "note" TEXT,

    CONSTRAINT "FeeComponent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExchangeRate" (
    "currency" CHAR(3) NOT NULL,
    "on" DATE NOT NULL,
    "vndPerUnit" DECIMAL(18,6) NOT NULL,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,

    CONSTRAINT "ExchangeRate_pkey" PRIMARY KEY ("currency","on")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "nameVi" TEXT,
    "nameEn" TEXT,
    "abbreviation" TEXT,
    "enterpriseCode" TEXT,
    "headOffice" TEXT,
    "provinceId" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "email" TEXT,
    "representative" TEXT,
    "establishedOn" INTEGER,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "externalSource" TEXT,
    "externalRef" TEXT,
    "dataFrom" DATE,
    "dataAsOf" DATE,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Licence" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "family" "LicenceFamily" NOT NULL,
    "numberPrinted" TEXT NOT NULL,
    "numberKey" TEXT NOT NULL,
    "issuedOn" DATE,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,

    CONSTRAINT "Licence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LicenceSpell" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "status" "LicenceStatus" NOT NULL,
    "licenceNo" TEXT,
    "from" DATE NOT NULL,
    "precision" "DatePrecision" NOT NULL DEFAULT 'day',
    "to" DATE,
    "decisionNo" TEXT,
    "decisionOn" DATE,
    "reason" TEXT,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "knownFrom" TIMESTAMPTZ(3) NOT NULL,
    "knownTo" TIMESTAMPTZ(3),

    CONSTRAINT "LicenceSpell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LicenceRestriction" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "kind" "RestrictionKind" NOT NULL,
    "scope" "RestrictionScope" NOT NULL,
    "market" TEXT,
    "from" DATE NOT NULL,
    "precision" "DatePrecision" NOT NULL DEFAULT 'day',
    "to" DATE,
    "issuer" TEXT,
    "decisionNo" TEXT,
    "decisionOn" DATE,
    "reason" TEXT,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "knownFrom" TIMESTAMPTZ(3) NOT NULL,
    "knownTo" TIMESTAMPTZ(3),

    CONSTRAINT "LicenceRestriction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LicenceFine" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "amountVnd" BIGINT,
    "reason" TEXT,
    "on" DATE NOT NULL,
    "precision" "DatePrecision" NOT NULL DEFAULT 'day',
    "decisionNo" TEXT,
    "appeal" TEXT,
    "removedOn" DATE,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "knownFrom" TIMESTAMPTZ(3) NOT NULL,
    "knownTo" TIMESTAMPTZ(3),

    CONSTRAINT "LicenceFine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MarketApproval" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "precision" "DatePrecision" NOT NULL DEFAULT 'day',
    "to" DATE,
    "decisionNo" TEXT,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "knownFrom" TIMESTAMPTZ(3) NOT NULL,
    "knownTo" TIMESTAMPTZ(3),

    CONSTRAINT "MarketApproval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Branch" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "provinceId" TEXT,
    "phone" TEXT,
    "decisionNo" TEXT,
    "from" DATE,
    "to" DATE,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "knownFrom" TIMESTAMPTZ(3) NOT NULL,
    "knownTo" TIMESTAMPTZ(3),

    CONSTRAINT "Branch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusReport" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "statusSeen" TEXT NOT NULL,
    "asOf" DATE,
    "precision" "DatePrecision" NOT NULL DEFAULT 'day',
    "confidence" TEXT,
    "note" TEXT,
    "source" TEXT NOT NULL,
    "knownFrom" TIMESTAMPTZ(3) NOT NULL,
    "knownTo" TIMESTAMPTZ(3),

    CONSTRAINT "StatusReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyIdentifier" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "kind" "IdentifierKind" NOT NULL,
    "value" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "AgencyIdentifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Warning" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "phones" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "websites" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reason" TEXT NOT NULL,
    "decisionNo" TEXT,
    "issuer" TEXT,
    "from" DATE NOT NULL,
    "to" DATE,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Warning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterImport" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "official" BOOLEAN NOT NULL,
    "asOf" DATE NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "same" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RegisterImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Locality" (
    "id" TEXT NOT NULL,
    "level" "LocalityLevel" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parentId" TEXT,
    "validFrom" DATE,
    "validTo" DATE,
    "search" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Locality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LocalitySuccession" (
    "beforeId" TEXT NOT NULL,
    "afterId" TEXT NOT NULL,
    "partial" BOOLEAN NOT NULL,
    "on" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "LocalitySuccession_pkey" PRIMARY KEY ("beforeId","afterId")
);

-- CreateTable
CREATE TABLE "SupplyContract" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "market" TEXT NOT NULL,
    "partnerName" TEXT NOT NULL,
    "partnerCountry" TEXT NOT NULL,
    "status" "ContractStatus" NOT NULL,
    "kind" "OrderKind" NOT NULL DEFAULT 'agency_order',
    "approvalNo" TEXT,
    "approvedOn" DATE,
    "validFrom" DATE,
    "validTo" DATE,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "externalSource" TEXT,
    "externalRef" TEXT,

    CONSTRAINT "SupplyContract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContractQuota" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "occupation" TEXT NOT NULL,
    "sex" "Sex" NOT NULL,
    "quota" INTEGER NOT NULL,
    "claimed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ContractQuota_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobOrder" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" "OrderKind" NOT NULL,
    "status" "OrderStatus" NOT NULL,
    "closedReason" TEXT,
    "agencyId" UUID,
    "senderType" "SenderType" NOT NULL,
    "senderName" TEXT NOT NULL,
    "contractId" UUID,
    "market" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "region" TEXT,
    "occupation" TEXT NOT NULL,
    "isco" CHAR(4),
    "title" TEXT NOT NULL,
    "description" TEXT,
    "workplace" TEXT,
    "employerName" TEXT,
    "employerKind" TEXT,
    "quantity" INTEGER,
    "quantityMale" INTEGER,
    "quantityFemale" INTEGER,
    "placesConfirmed" INTEGER NOT NULL DEFAULT 0,
    "sex" "Sex" NOT NULL,
    "ageMin" SMALLINT,
    "ageMax" SMALLINT,
    "heightMinCm" SMALLINT,
    "weightMinKg" SMALLINT,
    "health" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "healthNote" TEXT,
    "education" SMALLINT,
    "educationNote" TEXT,
    "experienceMonths" SMALLINT,
    "experienceNote" TEXT,
    "language" TEXT,
    "languageTest" TEXT,
    "languageLevel" TEXT,
    "languageOrdinal" SMALLINT,
    "moreLanguages" JSONB,
    "hoursPerDay" DECIMAL(4,1),
    "hoursPerWeek" DECIMAL(4,1),
    "restNote" TEXT,
    "overtimeNote" TEXT,
    "currency" CHAR(3) NOT NULL,
    "payPeriod" TEXT NOT NULL,
    "payBasis" TEXT NOT NULL,
    "payMinMinor" BIGINT,
    "payMaxMinor" BIGINT,
    "basicMinor" BIGINT,
    "grossMinor" BIGINT,
    "netMinor" BIGINT,
    "rateVndPerUnit" DECIMAL(18,6),
    "rateOn" DATE,
    "rateSource" TEXT,
    "allowances" JSONB,
    "deductions" JSONB,
    "board" TEXT NOT NULL DEFAULT 'unknown',
    "boardMinor" BIGINT,
    "lodging" TEXT NOT NULL DEFAULT 'unknown',
    "lodgingMinor" BIGINT,
    "commuting" TEXT NOT NULL DEFAULT 'unknown',
    "insurance" TEXT,
    "airfare" TEXT NOT NULL DEFAULT 'unknown',
    "airfareLegs" TEXT NOT NULL DEFAULT 'unknown',
    "contractMonths" SMALLINT,
    "extensionMonths" SMALLINT,
    "probationMonths" SMALLINT,
    "trainingMonths" SMALLINT,
    "selectionMethod" TEXT,
    "selectionOn" DATE,
    "interviewForm" TEXT NOT NULL DEFAULT 'unknown',
    "departureFrom" DATE,
    "departureTo" DATE,
    "deadlineOn" DATE,
    "provinces" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "nationwide" BOOLEAN NOT NULL DEFAULT false,
    "announcedOn" DATE,
    "publishedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "basicVnd" BIGINT,
    "netVnd" BIGINT,
    "costVnd" BIGINT,
    "depositVnd" BIGINT,
    "payAfterCostVnd" BIGINT,
    "breakEvenMonths" SMALLINT,
    "requiredApprovals" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "blockedBy" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "warnedOf" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "evaluatedOn" DATE,
    "groupKey" TEXT NOT NULL,
    "groupHead" BOOLEAN NOT NULL DEFAULT true,
    "search" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "externalSource" TEXT,
    "externalRef" TEXT,
    "externalHash" TEXT,

    CONSTRAINT "JobOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderImport" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "same" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "OrderImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_name_key" ON "User"("name");

-- CreateIndex
CREATE INDEX "JournalEntry_subjectType_subjectId_id_idx" ON "JournalEntry"("subjectType", "subjectId", "id");

-- CreateIndex
CREATE INDEX "JournalEntry_at_idx" ON "JournalEntry"("at");

-- CreateIndex
CREATE INDEX "OutboxEvent_doneAt_id_idx" ON "OutboxEvent"("doneAt", "id");

-- CreateIndex
CREATE INDEX "FeeComponent_code_idx" ON "FeeComponent"("code");

-- CreateIndex
CREATE UNIQUE INDEX "FeeComponent_orderId_position_key" ON "FeeComponent"("orderId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_slug_key" ON "Agency"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_enterpriseCode_key" ON "Agency"("enterpriseCode");

-- CreateIndex
CREATE INDEX "Agency_demo_idx" ON "Agency"("demo");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_externalSource_externalRef_key" ON "Agency"("externalSource", "externalRef");

-- CreateIndex
CREATE INDEX "Licence_numberKey_idx" ON "Licence"("numberKey");

-- CreateIndex
CREATE UNIQUE INDEX "Licence_agencyId_numberKey_key" ON "Licence"("agencyId", "numberKey");

-- CreateIndex
CREATE INDEX "LicenceSpell_agencyId_from_idx" ON "LicenceSpell"("agencyId", "from");

-- CreateIndex
CREATE INDEX "LicenceRestriction_agencyId_from_idx" ON "LicenceRestriction"("agencyId", "from");

-- CreateIndex
CREATE INDEX "LicenceFine_agencyId_on_idx" ON "LicenceFine"("agencyId", "on");

-- CreateIndex
CREATE INDEX "MarketApproval_agencyId_code_idx" ON "MarketApproval"("agencyId", "code");

-- CreateIndex
CREATE INDEX "Branch_agencyId_idx" ON "Branch"("agencyId");

-- CreateIndex
CREATE INDEX "StatusReport_agencyId_idx" ON "StatusReport"("agencyId");

-- CreateIndex
CREATE INDEX "AgencyIdentifier_key_idx" ON "AgencyIdentifier"("key");

-- CreateIndex
CREATE INDEX "agency_identifier_key_trgm" ON "AgencyIdentifier" USING GIN ("key" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "AgencyIdentifier_agencyId_kind_key_key" ON "AgencyIdentifier"("agencyId", "kind", "key");

-- CreateIndex
CREATE INDEX "warning_name_trgm" ON "Warning" USING GIN ("nameKey" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Warning_nameKey_from_key" ON "Warning"("nameKey", "from");

-- CreateIndex
CREATE INDEX "Locality_level_validTo_idx" ON "Locality"("level", "validTo");

-- CreateIndex
CREATE INDEX "Locality_parentId_idx" ON "Locality"("parentId");

-- CreateIndex
CREATE INDEX "locality_search_trgm" ON "Locality" USING GIN ("search" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Locality_level_code_validFrom_key" ON "Locality"("level", "code", "validFrom");

-- CreateIndex
CREATE INDEX "LocalitySuccession_afterId_idx" ON "LocalitySuccession"("afterId");

-- CreateIndex
CREATE UNIQUE INDEX "SupplyContract_reference_key" ON "SupplyContract"("reference");

-- CreateIndex
CREATE INDEX "SupplyContract_agencyId_idx" ON "SupplyContract"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "SupplyContract_externalSource_externalRef_key" ON "SupplyContract"("externalSource", "externalRef");

-- CreateIndex
CREATE UNIQUE INDEX "ContractQuota_contractId_occupation_sex_key" ON "ContractQuota"("contractId", "occupation", "sex");

-- CreateIndex
CREATE UNIQUE INDEX "JobOrder_reference_key" ON "JobOrder"("reference");

-- CreateIndex
CREATE INDEX "JobOrder_status_publishedAt_idx" ON "JobOrder"("status", "publishedAt");

-- CreateIndex
CREATE INDEX "JobOrder_agencyId_status_idx" ON "JobOrder"("agencyId", "status");

-- CreateIndex
CREATE INDEX "JobOrder_contractId_idx" ON "JobOrder"("contractId");

-- CreateIndex
CREATE INDEX "JobOrder_groupKey_idx" ON "JobOrder"("groupKey");

-- CreateIndex
CREATE INDEX "JobOrder_status_market_idx" ON "JobOrder"("status", "market");

-- CreateIndex
CREATE INDEX "job_order_search_trgm" ON "JobOrder" USING GIN ("search" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "JobOrder_externalSource_externalRef_key" ON "JobOrder"("externalSource", "externalRef");

-- AddForeignKey
ALTER TABLE "Licence" ADD CONSTRAINT "Licence_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenceSpell" ADD CONSTRAINT "LicenceSpell_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenceRestriction" ADD CONSTRAINT "LicenceRestriction_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenceFine" ADD CONSTRAINT "LicenceFine_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarketApproval" ADD CONSTRAINT "MarketApproval_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Branch" ADD CONSTRAINT "Branch_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReport" ADD CONSTRAINT "StatusReport_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyIdentifier" ADD CONSTRAINT "AgencyIdentifier_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Locality" ADD CONSTRAINT "Locality_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Locality"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocalitySuccession" ADD CONSTRAINT "LocalitySuccession_beforeId_fkey" FOREIGN KEY ("beforeId") REFERENCES "Locality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocalitySuccession" ADD CONSTRAINT "LocalitySuccession_afterId_fkey" FOREIGN KEY ("afterId") REFERENCES "Locality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplyContract" ADD CONSTRAINT "SupplyContract_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractQuota" ADD CONSTRAINT "ContractQuota_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "SupplyContract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobOrder" ADD CONSTRAINT "JobOrder_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobOrder" ADD CONSTRAINT "JobOrder_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "SupplyContract"("id") ON DELETE SET NULL ON UPDATE CASCADE;
