-- What files of other systems bring while people work on the same cases.

-- Deadlines that are to follow what an import brought, until they have.  No foreign key: it would lock the course that somebody works on.
CREATE TABLE deadline_owed (
  course_id  BIGINT      NOT NULL,
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  event      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what they are counted from: first-absence or benefit-start',
  on_day     DATE        NOT NULL,
  gone       BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'that day is said no more',
  owed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by VARCHAR(64) NOT NULL COMMENT 'as whom they follow',
  PRIMARY KEY (course_id, id),
  UNIQUE KEY deadline_owed_id (id),
  CONSTRAINT deadline_owed_event CHECK (event IN ('first-absence', 'benefit-start'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- What the system of records says of a period that somebody changed here since: it stands beside.
CREATE TABLE benefit_imported (
  citizen_id        BIGINT      NOT NULL,
  period_id         BIGINT      NOT NULL,
  ends_on           DATE        NULL COMMENT 'the last day; NULL: it runs',
  first_absence_day DATE        NULL,
  imported_on       DATE        NOT NULL,
  changed_by        VARCHAR(64) NOT NULL,
  PRIMARY KEY (citizen_id, period_id),
  CONSTRAINT benefit_imported_period FOREIGN KEY (citizen_id, period_id) REFERENCES benefit_period (citizen_id, id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;
