/*
 * progress.h - what was measured of an intervention, as it is stored: goals, values, rounds.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * What may be shown of it to whom: measurement.h.  Everything belongs to the owner that was given to progress_read.
 */
#ifndef SAMSPIL_DOMAIN_PROGRESS_H
#define SAMSPIL_DOMAIN_PROGRESS_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "rule/measuring.h"
#include "rule/progression.h"
#include "web/request.h"

/* A value that a later one stands for. */
struct progress_corrected {
	const struct progress_corrected *earlier;	/* NULL: this was the first */
	const char *value;		/* NULL: it was not possible */
	const char *reason, *on;	/* why and when it was corrected */
};

/* What stands beside the value of the same index; the day is the first one's. */
struct progress_answer {
	const char *on, *comment, *not_possible;
	const struct progress_corrected *corrected;	/* NULL: it never was */
};

/* A goal of an intervention: its question, and all that was measured, the last correction of each. */
struct progress_goal {
	long long question;
	const char *text, *anchor_0, *anchor_10;
	const char *direction, *measure;	/* "develop", "maintain", "limit-loss"; "nrs", "psfs", "gas" */
	const char *chosen_on, *ended_on, *ended_reason;	/* each may be NULL */
	bool higher_is_better;
	bool over;				/* it ended before its intervention did: another one took its place */
	int target, weight;			/* target -1: none is set */
	struct progress_answer *answers;
	struct progress_value *values;
	size_t count;
	struct progress_round *rounds;		/* point into values */
	size_t rounds_count;
};

struct progress {
	struct progress_goal *goals;		/* those that go on, then those that have ended */
	size_t count;
	struct measuring_schedule *schedule;
	size_t schedule_count;
};

/*
 * Read it as db sees it.  A value's age is counted to moment (SQL's form, UTC; NULL: now), so that a page of the past shows what was open
 * then.  Never NULL; empty after a failure, which db remembers.
 */
struct progress *progress_read(struct db *db, const void *owner, long long intervention, const char *moment);

/* The answer beside a value of the goal; NULL for NULL. */
const struct progress_answer *progress_answer_of(const struct progress_goal *goal, const struct progress_value *value);

/* The rounds whose day had passed unanswered (measuring.h) up to today: who gave nothing at all in each.  Owned by owner; *count of them. */
struct stop_missed *progress_missed(const void *owner, const struct progress *progress, const char *today, size_t *count);

/* Up to which day a page of an intervention tells of missed rounds: its moment, or when it ended.  Owned by the request. */
const char *progress_until(struct request *rq, long long intervention);

/*
 * What several goals come to, by whom, of what is open:
 *	<score kind="psfs" by first last change noticeable items added/> <score kind="gas" by value items lacking/>
 * psfs: the mean of the goals that are so measured, of those that were measured both the first time and the last.  gas: the T-score of the
 * latest values against their targets; lacking: goals without target or value.
 */
void progress_add_scores(xmlNode *parent, const struct progress *progress);

/*
 * The last open round of each goal of an intervention that is not ended: <latest intervention title href current> <of question text on citizen provider waits/>*
 * </latest>; the attributes of <latest> are copied from its <intervention>.
 */
void progress_add_latest(struct request *rq, xmlNode *parent, const xmlNode *intervention);

/*
 * How near a course is to its employment goal, as its caseworker sees it: <employment goal value on change> <chart/>? <comment on/>* <not-possible on/>*
 * <correction .../>* </employment>; nothing where it was never measured.
 */
void progress_add_employment(struct request *rq, xmlNode *parent, long long course);

#endif
