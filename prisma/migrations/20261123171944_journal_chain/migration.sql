-- CreateTable
CREATE TABLE "JournalSeal" (
    "position" BIGINT NOT NULL,
    "entryId" BIGINT NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "JournalSeal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "JournalWaiting" (
    "entryId" BIGINT NOT NULL,

    CONSTRAINT "JournalWaiting_pkey" PRIMARY KEY ("entryId")
);

-- CreateTable
CREATE TABLE "JournalHead" (
    "day" DATE NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JournalHead_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "JournalSeal_entryId_key" ON "JournalSeal"("entryId");

-- Journal, chain and published heads are never altered, by nobody: the owner of the tables and a superuser meet the same refusal, also
-- where triggers are told to rest (session_replication_role). Who takes the triggers away is found by the chain: docs/decisions/0016.
DROP TRIGGER journal_is_final ON "JournalEntry";
DO $$
DECLARE of_journal text;
BEGIN
  FOREACH of_journal IN ARRAY ARRAY['JournalEntry', 'JournalSeal', 'JournalHead'] LOOP
    EXECUTE format('CREATE TRIGGER journal_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final()', of_journal);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER journal_is_final', of_journal);
  END LOOP;
END
$$;

-- Each entry waits for its seal from the moment it is committed, however late that is and whatever its number.
CREATE FUNCTION journal_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "JournalWaiting" SELECT "id" FROM fresh;
  RETURN NULL;
END
$$;
CREATE TRIGGER journal_waits AFTER INSERT ON "JournalEntry" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION journal_waits();
INSERT INTO "JournalWaiting" SELECT "id" FROM "JournalEntry";

-- What is hashed of an entry: every column, in a form that leaves nothing out and reads the same everywhere (domain/audit/chain.ts
-- recomputes it without this function).
CREATE FUNCTION journal_text(e "JournalEntry") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(e."id", (extract(epoch FROM e."at") * 1000)::bigint, e."actorKind", e."actorId", e."actorName", e."event",
    e."subjectType", e."subjectId", e."before"::text, e."after"::text, to_jsonb(e."personalFields"))::text
$$;

-- Seals what waits, one caller at a time; answers how many, -1 if another is at it. Entries vanished meanwhile stay waiting and are
-- named by the verification.
CREATE FUNCTION seal_journal(most int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  head_position bigint := 0;
  head text := repeat('0', 64);
  entry record;
  ids bigint[] := '{}';
  hashes text[] := '{}';
BEGIN
  IF NOT pg_try_advisory_xact_lock(7460, 1) THEN RETURN -1; END IF;
  SELECT "position", "hash" INTO head_position, head FROM "JournalSeal" ORDER BY "position" DESC LIMIT 1;
  IF NOT FOUND THEN head_position := 0; head := repeat('0', 64); END IF;
  FOR entry IN
    SELECT e."id", journal_text(e) AS text FROM "JournalWaiting" w JOIN "JournalEntry" e ON e."id" = w."entryId"
    ORDER BY w."entryId" LIMIT most
  LOOP
    head := encode(sha256(convert_to(head || E'\n' || entry.text, 'UTF8')), 'hex');
    ids := ids || entry."id";
    hashes := hashes || head;
  END LOOP;
  INSERT INTO "JournalSeal" SELECT head_position + n, id, hash FROM unnest(ids, hashes) WITH ORDINALITY AS sealed(id, hash, n);
  DELETE FROM "JournalWaiting" WHERE "entryId" = ANY (ids);
  RETURN cardinality(ids);
END
$$;
