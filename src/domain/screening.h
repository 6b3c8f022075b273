/* screening.h - a questionnaire put to a citizen.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_SCREENING_H
#define SAMSPIL_DOMAIN_SCREENING_H

#include <libxml/tree.h>

#include "web/request.h"

enum { SCREENING_DAYS = 28 };	/* so long a citizen has for answering */

/* So many days an answered screening may wait for a decision: a text, for SQL.  Source: our own assumption. */
#define TRIAGE_WITHIN_DAYS "3"

/*
 * SQL: the state that a screening is shown in.  What is open past its last day is expired, whoever has noticed; but not once staff fill it
 * in: the days are the citizen's.
 */
#define SCREENING_STATE(s, today) \
	"IF(" s ".state IN ('invited', 'opened') AND " s ".expires_on < " today " AND " s ".filled_by = 'citizen', 'expired', " s ".state)"

/* SQL: too many wrong birth dates lock a code; a new one takes its place.  Source: domain.md b, screening: "5 failures lock it". */
#define CODE_FAILURES_MAX "5"
#define CODE_LOCKED(k) k ".failures >= " CODE_FAILURES_MAX " AND " k ".revoked_at IS NULL"

/*
 * Invite the citizen to answer a published questionnaire, within SCREENING_DAYS: a new screening with a new code, which its page
 * shows once.  Returns the screening's id; 0 after a failure, which the request remembers (FAIL_INPUT "citizen-dead": the dead get
 * no letters; FAIL_MISSING: the questionnaire is not published).
 */
long long screening_issue(struct request *rq, long long citizen, long long questionnaire);

/* A new code for a screening that is open; earlier ones are good for nothing any more. */
void screening_new_code(struct request *rq, long long screening);

/* Codes of a screening open nothing any more; who has one open is put out. */
void screening_end_code(struct request *rq, long long screening);

/* Append <qr size> <run x y width/>* </qr>: text for a telephone's camera. */
void screening_qr_add(struct request *rq, xmlNode *parent, const char *text);

#endif
