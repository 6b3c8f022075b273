-- Taken back, by which rule, one at a time, and nobody singled out: what reports, imports and extracts came to need once they were in use.

-- What a change of benefit ended when it was typed, so that it can be taken back.
SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE benefit_period
  ADD COLUMN ended_period BIGINT NULL COMMENT 'the period that it ended when it was typed' AFTER first_absence_day,
  ADD COLUMN ended_was DATE NULL COMMENT 'what was the last day of that; NULL: none' AFTER ended_period;

SET STATEMENT system_versioning_alter_history = KEEP FOR ALTER TABLE criterion_state
  ADD COLUMN criterion_revision INT NOT NULL DEFAULT 1 COMMENT 'the revision of the criterion by which it was found' AFTER missing;
UPDATE criterion_state s SET s.criterion_revision = COALESCE((SELECT MAX(c.revision) FROM success_criterion FOR SYSTEM_TIME ALL c
  WHERE c.id = s.criterion_id AND c.ROW_START <= s.created_at + INTERVAL 1 SECOND), 1);

ALTER TABLE report_taken
  MODIFY COLUMN what VARCHAR(8) NOT NULL COMMENT 'csv, xml, list or compute';

ALTER TABLE import_run
  ADD KEY import_run_at (at);

-- One import of a kind at a time, on every server of a cluster: each changes its kind's row before it looks at anything.
CREATE TABLE import_turn (
  kind VARCHAR(40) NOT NULL,
  n    BIGINT      NOT NULL DEFAULT 1,
  PRIMARY KEY (kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

-- Who was in an extract: no two of one receiver differ by few.  Of earlier ones the access log tells.
CREATE TABLE evaluation_person (
  extract_id BIGINT NOT NULL,
  citizen_id BIGINT NOT NULL,
  PRIMARY KEY (extract_id, citizen_id),
  CONSTRAINT evaluation_person_extract FOREIGN KEY (extract_id) REFERENCES evaluation_extract (id) ON DELETE CASCADE,
  CONSTRAINT evaluation_person_citizen FOREIGN KEY (citizen_id) REFERENCES citizen (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;
INSERT INTO evaluation_person (extract_id, citizen_id)
  SELECT DISTINCT e.id, c.id FROM access_log a JOIN evaluation_extract e ON e.id = a.object_id JOIN citizen c ON c.id = a.citizen_id
  WHERE a.program = 'export' AND a.route = 'evaluation';

ALTER TABLE rule_change
  MODIFY COLUMN code VARCHAR(160) NOT NULL COMMENT 'the key of its row',
  ADD KEY rule_change_at (at),
  DROP CONSTRAINT rule_change_kind,
  ADD CONSTRAINT rule_change_kind CHECK (rule IN ('frame', 'target-group', 'category', 'benefit', 'deadline', 'stop', 'question', 'rate', 'refund', 'caseload',
    'baseline', 'action-plan', 'criterion', 'hours', 'budget', 'budget-category', 'budget-alias'));
