-- Counts know on which day, from 1970 on in UTC, a limit is used up: what lies before today is added up, and only today's are looked at.

ALTER TABLE sagsflow_count ADD COLUMN member_day BIGINT;
ALTER TABLE sagsflow_count ADD COLUMN customer_day BIGINT;

-- Days before this one are no longer told apart, and rows up to this id were added up.
CREATE TABLE sagsflow_counted (
    before_day BIGINT NOT NULL,
    last_id BIGINT NOT NULL
);
INSERT INTO sagsflow_counted (before_day, last_id) VALUES (-9223372036854775807, 0);

INSERT INTO sagsflow_count (bucket, status, kind, priority, tier_id, group_id, system_id, member_day, customer_day, cases)
    SELECT k.bucket, k.status, k.kind, k.priority, k.tier_id, k.group_id, k.system_id, d.member_day, d.customer_day, d.cases
    FROM (
        SELECT bucket, CAST(FLOOR(EXTRACT(EPOCH FROM member_exceeded) / 86400) AS BIGINT) AS member_day,
            CAST(FLOOR(EXTRACT(EPOCH FROM customer_exceeded) / 86400) AS BIGINT) AS customer_day, COUNT(*) AS cases
        FROM sagsflow_case
        WHERE bucket IS NOT NULL AND (member_exceeded IS NOT NULL OR customer_exceeded IS NOT NULL)
        GROUP BY bucket, CAST(FLOOR(EXTRACT(EPOCH FROM member_exceeded) / 86400) AS BIGINT),
            CAST(FLOOR(EXTRACT(EPOCH FROM customer_exceeded) / 86400) AS BIGINT)
    ) d
    JOIN (SELECT DISTINCT bucket, status, kind, priority, tier_id, group_id, system_id FROM sagsflow_count WHERE member_day IS NULL AND customer_day IS NULL) k
        ON k.bucket = d.bucket;

INSERT INTO sagsflow_count (bucket, status, kind, priority, tier_id, group_id, system_id, member_day, customer_day, cases)
    SELECT k.bucket, k.status, k.kind, k.priority, k.tier_id, k.group_id, k.system_id, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), -d.cases
    FROM (
        SELECT bucket, CAST(FLOOR(EXTRACT(EPOCH FROM member_exceeded) / 86400) AS BIGINT) AS member_day,
            CAST(FLOOR(EXTRACT(EPOCH FROM customer_exceeded) / 86400) AS BIGINT) AS customer_day, COUNT(*) AS cases
        FROM sagsflow_case
        WHERE bucket IS NOT NULL AND (member_exceeded IS NOT NULL OR customer_exceeded IS NOT NULL)
        GROUP BY bucket, CAST(FLOOR(EXTRACT(EPOCH FROM member_exceeded) / 86400) AS BIGINT),
            CAST(FLOOR(EXTRACT(EPOCH FROM customer_exceeded) / 86400) AS BIGINT)
    ) d
    JOIN (SELECT DISTINCT bucket, status, kind, priority, tier_id, group_id, system_id FROM sagsflow_count WHERE member_day IS NULL AND customer_day IS NULL) k
        ON k.bucket = d.bucket;

UPDATE sagsflow_schema SET version = 4;
