-- samspil-stylesheet: versions of departments' layers, no case and no citizen.
GRANT SELECT (uid, department_id, active) ON staff TO @program@;
GRANT SELECT ON staff_role TO @program@;
GRANT SELECT (id) ON department TO @program@;
GRANT SELECT, INSERT, UPDATE ON stylesheet_version TO @program@;
GRANT SELECT, INSERT, UPDATE (active_id, failures_in_row) ON stylesheet_view TO @program@;
GRANT SELECT ON stylesheet_use TO @program@;
GRANT SELECT ON department_look TO @program@;
GRANT SELECT ON department_label TO @program@;
GRANT SELECT ON department_column TO @program@;
