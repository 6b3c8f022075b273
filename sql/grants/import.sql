-- samspil-import: reference lists and questionnaires, no case.
GRANT SELECT, INSERT, UPDATE ON icf TO @program@;
GRANT SELECT, INSERT, UPDATE, DELETE ON icf_synonym TO @program@;
GRANT SELECT, INSERT, UPDATE ON questionnaire TO @program@;
GRANT SELECT ON benefit_type TO @program@;
GRANT SELECT ON target_group TO @program@;
GRANT SELECT ON risk_category TO @program@;
