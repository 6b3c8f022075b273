/* measurement.h - values from 0 to 10, by citizen and provider.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_MEASUREMENT_H
#define SAMSPIL_DOMAIN_MEASUREMENT_H

#include <libxml/tree.h>

#include "rule/progression.h"
#include "web/request.h"

enum { MEASUREMENT_CODE_DAYS = 14 };

/* What is kept of one giver's nth answer to a question about an intervention. */
struct measurement {
	long long course, intervention, question;
	const char *by;			/* "citizen" or "provider" */
	struct value value;		/* INT(0..10), or NOTHING with the reason in not_possible */
	struct value not_possible, comment;
};

/* Keep it as the giver's next round.  The new row's id; 0 after a failure. */
long long measurement_keep(struct request *rq, const struct measurement *m);

/* Questions of the bank that can be asked today, as choices of a field (a field's source). */
void measurement_question_choices(struct request *rq, xmlNode *field);

/*
 * Which question to measure next, so that two lines meet: one that the citizen is ahead in, else the last that was measured.  0
 * for none.
 */
long long measurement_question_next(struct request *rq, long long intervention);

/*
 * A new access code for the citizen to measure this intervention with; earlier ones end.  It is shown to its issuer on the next
 * page: access_code_add.
 */
void measurement_code_issue(struct request *rq, long long intervention);

/* The code that the user has just issued, once: <access-code code intervention expires-on/>, or nothing. */
void measurement_code_add(struct request *rq, xmlNode *parent, long long intervention);

/*
 * For each question that was measured of an intervention:
 *	<progress question text anchor-0 anchor-10 citizen provider change-citizen change-provider waits="citizen|provider">
 *	    <line by> <point round value not-possible on/>* </line>* <chart/>? <own-value round value not-possible on/>*
 *	    <comment by on>text</comment>* </progress>
 * Only rounds that are open (rule/progression.h) are in it: neither giver's value reaches the other, or anybody else, early.
 * viewer ("citizen", "provider" or NULL) sees own values of rounds that are not open as <own-value>.
 */
void measurement_add_progress(struct request *rq, xmlNode *parent, long long intervention, const char *viewer);

#endif
