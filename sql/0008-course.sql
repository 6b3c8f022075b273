-- The course whole: why it stands where it stands, who stands in for whom, the days of analysis, what was said about what, the
-- conference, and the catalogue.  A versioned table is changed with its history kept: earlier rows get NULL, or the default.

SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE course
  ADD COLUMN referrer_actor VARCHAR(200) NULL COMMENT 'the organisation that referred the citizen' AFTER referral,
  ADD COLUMN referrer_name VARCHAR(200) NULL AFTER referrer_actor,
  ADD COLUMN screening_note VARCHAR(1000) NULL COMMENT 'why there is no screening' AFTER screening_id,
  ADD COLUMN returns_on DATE NULL COMMENT 'paused: when it is expected to go on' AFTER state_reason;

-- Somebody who works here (uid), or somebody outside (name): the doctor, the employer, a companion.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE course_contact
  MODIFY COLUMN uid VARCHAR(64) COLLATE utf8mb4_bin NULL,
  ADD COLUMN name VARCHAR(200) NULL COMMENT 'of one who has no uid' AFTER uid,
  ADD COLUMN organisation VARCHAR(200) NULL AFTER name,
  ADD COLUMN phone VARCHAR(20) NULL AFTER organisation,
  ADD COLUMN email VARCHAR(200) NULL AFTER phone,
  DROP CONSTRAINT course_contact_in_role,
  ADD CONSTRAINT course_contact_in_role CHECK (role IN ('caseworker', 'co-caseworker', 'psychologist', 'physiotherapist', 'nurse', 'other',
    'provider', 'adviser', 'mentor', 'doctor', 'employer', 'companion', 'representative', 'guardian', 'interpreter')),
  ADD CONSTRAINT course_contact_who CHECK ((uid IS NULL) <> (name IS NULL));

-- Also without a questionnaire: of the course itself, where somebody wrote why there is none.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE risk_assessment
  MODIFY COLUMN screening_id BIGINT NULL,
  ADD COLUMN course_id BIGINT NULL AFTER screening_id,
  ADD KEY risk_assessment_course (course_id, id),
  ADD CONSTRAINT risk_assessment_of_course FOREIGN KEY (course_id) REFERENCES course (id),
  ADD CONSTRAINT risk_assessment_of_one CHECK ((screening_id IS NULL) <> (course_id IS NULL));

-- A plan that the citizen does not agree on comes into force by a leader's approval only.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE plan
  ADD COLUMN approved_by VARCHAR(64) COLLATE utf8mb4_bin NULL AFTER citizens_words,
  ADD COLUMN approved_on DATE NULL AFTER approved_by,
  ADD CONSTRAINT plan_approved CHECK ((approved_by IS NULL) = (approved_on IS NULL));

-- How it ended (done_on is the day that it did): NULL means done.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE deadline
  ADD COLUMN counts_from DATE NULL COMMENT 'the day that the rule counts from' AFTER due_on,
  ADD COLUMN moved_reason VARCHAR(400) NULL COMMENT 'why it is not when the law has it' AFTER law,
  ADD COLUMN ended_as VARCHAR(10) NULL AFTER done_on,
  ADD COLUMN ended_reason VARCHAR(400) NULL AFTER ended_as,
  ADD CONSTRAINT deadline_ended_as CHECK (ended_as IS NULL OR (ended_as IN ('done', 'waived', 'cancelled') AND done_on IS NOT NULL));

