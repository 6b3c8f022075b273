-- Questionnaires, screenings, answers, what the rules found, what the caseworker decided.

CREATE TABLE questionnaire (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  code         VARCHAR(60)  NOT NULL COMMENT 'the file''s id: demo-kth',
  version      INT          NOT NULL,
  language     VARCHAR(10)  NOT NULL,
  title        VARCHAR(200) NOT NULL,
  benefit_type VARCHAR(40)  NULL COMMENT 'whom it is for; NULL: all',
  licence      VARCHAR(200) NOT NULL,
  legal_basis  VARCHAR(200) NOT NULL,
  state        VARCHAR(10)  NOT NULL DEFAULT 'published',
  xml          MEDIUMTEXT   NOT NULL,
  checksum     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at   DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  UNIQUE KEY questionnaire_version (code, version),
  CONSTRAINT questionnaire_benefit FOREIGN KEY (benefit_type) REFERENCES benefit_type (code),
  CONSTRAINT questionnaire_state CHECK (state IN ('draft', 'published', 'retired'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE screening (
  id               BIGINT      NOT NULL AUTO_INCREMENT,
  citizen_id       BIGINT      NOT NULL,
  questionnaire_id BIGINT      NOT NULL,
  state            VARCHAR(12) NOT NULL DEFAULT 'invited',
  filled_by        VARCHAR(20) NOT NULL DEFAULT 'citizen',
  expires_on       DATE        NOT NULL,
  issued_by        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  issued_at        DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  opened_at        DATETIME    NULL,
  submitted_at     DATETIME    NULL,
  page             INT         NOT NULL DEFAULT 0 COMMENT 'where the citizen is, from 0',
  red              INT         NULL COMMENT 'found by the rules when submitted',
  yellow           INT         NULL,
  green            INT         NULL,
  indicates        VARCHAR(40) NULL COMMENT 'the indication''s id; a hint, never a decision',
  rule             VARCHAR(80) NULL COMMENT 'the id of the rule that gave it',
  sentence         VARCHAR(600) NULL COMMENT 'the result in words, as it was said that day',
  changed_by       VARCHAR(64) NOT NULL,
  revision         INT         NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY screening_citizen (citizen_id, id),
  KEY screening_state (state, submitted_at),
  KEY screening_issued_by (issued_by, state),
  CONSTRAINT screening_of FOREIGN KEY (citizen_id) REFERENCES citizen (id),
  CONSTRAINT screening_questionnaire FOREIGN KEY (questionnaire_id) REFERENCES questionnaire (id),
  CONSTRAINT screening_state CHECK (state IN ('invited', 'opened', 'submitted', 'assessed', 'expired', 'revoked')),
  CONSTRAINT screening_filled_by CHECK (filled_by IN ('citizen', 'staff-with-citizen'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE answer (
  screening_id BIGINT      NOT NULL,
  question     VARCHAR(40) NOT NULL COMMENT 'the question''s id in the questionnaire',
  state        VARCHAR(12) NOT NULL DEFAULT 'answered',
  choice       VARCHAR(40) NULL COMMENT 'the option''s id',
  value        INT         NULL COMMENT 'of a scale',
  changed_by   VARCHAR(64) NOT NULL,
  PRIMARY KEY (screening_id, question),
  CONSTRAINT answer_screening FOREIGN KEY (screening_id) REFERENCES screening (id),
  CONSTRAINT answer_state CHECK (state IN ('answered', 'dont-know', 'declined', 'not-asked')),
  CONSTRAINT answer_given CHECK (state <> 'answered' OR choice IS NOT NULL OR value IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE screening_dimension (
  screening_id BIGINT       NOT NULL,
  ordinal      INT          NOT NULL,
  dimension    VARCHAR(40)  NOT NULL,
  level        VARCHAR(10)  NULL COMMENT 'red, yellow, green; NULL: could not be computed',
  score        DECIMAL(8,2) NULL,
  rule         VARCHAR(80)  NULL COMMENT 'the id of the colour rule that matched',
  changed_by   VARCHAR(64)  NOT NULL,
  PRIMARY KEY (screening_id, ordinal),
  CONSTRAINT screening_dimension_of FOREIGN KEY (screening_id) REFERENCES screening (id),
  CONSTRAINT screening_dimension_level CHECK (level IN ('red', 'yellow', 'green'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE risk_assessment (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  screening_id    BIGINT       NOT NULL,
  citizen_id      BIGINT       NOT NULL,
  indicated       VARCHAR(40)  NULL,
  red             INT          NULL,
  yellow          INT          NULL,
  green           INT          NULL,
  decision        VARCHAR(40)  NOT NULL COMMENT 'an indication''s id of the same questionnaire',
  risk            VARCHAR(10)  NOT NULL COMMENT 'what the decision means: low, moderate or high',
  reason          TEXT         NULL,
  note            TEXT         NULL,
  employment_goal VARCHAR(400) NULL,
  legal_basis     VARCHAR(200) NOT NULL,
  decided_at      DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by      VARCHAR(64)  NOT NULL COMMENT 'who decided',
  PRIMARY KEY (id),
  KEY risk_assessment_screening (screening_id, id),
  KEY risk_assessment_citizen (citizen_id, id),
  CONSTRAINT risk_assessment_of FOREIGN KEY (screening_id) REFERENCES screening (id),
  CONSTRAINT risk_assessment_citizen FOREIGN KEY (citizen_id) REFERENCES citizen (id),
  CONSTRAINT risk_assessment_risk CHECK (risk IN ('low', 'moderate', 'high')),
  CONSTRAINT risk_assessment_reason CHECK (decision = indicated OR CHAR_LENGTH(reason) >= 20)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;
