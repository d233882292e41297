-- CreateEnum
CREATE TYPE "PartySide" AS ENUM ('worker', 'agency');

-- CreateEnum
CREATE TYPE "PaymentKind" AS ENUM ('asked', 'paid', 'returned');

-- CreateEnum
CREATE TYPE "LineOrigin" AS ENUM ('published', 'contracted');

-- CreateEnum
CREATE TYPE "ContractEnding" AS ENUM ('completed', 'early_no_fault', 'abuse', 'early_at_fault', 'not_sent', 'withdrawn');

-- CreateEnum
CREATE TYPE "FlagState" AS ENUM ('open', 'settled');

-- CreateTable
CREATE TABLE "PaymentBook" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "orderId" UUID NOT NULL,
    "orderReference" TEXT NOT NULL,
    "orderTitle" TEXT NOT NULL,
    "agencyId" UUID,
    "senderName" TEXT NOT NULL,
    "contractNo" TEXT,
    "signedOn" DATE NOT NULL,
    "terms" JSONB NOT NULL,
    "departedOn" DATE,
    "endedOn" DATE,
    "ending" "ContractEnding",
    "endingNote" TEXT,
    "refundBy" DATE,
    "demandRate" DECIMAL(6,3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "judgedOn" DATE,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PaymentBook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentLine" (
    "id" UUID NOT NULL,
    "bookId" UUID NOT NULL,
    "origin" "LineOrigin" NOT NULL,
    "position" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "payer" "Payer" NOT NULL,
    "payee" TEXT NOT NULL,
    "amountMinor" BIGINT,
    "currency" CHAR(3) NOT NULL,
    "due" TEXT NOT NULL,
    "months" SMALLINT,
    "refundable" "Refundable" NOT NULL,

    CONSTRAINT "PaymentLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentReceipt" (
    "id" UUID NOT NULL,
    "bookId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "PaymentKind" NOT NULL,
    "component" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaymentReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentEntry" (
    "id" UUID NOT NULL,
    "bookId" UUID NOT NULL,
    "receiptId" UUID NOT NULL,
    "side" "PartySide" NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "paidOn" DATE NOT NULL,
    "payee" TEXT NOT NULL,
    "note" TEXT,
    "fileId" UUID,
    "submission" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentFlag" (
    "id" UUID NOT NULL,
    "bookId" UUID NOT NULL,
    "agencyId" UUID,
    "key" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "component" TEXT,
    "details" JSONB NOT NULL,
    "state" "FlagState" NOT NULL DEFAULT 'open',
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "settledBy" TEXT,
    "settlement" TEXT,

    CONSTRAINT "PaymentFlag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefundDue" (
    "id" UUID NOT NULL,
    "bookId" UUID NOT NULL,
    "agencyId" UUID,
    "component" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amountMinor" BIGINT,
    "confirmedMinor" BIGINT NOT NULL,
    "interestMinor" BIGINT,
    "returnedMinor" BIGINT NOT NULL DEFAULT 0,
    "dueOn" DATE,
    "dueBasis" TEXT NOT NULL,
    "rule" TEXT,
    "legalSource" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RefundDue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentLink" (
    "id" UUID NOT NULL,
    "bookId" UUID NOT NULL,
    "side" "PartySide" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentSession" (
    "id" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "bookId" UUID NOT NULL,
    "side" "PartySide" NOT NULL,
    "secretHash" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentSession_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PaymentBook_reference_key" ON "PaymentBook"("reference");

-- CreateIndex
CREATE INDEX "PaymentBook_agencyId_idx" ON "PaymentBook"("agencyId");

-- CreateIndex
CREATE INDEX "PaymentBook_orderId_idx" ON "PaymentBook"("orderId");

-- CreateIndex
CREATE INDEX "PaymentBook_judgedOn_idx" ON "PaymentBook"("judgedOn");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentLine_bookId_origin_position_key" ON "PaymentLine"("bookId", "origin", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentReceipt_number_key" ON "PaymentReceipt"("number");

-- CreateIndex
CREATE INDEX "PaymentReceipt_bookId_idx" ON "PaymentReceipt"("bookId");

-- CreateIndex
CREATE INDEX "PaymentEntry_receiptId_idx" ON "PaymentEntry"("receiptId");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentEntry_bookId_side_submission_key" ON "PaymentEntry"("bookId", "side", "submission");

-- CreateIndex
CREATE INDEX "PaymentFlag_state_openedAt_idx" ON "PaymentFlag"("state", "openedAt");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentFlag_bookId_key_key" ON "PaymentFlag"("bookId", "key");

-- CreateIndex
CREATE INDEX "RefundDue_agencyId_dueOn_idx" ON "RefundDue"("agencyId", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "RefundDue_bookId_component_currency_key" ON "RefundDue"("bookId", "component", "currency");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentLink_tokenHash_key" ON "PaymentLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PaymentLink_bookId_side_idx" ON "PaymentLink"("bookId", "side");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentSession_secretHash_key" ON "PaymentSession"("secretHash");

-- CreateIndex
CREATE INDEX "PaymentSession_bookId_side_idx" ON "PaymentSession"("bookId", "side");

-- AddForeignKey
ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_bookId_fkey" FOREIGN KEY ("bookId") REFERENCES "PaymentBook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentReceipt" ADD CONSTRAINT "PaymentReceipt_bookId_fkey" FOREIGN KEY ("bookId") REFERENCES "PaymentBook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentEntry" ADD CONSTRAINT "PaymentEntry_bookId_fkey" FOREIGN KEY ("bookId") REFERENCES "PaymentBook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentEntry" ADD CONSTRAINT "PaymentEntry_receiptId_fkey" FOREIGN KEY ("receiptId") REFERENCES "PaymentReceipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentFlag" ADD CONSTRAINT "PaymentFlag_bookId_fkey" FOREIGN KEY ("bookId") REFERENCES "PaymentBook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundDue" ADD CONSTRAINT "RefundDue_bookId_fkey" FOREIGN KEY ("bookId") REFERENCES "PaymentBook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentLink" ADD CONSTRAINT "PaymentLink_bookId_fkey" FOREIGN KEY ("bookId") REFERENCES "PaymentBook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentSession" ADD CONSTRAINT "PaymentSession_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "PaymentLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentSession" ADD CONSTRAINT "PaymentSession_bookId_fkey" FOREIGN KEY ("bookId") REFERENCES "PaymentBook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: other contexts' rows, what can never be, and that entries are only ever taken back.
ALTER TABLE "PaymentBook" ADD CONSTRAINT "PaymentBook_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "JobOrder"("id");
ALTER TABLE "PaymentBook" ADD CONSTRAINT "PaymentBook_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id");
ALTER TABLE "PaymentBook" ADD CONSTRAINT "PaymentBook_ending_check" CHECK (("endedOn" IS NULL) = ("ending" IS NULL));
ALTER TABLE "PaymentBook" ADD CONSTRAINT "PaymentBook_days_check" CHECK ("departedOn" IS NULL OR "endedOn" IS NULL OR "departedOn" <= "endedOn");
ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_amount_check" CHECK ("amountMinor" >= 0);
ALTER TABLE "PaymentEntry" ADD CONSTRAINT "PaymentEntry_amount_check" CHECK ("amountMinor" > 0);
ALTER TABLE "RefundDue" ADD CONSTRAINT "RefundDue_amounts_check" CHECK ("amountMinor" >= 0 AND "confirmedMinor" >= 0 AND "returnedMinor" >= 0);
ALTER TABLE "PaymentFlag" ADD CONSTRAINT "PaymentFlag_state_check" CHECK (("state" = 'settled') = ("settledAt" IS NOT NULL));

-- One word of each side on a receipt, however many try at once.
CREATE UNIQUE INDEX "PaymentEntry_one_a_side" ON "PaymentEntry"("receiptId", "side") WHERE "withdrawnAt" IS NULL;

CREATE FUNCTION payment_entry_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."withdrawnAt" IS NOT NULL
     OR (to_jsonb(NEW) - 'withdrawnAt') IS DISTINCT FROM (to_jsonb(OLD) - 'withdrawnAt') THEN
    RAISE EXCEPTION 'entries of a payment book are never altered';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_entry_stands BEFORE UPDATE OR DELETE ON "PaymentEntry" FOR EACH ROW EXECUTE FUNCTION payment_entry_stands();
