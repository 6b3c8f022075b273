-- samspil-notify reminds by messages, sends mails that say nothing about anybody, and raises what the stop rule finds.
GRANT SELECT (uid, active, email) ON staff TO @program@;
GRANT SELECT, INSERT, UPDATE (try_at, tries, sent_at, given_up, error), DELETE ON outbox TO @program@;
GRANT SELECT, INSERT ON reminder TO @program@;
GRANT SELECT (id, to_uid, course_id, intervention_id, sent_at, read_at, wants_receipt, receipted_at), INSERT ON message TO @program@;
GRANT SELECT (id, course_id, kind, due_on, done_on, rests_since) ON deadline TO @program@;
GRANT SELECT, UPDATE (revision) ON course TO @program@;
GRANT SELECT, INSERT, UPDATE ON course_turn TO @program@;
GRANT SELECT (id, course_id, catalogue_version_id, provider_uid, state, ordered_on, starts_on, started_on, ends_on, ended_on, first_measurement_on) ON intervention TO @program@;
GRANT SELECT ON measurement TO @program@;
GRANT SELECT ON measurement_schedule TO @program@;
GRANT SELECT ON progress_goal TO @program@;
GRANT SELECT (id, text, anchor_0, anchor_10, higher_is_better) ON progress_question TO @program@;
GRANT SELECT ON catalogue_version TO @program@;
GRANT SELECT ON stop_rule TO @program@;
GRANT SELECT, INSERT, UPDATE (figure, raised_on, answer, answer_reason, answered_by, answered_on, changed_by, revision) ON stop_task TO @program@;
GRANT SELECT, INSERT, UPDATE ON notify_walk TO @program@;
