-- An option for large stores on PostgreSQL, applied by hand once, while no desk works: events are kept in a table for each
-- year. What is there stays where it is, in the default partition. Make the next year in time, as below; events of a year that has
-- no table of its own go to the default partition, and then its table can only be made after moving them.

ALTER TABLE sagsflow_event RENAME TO sagsflow_event_before;
ALTER TABLE sagsflow_event_before DROP CONSTRAINT sagsflow_event_pkey;
DROP INDEX sagsflow_event_step;
CREATE TABLE sagsflow_event (LIKE sagsflow_event_before) PARTITION BY RANGE (recorded_at);
ALTER TABLE sagsflow_event ADD PRIMARY KEY (case_number, sequence, recorded_at);
CREATE INDEX sagsflow_event_step ON sagsflow_event (step, step_position);
ALTER TABLE sagsflow_event ATTACH PARTITION sagsflow_event_before DEFAULT;

DO $$
DECLARE
    coming INTEGER := EXTRACT(YEAR FROM now())::INTEGER + 1;
BEGIN
    EXECUTE format(
        'CREATE TABLE sagsflow_event_%s PARTITION OF sagsflow_event FOR VALUES FROM (%L) TO (%L)',
        coming, coming || '-01-01 00:00:00Z', (coming + 1) || '-01-01 00:00:00Z');
END $$;
