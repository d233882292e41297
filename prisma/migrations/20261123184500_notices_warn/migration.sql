-- Since notices are kept, an order that names its provinces is warned of until each of them was told (P11). Orders of before are marked here in
-- one statement; judging them one by one when the next day begins would take minutes on a large site.
UPDATE "JobOrder" SET "warnedOf" = array_append("warnedOf", 'P11')
WHERE "status" = 'published' AND "senderType" = 'service_enterprise' AND NOT "nationwide" AND cardinality("provinces") > 0
  AND NOT 'P11' = ANY("warnedOf")
  AND EXISTS (
    SELECT 1 FROM unnest("provinces") AS named(id)
    WHERE NOT EXISTS (
      SELECT 1 FROM "RecruitmentNotice" n
      WHERE n."orderId" = "JobOrder"."id" AND n."status" = 'accepted' AND n."province" = named.id AND n."toOn" >= site_today()));
