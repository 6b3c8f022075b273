-- samspil-scan has documents looked at that could not be looked at when they came, and says what was found; it reads their bytes, and no more of a case.
GRANT SELECT (course_id, id, title, size, uid, state, scan, revision, row_start, row_end), UPDATE (scan, scan_found, scanned_at, changed_by) ON document TO @program@;
GRANT SELECT ON document_part TO @program@;
GRANT SELECT (uid, active) ON staff TO @program@;
GRANT INSERT ON message TO @program@;
GRANT INSERT ON outbox TO @program@;
