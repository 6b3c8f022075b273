-- samspil-admin: departments and the access log.  It changes nothing.
GRANT SELECT, UPDATE (seen_at, ended_at) ON session TO @program@;
GRANT SELECT ON staff TO @program@;
GRANT SELECT ON department TO @program@;
GRANT SELECT, INSERT ON once TO @program@;
GRANT SELECT, INSERT ON access_log TO @program@;
GRANT SELECT ON schema_migration TO @program@;
GRANT SELECT (id, name, department_id) ON citizen TO @program@;
GRANT SELECT (citizen_id, cpr) ON citizen_cpr TO @program@;
GRANT SELECT, INSERT, UPDATE ON kept_form TO @program@;
GRANT SELECT, UPDATE (active_id, failures_in_row) ON stylesheet_view TO @program@;
GRANT SELECT, UPDATE (state, retired_at, retired_why) ON stylesheet_version TO @program@;
GRANT SELECT, INSERT, UPDATE ON stylesheet_use TO @program@;
GRANT SELECT, INSERT ON stylesheet_failure TO @program@;
GRANT SELECT ON department_look TO @program@;
GRANT SELECT ON department_label TO @program@;
GRANT SELECT ON department_column TO @program@;
