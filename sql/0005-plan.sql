-- The plan, its parallel interventions, and progress as citizen and provider each see it.

CREATE TABLE plan (
  course_id      BIGINT      NOT NULL,
  id             BIGINT      NOT NULL AUTO_INCREMENT,
  version        INT         NOT NULL,
  state          VARCHAR(12) NOT NULL DEFAULT 'draft',
  agreement      VARCHAR(24) NULL,
  agreed_on      DATE        NULL,
  citizens_words TEXT        NULL,
  created_at     DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by     VARCHAR(64) NOT NULL,
  revision       INT         NOT NULL DEFAULT 1,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY plan_id (id),
  UNIQUE KEY plan_version (course_id, version),
  CONSTRAINT plan_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT plan_state CHECK (state IN ('draft', 'presented', 'agreed', 'superseded', 'ended')),
  CONSTRAINT plan_agreement CHECK (agreement IN ('agreed', 'agreed-with-reservation', 'not-agreed', 'not-asked'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE intervention (
  course_id            BIGINT       NOT NULL,
  id                   BIGINT       NOT NULL AUTO_INCREMENT,
  plan_id              BIGINT       NOT NULL,
  title                VARCHAR(200) NOT NULL,
  provider_uid         VARCHAR(64) COLLATE utf8mb4_bin  NOT NULL,
  goal                 VARCHAR(1000) NOT NULL,
  focus_area_id        BIGINT       NULL,
  state                VARCHAR(12)  NOT NULL DEFAULT 'proposed',
  starts_on            DATE         NOT NULL,
  ends_on              DATE         NULL,
  first_measurement_on DATE         NOT NULL,
  started_on           DATE         NULL COMMENT 'when it really started',
  state_reason         VARCHAR(400) NULL,
  created_at           DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by           VARCHAR(64)  NOT NULL,
  revision             INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY intervention_id (id),
  KEY intervention_of_provider (provider_uid, state),
  CONSTRAINT intervention_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT intervention_plan FOREIGN KEY (plan_id) REFERENCES plan (id),
  CONSTRAINT intervention_provider FOREIGN KEY (provider_uid) REFERENCES staff (uid),
  CONSTRAINT intervention_focus_area FOREIGN KEY (focus_area_id) REFERENCES focus_area (id),
  CONSTRAINT intervention_in_state CHECK (state IN ('proposed', 'ordered', 'accepted', 'declined', 'running', 'completed', 'stopped',
    'withdrawn')),
  CONSTRAINT intervention_dates CHECK (ends_on >= starts_on),
  CONSTRAINT intervention_measured CHECK (first_measurement_on >= starts_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- The question bank: what is measured from 0 to 10.
CREATE TABLE progress_question (
  id               BIGINT       NOT NULL AUTO_INCREMENT,
  category         VARCHAR(60)  NOT NULL,
  text             VARCHAR(300) NOT NULL,
  anchor_0         VARCHAR(120) NOT NULL,
  anchor_10        VARCHAR(120) NOT NULL,
  higher_is_better BOOLEAN      NOT NULL DEFAULT TRUE,
  department_id    VARCHAR(40)  NULL,
  valid_from       DATE         NOT NULL,
  valid_to         DATE         NULL,
  PRIMARY KEY (id),
  CONSTRAINT progress_question_department FOREIGN KEY (department_id) REFERENCES department (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- Round n of a question: the provider's nth value beside the citizen's nth.
CREATE TABLE measurement (
  course_id       BIGINT      NOT NULL,
  id              BIGINT      NOT NULL AUTO_INCREMENT,
  intervention_id BIGINT      NOT NULL,
  question_id     BIGINT      NOT NULL,
  round           INT         NOT NULL,
  measured_by     VARCHAR(10) NOT NULL,
  value           INT         NULL,
  not_possible    VARCHAR(200) NULL COMMENT 'the reason, where there is no value',
  comment         TEXT        NULL,
  measured_at     DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by      VARCHAR(64) NOT NULL,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY measurement_id (id),
  UNIQUE KEY measurement_round (intervention_id, question_id, measured_by, round),
  CONSTRAINT measurement_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT measurement_intervention FOREIGN KEY (intervention_id) REFERENCES intervention (id),
  CONSTRAINT measurement_question FOREIGN KEY (question_id) REFERENCES progress_question (id),
  CONSTRAINT measurement_measured_by CHECK (measured_by IN ('citizen', 'provider', 'caseworker')),
  CONSTRAINT measurement_value CHECK (value BETWEEN 0 AND 10),
  CONSTRAINT measurement_given CHECK (value IS NOT NULL OR not_possible IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- A citizen's way in.  Not versioned: the code itself must not stay in any history.
CREATE TABLE access_code (
  id              BIGINT      NOT NULL AUTO_INCREMENT,
  code_hash       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  citizen_id      BIGINT      NOT NULL,
  screening_id    BIGINT      NULL COMMENT 'what it opens: a questionnaire ...',
  intervention_id BIGINT      NULL COMMENT '... or the measurements of an intervention',
  shown_once      VARCHAR(20) NULL COMMENT 'the code, until the first page that showed it',
  failures        INT         NOT NULL DEFAULT 0 COMMENT 'wrong birth dates; the fifth locks it',
  expires_on      DATE        NOT NULL,
  used_at         DATETIME    NULL,
  revoked_at      DATETIME    NULL,
  issued_by       VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  issued_at       DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  UNIQUE KEY access_code_hash (code_hash),
  KEY access_code_of_screening (screening_id),
  KEY access_code_of_intervention (intervention_id),
  CONSTRAINT access_code_citizen FOREIGN KEY (citizen_id) REFERENCES citizen (id),
  CONSTRAINT access_code_screening FOREIGN KEY (screening_id) REFERENCES screening (id),
  CONSTRAINT access_code_intervention FOREIGN KEY (intervention_id) REFERENCES intervention (id),
  CONSTRAINT access_code_opens CHECK ((screening_id IS NULL) <> (intervention_id IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE answer_session (
  token_hash     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  access_code_id BIGINT   NOT NULL,
  started_at     DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ends_at        DATETIME NOT NULL,
  ended_at       DATETIME NULL,
  PRIMARY KEY (token_hash),
  KEY answer_session_of_code (access_code_id),
  CONSTRAINT answer_session_code FOREIGN KEY (access_code_id) REFERENCES access_code (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
