/* question.h - what is asked of a report, in its one form, so that it can be kept, found again and asked later.  domain/. */
#ifndef SAMSPIL_DOMAIN_REPORT_QUESTION_H
#define SAMSPIL_DOMAIN_REPORT_QUESTION_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "domain/report/report.h"

/*
 * FIGURES_FORM is to be raised where what a kept report says of itself changes (what of it is of few, and what others are told): one that was kept in another
 * form answers nothing, and is computed anew.
 */
enum { QUESTION_TEXT_MAX = 600, FIGURES_FORM = 3 };

/* moment: the data are to be of then ("2026-03-31 21:59:59", UTC); NULL: of now.  text and hash by question_close. */
struct report_question {
	const struct report *report;
	struct report_ask ask;
	const char *moment, *text, *hash;
};

/* Give the question its text and hash, owned by owner; false where it is too long to be kept. */
bool question_close(const void *owner, struct report_question *question);

/* The question of a report that was kept as text; its data are of today where it has no moment.  false for what is no such text. */
bool question_open(const void *owner, const char *report, const char *text, const char *today, struct report_question *out);

/* The report's period where none was asked for: *from the first day of a month, *to the last day of today's, or of whole years. */
void question_period(const void *owner, const struct report *report, const char *today, const char **from, const char **to);

/* The first and the last day of a month or year as people write it: 03-2026, 3-2026, 2026-03, 2026.  false for anything else. */
bool question_month(const void *owner, const char *typed, const char **first, const char **last);

/* The periods that one compares with on the data's day, and one that ended since, where the question names it: what was asked once can be asked again. */
void question_baselines(struct request *rq, xmlNode *field);

/*
 * May this user open the lists behind the numbers of this department (NULL: all)?  A leader may, of the own one and those below it.  Who may not is told
 * nothing about few people.
 */
bool question_opens_lists(struct request *rq, const char *department);

#endif
