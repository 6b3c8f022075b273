-- samspil-sessions ends sessions and keeps roles and departments as the directory has them.
GRANT SELECT (uid, roles, ends_at, ended_at), UPDATE (roles, ended_at) ON session TO @program@;
GRANT SELECT (uid, name, department_id), UPDATE (name, department_id, active) ON staff TO @program@;
GRANT SELECT, INSERT, DELETE ON staff_role TO @program@;
GRANT SELECT (id) ON department TO @program@;
