-- samspil-answer: opens with a code, reads one questionnaire, keeps its answers or a measurement; nothing of any case.
GRANT SELECT (id, code_hash, citizen_id, screening_id, intervention_id, survey_id, failures, expires_on, used_at, revoked_at), UPDATE (failures, used_at) ON access_code TO @program@;
GRANT SELECT (id, birth_date, death_date, department_id) ON citizen TO @program@;
GRANT SELECT (token_hash, access_code_id, ends_at, ended_at, language, seen_at, ended_why, response_id), INSERT (token_hash, access_code_id, ends_at, language, response_id), UPDATE (ended_at, language, seen_at, ended_why, response_id) ON answer_session TO @program@;
GRANT SELECT (id, questionnaire_id, state, page, language, filled_by, revision), UPDATE (state, opened_at, submitted_at, page, language, red, yellow, green, missing, indicates, rule, sentence, changed_by, revision) ON screening TO @program@;
GRANT SELECT (id, xml) ON questionnaire TO @program@;
-- INSERT ... ON DUPLICATE KEY UPDATE asks for all columns where a table is versioned.
GRANT SELECT, INSERT, UPDATE, DELETE ON answer TO @program@;
GRANT INSERT ON screening_dimension TO @program@;
GRANT INSERT ON screening_score TO @program@;
GRANT SELECT, INSERT, UPDATE, DELETE ON survey_answer TO @program@;
GRANT SELECT (id, questionnaire_id, department_id, opens_on, closes_on, ended_at) ON survey TO @program@;
GRANT SELECT, INSERT, UPDATE (page, sent) ON survey_response TO @program@;
GRANT SELECT (id, course_id, title, state, first_measurement_on) ON intervention TO @program@;
GRANT SELECT (intervention_id, question_id, ended_on, created_at) ON progress_goal TO @program@;
GRANT SELECT (intervention_id, first_round, first_due_on, interval_weeks) ON measurement_schedule TO @program@;
GRANT SELECT (id, text, anchor_0, anchor_10, higher_is_better) ON progress_question TO @program@;
GRANT SELECT (course_id, intervention_id, question_id, round, measured_by), INSERT (course_id, intervention_id, question_id, round, measured_by, value, not_possible, comment, changed_by) ON measurement TO @program@;
GRANT SELECT (address, at), INSERT (account, address) ON sign_in_failure TO @program@;
GRANT SELECT, INSERT ON once TO @program@;
GRANT INSERT ON access_log TO @program@;
GRANT SELECT ON schema_migration TO @program@;
-- The look of the citizen's department.
GRANT SELECT, UPDATE (active_id, failures_in_row) ON stylesheet_view TO @program@;
GRANT SELECT, UPDATE (state, retired_at, retired_why) ON stylesheet_version TO @program@;
GRANT SELECT, INSERT, UPDATE ON stylesheet_use TO @program@;
GRANT SELECT, INSERT ON stylesheet_failure TO @program@;
GRANT SELECT ON department_look TO @program@;
GRANT SELECT ON department_label TO @program@;
GRANT SELECT ON department_column TO @program@;
