-- samspil-triage: answered questionnaires, the decision on them, and the course that it opens.
GRANT SELECT, UPDATE (seen_at, ended_at) ON session TO @program@;
GRANT SELECT (uid, name, department_id, active) ON staff TO @program@;
GRANT SELECT ON department TO @program@;
GRANT SELECT, INSERT ON once TO @program@;
GRANT INSERT ON access_log TO @program@;
GRANT SELECT ON schema_migration TO @program@;
GRANT SELECT (id, name, birth_date, phone, language, interpreter_needed, protection_from, protection_to, death_date, department_id) ON citizen TO @program@;
GRANT SELECT (citizen_id, cpr, kind) ON citizen_cpr TO @program@;
GRANT SELECT (citizen_id, benefit_type, starts_on, ends_on) ON benefit_period TO @program@;
GRANT SELECT (code, title) ON benefit_type TO @program@;
GRANT SELECT ON course_frame TO @program@;
GRANT SELECT ON questionnaire TO @program@;
GRANT SELECT, UPDATE (state, changed_by, revision) ON screening TO @program@;
GRANT SELECT ON screening_dimension TO @program@;
GRANT SELECT ON answer TO @program@;
GRANT SELECT, INSERT ON risk_assessment TO @program@;
GRANT SELECT (id, citizen_id, frame_id, screening_id, caseworker_uid, state), INSERT ON course TO @program@;
GRANT SELECT (id, course_id, uid, from_on, to_on), INSERT ON course_contact TO @program@;
