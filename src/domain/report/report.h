/*
 * report.h - reports: what one can ask, how it is computed, who stands behind a number.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * A report is computed from what one asks alone, by SQL that anybody may read on its page, on a connection that may be one of an earlier moment (as-of): the
 * same question about the same moment gives the same figures for ever.  It is computed at once where that is quick, else by samspil-reporter, and kept.
 */
#ifndef SAMSPIL_DOMAIN_REPORT_REPORT_H
#define SAMSPIL_DOMAIN_REPORT_REPORT_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "sql/db.h"
#include "web/form.h"
#include "web/request.h"

/* What is asked, all valid, NULL for no limit.  from is the first day of a month, to the last day of one; today the day that the data are of. */
struct report_ask {
	const char *from, *to, *today;
	const char *department;		/* with those below it */
	const char *target_group, *benefit;
	const char *own[4];		/* the values of the report's own fields, in their order */
};

/*
 * A query that a report runs: its name is shown with label report.REPORT.query.NAME, its SQL as it is.  It begins with WITH ask AS (REPORT_ASK) and takes
 * report_args() and nothing else.
 */
struct report_query { const char *name, *sql; };

#define REPORT_ASK \
	"SELECT CAST(? AS DATE) AS from_on, CAST(? AS DATE) AS to_on, CAST(? AS DATE) AS today, CAST(? AS CHAR(40)) AS department, CAST(? AS CHAR(40)) AS target_group," \
	" CAST(? AS CHAR(40)) AS benefit, CAST(? AS CHAR(80)) AS own_1, CAST(? AS CHAR(80)) AS own_2, CAST(? AS CHAR(80)) AS own_3, CAST(? AS CHAR(80)) AS own_4"
const struct value *report_args(const void *owner, const struct report_ask *ask);

/*
 * A connection of its own that sees the moment (NULL: now), with room in memory for the tables that the server makes on the way: REPORT_MEMORY_MB for each,
 * of which a report has two or three at a time.  Where they do not fit they are written to disk, and a long report takes twice the time.  Owned by owner.
 */
enum { REPORT_MEMORY_MB = 64 };
struct db *report_connection(const void *owner, const struct db *db, const char *moment);

/*
 * Who they are: a report's list behind its numbers.  sql gives rows of courses (or citizens) for the row's name and the column's name of the figure that
 * was opened; only those that the reader has a relation to are shown by name, the others are counted.
 */
struct report_list {
	const char *name;
	const char *sql;	/* WITH ask AS (REPORT_ASK), ... SELECT course_id (NULL: none), citizen_id, on_day, word, number; two more '?': the row's and the column's name */
};

/* How far a long one has come; false: it was cancelled, and compute returns at once. */
struct report_progress;
bool report_step(struct report_progress *progress, int step, int steps);

enum { REPORT_PERIOD = 1, REPORT_DEPARTMENT = 2, REPORT_GROUP = 4, REPORT_BENEFIT = 8, REPORT_YEARS = 16 /* a period of whole years */ };

struct report {
	const char *name;			/* /report/NAME, label report.NAME.title */
	unsigned takes;				/* REPORT_...: filters that it has */
	int months;				/* the period where none is asked for: so many months back, this one with them */
	const struct field *fields;		/* its own filters, at most 4; NULL: none */
	const struct report_query *queries;	/* ends with a NULL name */
	const struct report_list *lists;	/* ends with a NULL name; NULL: none */
	bool own_first;				/* about people though it has no lists: a leader begins with the own department */
	bool says;				/* word is what somebody wrote, and stands in its lists */
	/* Adds figures to <report>; what fails is db's failure.  today etc. stand in ask; owner is for what is needed meanwhile. */
	void (*compute)(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress);
};

/* All of them, in the order of the menu; ends with NULL.  One by its name; NULL where there is none. */
extern const struct report *const reports[];
const struct report *report_find(const char *name);

extern const struct report report_caseload, report_simulator, report_flow, report_time, report_progression, report_disagreement, report_action_plans, report_account,
    report_regions, report_duration;

#endif
