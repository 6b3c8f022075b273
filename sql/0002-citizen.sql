-- The citizen and the benefits lived on.  From here on the case: versioned, with who changed it.

CREATE TABLE citizen (
  id                 BIGINT       NOT NULL AUTO_INCREMENT,
  name               VARCHAR(200) NOT NULL,
  birth_date         DATE         NOT NULL,
  phone              VARCHAR(20)  NULL,
  email              VARCHAR(200) NULL,
  language           VARCHAR(10)  NOT NULL DEFAULT 'da',
  interpreter_needed BOOLEAN      NOT NULL DEFAULT FALSE,
  protection_from    DATE         NULL COMMENT 'name and address protection',
  protection_to      DATE         NULL,
  death_date         DATE         NULL,
  department_id      VARCHAR(40)  NOT NULL,
  created_at         DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by         VARCHAR(64)  NOT NULL,
  revision           INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY citizen_name (name),
  KEY citizen_department (department_id),
  CONSTRAINT citizen_in_department FOREIGN KEY (department_id) REFERENCES department (id),
  CONSTRAINT citizen_protection CHECK (protection_to >= protection_from),
  CONSTRAINT citizen_named CHECK (CHAR_LENGTH(name) > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE citizen_cpr (
  citizen_id BIGINT   NOT NULL,
  cpr        CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind       VARCHAR(12) NOT NULL DEFAULT 'cpr' COMMENT 'cpr or replacement',
  changed_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (citizen_id),
  UNIQUE KEY citizen_cpr_number (cpr),
  CONSTRAINT citizen_cpr_citizen FOREIGN KEY (citizen_id) REFERENCES citizen (id),
  CONSTRAINT citizen_cpr_digits CHECK (cpr REGEXP '^[0-9]{10}$'),
  CONSTRAINT citizen_cpr_kind CHECK (kind IN ('cpr', 'replacement'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE benefit_type (
  code       VARCHAR(40)  NOT NULL,
  title      VARCHAR(120) NOT NULL,
  valid_from DATE         NOT NULL,
  valid_to   DATE         NULL,
  law        VARCHAR(200) NULL,
  PRIMARY KEY (code),
  CONSTRAINT benefit_type_dates CHECK (valid_to >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE benefit_period (
  citizen_id   BIGINT      NOT NULL,
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  benefit_type VARCHAR(40) NOT NULL,
  starts_on    DATE        NOT NULL,
  ends_on      DATE        NULL,
  source       VARCHAR(10) NOT NULL DEFAULT 'manual',
  changed_by   VARCHAR(64) NOT NULL,
  PRIMARY KEY (citizen_id, id),
  UNIQUE KEY benefit_period_id (id),
  CONSTRAINT benefit_period_citizen FOREIGN KEY (citizen_id) REFERENCES citizen (id),
  CONSTRAINT benefit_period_type FOREIGN KEY (benefit_type) REFERENCES benefit_type (code),
  CONSTRAINT benefit_period_dates CHECK (ends_on >= starts_on),
  CONSTRAINT benefit_period_source CHECK (source IN ('manual', 'import'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Frames of a course: what a department offers whom.  Date-versioned: an old course keeps its frame.
CREATE TABLE course_frame (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  name          VARCHAR(200) NOT NULL,
  department_id VARCHAR(40)  NOT NULL,
  benefit_type  VARCHAR(40)  NULL COMMENT 'NULL: for all',
  professions   VARCHAR(200) NOT NULL DEFAULT 'caseworker,psychologist,physiotherapist,nurse' COMMENT 'whose signed notes the conference waits for',
  min_age       INT          NULL,
  max_age       INT          NULL,
  valid_from    DATE         NOT NULL,
  valid_to      DATE         NULL,
  PRIMARY KEY (id),
  CONSTRAINT course_frame_department FOREIGN KEY (department_id) REFERENCES department (id),
  CONSTRAINT course_frame_benefit FOREIGN KEY (benefit_type) REFERENCES benefit_type (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
