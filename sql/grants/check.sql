-- samspil-check looks whether the schema is this version's and the configuration's departments are there; it changes nothing.
GRANT SELECT ON schema_migration TO @program@;
GRANT SELECT (id) ON department TO @program@;
