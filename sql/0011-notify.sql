-- How far samspil-notify has come in what it looks at once a day, whoever runs it and wherever.
CREATE TABLE notify_walk (
  name            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'stop, or a kind of reminder',
  on_day          DATE        NOT NULL COMMENT 'the day that it goes through all for',
  rules           VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'which rules it does so by: others, and it begins anew',
  course_id       BIGINT      NOT NULL DEFAULT 0 COMMENT 'it has come to this one',
  intervention_id BIGINT      NOT NULL DEFAULT 0,
  done            BOOLEAN     NOT NULL DEFAULT FALSE,
  skipped         BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'somebody worked on one just then: once more, when it is done',
  measurement_id  BIGINT      NOT NULL DEFAULT 0 COMMENT 'measurements up to this one were looked at as they came',
  looked_at       DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
