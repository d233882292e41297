-- What was converted before is given the rate it must have been converted at; where none is known it is unknown again.
UPDATE "FeeComponent" f SET "rateVndPerUnit" = o."rateVndPerUnit", "rateOn" = o."rateOn"
FROM "JobOrder" o
WHERE o."id" = f."orderId" AND f."amountVnd" IS NOT NULL AND f."currency" <> 'VND' AND f."currency" = o."currency";
UPDATE "FeeComponent" f SET "rateVndPerUnit" = e."vndPerUnit", "rateOn" = e."on"
FROM "JobOrder" o, "ExchangeRate" e
WHERE o."id" = f."orderId" AND f."amountVnd" IS NOT NULL AND f."currency" <> 'VND' AND f."rateOn" IS NULL AND e."currency" = f."currency"
  AND e."on" = (SELECT max(x."on") FROM "ExchangeRate" x
                WHERE x."currency" = f."currency" AND x."on" <= (o."updatedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);
UPDATE "FeeComponent" SET "amountVnd" = NULL WHERE "currency" <> 'VND' AND "rateOn" IS NULL;
UPDATE "JobOrder" o SET "costRateOn" = (
  SELECT min(f."rateOn") FROM "FeeComponent" f
  WHERE f."orderId" = o."id" AND f."payer" = 'worker' AND f."due" NOT IN ('monthly_abroad', 'at_return'));

-- Nothing is converted without a dated rate that is stored with the result.
ALTER TABLE "ExchangeRate" ADD CONSTRAINT rate_positive CHECK ("vndPerUnit" > 0 AND "currency" <> 'VND');
ALTER TABLE "FeeComponent" ADD CONSTRAINT converted_at_a_dated_rate
  CHECK ("currency" = 'VND' OR "amountVnd" IS NULL OR ("rateOn" IS NOT NULL AND "rateVndPerUnit" IS NOT NULL));
ALTER TABLE "JobOrder" ADD CONSTRAINT converted_at_a_dated_rate
  CHECK ("currency" = 'VND' OR ("basicVnd" IS NULL AND "netVnd" IS NULL) OR ("rateOn" IS NOT NULL AND "rateVndPerUnit" IS NOT NULL));
ALTER TABLE "JobOrder" ADD CONSTRAINT ticket_with_currency CHECK (("ticketMinor" IS NULL) = ("ticketCurrency" IS NULL));

-- Features A5 and A6: what the public sees is complete. What is not, and was published before this was asked, is hidden first.
UPDATE "JobOrder" SET "blockedBy" = array_append("blockedBy", 'P10')
WHERE "status" = 'published' AND NOT 'P10' = ANY ("blockedBy")
  AND ("costVnd" IS NULL OR "depositVnd" IS NULL OR ("kind" <> 'source_preparation' AND (
    "basicMinor" IS NULL OR "hoursPerDay" IS NULL OR "hoursPerWeek" IS NULL OR "deductions" IS NULL OR "basicVnd" IS NULL OR "netVnd" IS NULL)));
ALTER TABLE "JobOrder" ADD CONSTRAINT public_order_is_complete
  CHECK ("status" <> 'published' OR cardinality("blockedBy") > 0 OR ("costVnd" IS NOT NULL AND "depositVnd" IS NOT NULL AND (
    "kind" = 'source_preparation' OR (
      "basicMinor" IS NOT NULL AND "hoursPerDay" IS NOT NULL AND "hoursPerWeek" IS NOT NULL AND "deductions" IS NOT NULL
      AND "basicVnd" IS NOT NULL AND "netVnd" IS NOT NULL))));
