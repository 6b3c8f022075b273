-- The plan and what comes of it: what the citizen said to it, interventions with a place in the catalogue, goals that are measured
-- at agreed times, what does not work, messages with a receipt and the mails that tell of them, documents, and rules of deadlines as data.
-- A versioned table is changed with its history kept: earlier rows get NULL, or the default.

SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE plan
  ADD COLUMN employment_goal VARCHAR(1000) NULL COMMENT 'what the plan is for, as it was when the plan was presented' AFTER state,
  ADD COLUMN own_words TEXT NULL COMMENT 'the citizen: what I want with it' AFTER employment_goal,
  ADD COLUMN plain_words TEXT NULL COMMENT 'in plain language: the beginning of "my plan"' AFTER own_words,
  ADD COLUMN whom_to_call VARCHAR(200) NULL COMMENT 'with the number, as the citizen reads it' AFTER plain_words,
  ADD COLUMN presented_on DATE NULL AFTER whom_to_call,
  ADD COLUMN agreed_how VARCHAR(12) NULL COMMENT 'how the citizen said it' AFTER agreed_on,
  ADD COLUMN not_asked_reason VARCHAR(1000) NULL COMMENT 'why the citizen was not asked' AFTER citizens_words,
  ADD COLUMN valid_from DATE NULL COMMENT 'in force from this day' AFTER approved_on,
  ADD COLUMN valid_to DATE NULL COMMENT 'the last day' AFTER valid_from,
  ADD CONSTRAINT plan_how CHECK (agreed_how IN ('meeting', 'phone', 'video', 'letter')),
  ADD CONSTRAINT plan_valid CHECK (valid_to IS NULL OR (valid_from IS NOT NULL AND valid_to >= valid_from));

-- kind and track are the catalogue's words; NULL where an earlier row does not say.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE intervention
  ADD COLUMN kind VARCHAR(10) NULL AFTER catalogue_version_id,
  ADD COLUMN track VARCHAR(16) NULL AFTER kind,
  ADD COLUMN is_offer BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'an offer as the law means it' AFTER track,
  ADD COLUMN is_company_offer BOOLEAN NOT NULL DEFAULT FALSE COMMENT '... in a company' AFTER is_offer,
  ADD COLUMN hours_week DECIMAL(4,1) NULL AFTER is_company_offer,
  ADD COLUMN place VARCHAR(200) NULL AFTER hours_week,
  ADD COLUMN price DECIMAL(10,2) NULL COMMENT 'kroner' AFTER place,
  ADD COLUMN price_per VARCHAR(10) NULL AFTER price,
  ADD COLUMN facts TEXT NULL COMMENT 'what the provider may know besides, as agreed with the citizen' AFTER goal,
  ADD COLUMN waits_since DATETIME(6) NULL COMMENT 'proposed, and on the waiting list of its catalogue entry' AFTER state,
  ADD COLUMN ordered_on DATE NULL AFTER waits_since,
  ADD COLUMN ended_on DATE NULL COMMENT 'when it really ended, or was declined or withdrawn' AFTER started_on,
  ADD COLUMN end_told_on DATE NULL COMMENT 'when it was told that it ended, which may be long after' AFTER ended_on,
  ADD COLUMN follow_up VARCHAR(12) NULL COMMENT 'what comes after it; source: KL, FSIII' AFTER end_told_on,
  ADD COLUMN result TEXT NULL COMMENT 'what the provider says of it at the end' AFTER follow_up,
  ADD COLUMN replaces_id BIGINT NULL COMMENT 'the one in whose place it came: another provider, or adjusted' AFTER conference_id,
  ADD KEY intervention_waiting (catalogue_version_id, waits_since),
  ADD CONSTRAINT intervention_kind CHECK (kind IN ('health', 'social', 'education', 'company')),
  ADD CONSTRAINT intervention_track CHECK (track IN ('physical', 'mild-mental', 'mental-illness', 'developmental', 'social', 'abuse', 'lifestyle', 'unexplained')),
  ADD CONSTRAINT intervention_offer CHECK (is_offer OR NOT is_company_offer),
  ADD CONSTRAINT intervention_figures CHECK (COALESCE(hours_week, 1) > 0 AND COALESCE(hours_week, 1) <= 60 AND COALESCE(price, 0) >= 0),
  ADD CONSTRAINT intervention_price CHECK ((price IS NULL) = (price_per IS NULL) AND COALESCE(price_per, 'week') IN ('course', 'week', 'hour', 'session')),
  ADD CONSTRAINT intervention_waits CHECK (waits_since IS NULL OR state = 'proposed'),
  ADD CONSTRAINT intervention_ended CHECK (ended_on IS NULL OR state IN ('completed', 'stopped', 'declined', 'withdrawn')),
  ADD CONSTRAINT intervention_follow_up CHECK (follow_up IN ('continue', 'change', 'end', 'revisit')),
  ADD CONSTRAINT intervention_replaces FOREIGN KEY (replaces_id) REFERENCES intervention (id);

