-- samspil-admin: departments, the access log, questionnaires, and the looks that departments make for themselves.  It changes no case.
GRANT SELECT, UPDATE (seen_at, ended_at) ON session TO @program@;
GRANT SELECT ON staff TO @program@;
GRANT SELECT ON department TO @program@;
GRANT SELECT, INSERT ON once TO @program@;
GRANT SELECT, INSERT ON access_log TO @program@;
GRANT SELECT ON schema_migration TO @program@;
-- INSERT ... ON DUPLICATE KEY UPDATE asks for all columns where a table is versioned.
GRANT SELECT, INSERT, UPDATE ON department_look TO @program@;
GRANT SELECT, INSERT, UPDATE, DELETE ON department_label TO @program@;
GRANT SELECT, INSERT, UPDATE, DELETE ON department_column TO @program@;
GRANT SELECT, INSERT, UPDATE ON stylesheet_view TO @program@;
GRANT SELECT (id, name, department_id, death_date) ON citizen TO @program@;
GRANT SELECT (citizen_id, cpr) ON citizen_cpr TO @program@;
GRANT SELECT, INSERT, UPDATE ON kept_form TO @program@;
GRANT SELECT, INSERT, UPDATE, DELETE ON stylesheet_version TO @program@;
GRANT SELECT, INSERT, UPDATE, DELETE ON stylesheet_use TO @program@;
GRANT SELECT, INSERT, DELETE ON stylesheet_failure TO @program@;
GRANT SELECT ON fictional_citizen TO @program@;
GRANT SELECT (id, citizen_id) ON course TO @program@;
GRANT SELECT (id, citizen_id, questionnaire_id, state) ON screening TO @program@;
GRANT SELECT (id, questionnaire_id, closes_on, ended_at) ON survey TO @program@;
GRANT SELECT (id, survey_id, sent) ON survey_response TO @program@;
GRANT SELECT, INSERT, UPDATE, DELETE ON questionnaire TO @program@;
GRANT SELECT ON benefit_type TO @program@;
GRANT SELECT ON target_group TO @program@;
GRANT SELECT ON risk_category TO @program@;
