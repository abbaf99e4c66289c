-- What happened to the knowledge of the organisation: histories of its records, and one log over all. As in the log of cases, a step has
-- no place until somebody reads the log.

CREATE SEQUENCE sagsflow_knowledge_step_id;

CREATE TABLE sagsflow_knowledge_step (
    id BIGINT NOT NULL PRIMARY KEY,
    place BIGINT
);
CREATE UNIQUE INDEX sagsflow_knowledge_step_place ON sagsflow_knowledge_step (place);

CREATE TABLE sagsflow_knowledge_log (
    last_place BIGINT NOT NULL
);
INSERT INTO sagsflow_knowledge_log (last_place) VALUES (0);

CREATE TABLE sagsflow_knowledge_event (
    record VARCHAR NOT NULL,
    sequence BIGINT NOT NULL,
    step BIGINT NOT NULL,
    step_position INTEGER NOT NULL,
    event VARCHAR NOT NULL,
    PRIMARY KEY (record, sequence)
);
CREATE INDEX sagsflow_knowledge_event_step ON sagsflow_knowledge_event (step, step_position);

UPDATE sagsflow_schema SET version = 3;
