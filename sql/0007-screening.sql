-- Screening and triage, whole: answers of every kind, results beside results, categories by date, surveys without names.
-- A versioned table is changed with its history kept: earlier rows get NULL, or the default.

-- What a citizen answered: "given" is what is neither an option nor a whole number.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE answer
  ADD COLUMN given TEXT NULL COMMENT 'options of "many" with a space between, a decimal, a date, a text' AFTER value,
  DROP CONSTRAINT answer_given,
  ADD CONSTRAINT answer_given CHECK (state <> 'answered' OR choice IS NOT NULL OR value IS NOT NULL OR given IS NOT NULL);

SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE screening
  ADD COLUMN written_on DATE NULL COMMENT 'when the answers were written on paper' AFTER filled_by,
  ADD COLUMN language VARCHAR(10) NOT NULL DEFAULT 'da' COMMENT 'in which it was last answered' AFTER page,
  ADD COLUMN missing INT NULL COMMENT 'dimensions that could not be computed' AFTER green,
  ADD COLUMN taken_by VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'who has it in triage' AFTER sentence,
  ADD COLUMN taken_at DATETIME NULL AFTER taken_by,
  ADD KEY screening_taken_by (taken_by, state),
  DROP CONSTRAINT screening_filled_by,
  ADD CONSTRAINT screening_filled_by CHECK (filled_by IN ('citizen', 'staff-with-citizen', 'staff-from-paper')),
  ADD CONSTRAINT screening_written CHECK ((written_on IS NOT NULL) = (filled_by = 'staff-from-paper'));

-- A figure as large as it may get (rule/scoring.h), with as many decimals as a number that is typed.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE screening_dimension
  MODIFY COLUMN score DECIMAL(15,3) NULL;

