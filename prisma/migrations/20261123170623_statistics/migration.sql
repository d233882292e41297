-- CreateTable
CREATE TABLE "OrderStatistic" (
    "id" BIGSERIAL NOT NULL,
    "market" TEXT,
    "programme" TEXT,
    "occupation" TEXT,
    "agencyId" UUID,
    "measure" TEXT NOT NULL,
    "month" DATE,
    "count" INTEGER NOT NULL,
    "least" DECIMAL(18,3) NOT NULL,
    "lowerQuartile" DECIMAL(18,3) NOT NULL,
    "median" DECIMAL(18,3) NOT NULL,
    "upperQuartile" DECIMAL(18,3) NOT NULL,
    "most" DECIMAL(18,3) NOT NULL,
    "dots" JSONB,
    "ceiling" DECIMAL(8,3),
    "cheapest" UUID[] DEFAULT ARRAY[]::UUID[],
    "dearest" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "OrderStatistic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatisticsState" (
    "id" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3),
    "refreshedAt" TIMESTAMPTZ(3),
    "refreshedOn" DATE,
    "tookMs" INTEGER NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "demo" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StatisticsState_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OrderStatistic_market_measure_idx" ON "OrderStatistic"("market", "measure");

-- CreateIndex
CREATE INDEX "OrderStatistic_programme_measure_idx" ON "OrderStatistic"("programme", "measure");

-- CreateIndex
CREATE INDEX "OrderStatistic_agencyId_idx" ON "OrderStatistic"("agencyId");

-- CreateIndex
CREATE INDEX "OrderStatistic_occupation_idx" ON "OrderStatistic"("occupation");

-- No statistic of fewer than five orders, whoever writes it.
ALTER TABLE "OrderStatistic" ADD CONSTRAINT five_orders CHECK ("count" >= 5);
ALTER TABLE "OrderStatistic" ADD CONSTRAINT quartiles_in_order
  CHECK ("least" <= "lowerQuartile" AND "lowerQuartile" <= "median" AND "median" <= "upperQuartile" AND "upperQuartile" <= "most");
ALTER TABLE "StatisticsState" ADD CONSTRAINT one_row CHECK ("id" = 1);
-- Nothing is made yet: the worker's first round makes it.
INSERT INTO "StatisticsState" ("id", "changedAt") VALUES (1, now());
