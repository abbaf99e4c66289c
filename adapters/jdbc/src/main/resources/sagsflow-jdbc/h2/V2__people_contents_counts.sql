-- People, contents of attachments, counts that are kept, and whether a history was rewritten. Rows of cases that the first version wrote
-- are written anew when a store is opened.

ALTER TABLE sagsflow_schema ADD COLUMN snapshot_format INTEGER DEFAULT 1 NOT NULL;

ALTER TABLE sagsflow_case ADD COLUMN rewritten BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE sagsflow_case ADD COLUMN bucket BIGINT;
DROP INDEX sagsflow_case_open;
CREATE INDEX sagsflow_case_bucket_visit ON sagsflow_case (bucket, visit_began);
CREATE INDEX sagsflow_case_bucket_members ON sagsflow_case (bucket, member_exceeded);
CREATE INDEX sagsflow_case_bucket_customers ON sagsflow_case (bucket, customer_exceeded);

-- How many cases are alike, as differences that are added up: each step adds rows, and sweeps make one row of many.
CREATE TABLE sagsflow_count (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bucket BIGINT NOT NULL,
    status VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    priority VARCHAR,
    tier_id VARCHAR,
    group_id VARCHAR,
    system_id VARCHAR,
    cases BIGINT NOT NULL
);
INSERT INTO sagsflow_lock (name) VALUES ('counts');

CREATE TABLE sagsflow_actor (
    id VARCHAR NOT NULL PRIMARY KEY,
    details VARCHAR NOT NULL
);

CREATE TABLE sagsflow_membership (
    group_id VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    PRIMARY KEY (group_id, actor_id)
);
CREATE INDEX sagsflow_membership_actor ON sagsflow_membership (actor_id);

CREATE TABLE sagsflow_customer (
    id VARCHAR NOT NULL PRIMARY KEY,
    details VARCHAR NOT NULL
);

-- Contents of attachments; what is said of them stands in the histories.
CREATE TABLE sagsflow_content (
    id VARCHAR NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    digest VARCHAR NOT NULL,
    content BINARY LARGE OBJECT NOT NULL
);

UPDATE sagsflow_schema SET version = 2;
