/*
 * run.h - reports that are computed, at once or later, and kept.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * A run is a row of report_run.  It waits (whoever asks the same meanwhile waits for the same one), is computed by samspil-reporter, and kept; or it was
 * computed at once, and kept.  What is kept are the figures before anything about few people is hidden.
 */
#ifndef SAMSPIL_DOMAIN_REPORT_RUN_H
#define SAMSPIL_DOMAIN_REPORT_RUN_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "domain/report/progress.h"
#include "domain/report/question.h"
#include "sql/db.h"

enum {
	RUN_AT_ONCE_MS = 1500,		/* a page waits so long for a report; what takes longer is computed in the background */
	RUN_BESIDE_MS = 300,		/* and so long while samspil-reporter computes another one */
	RUN_NEW_MS = 500,		/* and so long for one that was never made here, where there are many courses: a statement may take a while to end */
	RUN_MANY_COURSES = 20000,
	RUN_FRESH_S = 600,		/* so long what was computed answers the same question about now */
	RUN_STATEMENT_MS = 300000,	/* in the background no statement takes longer */
	RUN_DEAD_S = 360,		/* whoever computes it and says nothing for so long is gone: longer than a statement, between which it says so */
	RUN_KEPT_DAYS = 400,		/* what is of a moment; what was of now answers nothing after a day, and goes, but for each report's newest */
};

/* The newest run of a question; id 0: there is none.  Times as the page contract has them. */
struct report_run {
	long long id, step, steps, waited_s;
	const char *state, *asked_by, *asked_at, *done_at, *data_at;
	bool answers;			/* done, and of the moment asked for */
	bool stands;			/* it waits, or is being computed */
	bool recent;			/* it came to its end less than RUN_FRESH_S ago */
};
void run_find(struct db *db, const void *owner, const struct report_question *question, struct report_run *out);

/* The figures that a run keeps: a document whose root is <report>, the caller's (xmlFreeDoc); NULL after a failure, which db remembers. */
xmlDoc *run_figures(struct db *db, long long id);

/* A report that was computed: doc is the caller's; NULL where it failed, took too long (late) or was cancelled. */
struct report_made { xmlDoc *doc; const char *data_at; long long microseconds; enum fail failed; bool late; };

/*
 * Compute it on a connection of its own, which sees the question's moment.  Owned by owner.  progress NULL: somebody waits for it, and all of it takes at most
 * limit_ms; else each statement does.  Of those that somebody waits for a server computes one at a time, so that all of them together take no more of it from
 * the people at work than one does.
 */
void run_make(const void *owner, struct db *db, const struct report_question *question, long limit_ms, struct report_progress *progress, struct report_made *out);

/*
 * How long a page may wait for this report, in milliseconds; 0: not at all, it goes to samspil-reporter: its last run, whatever it was asked, took longer (there
 * was none: it did not), or it is being computed.
 */
long run_at_once_ms(struct db *db, const struct report *report);

/* Keep what was made; and let it be made by samspil-reporter: false where it waits already. */
long long run_keep(struct db *db, const struct report_question *question, const char *uid, const struct report_made *made);
bool run_order(struct db *db, const struct report_question *question, const char *uid);

/* Take back what this one ordered, or (others) whoever did, which the run remembers; false where it is over, or was not this one's. */
bool run_cancel(struct db *db, const struct report_question *question, const char *uid, bool others);

#endif
