-- Who works here, who is signed in, what was done once, who looked at what.
-- Times are UTC.  No table here holds a case, so none is versioned.

CREATE TABLE department (
  id          VARCHAR(40)  NOT NULL COMMENT 'the key of [departments] in the configuration',
  name        VARCHAR(120) NOT NULL,
  parent_id   VARCHAR(40)  NULL,
  kind        VARCHAR(40)  NULL,
  valid_from  DATE         NOT NULL DEFAULT '2000-01-01',
  valid_to    DATE         NULL,
  PRIMARY KEY (id),
  CONSTRAINT department_parent FOREIGN KEY (parent_id) REFERENCES department (id),
  CONSTRAINT department_dates CHECK (valid_to >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE staff (
  uid           VARCHAR(64) COLLATE utf8mb4_bin  NOT NULL COMMENT 'the name in the directory, lower case',
  name          VARCHAR(120) NOT NULL,
  department_id VARCHAR(40)  NULL,
  active        BOOLEAN      NOT NULL DEFAULT TRUE,
  seen_at       DATETIME     NULL COMMENT 'signed in last',
  PRIMARY KEY (uid),
  KEY staff_name (name),
  CONSTRAINT staff_department FOREIGN KEY (department_id) REFERENCES department (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE staff_role (
  uid  VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  role VARCHAR(40) NOT NULL,
  PRIMARY KEY (uid, role),
  CONSTRAINT staff_role_staff FOREIGN KEY (uid) REFERENCES staff (uid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE session (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the cookie; the cookie itself is kept nowhere',
  uid        VARCHAR(64) COLLATE utf8mb4_bin  NOT NULL,
  roles      VARCHAR(400) NOT NULL COMMENT 'comma-separated, as the directory had them',
  started_at DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  seen_at    DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ends_at    DATETIME     NOT NULL COMMENT 'the absolute limit',
  ended_at   DATETIME     NULL,
  address    VARCHAR(45)  NULL,
  PRIMARY KEY (token_hash),
  KEY session_uid (uid),
  CONSTRAINT session_staff FOREIGN KEY (uid) REFERENCES staff (uid)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE sign_in_failure (
  id      BIGINT   NOT NULL AUTO_INCREMENT,
  account CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'hash of what was typed: people type passwords there',
  address VARCHAR(45) NOT NULL,
  at      DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  KEY sign_in_failure_account (account, at),
  KEY sign_in_failure_address (address, at),
  KEY sign_in_failure_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE once (
  value    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'hash of the form''s once and its sender',
  location VARCHAR(400) NOT NULL COMMENT 'what the first one was answered with',
  at       DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (value),
  KEY once_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE kept_form (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the cookie of the session that had ended',
  uid        VARCHAR(64) COLLATE utf8mb4_bin  NOT NULL,
  path       VARCHAR(400) NOT NULL,
  body       MEDIUMTEXT   NOT NULL COMMENT 'what was typed, as it was sent',
  at         DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (token_hash),
  KEY kept_form_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE access_log (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  at         DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  reference  CHAR(8)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  uid        VARCHAR(64) COLLATE utf8mb4_bin  NULL COMMENT 'NULL: nobody was signed in',
  roles      VARCHAR(400) NULL,
  grade      VARCHAR(20)  NULL COMMENT 'own, team, department, provider, list; NULL: no relation',
  citizen_id BIGINT       NULL,
  program    VARCHAR(20)  NOT NULL,
  route      VARCHAR(120) NOT NULL,
  object_id  BIGINT       NULL,
  action     VARCHAR(10)  NOT NULL COMMENT 'show, change or refuse',
  address    VARCHAR(45)  NULL,
  PRIMARY KEY (id),
  KEY access_log_citizen (citizen_id, id),
  KEY access_log_uid (uid, id),
  KEY access_log_at (at),
  CONSTRAINT access_log_action CHECK (action IN ('show', 'change', 'refuse'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
