-- What makes Kinto's `_since` safe to follow, and its dates impossible to choose.
--
-- Kinto dates a record when it is inserted and shows it when its transaction commits, so of two
-- writers the slower one can appear behind the reader's cursor and is never read. Here the writers of
-- one collection wait for each other, so that dates and commits come in the same order. And a date in
-- the request is thrown away: a record dated back would be invisible, one dated a month ahead would
-- stop every reader.
--
-- Run it once after each `kinto migrate` (again is harmless):
--
--     sudo -u postgres psql --dbname kinto --set ON_ERROR_STOP=1 --file serialize.sql

BEGIN;

CREATE OR REPLACE FUNCTION debate_serialize() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.resource_name = 'record' THEN
        -- Held to the end of the transaction; one lock per collection.
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.parent_id, 0));
        -- Kinto's own trigger, which fires next, dates what carries no date.
        NEW.last_modified := NULL;
    END IF;
    RETURN NEW;
END;
$$;

-- Triggers fire in the order of their names: this one before Kinto's `tgr_objects_last_modified`.
DROP TRIGGER IF EXISTS aaa_debate_serialize ON objects;
CREATE TRIGGER aaa_debate_serialize
    BEFORE INSERT OR UPDATE OF data ON objects
    FOR EACH ROW EXECUTE FUNCTION debate_serialize();

COMMIT;
