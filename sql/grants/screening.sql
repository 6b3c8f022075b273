-- samspil-screening: who was asked what and where it stands; of answers only how many there are.
GRANT SELECT, UPDATE (seen_at, ended_at) ON session TO @program@;
GRANT SELECT (uid, name, department_id, active) ON staff TO @program@;
GRANT SELECT ON department TO @program@;
GRANT SELECT, INSERT ON once TO @program@;
GRANT INSERT ON access_log TO @program@;
GRANT SELECT ON schema_migration TO @program@;
GRANT SELECT (id, name, birth_date, phone, language, interpreter_needed, protection_from, protection_to, death_date, department_id) ON citizen TO @program@;
GRANT SELECT (citizen_id, cpr, kind) ON citizen_cpr TO @program@;
GRANT SELECT ON fictional_citizen TO @program@;
GRANT SELECT (citizen_id, benefit_type, starts_on, ends_on) ON benefit_period TO @program@;
GRANT SELECT (code, title) ON benefit_type TO @program@;
GRANT SELECT (id, code, version, title, state) ON questionnaire TO @program@;
GRANT SELECT (id, citizen_id, questionnaire_id, state, expires_on, issued_by, issued_at, opened_at, submitted_at, red, yellow, green, revision), UPDATE (state, expires_on, changed_by, revision) ON screening TO @program@;
GRANT SELECT (screening_id, state) ON answer TO @program@;
GRANT SELECT (id, screening_id, shown_once, failures, expires_on, revoked_at), INSERT (code_hash, citizen_id, screening_id, shown_once, expires_on, issued_by), UPDATE (shown_once, revoked_at) ON access_code TO @program@;
GRANT SELECT (id, citizen_id, caseworker_uid) ON course TO @program@;
GRANT SELECT (id, course_id, uid, from_on, to_on) ON course_contact TO @program@;
