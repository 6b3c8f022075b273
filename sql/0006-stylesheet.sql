-- Departments' own looks: layers of XSLT as versions, and the settings that need no XSLT.
-- A view is (department, program); what it shows with is its active version, if any, over its department's settings, if any.

-- draft: being written; active: in use, one a view; retired: was active, may come back.  A text never changes once it was active.
CREATE TABLE stylesheet_version (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  department_id VARCHAR(40)  NOT NULL,
  program       VARCHAR(20)  NOT NULL,
  number        INT          NOT NULL COMMENT '1, 2 ... within its view',
  state         VARCHAR(10)  NOT NULL DEFAULT 'draft',
  sheet         MEDIUMTEXT   NOT NULL COMMENT 'the layer: XSLT',
  reason        VARCHAR(400) NOT NULL COMMENT 'what it changes, and why',
  created_by    VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  created_at    DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by    VARCHAR(64) COLLATE utf8mb4_bin NOT NULL COMMENT 'who saved the text last: not the one who may activate it',
  changed_at    DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  asked_by      VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'who asked for its activation; NULL: nobody yet',
  asked_at      DATETIME     NULL,
  activated_by  VARCHAR(64) COLLATE utf8mb4_bin NULL,
  activated_at  DATETIME     NULL,
  retired_by    VARCHAR(64) COLLATE utf8mb4_bin NULL COMMENT 'NULL with retired_at: taken out because it failed',
  retired_at    DATETIME     NULL,
  retired_why   VARCHAR(400) NULL,
  revision      INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  UNIQUE KEY stylesheet_version_number (department_id, program, number),
  CONSTRAINT stylesheet_version_department FOREIGN KEY (department_id) REFERENCES department (id),
  CONSTRAINT stylesheet_version_state CHECK (state IN ('draft', 'active', 'retired'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- What each page asks for: the row of its view.  No row: the shipped look.
CREATE TABLE stylesheet_view (
  department_id    VARCHAR(40) NOT NULL,
  program          VARCHAR(20) NOT NULL,
  active_id        BIGINT      NULL,
  failures_in_row  INT         NOT NULL DEFAULT 0 COMMENT 'of the active version; at the limit it is taken out',
  look_revision    INT         NULL COMMENT 'of department_look; NULL: the department has no settings',
  PRIMARY KEY (department_id, program),
  CONSTRAINT stylesheet_view_department FOREIGN KEY (department_id) REFERENCES department (id),
  CONSTRAINT stylesheet_view_active FOREIGN KEY (active_id) REFERENCES stylesheet_version (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- Is it used, and what does it cost?  A row a day; workers add to it now and then.
CREATE TABLE stylesheet_use (
  version_id   BIGINT NOT NULL,
  day          DATE   NOT NULL,
  renderings   BIGINT NOT NULL DEFAULT 0,
  failures     BIGINT NOT NULL DEFAULT 0,
  microseconds BIGINT NOT NULL DEFAULT 0 COMMENT 'of the renderings that worked',
  PRIMARY KEY (version_id, day),
  CONSTRAINT stylesheet_use_version FOREIGN KEY (version_id) REFERENCES stylesheet_version (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE stylesheet_failure (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  version_id BIGINT        NOT NULL,
  at         DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP,
  page       VARCHAR(60)   NOT NULL COMMENT 'the page''s name: never whom it was about',
  line       INT           NULL COMMENT 'of the layer, where that is known',
  reason     VARCHAR(1000) NOT NULL,
  reference  CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the log line and the access log',
  PRIMARY KEY (id),
  KEY stylesheet_failure_version (version_id, id),
  CONSTRAINT stylesheet_failure_version FOREIGN KEY (version_id) REFERENCES stylesheet_version (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- Settings before code: what a department sets with forms.  A NULL colour is the shipped one.
CREATE TABLE department_look (
  department_id VARCHAR(40) NOT NULL,
  logo          MEDIUMBLOB  NULL,
  logo_type     VARCHAR(40) NULL COMMENT 'image/png, image/jpeg or image/webp, as its bytes say',
  logo_text     VARCHAR(120) NULL COMMENT 'what those hear who do not see it',
  bar_colour    CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT '#10394c: behind the header bar',
  link_colour   CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'links and filled buttons',
  revision      INT         NOT NULL DEFAULT 1,
  changed_by    VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (department_id),
  CONSTRAINT department_look_department FOREIGN KEY (department_id) REFERENCES department (id),
  CONSTRAINT department_look_logo CHECK ((logo IS NULL) = (logo_type IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE department_label (
  department_id VARCHAR(40)  NOT NULL,
  lang          CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  label_key     VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text          VARCHAR(1000) NOT NULL,
  changed_by    VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (department_id, lang, label_key),
  CONSTRAINT department_label_department FOREIGN KEY (department_id) REFERENCES department (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE department_column (
  department_id VARCHAR(40) NOT NULL,
  program       VARCHAR(20) NOT NULL,
  list_name     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position      TINYINT     NOT NULL COMMENT 'from 1, from left to right; columns without a row are not shown',
  column_name   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_by    VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (department_id, program, list_name, position),
  UNIQUE KEY department_column_once (department_id, program, list_name, column_name),
  CONSTRAINT department_column_department FOREIGN KEY (department_id) REFERENCES department (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- A citizen whom somebody made up, to try things on: editors of stylesheets may see these, and no report counts them.
CREATE TABLE fictional_citizen (
  citizen_id BIGINT NOT NULL,
  PRIMARY KEY (citizen_id),
  CONSTRAINT fictional_citizen_citizen FOREIGN KEY (citizen_id) REFERENCES citizen (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
