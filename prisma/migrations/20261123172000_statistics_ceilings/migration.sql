-- Contracts of different length have different ceilings: a group has a lowest and a highest one.
ALTER TABLE "OrderStatistic" DROP COLUMN "ceiling",
ADD COLUMN     "ceilingFrom" DECIMAL(8,3),
ADD COLUMN     "ceilingTo" DECIMAL(8,3);