-- Who ran one sees it for a while after that day.
UPDATE intervention SET ended_on = DATE(ROW_START), ordered_on = DATE(created_at) WHERE state IN ('completed', 'stopped', 'declined', 'withdrawn');
UPDATE intervention SET ordered_on = DATE(created_at) WHERE state IN ('ordered', 'accepted', 'running');

-- Whoever takes, gives back or counts places of an entry changes this row first (as course_turn): the last one is given once.
CREATE TABLE catalogue_turn (
  entry_id BIGINT NOT NULL,
  n        BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (entry_id),
  CONSTRAINT catalogue_turn_of FOREIGN KEY (entry_id) REFERENCES catalogue_entry (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- The citizen did not come: told the same day, and the plan stays as it is.
CREATE TABLE intervention_absence (
  course_id       BIGINT        NOT NULL,
  id              BIGINT        NOT NULL AUTO_INCREMENT,
  intervention_id BIGINT        NOT NULL,
  from_on         DATE          NOT NULL,
  to_on           DATE          NULL COMMENT 'NULL: only that day',
  kind            VARCHAR(12)   NOT NULL,
  note            VARCHAR(1000) NULL,
  state           VARCHAR(8)    NOT NULL DEFAULT 'told',
  uid             VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
  created_at      DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by      VARCHAR(64)   NOT NULL,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY intervention_absence_id (id),
  KEY intervention_absence_of (intervention_id, from_on),
  CONSTRAINT intervention_absence_of FOREIGN KEY (intervention_id) REFERENCES intervention (id),
  CONSTRAINT intervention_absence_staff FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT intervention_absence_kind CHECK (kind IN ('ill', 'agreed', 'not-told', 'other')),
  CONSTRAINT intervention_absence_state CHECK (state IN ('told', 'wrong')),
  CONSTRAINT intervention_absence_dates CHECK (to_on >= from_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- The bank: an entry is known by its first version's id.  A published version never changes.  A course's own question is in no bank.
ALTER TABLE progress_question
  ADD COLUMN entry_id BIGINT NULL COMMENT 'the first version''s id; NULL: this is the first' AFTER id,
  ADD COLUMN version INT NOT NULL DEFAULT 1 AFTER entry_id,
  ADD COLUMN state VARCHAR(10) NOT NULL DEFAULT 'published' AFTER version,
  ADD COLUMN course_id BIGINT NULL COMMENT 'worded for one course only' AFTER department_id,
  ADD COLUMN proposed_by VARCHAR(64) COLLATE utf8mb4_bin NULL AFTER course_id,
  ADD COLUMN proposed_at DATETIME NULL AFTER proposed_by,
  ADD COLUMN decided_by VARCHAR(64) COLLATE utf8mb4_bin NULL AFTER proposed_at,
  ADD COLUMN decided_reason VARCHAR(400) NULL COMMENT 'why a proposal was refused' AFTER decided_by,
  ADD COLUMN revision INT NOT NULL DEFAULT 1,
  ADD KEY progress_question_entry (entry_id, version),
  ADD KEY progress_question_course (course_id),
  ADD CONSTRAINT progress_question_of_entry FOREIGN KEY (entry_id) REFERENCES progress_question (id),
  ADD CONSTRAINT progress_question_of_course FOREIGN KEY (course_id) REFERENCES course (id),
  ADD CONSTRAINT progress_question_state CHECK (state IN ('proposed', 'published', 'refused', 'retired', 'own')),
  ADD CONSTRAINT progress_question_own CHECK ((state = 'own') = (course_id IS NOT NULL));

-- What is measured of an intervention: chosen, or worded, by provider and citizen.  Changing it ends this one and begins another.
CREATE TABLE progress_goal (
  course_id       BIGINT      NOT NULL,
  intervention_id BIGINT      NOT NULL,
  question_id     BIGINT      NOT NULL,
  direction       VARCHAR(10) NOT NULL DEFAULT 'develop' COMMENT 'source: KL, FFB',
  measure         VARCHAR(4)  NOT NULL DEFAULT 'nrs',
  target          INT         NULL COMMENT 'the value that is hoped for',
  weight          INT         NOT NULL DEFAULT 1,
  chosen_on       DATE        NOT NULL,
  ended_on        DATE        NULL,
  ended_reason    VARCHAR(400) NULL,
  created_at      DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by      VARCHAR(64) NOT NULL,
  revision        INT         NOT NULL DEFAULT 1,
  PRIMARY KEY (course_id, intervention_id, question_id),
  KEY progress_goal_of (intervention_id),
  KEY progress_goal_question (question_id),
  CONSTRAINT progress_goal_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT progress_goal_of FOREIGN KEY (intervention_id) REFERENCES intervention (id),
  CONSTRAINT progress_goal_question FOREIGN KEY (question_id) REFERENCES progress_question (id),
  CONSTRAINT progress_goal_direction CHECK (direction IN ('develop', 'maintain', 'limit-loss')),
  CONSTRAINT progress_goal_measure CHECK (measure IN ('nrs', 'psfs', 'gas')),
  CONSTRAINT progress_goal_figures CHECK (COALESCE(target, 0) BETWEEN 0 AND 10 AND weight BETWEEN 1 AND 3)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

INSERT INTO progress_goal (course_id, intervention_id, question_id, chosen_on, changed_by)
  SELECT m.course_id, m.intervention_id, m.question_id, MIN(DATE(m.measured_at)), MIN(m.changed_by) FROM measurement m
  GROUP BY m.course_id, m.intervention_id, m.question_id;

-- When an intervention is measured: round n is due at first_due_on + (n - first_round) * interval_weeks weeks, by the schedule with the
-- greatest first_round up to n.  Who changes the interval adds a row for the rounds to come.
CREATE TABLE measurement_schedule (
  course_id       BIGINT      NOT NULL,
  intervention_id BIGINT      NOT NULL,
  first_round     INT         NOT NULL,
  first_due_on    DATE        NOT NULL,
  interval_weeks  INT         NOT NULL,
  created_at      DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by      VARCHAR(64) NOT NULL,
  PRIMARY KEY (course_id, intervention_id, first_round),
  KEY measurement_schedule_of (intervention_id),
  CONSTRAINT measurement_schedule_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT measurement_schedule_of FOREIGN KEY (intervention_id) REFERENCES intervention (id),
  CONSTRAINT measurement_schedule_figures CHECK (first_round >= 1 AND interval_weeks BETWEEN 1 AND 26)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Rounds that were counted, not agreed, have no days: what runs goes on with the next one.
INSERT INTO measurement_schedule (course_id, intervention_id, first_round, first_due_on, interval_weeks, changed_by)
  SELECT i.course_id, i.id, COALESCE(m.last_round, 0) + 1, IF(m.last_round IS NULL, i.first_measurement_on,
    GREATEST(i.first_measurement_on, m.last_on + INTERVAL 4 WEEK, CURRENT_DATE)), 4, i.changed_by
  FROM intervention i LEFT JOIN (SELECT intervention_id, MAX(round) AS last_round, DATE(MAX(measured_at)) AS last_on FROM measurement
    GROUP BY intervention_id) m ON m.intervention_id = i.id
  WHERE i.state IN ('accepted', 'running') OR (i.state IN ('completed', 'stopped') AND m.last_round IS NULL);

-- A wrong value is corrected by adding one for the same round; the last correction counts.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE measurement
  ADD COLUMN correction INT NOT NULL DEFAULT 0 COMMENT '0: the first; the greatest counts' AFTER measured_by,
  ADD COLUMN correction_reason VARCHAR(400) NULL AFTER comment,
  DROP KEY measurement_round,
  ADD UNIQUE KEY measurement_round (intervention_id, question_id, measured_by, round, correction),
  ADD CONSTRAINT measurement_corrects CHECK ((correction = 0) = (correction_reason IS NULL));

-- How near the course is to its employment goal, as the caseworker sees it.
CREATE TABLE employment_measurement (
  course_id         BIGINT        NOT NULL,
  id                BIGINT        NOT NULL AUTO_INCREMENT,
  employment_goal   VARCHAR(1000) NOT NULL COMMENT 'as it was that day',
  value             INT           NULL,
  not_possible      VARCHAR(200)  NULL,
  comment           TEXT          NULL,
  measured_on       DATE          NOT NULL,
  corrects_id       BIGINT        NULL COMMENT 'the earlier one that this stands for',
  correction_reason VARCHAR(400)  NULL,
  uid               VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
  created_at        DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by        VARCHAR(64)   NOT NULL,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY employment_measurement_id (id),
  UNIQUE KEY employment_measurement_corrects (corrects_id),
  CONSTRAINT employment_measurement_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT employment_measurement_staff FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT employment_measurement_earlier FOREIGN KEY (corrects_id) REFERENCES employment_measurement (id),
  CONSTRAINT employment_measurement_value CHECK (value BETWEEN 0 AND 10),
  CONSTRAINT employment_measurement_given CHECK ((value IS NULL) <> (not_possible IS NULL)),
  CONSTRAINT employment_measurement_why CHECK ((corrects_id IS NULL) = (correction_reason IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- When an intervention does not work: by catalogue entry (NULL: for all that have no rule of their own), by date.
CREATE TABLE stop_rule (
  id              BIGINT      NOT NULL AUTO_INCREMENT,
  entry_id        BIGINT      NULL,
  no_progress     INT         NOT NULL COMMENT 'so many measurements without noticeable progress',
  distance        INT         NOT NULL COMMENT 'citizen and provider so far apart',
  missed          INT         NOT NULL COMMENT 'so many missed',
  longer_percent  INT         NOT NULL COMMENT 'longer than the usual weeks by so much',
  valid_from      DATE        NOT NULL,
  valid_to        DATE        NULL COMMENT 'the last day',
  revision        INT         NOT NULL DEFAULT 1,
  scope           BIGINT      AS (COALESCE(entry_id, 0)) VIRTUAL,
  PRIMARY KEY (id),
  UNIQUE KEY stop_rule_from (scope, valid_from),
  KEY stop_rule_of (entry_id),
  CONSTRAINT stop_rule_entry FOREIGN KEY (entry_id) REFERENCES catalogue_entry (id),
  CONSTRAINT stop_rule_figures CHECK (no_progress BETWEEN 2 AND 20 AND distance BETWEEN 1 AND 10 AND missed BETWEEN 1 AND 20 AND longer_percent BETWEEN 0 AND 400),
  CONSTRAINT stop_rule_dates CHECK (valid_to >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- Source: our own assumption, to be set by the municipality.
INSERT INTO stop_rule (entry_id, no_progress, distance, missed, longer_percent, valid_from) VALUES (NULL, 3, 3, 2, 25, '2015-09-01');

-- What does not work waits for a decision: go on with a reason, adjust, or stop.  at_round: what was known when it was raised.
CREATE TABLE stop_task (
  course_id       BIGINT        NOT NULL,
  id              BIGINT        NOT NULL AUTO_INCREMENT,
  intervention_id BIGINT        NOT NULL,
  question_id     BIGINT        NULL COMMENT 'the goal that it is about; NULL: the intervention as a whole',
  cause           VARCHAR(12)   NOT NULL,
  at_round        INT           NOT NULL,
  figure          INT           NOT NULL COMMENT 'measurements, points, missed ones or weeks: as the cause has it',
  words           VARCHAR(1000) NULL COMMENT 'the provider: why, where that is who proposed it',
  raised_on       DATE          NOT NULL,
  answer          VARCHAR(8)    NULL,
  answer_reason   VARCHAR(1000) NULL,
  answered_by     VARCHAR(64)   COLLATE utf8mb4_bin NULL,
  answered_on     DATE          NULL,
  changed_by      VARCHAR(64)   NOT NULL,
  revision        INT           NOT NULL DEFAULT 1,
  about           BIGINT        AS (COALESCE(question_id, 0)) VIRTUAL,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY stop_task_id (id),
  UNIQUE KEY stop_task_once (intervention_id, cause, about, at_round),
  KEY stop_task_open (answered_on, course_id),
  CONSTRAINT stop_task_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT stop_task_of FOREIGN KEY (intervention_id) REFERENCES intervention (id),
  CONSTRAINT stop_task_cause CHECK (cause IN ('no-progress', 'distance', 'missed', 'longer', 'proposed')),
  CONSTRAINT stop_task_words CHECK ((cause = 'proposed') = (words IS NOT NULL)),
  CONSTRAINT stop_task_answer CHECK ((answer IS NULL) = (answered_on IS NULL) AND COALESCE(answer, 'stop') IN ('go-on', 'adjust', 'stop', 'ended'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- A message may ask for a receipt, answer another one, be about one intervention (whose provider sees no more of the course), or about
-- no course at all.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE message
  DROP PRIMARY KEY,
  DROP KEY message_id,
  MODIFY COLUMN course_id BIGINT NULL,
  ADD PRIMARY KEY (id),
  ADD KEY message_of (course_id, id),
  ADD COLUMN from_uid VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'who wrote it; NULL: changed_by of its first version, or Samspil' AFTER id,
  ADD COLUMN intervention_id BIGINT NULL AFTER kind,
  ADD COLUMN subject VARCHAR(200) NULL AFTER intervention_id,
  ADD COLUMN answers_id BIGINT NULL COMMENT 'the message that it answers' AFTER path,
  ADD COLUMN wants_receipt BOOLEAN NOT NULL DEFAULT FALSE AFTER sent_at,
  ADD COLUMN receipted_at DATETIME NULL COMMENT 'the receiver says: I have understood' AFTER read_at,
  ADD KEY message_from (from_uid, sent_at),
  ADD CONSTRAINT message_from_staff FOREIGN KEY (from_uid) REFERENCES staff (uid),
  ADD CONSTRAINT message_about FOREIGN KEY (intervention_id) REFERENCES intervention (id),
  ADD CONSTRAINT message_answers FOREIGN KEY (answers_id) REFERENCES message (id);

ALTER TABLE staff
  ADD COLUMN email VARCHAR(254) NULL COMMENT 'the directory''s, at sign-in';

-- A mail says only that something waits.  A row is written with what it tells of; samspil-notify makes one mail of all that wait for a
-- person, so that nobody who writes waits for another one.
CREATE TABLE outbox (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  uid        VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL COMMENT 'to whom; the address is looked up when it is sent',
  created_at DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  try_at     DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'not before',
  tries      INT          NOT NULL DEFAULT 0,
  sent_at    DATETIME     NULL,
  given_up   BOOLEAN      NOT NULL DEFAULT FALSE,
  error      VARCHAR(200) NULL COMMENT 'what the relay said last; no address in it',
  PRIMARY KEY (id),
  KEY outbox_due (sent_at, given_up, try_at),
  KEY outbox_of (uid, sent_at),
  CONSTRAINT outbox_to FOREIGN KEY (uid) REFERENCES staff (uid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- What somebody was reminded of, so that it is said once.
CREATE TABLE reminder (
  uid  VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  kind VARCHAR(40) NOT NULL,
  what VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which: an id, a round',
  at   DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (uid, kind, what),
  CONSTRAINT reminder_of FOREIGN KEY (uid) REFERENCES staff (uid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- A document of a course.  Its bytes stand beside it, in parts, and never change; a wrong one is marked and hidden, not removed.
CREATE TABLE document (
  course_id       BIGINT       NOT NULL,
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  intervention_id BIGINT       NULL COMMENT 'its provider may see it',
  kind            VARCHAR(20)  NOT NULL,
  title           VARCHAR(200) NOT NULL,
  file_name       VARCHAR(200) NOT NULL COMMENT 'as it may be shown and saved',
  media_type      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what its bytes say',
  size            BIGINT       NOT NULL,
  sha256          CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source          VARCHAR(200) NULL COMMENT 'from whom',
  received_on     DATE         NOT NULL,
  journal_ref     VARCHAR(60)  NULL,
  is_sensitive    BOOLEAN      NOT NULL DEFAULT FALSE,
  state           VARCHAR(10)  NOT NULL DEFAULT 'draft',
  state_reason    VARCHAR(400) NULL,
  scan            VARCHAR(10)  NOT NULL,
  scan_found      VARCHAR(120) NULL,
  scanned_at      DATETIME     NULL,
  uid             VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  created_at      DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by      VARCHAR(64)  NOT NULL,
  revision        INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY document_id (id),
  KEY document_scan (scan),
  KEY document_same (course_id, sha256),
  CONSTRAINT document_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT document_about FOREIGN KEY (intervention_id) REFERENCES intervention (id),
  CONSTRAINT document_staff FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT document_state CHECK (state IN ('draft', 'final', 'wrong')),
  CONSTRAINT document_wrong CHECK (state <> 'wrong' OR state_reason IS NOT NULL),
  CONSTRAINT document_scan CHECK (scan IN ('clean', 'not-asked', 'waiting', 'infected')),
  CONSTRAINT document_size CHECK (size > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Only a draft is changed; afterwards it may become wrong, be given to a provider, or be found to be sensitive or infected.
CREATE TRIGGER document_stays BEFORE UPDATE ON document FOR EACH ROW
  SET NEW.kind = IF(OLD.state = 'draft', NEW.kind, OLD.kind), NEW.title = IF(OLD.state = 'draft', NEW.title, OLD.title),
    NEW.source = IF(OLD.state = 'draft', NEW.source, OLD.source),
    NEW.received_on = IF(OLD.state = 'draft', NEW.received_on, OLD.received_on),
    NEW.journal_ref = IF(OLD.state = 'draft', NEW.journal_ref, OLD.journal_ref),
    NEW.state = CASE OLD.state WHEN 'draft' THEN NEW.state WHEN 'final' THEN IF(NEW.state = 'wrong', 'wrong', 'final') ELSE OLD.state END,
    NEW.state_reason = IF(OLD.state = 'wrong', OLD.state_reason, NEW.state_reason),
    NEW.file_name = OLD.file_name, NEW.media_type = OLD.media_type, NEW.size = OLD.size, NEW.sha256 = OLD.sha256, NEW.uid = OLD.uid,
    NEW.created_at = OLD.created_at;

CREATE TRIGGER document_goes_not BEFORE DELETE ON document FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a document is marked as wrong, never removed';

CREATE TABLE document_part (
  document_id BIGINT     NOT NULL,
  ordinal     INT        NOT NULL,
  bytes       MEDIUMBLOB NOT NULL,
  PRIMARY KEY (document_id, ordinal),
  CONSTRAINT document_part_of FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TRIGGER document_part_stays BEFORE UPDATE ON document_part FOR EACH ROW
  SET NEW.document_id = OLD.document_id, NEW.ordinal = OLD.ordinal, NEW.bytes = OLD.bytes;

CREATE TRIGGER document_part_goes_not BEFORE DELETE ON document_part FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the bytes of a document are never removed';

-- A deadline that follows from a rule: n units after an event, by date.  A course keeps the rule that it was begun with.
CREATE TABLE deadline_rule (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  kind         VARCHAR(40)  NOT NULL COMMENT 'of the deadline that it opens',
  event        VARCHAR(20)  NOT NULL COMMENT 'what it counts from',
  benefit_type VARCHAR(40)  NULL COMMENT 'of the citizen on that day, or now where that is later; NULL: any',
  target_group VARCHAR(40)  NULL COMMENT 'of the course''s frame; NULL: any',
  n            INT          NOT NULL,
  unit         VARCHAR(8)   NOT NULL,
  by_end_of    VARCHAR(6)   NULL COMMENT 'of so many weeks the last day, else on to the end of that week or month: rule/deadline.h',
  repeats      BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'the next one counts from when this was done',
  rests        BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'while the course is paused it does not run',
  law          VARCHAR(200) NOT NULL,
  valid_from   DATE         NOT NULL,
  valid_to     DATE         NULL COMMENT 'the last day',
  revision     INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY deadline_rule_event (event, valid_from),
  CONSTRAINT deadline_rule_event CHECK (event IN ('first-absence', 'benefit-start', 'course-opened', 'conference-held', 'plan-agreed', 'follow-up-held', 'asked-early')),
  CONSTRAINT deadline_rule_unit CHECK (unit IN ('day', 'week', 'month', 'workday')),
  CONSTRAINT deadline_rule_end CHECK (by_end_of IN ('week', 'month')),
  CONSTRAINT deadline_rule_n CHECK (n BETWEEN 0 AND 400),
  CONSTRAINT deadline_rule_dates CHECK (valid_to >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE deadline
  ADD COLUMN rule_id BIGINT NULL COMMENT 'NULL: a person set it, or it came by what it belongs to' AFTER kind,
  ADD COLUMN rests_since DATE NULL COMMENT 'the course is paused, and the rule lets it rest' AFTER ended_reason,
  ADD CONSTRAINT deadline_by_rule FOREIGN KEY (rule_id) REFERENCES deadline_rule (id);

ALTER TABLE rule_change
  DROP CONSTRAINT rule_change_kind,
  ADD CONSTRAINT rule_change_kind CHECK (rule IN ('frame', 'target-group', 'category', 'benefit', 'deadline', 'stop', 'question'));
