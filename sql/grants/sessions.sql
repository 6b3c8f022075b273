-- samspil-sessions ends sessions and keeps roles and departments as the directory has them, and drops what is kept for a
-- while only.
GRANT SELECT (uid, roles, ends_at, ended_at), UPDATE (roles, ended_at) ON session TO @program@;
GRANT SELECT (uid, name, email, department_id), UPDATE (name, email, department_id, active) ON staff TO @program@;
GRANT SELECT, INSERT, DELETE ON staff_role TO @program@;
GRANT SELECT (id) ON department TO @program@;
GRANT SELECT (at), DELETE ON kept_form TO @program@;
GRANT SELECT (at), DELETE ON once TO @program@;
GRANT SELECT (at), DELETE ON stylesheet_failure TO @program@;
GRANT SELECT (id, closes_on) ON survey TO @program@;
GRANT SELECT (survey_id, response_id), UPDATE (response_id) ON survey_participant TO @program@;
GRANT SELECT (response_id), UPDATE (response_id) ON answer_session TO @program@;
GRANT SELECT (id, survey_id, sent), DELETE ON survey_response TO @program@;
GRANT SELECT (response_id), DELETE ON survey_answer TO @program@;
GRANT SELECT (id, state) ON screening TO @program@;
GRANT SELECT (id, state) ON course TO @program@;
GRANT SELECT (path, saved_at), DELETE ON form_draft TO @program@;
