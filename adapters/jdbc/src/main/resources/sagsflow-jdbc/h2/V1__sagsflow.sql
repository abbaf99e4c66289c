-- What a desk keeps, in H2 2.3 or later. Times are kept to the microsecond; ids and numbers are compared by code point.

CREATE TABLE sagsflow_schema (
    version INTEGER NOT NULL
);
INSERT INTO sagsflow_schema (version) VALUES (1);

CREATE SEQUENCE sagsflow_step_id;
CREATE SEQUENCE sagsflow_fence;
CREATE SEQUENCE sagsflow_place;

-- A case as it stands, for lists and counts: what its events say, and what its clocks say about its future.
CREATE TABLE sagsflow_case (
    case_number VARCHAR NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    tag BIGINT NOT NULL,
    snapshot_format INTEGER NOT NULL,
    registered_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    status VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    priority VARCHAR,
    impact VARCHAR,
    urgency VARCHAR,
    cause VARCHAR NOT NULL,
    category VARCHAR,
    system_id VARCHAR,
    customer VARCHAR NOT NULL,
    customer_kind VARCHAR NOT NULL,
    unit_id VARCHAR,
    tier_id VARCHAR,
    group_id VARCHAR,
    assignee VARCHAR,
    visit_began TIMESTAMP(6) WITH TIME ZONE,
    set_aside BOOLEAN NOT NULL,
    folded_subject VARCHAR NOT NULL,
    folded_description VARCHAR NOT NULL,
    agenda_due TIMESTAMP(6) WITH TIME ZONE,
    member_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    member_measure VARCHAR,
    member_target VARCHAR,
    member_exceeded TIMESTAMP(6) WITH TIME ZONE,
    customer_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    customer_measure VARCHAR,
    customer_target VARCHAR,
    customer_exceeded TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX sagsflow_case_registered ON sagsflow_case (registered_at, case_number);
CREATE INDEX sagsflow_case_changed ON sagsflow_case (changed_at DESC, registered_at, case_number);
CREATE INDEX sagsflow_case_due ON sagsflow_case (member_at, registered_at, case_number);
CREATE INDEX sagsflow_case_group ON sagsflow_case (group_id, member_at, registered_at, case_number);
CREATE INDEX sagsflow_case_customer_due ON sagsflow_case (customer, customer_at, registered_at, case_number);
CREATE INDEX sagsflow_case_assignee ON sagsflow_case (assignee);
CREATE INDEX sagsflow_case_open ON sagsflow_case (status, group_id);

-- Of what a case may have several: groups that had it or follow it up, major incidents, fields of the organisation's own.
CREATE TABLE sagsflow_case_key (
    case_number VARCHAR NOT NULL,
    key_kind VARCHAR NOT NULL,
    key_value VARCHAR NOT NULL,
    PRIMARY KEY (case_number, key_kind, key_value)
);
CREATE INDEX sagsflow_case_key_value ON sagsflow_case_key (key_kind, key_value, case_number);

CREATE TABLE sagsflow_reference (
    system_name VARCHAR NOT NULL,
    reference_id VARCHAR NOT NULL,
    case_number VARCHAR NOT NULL,
    PRIMARY KEY (system_name, reference_id)
);
CREATE INDEX sagsflow_reference_case ON sagsflow_reference (case_number);

-- What was stored at once. A step gets its place in the log after it was committed, by the first who reads the log.
CREATE TABLE sagsflow_step (
    id BIGINT NOT NULL PRIMARY KEY,
    place BIGINT,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE UNIQUE INDEX sagsflow_step_place ON sagsflow_step (place);

CREATE TABLE sagsflow_log (
    last_place BIGINT NOT NULL,
    dropped BIGINT NOT NULL
);
INSERT INTO sagsflow_log (last_place, dropped) VALUES (0, 0);

CREATE TABLE sagsflow_event (
    case_number VARCHAR NOT NULL,
    sequence BIGINT NOT NULL,
    step BIGINT NOT NULL,
    step_position INTEGER NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    event VARCHAR NOT NULL,
    PRIMARY KEY (case_number, sequence)
);
CREATE INDEX sagsflow_event_step ON sagsflow_event (step, step_position);

-- When a sweep must look at a case, and who does.
CREATE TABLE sagsflow_due (
    case_number VARCHAR NOT NULL PRIMARY KEY,
    due_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    fence BIGINT,
    claim_until TIMESTAMP(6) WITH TIME ZONE,
    claim_void TIMESTAMP(6) WITH TIME ZONE,
    failures INTEGER NOT NULL,
    last_failure VARCHAR
);
CREATE INDEX sagsflow_due_at ON sagsflow_due (due_at, case_number);

CREATE TABLE sagsflow_aside (
    case_number VARCHAR NOT NULL PRIMARY KEY,
    place BIGINT NOT NULL,
    reason VARCHAR NOT NULL
);

CREATE TABLE sagsflow_load (
    group_id VARCHAR NOT NULL,
    member_id VARCHAR NOT NULL,
    open_cases INTEGER NOT NULL,
    assignments BIGINT NOT NULL,
    latest TIMESTAMP(6) WITH TIME ZONE,
    touched BOOLEAN NOT NULL,
    PRIMARY KEY (group_id, member_id)
);

CREATE TABLE sagsflow_series (
    series VARCHAR NOT NULL PRIMARY KEY,
    last_number BIGINT NOT NULL
);

CREATE TABLE sagsflow_request (
    digest VARCHAR NOT NULL PRIMARY KEY,
    request_key VARCHAR NOT NULL,
    form INTEGER,
    fingerprint VARCHAR,
    handled_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX sagsflow_request_age ON sagsflow_request (handled_at, digest);

CREATE TABLE sagsflow_request_case (
    digest VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    case_number VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (digest, place)
);
CREATE INDEX sagsflow_request_case_number ON sagsflow_request_case (case_number);

-- What waits to be sent (state 0) and what was given up (state 1).
CREATE TABLE sagsflow_message (
    id VARCHAR NOT NULL PRIMARY KEY,
    place BIGINT NOT NULL,
    state INTEGER NOT NULL,
    lane VARCHAR NOT NULL,
    ready_from TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    held_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    delay_void TIMESTAMP(6) WITH TIME ZONE,
    not_before TIMESTAMP(6) WITH TIME ZONE,
    given_fence BIGINT,
    attempts INTEGER NOT NULL,
    last_failure VARCHAR,
    dead_place BIGINT,
    dead_since TIMESTAMP(6) WITH TIME ZONE,
    about VARCHAR,
    message_type VARCHAR NOT NULL,
    topic VARCHAR NOT NULL,
    address VARCHAR,
    language VARCHAR,
    subject VARCHAR,
    body VARCHAR NOT NULL,
    written_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    in_digest BOOLEAN NOT NULL
);
CREATE INDEX sagsflow_message_ready ON sagsflow_message (state, ready_from, place);
CREATE INDEX sagsflow_message_lane ON sagsflow_message (lane, state, place);
CREATE INDEX sagsflow_message_place ON sagsflow_message (state, place);
CREATE INDEX sagsflow_message_about ON sagsflow_message (about);
CREATE INDEX sagsflow_message_delay ON sagsflow_message (delay_void);
CREATE INDEX sagsflow_message_dead ON sagsflow_message (dead_place);

CREATE TABLE sagsflow_lane_claim (
    lane VARCHAR NOT NULL PRIMARY KEY,
    fence BIGINT NOT NULL,
    claim_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    claim_void TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX sagsflow_lane_claim_until ON sagsflow_lane_claim (claim_until);

-- Held while lanes are claimed, and while it is made sure that a case is not there.
CREATE TABLE sagsflow_lock (
    name VARCHAR NOT NULL PRIMARY KEY
);
INSERT INTO sagsflow_lock (name) VALUES ('lanes');
INSERT INTO sagsflow_lock (name) VALUES ('absent');

CREATE TABLE sagsflow_subscription (
    name VARCHAR NOT NULL PRIMARY KEY,
    place BIGINT NOT NULL,
    fence BIGINT,
    claim_until TIMESTAMP(6) WITH TIME ZONE,
    claim_void TIMESTAMP(6) WITH TIME ZONE,
    failures INTEGER NOT NULL,
    last_failure VARCHAR,
    delay_until TIMESTAMP(6) WITH TIME ZONE,
    delay_void TIMESTAMP(6) WITH TIME ZONE
);

CREATE TABLE sagsflow_parked (
    name VARCHAR NOT NULL,
    place BIGINT NOT NULL,
    reason VARCHAR NOT NULL,
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    revived BOOLEAN NOT NULL,
    PRIMARY KEY (name, place)
);

CREATE TABLE sagsflow_wish (
    person_kind VARCHAR NOT NULL,
    person VARCHAR NOT NULL,
    notification_kind VARCHAR NOT NULL,
    wish VARCHAR NOT NULL,
    PRIMARY KEY (person_kind, person, notification_kind)
);