-- What the rules found as a figure; the dimensions stand in screening_dimension.
CREATE TABLE screening_score (
  screening_id BIGINT        NOT NULL,
  ordinal      INT           NOT NULL,
  score        VARCHAR(40)   NOT NULL COMMENT 'the rule''s id',
  value        DECIMAL(15,3) NULL COMMENT 'NULL: could not be computed',
  band         VARCHAR(40)   NULL COMMENT 'the id of the first band whose test was true',
  changed_by   VARCHAR(64)   NOT NULL,
  PRIMARY KEY (screening_id, ordinal),
  CONSTRAINT screening_score_of FOREIGN KEY (screening_id) REFERENCES screening (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- The same answers under the rules of another version: beside the first result, never instead of it.
CREATE TABLE rescoring (
  id               BIGINT       NOT NULL AUTO_INCREMENT,
  screening_id     BIGINT       NOT NULL,
  questionnaire_id BIGINT       NOT NULL COMMENT 'whose rules',
  red              INT          NOT NULL,
  yellow           INT          NOT NULL,
  green            INT          NOT NULL,
  missing          INT          NOT NULL,
  indicates        VARCHAR(40)  NULL,
  rule             VARCHAR(80)  NULL,
  sentence         VARCHAR(600) NULL,
  computed_at      DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by       VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY rescoring_by_version (screening_id, questionnaire_id),
  CONSTRAINT rescoring_of FOREIGN KEY (screening_id) REFERENCES screening (id),
  CONSTRAINT rescoring_by FOREIGN KEY (questionnaire_id) REFERENCES questionnaire (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE rescoring_dimension (
  rescoring_id BIGINT       NOT NULL,
  ordinal      INT          NOT NULL,
  dimension    VARCHAR(40)  NOT NULL,
  level        VARCHAR(10)  NULL,
  score        DECIMAL(15,3) NULL,
  rule         VARCHAR(80)  NULL,
  changed_by   VARCHAR(64)  NOT NULL,
  PRIMARY KEY (rescoring_id, ordinal),
  CONSTRAINT rescoring_dimension_of FOREIGN KEY (rescoring_id) REFERENCES rescoring (id),
  CONSTRAINT rescoring_dimension_level CHECK (level IN ('red', 'yellow', 'green'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE rescoring_score (
  rescoring_id BIGINT        NOT NULL,
  ordinal      INT           NOT NULL,
  score        VARCHAR(40)   NOT NULL,
  value        DECIMAL(15,3) NULL,
  band         VARCHAR(40)   NULL,
  changed_by   VARCHAR(64)   NOT NULL,
  PRIMARY KEY (rescoring_id, ordinal),
  CONSTRAINT rescoring_score_of FOREIGN KEY (rescoring_id) REFERENCES rescoring (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Whom the law puts together, and what may be decided for them.  Date-versioned: a change of law is a row, an old decision keeps its
-- category.  A citizen's group is the first that fits (ordinal) by benefit and age on the day.
CREATE TABLE target_group (
  code         VARCHAR(40)  NOT NULL,
  title        VARCHAR(120) NOT NULL,
  ordinal      INT          NOT NULL,
  benefit_type VARCHAR(40)  NULL COMMENT 'NULL: any or none',
  min_age      INT          NULL,
  max_age      INT          NULL,
  valid_from   DATE         NOT NULL,
  valid_to     DATE         NULL,
  law          VARCHAR(200) NULL,
  PRIMARY KEY (code),
  CONSTRAINT target_group_benefit FOREIGN KEY (benefit_type) REFERENCES benefit_type (code),
  CONSTRAINT target_group_dates CHECK (valid_to >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE risk_category (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  target_group VARCHAR(40)  NOT NULL,
  code         VARCHAR(40)  NOT NULL COMMENT 'what an indication of a questionnaire names',
  title        VARCHAR(120) NOT NULL,
  risk         VARCHAR(10)  NOT NULL,
  ordinal      INT          NOT NULL,
  valid_from   DATE         NOT NULL,
  valid_to     DATE         NULL,
  PRIMARY KEY (id),
  UNIQUE KEY risk_category_code (target_group, code, valid_from),
  CONSTRAINT risk_category_group FOREIGN KEY (target_group) REFERENCES target_group (code),
  CONSTRAINT risk_category_risk CHECK (risk IN ('low', 'moderate', 'high')),
  CONSTRAINT risk_category_dates CHECK (valid_to >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

ALTER TABLE course_frame
  ADD COLUMN target_group VARCHAR(40) NULL COMMENT 'NULL: for all' AFTER benefit_type,
  ADD CONSTRAINT course_frame_group FOREIGN KEY (target_group) REFERENCES target_group (code);

SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE risk_assessment
  ADD COLUMN target_group VARCHAR(40) NULL AFTER green,
  ADD COLUMN title VARCHAR(120) NULL COMMENT 'of the decision, as it was called that day' AFTER decision,
  MODIFY COLUMN decision VARCHAR(40) NOT NULL COMMENT 'a risk category''s code',
  DROP CONSTRAINT risk_assessment_reason,
  ADD CONSTRAINT risk_assessment_reason CHECK (COALESCE(decision = indicated, FALSE) OR COALESCE(CHAR_LENGTH(reason) >= 20, FALSE));

SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE course
  ADD COLUMN informed_on DATE NULL COMMENT 'when the citizen was told of the assessment' AFTER referral;

-- What a caseworker types during the talk, until it is decided.  One's own; nobody else reads it.
CREATE TABLE triage_draft (
  screening_id BIGINT      NOT NULL,
  uid          VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  field        VARCHAR(40) COLLATE utf8mb4_bin NOT NULL COMMENT 'of the form',
  value        MEDIUMTEXT  NULL COMMENT 'NULL: it was emptied',
  saved_at     DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (screening_id, uid, field),
  CONSTRAINT triage_draft_of FOREIGN KEY (screening_id) REFERENCES screening (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- A questionnaire's life: draft, published, retired.  A text never changes once it was published.
ALTER TABLE questionnaire
  MODIFY COLUMN state VARCHAR(10) NOT NULL DEFAULT 'draft',
  ADD COLUMN audience VARCHAR(10) NOT NULL DEFAULT 'citizen' COMMENT 'whom it asks' AFTER benefit_type,
  ADD COLUMN languages VARCHAR(100) NOT NULL DEFAULT 'da' COMMENT 'with spaces between, its own first' AFTER language,
  ADD COLUMN created_by VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'NULL: samspil-import',
  ADD COLUMN changed_at DATETIME NULL COMMENT 'of a draft''s text',
  ADD COLUMN changed_by VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'NULL: samspil-import',
  ADD COLUMN published_by VARCHAR(64) COLLATE utf8mb4_bin NULL,
  ADD COLUMN published_at DATETIME NULL,
  ADD COLUMN retired_by VARCHAR(64) COLLATE utf8mb4_bin NULL,
  ADD COLUMN retired_at DATETIME NULL,
  ADD COLUMN revision INT NOT NULL DEFAULT 1,
  ADD CONSTRAINT questionnaire_audience CHECK (audience IN ('citizen', 'survey'));

UPDATE questionnaire SET published_at = created_at WHERE state <> 'draft';

-- Whoever updates it: what was published stays as it was.
CREATE TRIGGER questionnaire_stays BEFORE UPDATE ON questionnaire FOR EACH ROW
  SET NEW.xml = IF(OLD.state = 'draft', NEW.xml, OLD.xml), NEW.checksum = IF(OLD.state = 'draft', NEW.checksum, OLD.checksum),
    NEW.code = IF(OLD.state = 'draft', NEW.code, OLD.code), NEW.version = IF(OLD.state = 'draft', NEW.version, OLD.version);

-- A survey: a questionnaire put to a department's staff or to a group, answered without a name.
CREATE TABLE survey (
  id               BIGINT       NOT NULL AUTO_INCREMENT,
  questionnaire_id BIGINT       NOT NULL,
  department_id    VARCHAR(40)  NOT NULL COMMENT 'whose it is; of kind staff also whom it asks',
  title            VARCHAR(200) NOT NULL,
  kind             VARCHAR(10)  NOT NULL,
  opens_on         DATE         NOT NULL,
  closes_on        DATE         NOT NULL,
  created_by       VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  created_at       DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at         DATETIME     NULL COMMENT 'called off before its last day',
  changed_by       VARCHAR(64)  NOT NULL,
  revision         INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY survey_department (department_id, closes_on),
  CONSTRAINT survey_questionnaire FOREIGN KEY (questionnaire_id) REFERENCES questionnaire (id),
  CONSTRAINT survey_of_department FOREIGN KEY (department_id) REFERENCES department (id),
  CONSTRAINT survey_kind CHECK (kind IN ('staff', 'group')),
  CONSTRAINT survey_dates CHECK (closes_on >= opens_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- One person's answers.  No name, no date, no language once it is sent, and no history: what is known of when somebody was at work on
-- it (sessions, the access log) finds nothing here to be put beside.
CREATE TABLE survey_response (
  id           BIGINT      NOT NULL,
  survey_id    BIGINT      NOT NULL,
  page         INT         NOT NULL DEFAULT 0 COMMENT 'where its writer is, from 0; 0 when it is sent',
  sent         BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  KEY survey_response_of (survey_id, sent),
  CONSTRAINT survey_response_of FOREIGN KEY (survey_id) REFERENCES survey (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci COMMENT 'id is random: it tells no order';

CREATE TABLE survey_answer (
  response_id BIGINT      NOT NULL,
  question    VARCHAR(40) NOT NULL,
  state       VARCHAR(12) NOT NULL DEFAULT 'answered',
  choice      VARCHAR(40) NULL,
  value       INT         NULL,
  given       TEXT        NULL,
  PRIMARY KEY (response_id, question),
  CONSTRAINT survey_answer_of FOREIGN KEY (response_id) REFERENCES survey_response (id),
  CONSTRAINT survey_answer_state CHECK (state IN ('answered', 'dont-know', 'declined', 'not-asked'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- Who of the staff began and who has answered; which response was whose is forgotten when it is sent.
CREATE TABLE survey_participant (
  survey_id   BIGINT      NOT NULL,
  uid         VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  response_id BIGINT      NULL COMMENT 'until it is sent',
  answered    BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (survey_id, uid),
  CONSTRAINT survey_participant_of FOREIGN KEY (survey_id) REFERENCES survey (id),
  CONSTRAINT survey_participant_forgotten CHECK (NOT answered OR response_id IS NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- A code opens one of three; a survey's has no citizen and is used by many.
ALTER TABLE access_code
  MODIFY COLUMN citizen_id BIGINT NULL,
  ADD COLUMN survey_id BIGINT NULL AFTER intervention_id,
  DROP CONSTRAINT access_code_opens,
  ADD CONSTRAINT access_code_survey FOREIGN KEY (survey_id) REFERENCES survey (id),
  ADD CONSTRAINT access_code_opens CHECK ((screening_id IS NOT NULL) + (intervention_id IS NOT NULL) + (survey_id IS NOT NULL) = 1),
  ADD CONSTRAINT access_code_whose CHECK ((citizen_id IS NULL) = (survey_id IS NOT NULL));

-- A visit: its language, and why it ended, to be told to the device that it was on.
ALTER TABLE answer_session
  ADD COLUMN language VARCHAR(10) NOT NULL DEFAULT 'da',
  ADD COLUMN seen_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'two minutes of silence end a visit',
  ADD COLUMN response_id BIGINT NULL COMMENT 'of a survey',
  ADD COLUMN ended_why VARCHAR(12) NULL,
  ADD CONSTRAINT answer_session_ended_why CHECK (ended_why IN ('paused', 'sent', 'idle', 'elsewhere', 'revoked'));
