-- samspil-plan: the course, from its analysis to its measurements.  Of screenings it sees nothing, of the bank of codes only
-- those for measuring; of a case only a background's value is ever removed, and its versions stay.
GRANT SELECT, UPDATE (seen_at, ended_at) ON session TO @program@;
GRANT SELECT ON staff TO @program@;
GRANT SELECT ON staff_role TO @program@;
GRANT SELECT ON department TO @program@;
GRANT SELECT, INSERT ON once TO @program@;
GRANT INSERT ON access_log TO @program@;
GRANT SELECT ON schema_migration TO @program@;
GRANT SELECT (id, name, birth_date, phone, language, interpreter_needed, protection_from, protection_to, death_date) ON citizen TO @program@;
GRANT SELECT (citizen_id, cpr, kind) ON citizen_cpr TO @program@;
GRANT SELECT ON fictional_citizen TO @program@;
GRANT SELECT (citizen_id, benefit_type, starts_on, ends_on) ON benefit_period TO @program@;
GRANT SELECT (code, title) ON benefit_type TO @program@;
GRANT SELECT (id, name, professions) ON course_frame TO @program@;
GRANT SELECT ON icf TO @program@;
GRANT SELECT ON progress_question TO @program@;
GRANT SELECT, UPDATE (state, state_reason, state_since, changed_by, revision) ON course TO @program@;
GRANT SELECT, INSERT, UPDATE (to_on, changed_by) ON course_contact TO @program@;
GRANT SELECT, INSERT, UPDATE (value, source, told_on, changed_by), DELETE ON background_value TO @program@;
GRANT SELECT, INSERT, UPDATE (limitation, suggestion, state, signed_at, changed_by, revision) ON professional_note TO @program@;
GRANT SELECT, INSERT, UPDATE (component, kind, icf_code, icf_title, qualifier, qualifier_title, priority, description, suggestion, state, state_reason, changed_by, revision) ON focus_area TO @program@;
GRANT SELECT, INSERT ON conference TO @program@;
GRANT SELECT, UPDATE (done_on, changed_by) ON deadline TO @program@;
GRANT SELECT, INSERT, UPDATE (state, agreement, agreed_on, citizens_words, changed_by, revision) ON plan TO @program@;
GRANT SELECT, INSERT, UPDATE (plan_id, state, started_on, state_reason, changed_by, revision) ON intervention TO @program@;
GRANT SELECT, INSERT ON measurement TO @program@;
GRANT SELECT (id, intervention_id, shown_once, expires_on, issued_by, revoked_at), INSERT, UPDATE (shown_once, revoked_at) ON access_code TO @program@;
GRANT SELECT, INSERT, UPDATE ON kept_form TO @program@;