-- Whoever changes a course changes this row first: who waited for it meanwhile begins anew, and sees what came of that.
CREATE TABLE course_turn (
  course_id BIGINT NOT NULL,
  n         BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (course_id),
  CONSTRAINT course_turn_of FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- One caseworker to another: what the versions of the course do not say is why.
CREATE TABLE course_handover (
  course_id       BIGINT       NOT NULL,
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  from_uid        VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  to_uid          VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  from_department VARCHAR(40)  NOT NULL,
  to_department   VARCHAR(40)  NOT NULL,
  reason          VARCHAR(1000) NOT NULL,
  created_at      DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by      VARCHAR(64)  NOT NULL,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY course_handover_id (id),
  KEY course_handover_to (to_uid, created_at),
  CONSTRAINT course_handover_of FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT course_handover_from FOREIGN KEY (from_uid) REFERENCES staff (uid),
  CONSTRAINT course_handover_to FOREIGN KEY (to_uid) REFERENCES staff (uid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- While somebody is away another sees and does what he would.  Why is nobody's business: it is not kept.
CREATE TABLE staff_absence (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  uid        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  deputy_uid VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  from_on    DATE        NOT NULL,
  to_on      DATE        NOT NULL COMMENT 'the last day',
  created_at DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by VARCHAR(64) NOT NULL,
  revision   INT         NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY staff_absence_deputy (deputy_uid, to_on),
  KEY staff_absence_of (uid, to_on),
  CONSTRAINT staff_absence_staff FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT staff_absence_deputy FOREIGN KEY (deputy_uid) REFERENCES staff (uid),
  CONSTRAINT staff_absence_other CHECK (deputy_uid <> uid),
  CONSTRAINT staff_absence_dates CHECK (to_on >= from_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- A search that somebody makes often.  No case stands in it: a query of names and numbers is refused.
CREATE TABLE saved_filter (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  uid        VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  list       VARCHAR(40)  NOT NULL,
  name       VARCHAR(80)  NOT NULL,
  query      VARCHAR(400) NOT NULL COMMENT 'as it stands in the address',
  created_at DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  UNIQUE KEY saved_filter_name (uid, list, name),
  CONSTRAINT saved_filter_staff FOREIGN KEY (uid) REFERENCES staff (uid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- What is typed in a long form, until it is sent.  One's own; nobody else reads it.
CREATE TABLE form_draft (
  uid      VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  path     VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the form, without the base path',
  field    VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
  value    MEDIUMTEXT   NULL COMMENT 'NULL: it was emptied',
  saved_at DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (path, uid, field),
  KEY form_draft_author (uid),
  KEY form_draft_saved (saved_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

INSERT INTO form_draft (uid, path, field, value, saved_at)
  SELECT uid, CONCAT('/triage/', screening_id), field, value, saved_at FROM triage_draft;
DROP TABLE triage_draft;

-- A note that is not signed is a draft like any other; its versions stay.
INSERT IGNORE INTO form_draft (uid, path, field, value)
  SELECT n.uid, CONCAT('/plan/', n.course_id, '/notes'), f.field, IF(f.field = 'limitation', n.limitation, n.suggestion)
  FROM professional_note n JOIN (SELECT 'limitation' AS field UNION ALL SELECT 'suggestion') f
  WHERE n.state = 'draft' ORDER BY n.id DESC;
DELETE FROM professional_note WHERE state = 'draft';

-- A value that a system of records gave stays beside the one that a person put in its place.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE background_value
  ADD COLUMN imported TEXT NULL COMMENT 'what the system of records says' AFTER told_on,
  ADD COLUMN imported_from VARCHAR(40) NULL COMMENT 'which one' AFTER imported,
  ADD COLUMN imported_on DATE NULL AFTER imported_from,
  ADD CONSTRAINT background_value_imported CHECK ((imported IS NULL) = (imported_from IS NULL) AND (imported IS NULL) = (imported_on IS NULL));

-- A day of analysis: the team stays, the citizens go round.
CREATE TABLE assessment_day (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  department_id VARCHAR(40)  NOT NULL,
  held_on       DATE         NOT NULL COMMENT 'in Denmark',
  starts_at     TIME         NOT NULL COMMENT 'in Denmark',
  slot_minutes  INT          NOT NULL,
  pause_minutes INT          NOT NULL DEFAULT 0 COMMENT 'between two slots',
  break_after   INT          NULL COMMENT 'after so many slots the pause is a longer one',
  break_minutes INT          NULL COMMENT 'in place of pause_minutes',
  place         VARCHAR(200) NOT NULL,
  conference_on DATE         NULL,
  conference_at TIME         NULL,
  note          TEXT         NULL COMMENT 'for the team; about no citizen',
  state         VARCHAR(10)  NOT NULL DEFAULT 'planned',
  state_reason  VARCHAR(400) NULL COMMENT 'why it was cancelled',
  created_by    VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  created_at    DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by    VARCHAR(64)  NOT NULL,
  revision      INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY assessment_day_on (held_on),
  KEY assessment_day_department (department_id, held_on),
  CONSTRAINT assessment_day_in FOREIGN KEY (department_id) REFERENCES department (id),
  CONSTRAINT assessment_day_state CHECK (state IN ('planned', 'cancelled')),
  CONSTRAINT assessment_day_minutes CHECK (slot_minutes BETWEEN 5 AND 240 AND pause_minutes BETWEEN 0 AND 120),
  CONSTRAINT assessment_day_break CHECK ((break_after IS NULL) = (break_minutes IS NULL)
    AND (break_after IS NULL OR (break_after BETWEEN 1 AND 63 AND break_minutes BETWEEN 1 AND 240))),
  CONSTRAINT assessment_day_conference CHECK (conference_on > held_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE assessment_member (
  day_id     BIGINT      NOT NULL,
  ordinal    INT         NOT NULL COMMENT 'from 0: the column of the rotation',
  uid        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  profession VARCHAR(20) NOT NULL,
  room       VARCHAR(80) NULL,
  changed_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (day_id, ordinal),
  UNIQUE KEY assessment_member_once (day_id, uid),
  KEY assessment_member_uid (uid),
  CONSTRAINT assessment_member_of FOREIGN KEY (day_id) REFERENCES assessment_day (id),
  CONSTRAINT assessment_member_staff FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT assessment_member_by CHECK (profession IN ('caseworker', 'psychologist', 'physiotherapist', 'nurse', 'other'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE assessment_citizen (
  day_id      BIGINT       NOT NULL,
  ordinal     INT          NOT NULL COMMENT 'from 0: the row of the rotation',
  course_id   BIGINT       NOT NULL,
  interpreter BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'each talk takes two slots',
  state       VARCHAR(10)  NOT NULL DEFAULT 'booked',
  reason      VARCHAR(400) NULL,
  changed_by  VARCHAR(64)  NOT NULL,
  PRIMARY KEY (day_id, ordinal),
  UNIQUE KEY assessment_citizen_once (day_id, course_id),
  KEY assessment_citizen_course (course_id),
  CONSTRAINT assessment_citizen_of FOREIGN KEY (day_id) REFERENCES assessment_day (id),
  CONSTRAINT assessment_citizen_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT assessment_citizen_state CHECK (state IN ('booked', 'cancelled', 'no-show'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Who takes part in a course for a day's sake does so no longer than there is a day.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE course_contact
  ADD COLUMN day_id BIGINT NULL COMMENT 'the day of analysis that this is for' AFTER to_on,
  ADD CONSTRAINT course_contact_day FOREIGN KEY (day_id) REFERENCES assessment_day (id);

-- A talk.  It keeps its time, whatever happens to others.
CREATE TABLE assessment_appointment (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  day_id       BIGINT       NOT NULL,
  course_id    BIGINT       NOT NULL,
  uid          VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  profession   VARCHAR(20)  NOT NULL,
  slot         INT          NOT NULL COMMENT 'from 0',
  slots        INT          NOT NULL DEFAULT 1,
  starts_at    DATETIME     NOT NULL COMMENT 'UTC',
  ends_at      DATETIME     NOT NULL COMMENT 'UTC',
  state        VARCHAR(10)  NOT NULL DEFAULT 'booked',
  cancelled_by VARCHAR(12)  NULL,
  reason       VARCHAR(400) NULL,
  changed_by   VARCHAR(64)  NOT NULL,
  revision     INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY assessment_appointment_day (day_id, slot),
  KEY assessment_appointment_course (course_id, starts_at),
  KEY assessment_appointment_uid (uid, starts_at),
  CONSTRAINT assessment_appointment_of FOREIGN KEY (day_id) REFERENCES assessment_day (id),
  CONSTRAINT assessment_appointment_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT assessment_appointment_staff FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT assessment_appointment_state CHECK (state IN ('booked', 'confirmed', 'held', 'no-show', 'cancelled')),
  CONSTRAINT assessment_appointment_by CHECK (cancelled_by IS NULL OR (cancelled_by IN ('citizen', 'professional', 'municipality') AND state = 'cancelled')),
  CONSTRAINT assessment_appointment_times CHECK (ends_at > starts_at AND slots BETWEEN 1 AND 2)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- The slots that are taken: nobody is in two places at once, whatever a program thinks.  A talk that is off gives its slots back.
CREATE TABLE assessment_taken (
  day_id         BIGINT      NOT NULL,
  slot           INT         NOT NULL,
  uid            VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  course_id      BIGINT      NOT NULL,
  appointment_id BIGINT      NOT NULL,
  PRIMARY KEY (day_id, slot, uid),
  UNIQUE KEY assessment_taken_course (day_id, slot, course_id),
  KEY assessment_taken_by (appointment_id),
  CONSTRAINT assessment_taken_by FOREIGN KEY (appointment_id) REFERENCES assessment_appointment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- A calendar elsewhere fetches one's own days by a secret address.
CREATE TABLE calendar_feed (
  uid        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  key_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shown_once CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the key itself, until its owner has seen it',
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  seen_at    DATETIME NULL COMMENT 'when it was last fetched',
  PRIMARY KEY (uid),
  UNIQUE KEY calendar_feed_key (key_hash),
  CONSTRAINT calendar_feed_staff FOREIGN KEY (uid) REFERENCES staff (uid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- What is missing, and why the conference does not wait for it.
CREATE TABLE note_waiver (
  course_id  BIGINT        NOT NULL,
  profession VARCHAR(20)   NOT NULL,
  reason     VARCHAR(1000) NOT NULL,
  waived_on  DATE          NOT NULL,
  changed_by VARCHAR(64)   NOT NULL,
  PRIMARY KEY (course_id, profession),
  CONSTRAINT note_waiver_of FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT note_waiver_for CHECK (profession IN ('caseworker', 'psychologist', 'physiotherapist', 'nurse', 'other'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- What is signed is never changed: one adds to it.
CREATE TABLE note_addendum (
  course_id  BIGINT      NOT NULL,
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  note_id    BIGINT      NOT NULL,
  uid        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  text       MEDIUMTEXT  NOT NULL,
  created_at DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY note_addendum_id (id),
  KEY note_addendum_to (note_id),
  CONSTRAINT note_addendum_of FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT note_addendum_to FOREIGN KEY (note_id) REFERENCES professional_note (id),
  CONSTRAINT note_addendum_staff FOREIGN KEY (uid) REFERENCES staff (uid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Words that people use, and the code that they mean; the codes that a profession uses most.
CREATE TABLE icf_synonym (
  word   VARCHAR(80) NOT NULL,
  code   VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source VARCHAR(60) NOT NULL,
  PRIMARY KEY (word, code),
  KEY icf_synonym_of (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci COMMENT 'code is no foreign key: a list of codes is replaced as a whole';

CREATE TABLE icf_favourite (
  profession VARCHAR(20) NOT NULL,
  code       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  added_by   VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'NULL: came with Samspil',
  added_at   DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (profession, code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- The catalogue: what a department offers.  A version never changes once it was published; what points at one stays readable.
CREATE TABLE catalogue_entry (
  id            BIGINT      NOT NULL AUTO_INCREMENT,
  department_id VARCHAR(40) NOT NULL COMMENT 'whose it is',
  created_by    VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'NULL: came with the demo, or an import',
  created_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  KEY catalogue_entry_department (department_id),
  CONSTRAINT catalogue_entry_of FOREIGN KEY (department_id) REFERENCES department (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE catalogue_version (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  entry_id      BIGINT        NOT NULL,
  version       INT           NOT NULL,
  state         VARCHAR(10)   NOT NULL DEFAULT 'draft',
  title         VARCHAR(200)  NOT NULL,
  kind          VARCHAR(10)   NOT NULL,
  tracks        SET('physical', 'mild-mental', 'mental-illness', 'developmental', 'social', 'abuse', 'lifestyle', 'unexplained') NOT NULL DEFAULT '',
  capacity      INT           NULL COMMENT 'places at one time; NULL: no limit',
  waiting_days  INT           NULL COMMENT 'as the department says; NULL: not known',
  usual_weeks   INT           NULL COMMENT 'how long it usually takes',
  price         DECIMAL(10,2) NULL COMMENT 'kroner',
  price_per     VARCHAR(10)   NULL,
  contact       TEXT          NULL COMMENT 'whom to ask',
  referral      TEXT          NULL COMMENT 'how to refer',
  aim           TEXT          NULL COMMENT 'this and the next eight are the rows of an action plan',
  description   TEXT          NULL,
  purpose       TEXT          NULL,
  audience      TEXT          NULL,
  actors        TEXT          NULL,
  schedule      TEXT          NULL,
  economy       TEXT          NULL,
  success       TEXT          NULL,
  follow_up     TEXT          NULL,
  goal          TEXT          NULL COMMENT 'what an intervention''s goal begins as: at most 1000 characters',
  created_at    DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by    VARCHAR(64)   COLLATE utf8mb4_bin NULL,
  changed_at    DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP,
  published_by  VARCHAR(64)   COLLATE utf8mb4_bin NULL,
  published_at  DATETIME      NULL,
  retired_by    VARCHAR(64)   COLLATE utf8mb4_bin NULL,
  retired_at    DATETIME      NULL,
  revision      INT           NOT NULL DEFAULT 1,
  standing      VARCHAR(10)   AS (NULLIF(state, 'retired')) VIRTUAL COMMENT 'one draft and one published version of an entry',
  PRIMARY KEY (id),
  UNIQUE KEY catalogue_version_of (entry_id, version),
  UNIQUE KEY catalogue_version_standing (entry_id, standing),
  KEY catalogue_version_state (state, kind),
  CONSTRAINT catalogue_version_of FOREIGN KEY (entry_id) REFERENCES catalogue_entry (id),
  CONSTRAINT catalogue_version_state CHECK (state IN ('draft', 'published', 'retired')),
  CONSTRAINT catalogue_version_kind CHECK (kind IN ('health', 'social', 'education', 'company')),
  CONSTRAINT catalogue_version_figures CHECK (COALESCE(capacity, 0) >= 0 AND COALESCE(waiting_days, 0) >= 0 AND COALESCE(usual_weeks, 1) > 0 AND COALESCE(price, 0) >= 0),
  CONSTRAINT catalogue_version_price CHECK ((price IS NULL) = (price_per IS NULL) AND COALESCE(price_per, 'week') IN ('course', 'week', 'hour', 'session'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- What was published stays as it was.
CREATE TRIGGER catalogue_version_stays BEFORE UPDATE ON catalogue_version FOR EACH ROW
  SET NEW.title = IF(OLD.state = 'draft', NEW.title, OLD.title), NEW.kind = IF(OLD.state = 'draft', NEW.kind, OLD.kind),
    NEW.tracks = IF(OLD.state = 'draft', NEW.tracks, OLD.tracks),
    NEW.capacity = IF(OLD.state = 'draft', NEW.capacity, OLD.capacity),
    NEW.waiting_days = IF(OLD.state = 'draft', NEW.waiting_days, OLD.waiting_days),
    NEW.usual_weeks = IF(OLD.state = 'draft', NEW.usual_weeks, OLD.usual_weeks),
    NEW.price = IF(OLD.state = 'draft', NEW.price, OLD.price),
    NEW.price_per = IF(OLD.state = 'draft', NEW.price_per, OLD.price_per),
    NEW.contact = IF(OLD.state = 'draft', NEW.contact, OLD.contact),
    NEW.referral = IF(OLD.state = 'draft', NEW.referral, OLD.referral),
    NEW.aim = IF(OLD.state = 'draft', NEW.aim, OLD.aim),
    NEW.description = IF(OLD.state = 'draft', NEW.description, OLD.description),
    NEW.purpose = IF(OLD.state = 'draft', NEW.purpose, OLD.purpose),
    NEW.audience = IF(OLD.state = 'draft', NEW.audience, OLD.audience),
    NEW.actors = IF(OLD.state = 'draft', NEW.actors, OLD.actors),
    NEW.schedule = IF(OLD.state = 'draft', NEW.schedule, OLD.schedule),
    NEW.economy = IF(OLD.state = 'draft', NEW.economy, OLD.economy),
    NEW.success = IF(OLD.state = 'draft', NEW.success, OLD.success),
    NEW.follow_up = IF(OLD.state = 'draft', NEW.follow_up, OLD.follow_up),
    NEW.goal = IF(OLD.state = 'draft', NEW.goal, OLD.goal),
    NEW.version = IF(OLD.state = 'draft', NEW.version, OLD.version), NEW.entry_id = OLD.entry_id;

-- Who can run it.
CREATE TABLE catalogue_provider (
  entry_id BIGINT      NOT NULL,
  uid      VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (entry_id, uid),
  KEY catalogue_provider_uid (uid),
  CONSTRAINT catalogue_provider_of FOREIGN KEY (entry_id) REFERENCES catalogue_entry (id),
  CONSTRAINT catalogue_provider_staff FOREIGN KEY (uid) REFERENCES staff (uid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE intervention
  ADD COLUMN catalogue_version_id BIGINT NULL COMMENT 'NULL: one''s own' AFTER title,
  ADD COLUMN conference_id BIGINT NULL COMMENT 'where it was decided' AFTER catalogue_version_id,
  ADD KEY intervention_of_catalogue (catalogue_version_id, state),
  ADD CONSTRAINT intervention_from_catalogue FOREIGN KEY (catalogue_version_id) REFERENCES catalogue_version (id);

SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE focus_area
  ADD COLUMN catalogue_version_id BIGINT NULL COMMENT 'the suggestion, where it is the catalogue''s' AFTER suggestion,
  ADD KEY focus_area_by (uid, created_at),
  ADD CONSTRAINT focus_area_suggests FOREIGN KEY (catalogue_version_id) REFERENCES catalogue_version (id);

-- planned, held (the citizen is here), concluded (the decisions stand), cancelled.  An earlier row is concluded.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE conference
  ADD COLUMN state VARCHAR(10) NOT NULL DEFAULT 'concluded' AFTER id,
  ADD COLUMN planned_at DATETIME NULL COMMENT 'UTC' AFTER state,
  ADD COLUMN place VARCHAR(200) NULL AFTER planned_at,
  ADD COLUMN day_id BIGINT NULL COMMENT 'the assessment day that it follows' AFTER place,
  MODIFY COLUMN held_on DATE NULL,
  MODIFY COLUMN citizen_present VARCHAR(10) NULL COMMENT 'yes, no or phone',
  ADD COLUMN absence_reason VARCHAR(1000) NULL COMMENT 'why the citizen was not present' AFTER citizen_present,
  ADD COLUMN examination TEXT NULL COMMENT 'what has to be found out first' AFTER conclusion,
  ADD COLUMN examination_on DATE NULL COMMENT '... by when' AFTER examination,
  ADD COLUMN realistic INT NULL COMMENT 'the citizen, 0 to 10: can this be done?' AFTER examination_on,
  ADD COLUMN manageable INT NULL COMMENT '... and can I manage it?' AFTER realistic,
  ADD COLUMN state_reason VARCHAR(400) NULL COMMENT 'why cancelled' AFTER manageable,
  ADD COLUMN standing VARCHAR(10) AS (IF(state = 'planned', state, NULL)) VIRTUAL COMMENT 'one planned one of a course',
  ADD UNIQUE KEY conference_standing (course_id, standing),
  ADD KEY conference_planned (state, planned_at),
  ADD CONSTRAINT conference_state CHECK (state IN ('planned', 'held', 'concluded', 'cancelled')),
  ADD CONSTRAINT conference_held CHECK (state IN ('planned', 'cancelled') OR held_on IS NOT NULL),
  ADD CONSTRAINT conference_said CHECK (COALESCE(realistic, 0) BETWEEN 0 AND 10 AND COALESCE(manageable, 0) BETWEEN 0 AND 10),
  ADD CONSTRAINT conference_of_day FOREIGN KEY (day_id) REFERENCES assessment_day (id);

CREATE TABLE conference_attendee (
  course_id     BIGINT       NOT NULL,
  conference_id BIGINT       NOT NULL,
  ordinal       INT          NOT NULL,
  uid           VARCHAR(64)  COLLATE utf8mb4_bin NULL,
  name          VARCHAR(200) NULL COMMENT 'of one who has no uid: a companion, an interpreter',
  role          VARCHAR(40)  NOT NULL,
  present       VARCHAR(6)   NULL COMMENT 'NULL: not noted yet',
  noted_at      INT          NOT NULL DEFAULT 0 COMMENT 'the revision of the conference that it was noted for',
  changed_by    VARCHAR(64)  NOT NULL,
  PRIMARY KEY (course_id, conference_id, ordinal),
  CONSTRAINT conference_attendee_of FOREIGN KEY (conference_id) REFERENCES conference (id),
  CONSTRAINT conference_attendee_staff FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT conference_attendee_who CHECK ((uid IS NULL) <> (name IS NULL)),
  CONSTRAINT conference_attendee_present CHECK (present IN ('yes', 'no', 'phone'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- What is being decided, and (intervention_id) what became of it when the conference was concluded.
CREATE TABLE conference_decision (
  course_id            BIGINT        NOT NULL,
  id                   BIGINT        NOT NULL AUTO_INCREMENT,
  conference_id        BIGINT        NOT NULL,
  focus_area_id        BIGINT        NULL,
  catalogue_version_id BIGINT        NULL,
  title                VARCHAR(200)  NOT NULL,
  goal                 VARCHAR(1000) NOT NULL,
  provider_uid         VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
  starts_on            DATE          NOT NULL,
  ends_on              DATE          NULL,
  first_measurement_on DATE          NOT NULL,
  intervention_id      BIGINT        NULL,
  changed_by           VARCHAR(64)   NOT NULL,
  revision             INT           NOT NULL DEFAULT 1,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY conference_decision_id (id),
  KEY conference_decision_of (conference_id),
  CONSTRAINT conference_decision_of FOREIGN KEY (conference_id) REFERENCES conference (id),
  CONSTRAINT conference_decision_area FOREIGN KEY (focus_area_id) REFERENCES focus_area (id),
  CONSTRAINT conference_decision_catalogue FOREIGN KEY (catalogue_version_id) REFERENCES catalogue_version (id),
  CONSTRAINT conference_decision_provider FOREIGN KEY (provider_uid) REFERENCES staff (uid),
  CONSTRAINT conference_decision_became FOREIGN KEY (intervention_id) REFERENCES intervention (id),
  CONSTRAINT conference_decision_dates CHECK (ends_on >= starts_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Inside the house, to somebody who works here, about a course.  What has to be told to a citizen is no message.
CREATE TABLE message (
  course_id  BIGINT      NOT NULL,
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  to_uid     VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  kind       VARCHAR(40) NOT NULL COMMENT 'a label''s key: conference-decided, course-handed-over, appointment-cancelled ...',
  text       TEXT        NULL,
  path       VARCHAR(200) NOT NULL COMMENT 'where it leads, without the base path',
  sent_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  read_at    DATETIME    NULL,
  changed_by VARCHAR(64) NOT NULL COMMENT 'who sent it; after it was read: who read it',
  PRIMARY KEY (course_id, id),
  UNIQUE KEY message_id (id),
  KEY message_to (to_uid, read_at),
  CONSTRAINT message_of FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT message_to FOREIGN KEY (to_uid) REFERENCES staff (uid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Rules that are data (frames, target groups, categories, benefits): who changed which, and what stood there before.
ALTER TABLE course_frame ADD COLUMN revision INT NOT NULL DEFAULT 1;
ALTER TABLE target_group ADD COLUMN revision INT NOT NULL DEFAULT 1;
ALTER TABLE risk_category ADD COLUMN revision INT NOT NULL DEFAULT 1;
ALTER TABLE benefit_type ADD COLUMN revision INT NOT NULL DEFAULT 1;

CREATE TABLE rule_change (
  id     BIGINT      NOT NULL AUTO_INCREMENT,
  rule   VARCHAR(20) NOT NULL COMMENT 'frame, target-group, category or benefit',
  code   VARCHAR(80) NOT NULL COMMENT 'the key of its row',
  at     DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  uid    VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  was    TEXT        NULL COMMENT 'NULL: it is new',
  became TEXT        NOT NULL,
  PRIMARY KEY (id),
  KEY rule_change_of (rule, code),
  CONSTRAINT rule_change_kind CHECK (rule IN ('frame', 'target-group', 'category', 'benefit'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
