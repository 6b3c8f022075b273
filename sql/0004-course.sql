-- The course and its analysis.  Child tables are clustered by their course.

CREATE TABLE icf (
  code       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the SKS code: FB28013',
  title      VARCHAR(300) NOT NULL,
  component  VARCHAR(16)  NOT NULL COMMENT 'of the code; a qualifier''s is the one that it belongs to; root for the list itself',
  parent     VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  icf        VARCHAR(20)  NULL COMMENT 'the international code: b28013; a qualifier''s value: .2',
  kind       VARCHAR(20)  NOT NULL,
  selectable BOOLEAN      NOT NULL,
  valid_from DATE         NULL,
  valid_to   DATE         NULL,
  note       VARCHAR(200) NULL,
  source     VARCHAR(60)  NOT NULL COMMENT 'the list that it came from, with its date',
  PRIMARY KEY (code),
  KEY icf_title (title),
  CONSTRAINT icf_component CHECK (component IN ('root', 'function', 'anatomy', 'activity', 'participation', 'environment'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE course (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  citizen_id      BIGINT       NOT NULL,
  frame_id        BIGINT       NULL COMMENT 'NULL: low risk has no frame',
  screening_id    BIGINT       NULL,
  department_id   VARCHAR(40)  NOT NULL COMMENT 'the responsible actor',
  caseworker_uid  VARCHAR(64) COLLATE utf8mb4_bin  NOT NULL,
  state           VARCHAR(20)  NOT NULL,
  employment_goal VARCHAR(400) NULL,
  referral        TEXT         NULL,
  opened_on       DATE         NOT NULL,
  closed_on       DATE         NULL,
  outcome         VARCHAR(40)  NULL,
  state_reason    VARCHAR(400) NULL COMMENT 'why paused or closed',
  state_since     DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by      VARCHAR(64)  NOT NULL,
  revision        INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY course_citizen (citizen_id, id),
  KEY course_caseworker (caseworker_uid, state),
  KEY course_department (department_id, state),
  CONSTRAINT course_of FOREIGN KEY (citizen_id) REFERENCES citizen (id),
  CONSTRAINT course_in_frame FOREIGN KEY (frame_id) REFERENCES course_frame (id),
  CONSTRAINT course_screening FOREIGN KEY (screening_id) REFERENCES screening (id),
  CONSTRAINT course_in_department FOREIGN KEY (department_id) REFERENCES department (id),
  CONSTRAINT course_has_caseworker FOREIGN KEY (caseworker_uid) REFERENCES staff (uid),
  CONSTRAINT course_in_state CHECK (state IN ('new', 'screened', 'assessed-risk', 'closed-low', 'assessment', 'conference-ready',
    'planning', 'active', 'paused', 'closed')),
  CONSTRAINT course_dates CHECK (closed_on >= opened_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE course_contact (
  course_id  BIGINT      NOT NULL,
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  uid        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  role       VARCHAR(40) NOT NULL,
  from_on    DATE        NOT NULL,
  to_on      DATE        NULL COMMENT 'the day that the part, and the access, ended',
  changed_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY course_contact_id (id),
  KEY course_contact_uid (uid, course_id),
  CONSTRAINT course_contact_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT course_contact_staff FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT course_contact_in_role CHECK (role IN ('caseworker', 'co-caseworker', 'psychologist', 'physiotherapist', 'nurse', 'provider',
    'adviser', 'mentor')),
  CONSTRAINT course_contact_dates CHECK (to_on >= from_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE background_value (
  course_id  BIGINT      NOT NULL,
  section    VARCHAR(20) NOT NULL,
  field      VARCHAR(40) NOT NULL,
  value      TEXT        NOT NULL,
  source     VARCHAR(20) NOT NULL DEFAULT 'citizen',
  told_on    DATE        NOT NULL,
  changed_by VARCHAR(64) NOT NULL,
  PRIMARY KEY (course_id, section, field),
  CONSTRAINT background_value_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT background_value_source CHECK (source IN ('citizen', 'case-system', 'employer', 'doctor', 'other'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE professional_note (
  course_id   BIGINT      NOT NULL,
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  uid         VARCHAR(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'the author',
  profession  VARCHAR(20) NOT NULL,
  state       VARCHAR(10) NOT NULL DEFAULT 'draft',
  limitation  MEDIUMTEXT  NULL COMMENT 'limitation in function and its meaning for activity and participation',
  suggestion  MEDIUMTEXT  NULL,
  signed_at   DATETIME    NULL,
  created_at  DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by  VARCHAR(64) NOT NULL,
  revision    INT         NOT NULL DEFAULT 1,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY professional_note_id (id),
  KEY professional_note_author (uid, state),
  CONSTRAINT professional_note_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT professional_note_staff FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT professional_note_by CHECK (profession IN ('caseworker', 'psychologist', 'physiotherapist', 'nurse', 'other')),
  CONSTRAINT professional_note_state CHECK (state IN ('draft', 'signed')),
  CONSTRAINT professional_note_signed CHECK (state = 'draft' OR signed_at IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE focus_area (
  course_id   BIGINT       NOT NULL,
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  component   VARCHAR(16)  NOT NULL,
  kind        VARCHAR(10)  NOT NULL,
  icf_code    VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL only for personal factors',
  icf_title   VARCHAR(300) NULL COMMENT 'as it was that day',
  qualifier   VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'an FZ code of the same component',
  qualifier_title VARCHAR(300) NULL,
  priority    INT          NOT NULL,
  description TEXT         NOT NULL,
  suggestion  TEXT         NULL,
  profession  VARCHAR(20)  NOT NULL,
  uid         VARCHAR(64) COLLATE utf8mb4_bin  NOT NULL COMMENT 'responsible',
  state       VARCHAR(10)  NOT NULL DEFAULT 'open',
  state_reason VARCHAR(400) NULL COMMENT 'why dropped',
  created_at  DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by  VARCHAR(64)  NOT NULL,
  revision    INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY focus_area_id (id),
  CONSTRAINT focus_area_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT focus_area_staff FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT focus_area_component CHECK (component IN ('function', 'anatomy', 'activity', 'participation', 'environment', 'personal')),
  CONSTRAINT focus_area_kind CHECK (kind IN ('barrier', 'resource')),
  CONSTRAINT focus_area_coded CHECK (component = 'personal' OR icf_code IS NOT NULL),
  CONSTRAINT focus_area_state CHECK (state IN ('open', 'chosen', 'resolved', 'dropped')),
  CONSTRAINT focus_area_priority CHECK (priority BETWEEN 1 AND 999)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE conference (
  course_id       BIGINT      NOT NULL,
  id              BIGINT      NOT NULL AUTO_INCREMENT,
  held_on         DATE        NOT NULL,
  citizen_present VARCHAR(10) NOT NULL COMMENT 'yes, no or phone',
  citizens_words  TEXT        NULL,
  conclusion      TEXT        NULL,
  created_at      DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by      VARCHAR(64) NOT NULL,
  revision        INT         NOT NULL DEFAULT 1,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY conference_id (id),
  CONSTRAINT conference_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT conference_present CHECK (citizen_present IN ('yes', 'no', 'phone'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE deadline (
  course_id  BIGINT       NOT NULL,
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  kind       VARCHAR(40)  NOT NULL COMMENT 'a label''s key: follow-up, conference, first-measurement',
  due_on     DATE         NOT NULL,
  done_on    DATE         NULL,
  law        VARCHAR(200) NULL COMMENT 'why: the rule that it came from',
  changed_by VARCHAR(64)  NOT NULL,
  PRIMARY KEY (course_id, id),
  UNIQUE KEY deadline_id (id),
  KEY deadline_due (done_on, due_on),
  CONSTRAINT deadline_course FOREIGN KEY (course_id) REFERENCES course (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;
