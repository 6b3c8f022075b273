-- What was filed in the demo's courses: letters, a statement that is sensitive, one given to a provider, a draft, one filed wrongly.
SET time_zone = '+00:00', system_versioning_insert_history = ON, @for_ever = '2038-01-19 03:14:07.999999', @today = CURRENT_DATE;

CREATE TEMPORARY TABLE document_now (id BIGINT PRIMARY KEY, course_id BIGINT, intervention_id BIGINT, kind VARCHAR(20), title VARCHAR(200),
  file_name VARCHAR(200), media_type VARCHAR(100), source VARCHAR(200), received_on DATE, journal_ref VARCHAR(60), is_sensitive BOOLEAN,
  state VARCHAR(10), state_reason VARCHAR(400), uid VARCHAR(64), bytes MEDIUMBLOB) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_danish_ci;

INSERT INTO document_now VALUES
  (1, 4, 3, 'agreement', 'Aftale med arbejdspladsen om praktik', 'Aftale om praktik.pdf', 'application/pdf', 'Eksempel Regnskab ApS',
    @today - INTERVAL 34 DAY, '26/10412', FALSE, 'final', NULL, 'mads.sb', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length 170 >>\nstream\nBT /F1 12 Tf 60 780 Td 16 TL (Eksempel Regnskab ApS) Tj T* (Vi kan tilbyde en fast opgave 8 timer om ugen.) Tj T* (Arbejdspladsen er indrettet med et haevebord.) Tj T* ET\nendstream\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\nxref\n0 6\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000115 00000 n \n0000000241 00000 n \n0000000462 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n532\n%%EOF\n'),
  (2, 4, NULL, 'examination', 'Speciallægeerklæring, reumatologi', 'Speciallægeerklæring.pdf', 'application/pdf', 'Reumatologisk klinik',
    @today - INTERVAL 99 DAY, '26/08120', TRUE, 'final', NULL, 'spl.nils', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length 165 >>\nstream\nBT /F1 12 Tf 60 780 Td 16 TL (Speciallaegeerklaering (fiktiv)) Tj T* (Nakke og skuldre: ingen tegn paa nerveskade.) Tj T* (Gradvis genoptraening anbefales.) Tj T* ET\nendstream\nendobj\n5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\nxref\n0 6\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000115 00000 n \n0000000241 00000 n \n0000000457 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n527\n%%EOF\n'),
  (3, 4, NULL, 'letter', 'Brev fra borgeren om de første uger', 'brev.txt', 'text/plain', 'Borgeren', @today - INTERVAL 20 DAY, NULL, FALSE, 'final', NULL,
    'mads.sb', 'Det går godt med de to timer om morgenen.\nOnsdag er den svære dag.\n\nTestine\n'),
  (4, 4, NULL, 'report', 'Status på mentorstøtte', 'status.txt', 'text/plain', 'Voksenhandicap', @today - INTERVAL 3 DAY, NULL, FALSE, 'draft', NULL,
    'mads.sb', 'Ugeplanen holder tre dage ud af fem.\n'),
  (5, 4, NULL, 'cv', 'CV', 'cv.txt', 'text/plain', NULL, @today - INTERVAL 60 DAY, NULL, FALSE, 'wrong', 'Hører til et andet forløb', 'mads.sb',
    'Et andet CV\n'),
  (6, 5, NULL, 'medical', 'Svar fra egen læge', 'svar fra egen læge.txt', 'text/plain', 'Lægehuset', @today - INTERVAL 150 DAY, '26/05531', FALSE, 'final', NULL,
    'mads.sb', 'Svært at komme i gang om morgenen; søvnen er bedre.\n');

INSERT INTO document (id, course_id, intervention_id, kind, title, file_name, media_type, size, sha256, source, received_on, journal_ref, is_sensitive, state,
    state_reason, scan, uid, created_at, changed_by, ROW_START, ROW_END)
  SELECT id, course_id, intervention_id, kind, title, file_name, media_type, LENGTH(bytes), SHA2(bytes, 256), source, received_on, journal_ref, is_sensitive, state,
    state_reason, 'not-asked', uid, received_on + INTERVAL 10 HOUR, uid, received_on + INTERVAL 10 HOUR, @for_ever FROM document_now;

INSERT INTO document_part (document_id, ordinal, bytes) SELECT id, 0, bytes FROM document_now;

DROP TEMPORARY TABLE document_now;
