-- What day it is in Việt Nam; a set clock (tests, rehearsals) comes in as app.today.
CREATE FUNCTION site_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(nullif(current_setting('app.today', true), '')::date, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
$$;

-- The journal is never altered.
CREATE FUNCTION journal_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'journal entries are never altered';
END
$$;
CREATE TRIGGER journal_is_final BEFORE UPDATE OR DELETE ON "JournalEntry"
  FOR EACH ROW EXECUTE FUNCTION journal_is_final();

-- What the database can guard by itself.
ALTER TABLE "ContractQuota" ADD CONSTRAINT quota_not_negative CHECK ("quota" >= 0 AND "claimed" >= 0);
ALTER TABLE "JobOrder" ADD CONSTRAINT places_within CHECK ("quantity" > 0 AND "placesConfirmed" >= 0 AND "placesConfirmed" <= "quantity");
ALTER TABLE "JobOrder" ADD CONSTRAINT ages_in_order CHECK ("ageMin" IS NULL OR "ageMax" IS NULL OR "ageMin" <= "ageMax");
ALTER TABLE "FeeComponent" ADD CONSTRAINT amount_not_negative CHECK ("amountMinor" IS NULL OR "amountMinor" >= 0);
ALTER TABLE "LicenceSpell" ADD CONSTRAINT spell_forward CHECK ("to" IS NULL OR "to" >= "from");
ALTER TABLE "LicenceRestriction" ADD CONSTRAINT restriction_forward CHECK ("to" IS NULL OR "to" >= "from");
-- One base status at a time, in what the site knows now.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "LicenceSpell" ADD CONSTRAINT one_status_at_a_time
  EXCLUDE USING gist ("agencyId" WITH =, daterange("from", "to") WITH &&) WHERE ("knownTo" IS NULL AND "verified");

-- Agencies that may act today: licence in force, nothing stopping everything (law.md §5 P1).
CREATE VIEW "AgencyInForce" AS
SELECT s."agencyId" AS id
FROM "LicenceSpell" s
WHERE s."status" = 'active' AND s."verified" AND s."knownTo" IS NULL
  AND s."from" <= site_today() AND (s."to" IS NULL OR s."to" > site_today())
  AND NOT EXISTS (
    SELECT 1 FROM "LicenceRestriction" r
    WHERE r."agencyId" = s."agencyId" AND r."scope" = 'all' AND r."verified" AND r."knownTo" IS NULL
      AND r."from" <= site_today() AND (r."to" IS NULL OR r."to" > site_today()));

-- Orders the public may see today. Everything that depends on the day or on the register is decided here, at each read
-- (P1, P3, P4, P5, P12), so that recording a decision hides the orders in the same transaction; what only the rules in code
-- can see (P2, P6, P9) is kept in "blockedBy" by whoever writes the order, its contract or a rule.
CREATE VIEW "PublicOrder" AS
SELECT o."id"
FROM "JobOrder" o
WHERE o."status" = 'published'
  AND cardinality(o."blockedBy") = 0
  AND o."placesConfirmed" < o."quantity"
  AND (o."deadlineOn" IS NULL OR o."deadlineOn" >= site_today())
  AND (o."senderType" <> 'service_enterprise' OR (
    o."agencyId" IN (SELECT id FROM "AgencyInForce")
    AND NOT EXISTS (
      SELECT 1 FROM "LicenceRestriction" r
      WHERE r."agencyId" = o."agencyId" AND r."verified" AND r."knownTo" IS NULL
        AND r."from" <= site_today() AND (r."to" IS NULL OR r."to" > site_today())
        AND ((r."scope" = 'market' AND r."market" = o."market")
          OR (r."scope" = 'source_preparation' AND o."kind" = 'source_preparation')))
    AND (cardinality(o."requiredApprovals") = 0 OR o."requiredApprovals" <@ ARRAY(
      SELECT m."code" FROM "MarketApproval" m
      WHERE m."agencyId" = o."agencyId" AND m."verified" AND m."knownTo" IS NULL
        AND m."from" <= site_today() AND (m."to" IS NULL OR m."to" > site_today())))
    AND EXISTS (
      SELECT 1 FROM "SupplyContract" c
      WHERE c."id" = o."contractId" AND c."agencyId" = o."agencyId" AND c."status" = 'approved' AND c."approvalNo" IS NOT NULL
        AND (c."validFrom" IS NULL OR c."validFrom" <= site_today()) AND (c."validTo" IS NULL OR c."validTo" > site_today()))
    AND NOT EXISTS (
      SELECT 1 FROM "ContractQuota" q
      WHERE q."contractId" = o."contractId" AND q."occupation" = o."occupation" AND q."claimed" > q."quota")));

-- What people quote: JP-000123.
CREATE SEQUENCE order_reference;
CREATE SEQUENCE contract_reference;
