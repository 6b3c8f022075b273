-- samspil-import: reference lists and questionnaires; of cases only what other systems know, by CPR number.
GRANT SELECT, INSERT, UPDATE ON icf TO @program@;
GRANT SELECT, INSERT, UPDATE, DELETE ON icf_synonym TO @program@;
GRANT SELECT, INSERT, UPDATE ON questionnaire TO @program@;
GRANT SELECT ON benefit_type TO @program@;
GRANT SELECT ON target_group TO @program@;
GRANT SELECT ON risk_category TO @program@;
GRANT SELECT (citizen_id, cpr) ON citizen_cpr TO @program@;
GRANT SELECT (id, citizen_id, state) ON course TO @program@;
GRANT SELECT, INSERT, UPDATE (value, told_on, imported, imported_from, imported_on, changed_by) ON background_value TO @program@;
