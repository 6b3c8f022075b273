"""A process keeps some questionnaires read.  A page that needs more of them than that still has each of its own."""

COPIES = 20


def test_a_page_may_need_more_questionnaires_than_are_kept(stack, sign_in):
    """Karen was asked by many others before: her page lists them all, and says what her own found."""
    before = stack.sql("SELECT MAX(id) FROM questionnaire")[0][0]
    for number in range(COPIES):
        stack.sql(f"""INSERT INTO questionnaire (code, version, language, languages, title, benefit_type, audience, licence, legal_basis, state, xml, checksum)
            SELECT 'kept-{number}', 1, language, languages, 'Kept {number}', benefit_type, audience, licence, legal_basis, 'retired', xml, checksum
            FROM questionnaire WHERE code = 'demo-kontanthjaelp' ORDER BY version DESC LIMIT 1""")
    stack.sql(f"""INSERT INTO screening (citizen_id, questionnaire_id, state, expires_on, issued_by, opened_at, submitted_at, red, yellow,
            green, missing, indicates, rule, sentence, changed_by)
        SELECT 1, q.id, 'submitted', CURRENT_DATE, 'mads.sb', NOW() - INTERVAL 60 DAY, NOW() - INTERVAL 60 DAY, 1, 1, 22, 0, 'jobparat', 'jobparat',
            'Kept.', 'citizen' FROM questionnaire q WHERE q.id > {before}""")
    try:
        mads = sign_in("mads.sb")
        for _ in range(6):  # whichever worker answers
            page = mads.get("/triage/1")
            assert page.status == 200
            assert "10 røde og 3 gule" in page.text and "Kept 3" in page.text
            assert mads.get("/screening/1/compare").status == 200
    finally:
        stack.sql(f"""DELETE FROM screening WHERE questionnaire_id > {before}""")
        stack.sql(f"DELETE FROM questionnaire WHERE id > {before}")
