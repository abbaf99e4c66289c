-- People, contents of attachments, counts that are kept, and whether a history was rewritten. Rows of cases that the first version wrote
-- are written anew when a store is opened.

ALTER TABLE sagsflow_schema ADD COLUMN snapshot_format INTEGER DEFAULT 1 NOT NULL;

ALTER TABLE sagsflow_case ADD COLUMN rewritten BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE sagsflow_case ADD COLUMN bucket BIGINT;
DROP INDEX sagsflow_case_open;
CREATE INDEX sagsflow_case_bucket_visit ON sagsflow_case (bucket, visit_began);
CREATE INDEX sagsflow_case_bucket_members ON sagsflow_case (bucket, member_exceeded) WHERE member_exceeded IS NOT NULL;
CREATE INDEX sagsflow_case_bucket_customers ON sagsflow_case (bucket, customer_exceeded) WHERE customer_exceeded IS NOT NULL;

-- How many cases are alike, as differences that are added up: each step adds rows, and sweeps make one row of many.
CREATE TABLE sagsflow_count (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bucket BIGINT NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    priority TEXT COLLATE "C",
    tier_id TEXT COLLATE "C",
    group_id TEXT COLLATE "C",
    system_id TEXT COLLATE "C",
    cases BIGINT NOT NULL
);
INSERT INTO sagsflow_lock (name) VALUES ('counts');

CREATE TABLE sagsflow_actor (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    details TEXT NOT NULL
);

CREATE TABLE sagsflow_membership (
    group_id TEXT COLLATE "C" NOT NULL,
    actor_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (group_id, actor_id)
);
CREATE INDEX sagsflow_membership_actor ON sagsflow_membership (actor_id);

CREATE TABLE sagsflow_customer (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    details TEXT NOT NULL
);

-- Contents of attachments; what is said of them stands in the histories.
CREATE TABLE sagsflow_content (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    content BYTEA NOT NULL
);

UPDATE sagsflow_schema SET version = 2;
