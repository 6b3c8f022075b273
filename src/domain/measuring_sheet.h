/*
 * measuring_sheet.h - all that somebody is asked of an intervention this time, as one form: of its provider, and of its citizen.  domain/: may use base/, sql/,
 * xml/, rule/, web/.
 */
#ifndef SAMSPIL_DOMAIN_MEASURING_SHEET_H
#define SAMSPIL_DOMAIN_MEASURING_SHEET_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "domain/progress_goal.h"
#include "web/form.h"
#include "web/request.h"

/* What the giver is asked in the round of today; borrowed, but for what it is asked for. */
struct measuring_sheet {
	long long course, intervention;
	const char *giver;			/* "provider" or "citizen" */
	int round;				/* 0: there is nothing to measure */
	struct progress_asked *asked;
	size_t count;
	const char *goals;			/* the questions' numbers, as the form brings them back */
	struct form form;			/* goals, and of each question value-N, not-possible-N, comment-N; owned by the request */
};

/* Read it; owned by the request.  submit is the form's one button.  A sheet with count 0: nothing is left to measure. */
struct measuring_sheet *measuring_sheet_read(struct request *rq, long long course, long long intervention, const char *giver,
    const char *const *submits);

/* Draw it, with the question's words at each value; and, after what was refused since other goals are measured now, what was typed of those that are gone:
 *	<typed [question] [value] [not-possible] [comment]/>* */
xmlNode *measuring_sheet_add(struct request *rq, xmlNode *parent, const struct measuring_sheet *sheet, const char *action);
void measuring_sheet_typed_add(struct request *rq, xmlNode *parent, const struct measuring_sheet *sheet);

/*
 * Read what came and keep it all, or nothing: each question has a value, or a reason why it could not be measured.  False, and the request knows why: a field is
 * wrong (422), or other goals are measured now than the form had ("goals-changed", 409; where nothing is left to measure
 * in this round, "measured-already").
 */
bool measuring_sheet_keep(struct request *rq, const struct measuring_sheet *sheet);

#endif
