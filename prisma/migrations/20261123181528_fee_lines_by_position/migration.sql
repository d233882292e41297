-- A line is its place in its order's sheet: a key of its own was one index more for every line there is.
-- DropIndex
DROP INDEX "FeeComponent_orderId_position_key";

-- AlterTable
ALTER TABLE "FeeComponent" DROP CONSTRAINT "FeeComponent_pkey",
DROP COLUMN "id",
ADD CONSTRAINT "FeeComponent_pkey" PRIMARY KEY ("orderId", "position");
