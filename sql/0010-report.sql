-- Whether it works and whether it pays: what people lived on and what became of them, what it costs, whose hours it takes, action plans with
-- measurable criteria, and reports that are computed once and kept.  A versioned table is changed with its history kept: earlier rows get
-- NULL, or the default.

SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE benefit_period
  ADD COLUMN category VARCHAR(40) NULL COMMENT 'as the system of records has it' AFTER benefit_type,
  ADD COLUMN first_absence_day DATE NULL AFTER ends_on,
  ADD KEY benefit_period_on (starts_on, ends_on),
  ADD KEY benefit_period_of (citizen_id, starts_on);

-- Periods of two main types never overlap; one that is not main may lie beside another.  Who lives on something else may have a period, too.
ALTER TABLE benefit_type
  ADD COLUMN is_main BOOLEAN NOT NULL DEFAULT TRUE,
  ADD COLUMN is_paid BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'it is public support; FALSE: the days do not count as days on benefits';
UPDATE benefit_type SET is_paid = FALSE WHERE code = 'selvforsoergelse';

-- What a benefit costs: the amount of a month from a day on, and what the state pays of it by week of the period.
CREATE TABLE benefit_rate (
  benefit_type VARCHAR(40)   NOT NULL,
  valid_from   DATE          NOT NULL,
  monthly      DECIMAL(10,2) NOT NULL COMMENT 'kroner, before tax, for a whole month',
  source       VARCHAR(200)  NOT NULL COMMENT 'where the figure is from',
  changed_by   VARCHAR(64)   NOT NULL,
  PRIMARY KEY (benefit_type, valid_from),
  CONSTRAINT benefit_rate_of FOREIGN KEY (benefit_type) REFERENCES benefit_type (code),
  CONSTRAINT benefit_rate_amount CHECK (monthly >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE benefit_refund (
  benefit_type VARCHAR(40)  NOT NULL,
  valid_from   DATE         NOT NULL,
  from_week    INT          NOT NULL COMMENT 'of the citizen''s time on benefits, from 1',
  percent      DECIMAL(5,2) NOT NULL COMMENT 'what the state pays',
  source       VARCHAR(200) NOT NULL,
  changed_by   VARCHAR(64)  NOT NULL,
  PRIMARY KEY (benefit_type, valid_from, from_week),
  CONSTRAINT benefit_refund_of FOREIGN KEY (benefit_type) REFERENCES benefit_type (code),
  CONSTRAINT benefit_refund_figures CHECK (from_week >= 1 AND percent BETWEEN 0 AND 100)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- What became of a citizen in a month.  Two kinds in one month: both stand (a job beside a pension).
CREATE TABLE outcome (
  citizen_id BIGINT       NOT NULL,
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  course_id  BIGINT       NULL COMMENT 'the course that it came after, where somebody said so',
  month      DATE         NOT NULL COMMENT 'its first day',
  kind       VARCHAR(16)  NOT NULL,
  hours_week DECIMAL(4,1) NULL COMMENT 'of work; NULL: not told',
  source     VARCHAR(80)  NOT NULL COMMENT 'the system of records, or caseworker',
  changed_by VARCHAR(64)  NOT NULL,
  PRIMARY KEY (citizen_id, id),
  UNIQUE KEY outcome_id (id),
  UNIQUE KEY outcome_month (citizen_id, month, kind),
  KEY outcome_course (course_id),
  CONSTRAINT outcome_of FOREIGN KEY (citizen_id) REFERENCES citizen (id),
  CONSTRAINT outcome_after FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT outcome_kind CHECK (kind IN ('job', 'education', 'flexjob', 'wage-subsidy', 'benefit', 'pension', 'moved', 'dead')),
  CONSTRAINT outcome_month_begins CHECK (DAYOFMONTH(month) = 1),
  CONSTRAINT outcome_hours CHECK (hours_week BETWEEN 0 AND 168)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Whose hours: a caseworker's full-time equivalents by date.  Part time is a figure below 1, a vacancy is no row.
CREATE TABLE staff_hours (
  uid           VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  department_id VARCHAR(40)  NOT NULL,
  benefit_type  VARCHAR(40)  NULL COMMENT 'the cases that they are for; NULL: any',
  fte           DECIMAL(4,2) NOT NULL COMMENT '1 is full time',
  from_on       DATE         NOT NULL,
  to_on         DATE         NULL COMMENT 'the last day',
  source        VARCHAR(80)  NOT NULL DEFAULT 'manual',
  changed_by    VARCHAR(64)  NOT NULL,
  PRIMARY KEY (uid, id),
  UNIQUE KEY staff_hours_id (id),
  UNIQUE KEY staff_hours_from (uid, department_id, from_on, benefit_type),
  KEY staff_hours_department (department_id, from_on),
  CONSTRAINT staff_hours_of FOREIGN KEY (uid) REFERENCES staff (uid),
  CONSTRAINT staff_hours_in FOREIGN KEY (department_id) REFERENCES department (id),
  CONSTRAINT staff_hours_for FOREIGN KEY (benefit_type) REFERENCES benefit_type (code),
  CONSTRAINT staff_hours_fte CHECK (fte >= 0 AND fte <= 2),
  CONSTRAINT staff_hours_dates CHECK (to_on >= from_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- How many courses a full-time caseworker should have: both ends count as within.
CREATE TABLE caseload_target (
  benefit_type VARCHAR(40)  NOT NULL,
  valid_from   DATE         NOT NULL,
  least        INT          NOT NULL,
  most         INT          NOT NULL,
  goal         INT          NULL,
  source       VARCHAR(200) NOT NULL,
  changed_by   VARCHAR(64)  NOT NULL DEFAULT 'samspil',
  PRIMARY KEY (benefit_type, valid_from),
  CONSTRAINT caseload_target_of FOREIGN KEY (benefit_type) REFERENCES benefit_type (code),
  CONSTRAINT caseload_target_figures CHECK (least >= 0 AND most >= least AND (goal IS NULL OR goal BETWEEN least AND most))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- The account of the investment, in millions.  A line is never changed: a newer day's stands for it.
CREATE TABLE budget_category (
  code    VARCHAR(40)  NOT NULL,
  side    VARCHAR(10)  NOT NULL,
  title   VARCHAR(120) NOT NULL,
  ordinal INT          NOT NULL,
  whole   BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'figures of the whole side, of years in which no category has its own',
  changed_by VARCHAR(64) NOT NULL DEFAULT 'samspil',
  PRIMARY KEY (code),
  CONSTRAINT budget_category_side CHECK (side IN ('investment', 'saving'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE budget_alias (
  alias    VARCHAR(120) NOT NULL COMMENT 'what a document calls the same line',
  category VARCHAR(40)  NOT NULL,
  changed_by VARCHAR(64) NOT NULL DEFAULT 'samspil',
  PRIMARY KEY (alias),
  CONSTRAINT budget_alias_of FOREIGN KEY (category) REFERENCES budget_category (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE budget_line (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  category   VARCHAR(40)   NOT NULL,
  year       INT           NOT NULL,
  kind       VARCHAR(10)   NOT NULL,
  amount     DECIMAL(12,1) NOT NULL COMMENT 'millions of kroner',
  stated_on  DATE          NOT NULL COMMENT 'the day that the figure is of: the newest counts',
  note       VARCHAR(400)  NULL,
  source     VARCHAR(200)  NOT NULL,
  created_at DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by VARCHAR(64)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY budget_line_stated (category, year, kind, stated_on),
  CONSTRAINT budget_line_of FOREIGN KEY (category) REFERENCES budget_category (code),
  CONSTRAINT budget_line_kind CHECK (kind IN ('budget', 'forecast', 'actual')),
  CONSTRAINT budget_line_year CHECK (year BETWEEN 2000 AND 2100)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- What one compares with: a period of one's own past, or a figure from elsewhere.
CREATE TABLE baseline (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  title        VARCHAR(120) NOT NULL,
  from_on      DATE         NOT NULL COMMENT 'the first day of a month',
  to_on        DATE         NOT NULL COMMENT 'the last day of a month',
  benefit_type VARCHAR(40)  NULL COMMENT 'NULL: all',
  mean_days    DECIMAL(7,1) NULL COMMENT 'the mean time on benefits, where it is known from elsewhere; NULL: computed from the period',
  source       VARCHAR(200) NOT NULL,
  created_at   DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_on     DATE         NULL COMMENT 'not offered any more',
  changed_by   VARCHAR(64)  NOT NULL,
  revision     INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT baseline_benefit FOREIGN KEY (benefit_type) REFERENCES benefit_type (code),
  CONSTRAINT baseline_dates CHECK (to_on >= from_on),
  CONSTRAINT baseline_mean CHECK (mean_days >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Figures of a region or the whole country, from a public source.
CREATE TABLE regional_figure (
  region     VARCHAR(80)  NOT NULL,
  scheme     VARCHAR(80)  NOT NULL COMMENT 'what is counted: ressourceforløb, fleksjobvisiterede ...',
  month      DATE         NOT NULL COMMENT 'its first day',
  stated_on  DATE         NOT NULL COMMENT 'the newest counts',
  persons    INT          NOT NULL COMMENT 'full-time persons',
  source     VARCHAR(200) NOT NULL,
  changed_by VARCHAR(64)  NOT NULL,
  PRIMARY KEY (region, scheme, month, stated_on),
  CONSTRAINT regional_figure_month CHECK (DAYOFMONTH(month) = 1),
  CONSTRAINT regional_figure_persons CHECK (persons >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- Which benefits of ours a scheme of a public source is.
CREATE TABLE regional_scheme (
  scheme       VARCHAR(80) NOT NULL,
  benefit_type VARCHAR(40) NOT NULL,
  PRIMARY KEY (scheme, benefit_type),
  CONSTRAINT regional_scheme_of FOREIGN KEY (benefit_type) REFERENCES benefit_type (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- What an evaluator outside found by matching: persons, and those in stable employment, before and after.
CREATE TABLE effect_figure (
  study       VARCHAR(120) NOT NULL,
  years_since INT          NOT NULL COMMENT 'years since start',
  population  VARCHAR(8)   NOT NULL,
  moment      VARCHAR(6)   NOT NULL,
  persons     INT          NOT NULL,
  stable      INT          NOT NULL COMMENT 'of them in stable employment',
  stated_on   DATE         NOT NULL,
  source      VARCHAR(200) NOT NULL,
  changed_by  VARCHAR(64)  NOT NULL,
  PRIMARY KEY (study, years_since, population, moment, stated_on),
  CONSTRAINT effect_figure_population CHECK (population IN ('treated', 'control')),
  CONSTRAINT effect_figure_moment CHECK (moment IN ('before', 'after')),
  CONSTRAINT effect_figure_figures CHECK (years_since BETWEEN 0 AND 20 AND persons >= 0 AND stable BETWEEN 0 AND persons)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- A political action plan: its nine rows, the entries of the catalogue that carry it out, and when it is a success.
CREATE TABLE action_plan (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  title         VARCHAR(200) NOT NULL,
  department_id VARCHAR(40)  NOT NULL COMMENT 'whose it is',
  from_on       DATE         NOT NULL,
  to_on         DATE         NULL,
  aim           TEXT         NULL,
  description   TEXT         NULL,
  purpose       TEXT         NULL,
  audience      TEXT         NULL,
  actors        TEXT         NULL,
  schedule      TEXT         NULL,
  economy       TEXT         NULL,
  success       TEXT         NULL,
  follow_up     TEXT         NULL,
  created_at    DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by    VARCHAR(64)  NOT NULL,
  revision      INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  KEY action_plan_department (department_id, from_on),
  CONSTRAINT action_plan_of FOREIGN KEY (department_id) REFERENCES department (id),
  CONSTRAINT action_plan_dates CHECK (to_on >= from_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

CREATE TABLE action_plan_entry (
  plan_id        BIGINT      NOT NULL,
  entry_id       BIGINT      NOT NULL,
  implemented_on DATE        NULL COMMENT 'since when the entry does what the plan asks of it',
  changed_by     VARCHAR(64) NOT NULL,
  PRIMARY KEY (plan_id, entry_id),
  KEY action_plan_entry_of (entry_id),
  CONSTRAINT action_plan_entry_plan FOREIGN KEY (plan_id) REFERENCES action_plan (id),
  CONSTRAINT action_plan_entry_of FOREIGN KEY (entry_id) REFERENCES catalogue_entry (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- A criterion as a rule: threshold is thousandths of a share or of a growth, or days.
CREATE TABLE success_criterion (
  plan_id     BIGINT       NOT NULL,
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  ordinal     INT          NOT NULL,
  text        VARCHAR(400) NOT NULL,
  metric      VARCHAR(20)  NOT NULL,
  unit        VARCHAR(8)   NULL COMMENT 'share, relative, points (percentage points) or days; NULL: a person judges',
  threshold   INT          NULL COMMENT 'at least: thousandths, or days',
  partly      INT          NULL COMMENT 'partly reached from here; NULL: never',
  baseline_id BIGINT       NULL,
  changed_by  VARCHAR(64)  NOT NULL,
  revision    INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (plan_id, id),
  UNIQUE KEY success_criterion_id (id),
  CONSTRAINT success_criterion_of FOREIGN KEY (plan_id) REFERENCES action_plan (id),
  CONSTRAINT success_criterion_baseline FOREIGN KEY (baseline_id) REFERENCES baseline (id),
  CONSTRAINT success_criterion_metric CHECK (metric IN ('better-function', 'job-or-education', 'implemented', 'felt-effect', 'duration', 'judged')),
  CONSTRAINT success_criterion_unit CHECK (unit IN ('share', 'relative', 'points', 'days')),
  CONSTRAINT success_criterion_rule CHECK ((metric = 'judged') = (unit IS NULL) AND (unit IS NULL) = (threshold IS NULL)),
  CONSTRAINT success_criterion_partly CHECK (partly IS NULL OR (threshold IS NOT NULL AND partly < threshold))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- How it stood at the end of a quarter: what was computed, or what a person judged.  The newest of a quarter counts.
CREATE TABLE criterion_state (
  criterion_id BIGINT        NOT NULL,
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  quarter      DATE          NOT NULL COMMENT 'its first day',
  state        VARCHAR(10)   NOT NULL,
  numerator    BIGINT        NULL COMMENT 'of days: tenths of a day',
  denominator  BIGINT        NULL,
  earlier      BIGINT        NULL COMMENT 'the numerator before, where a growth is asked for',
  earlier_of   BIGINT        NULL COMMENT '... of so many',
  missing      BIGINT        NULL COMMENT 'participants who gave no answer',
  note         VARCHAR(1000) NULL COMMENT 'the person''s, who judged',
  created_at   DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_by   VARCHAR(64)   NOT NULL COMMENT 'who judged; samspil-reporter where it was computed',
  PRIMARY KEY (criterion_id, id),
  UNIQUE KEY criterion_state_id (id),
  KEY criterion_state_quarter (criterion_id, quarter, id),
  CONSTRAINT criterion_state_of FOREIGN KEY (criterion_id) REFERENCES success_criterion (id),
  CONSTRAINT criterion_state_state CHECK (state IN ('reached', 'partly', 'not', 'unknown')),
  CONSTRAINT criterion_state_quarter CHECK (DAYOFMONTH(quarter) = 1 AND MONTH(quarter) IN (1, 4, 7, 10))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci WITH SYSTEM VERSIONING;

-- A report that was asked for: waiting, being computed, or kept.  Figures about all, names of nobody.
CREATE TABLE report_run (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  report      VARCHAR(40)  NOT NULL,
  query       VARCHAR(600) NOT NULL COMMENT 'what was asked, in its one form: period, filters, as-of',
  query_hash  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of report and query',
  state       VARCHAR(10)  NOT NULL DEFAULT 'waiting',
  asked_by    VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
  asked_at    DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  begun_at    DATETIME     NULL,
  alive_at    DATETIME     NULL COMMENT 'the one who computes it was there',
  steps       INT          NOT NULL DEFAULT 0,
  step        INT          NOT NULL DEFAULT 0 COMMENT 'of so many',
  done_at     DATETIME     NULL,
  microseconds BIGINT      NULL COMMENT 'that it took',
  data_at     DATETIME     NULL COMMENT 'the moment that the figures are of, UTC',
  figures     LONGTEXT     NULL COMMENT 'the page''s <report>, before anything about few people is hidden',
  error       VARCHAR(400) NULL,
  standing    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin AS (IF(state IN ('waiting', 'running'), query_hash, NULL)) VIRTUAL COMMENT 'nobody computes the same twice at once',
  PRIMARY KEY (id),
  UNIQUE KEY report_run_standing (standing),
  KEY report_run_query (query_hash, done_at),
  KEY report_run_state (state, asked_at),
  KEY report_run_report (report, state, id),
  CONSTRAINT report_run_asker FOREIGN KEY (asked_by) REFERENCES staff (uid),
  CONSTRAINT report_run_state CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- Downloads of reports and lists behind their numbers: who took how many of late.
CREATE TABLE report_taken (
  id     BIGINT      NOT NULL AUTO_INCREMENT,
  uid    VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
  report VARCHAR(40) NOT NULL,
  what   VARCHAR(8)  NOT NULL COMMENT 'csv, xml or list',
  at     DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  KEY report_taken_by (uid, at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- Files that came in, and rows that went out.  Whose they were stands in no row of these.
CREATE TABLE import_run (
  id       BIGINT       NOT NULL AUTO_INCREMENT,
  direction VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'in' COMMENT 'out: samspil-export wrote it; nothing was added, changed or the same',
  kind     VARCHAR(40)  NOT NULL,
  file     VARCHAR(200) NOT NULL COMMENT 'its name, without its folder',
  sha256   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  total    BIGINT       NOT NULL COMMENT 'rows of the file',
  added    BIGINT       NOT NULL,
  changed  BIGINT       NOT NULL,
  same     BIGINT       NOT NULL,
  by_whom  VARCHAR(64)  NOT NULL COMMENT 'the operating system''s user',
  at       DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id),
  KEY import_run_kind (kind, at),
  CONSTRAINT import_run_direction CHECK (direction IN ('in', 'out'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

CREATE TABLE evaluation_extract (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  purpose    VARCHAR(400)  NOT NULL,
  receiver   VARCHAR(200)  NOT NULL,
  legal_basis VARCHAR(400) NOT NULL,
  from_on    DATE          NOT NULL COMMENT 'the first day of a month',
  to_on      DATE          NOT NULL COMMENT 'the last day of a month',
  again      VARCHAR(400)  NULL COMMENT 'why the receiver gets one that overlaps an earlier one',
  key_mark   CHAR(16)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which key it was: the beginning of its hash',
  persons    BIGINT        NOT NULL,
  total      BIGINT        NOT NULL COMMENT 'rows of all files',
  hidden     BIGINT        NOT NULL COMMENT 'values that were left out since they fit few people',
  sha256     CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the list of its files with their sums',
  by_whom    VARCHAR(64)   NOT NULL COMMENT 'the operating system''s user',
  at         DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

ALTER TABLE rule_change
  DROP CONSTRAINT rule_change_kind,
  ADD CONSTRAINT rule_change_kind CHECK (rule IN ('frame', 'target-group', 'category', 'benefit', 'deadline', 'stop', 'question', 'rate', 'refund', 'caseload',
    'baseline', 'criterion', 'hours', 'budget', 'budget-category', 'budget-alias'));
