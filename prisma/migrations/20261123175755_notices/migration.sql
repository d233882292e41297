-- CreateEnum
CREATE TYPE "NoticeStatus" AS ENUM ('submitted', 'accepted', 'refused', 'withdrawn', 'revoked');

-- CreateTable
CREATE TABLE "RecruitmentNotice" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "orderId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "branchId" UUID,
    "province" TEXT NOT NULL,
    "communes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "fromOn" DATE NOT NULL,
    "toOn" DATE NOT NULL,
    "venues" TEXT[],
    "status" "NoticeStatus" NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedOfficeId" UUID,
    "decidedOffice" TEXT,
    "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "decisionNote" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "openKey" TEXT,

    CONSTRAINT "RecruitmentNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeRecruiter" (
    "id" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "phoneKey" TEXT NOT NULL,

    CONSTRAINT "NoticeRecruiter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RecruitmentNotice_reference_key" ON "RecruitmentNotice"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "RecruitmentNotice_openKey_key" ON "RecruitmentNotice"("openKey");

-- CreateIndex
CREATE INDEX "RecruitmentNotice_province_status_toOn_idx" ON "RecruitmentNotice"("province", "status", "toOn");

-- CreateIndex
CREATE INDEX "RecruitmentNotice_agencyId_filedAt_idx" ON "RecruitmentNotice"("agencyId", "filedAt");

-- CreateIndex
CREATE INDEX "RecruitmentNotice_orderId_idx" ON "RecruitmentNotice"("orderId");

-- CreateIndex
CREATE INDEX "RecruitmentNotice_status_filedAt_idx" ON "RecruitmentNotice"("status", "filedAt");

-- CreateIndex
CREATE INDEX "NoticeRecruiter_phoneKey_idx" ON "NoticeRecruiter"("phoneKey");

-- CreateIndex
CREATE INDEX "NoticeRecruiter_nameKey_idx" ON "NoticeRecruiter"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeRecruiter_noticeId_position_key" ON "NoticeRecruiter"("noticeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "JobOrder_id_agencyId_key" ON "JobOrder"("id", "agencyId");

-- AddForeignKey
ALTER TABLE "RecruitmentNotice" ADD CONSTRAINT "RecruitmentNotice_orderId_agencyId_fkey" FOREIGN KEY ("orderId", "agencyId") REFERENCES "JobOrder"("id", "agencyId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeRecruiter" ADD CONSTRAINT "NoticeRecruiter_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "RecruitmentNotice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what can never be, and that what was filed is not altered afterwards.
ALTER TABLE "RecruitmentNotice" ADD CONSTRAINT "RecruitmentNotice_days_check" CHECK ("fromOn" <= "toOn");
ALTER TABLE "RecruitmentNotice" ADD CONSTRAINT "RecruitmentNotice_venues_check" CHECK (cardinality("venues") BETWEEN 1 AND 10);
ALTER TABLE "RecruitmentNotice" ADD CONSTRAINT "RecruitmentNotice_decision_check"
  CHECK ("status" NOT IN ('accepted', 'refused', 'revoked') OR ("decidedAt" IS NOT NULL AND "decidedOffice" IS NOT NULL));
ALTER TABLE "RecruitmentNotice" ADD CONSTRAINT "RecruitmentNotice_reasons_check"
  CHECK ("status" NOT IN ('refused', 'revoked') OR cardinality("reasons") > 0);
ALTER TABLE "RecruitmentNotice" ADD CONSTRAINT "RecruitmentNotice_open_check"
  CHECK (("openKey" IS NOT NULL) = ("status" IN ('submitted', 'accepted')));

CREATE FUNCTION notice_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - ARRAY['status', 'decidedAt', 'decidedOfficeId', 'decidedOffice', 'reasons', 'decisionNote', 'withdrawnAt', 'openKey'])
     IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['status', 'decidedAt', 'decidedOfficeId', 'decidedOffice', 'reasons', 'decisionNote', 'withdrawnAt', 'openKey']) THEN
    RAISE EXCEPTION 'a recruitment notice is decided on, never rewritten';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notice_stands BEFORE UPDATE OR DELETE ON "RecruitmentNotice" FOR EACH ROW EXECUTE FUNCTION notice_stands();
CREATE FUNCTION recruiter_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'recruiters of a notice are never altered';
END $$;
CREATE TRIGGER recruiter_stands BEFORE UPDATE OR DELETE ON "NoticeRecruiter" FOR EACH ROW EXECUTE FUNCTION recruiter_stands();

-- What people quote: TB-000123.
CREATE SEQUENCE notice_reference;
