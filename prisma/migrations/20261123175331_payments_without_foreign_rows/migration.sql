-- Orders and agencies are never deleted, and a key the schema does not declare reads as drift: the columns stay, the keys go.
ALTER TABLE "PaymentBook" DROP CONSTRAINT "PaymentBook_orderId_fkey";
ALTER TABLE "PaymentBook" DROP CONSTRAINT "PaymentBook_agencyId_fkey";
