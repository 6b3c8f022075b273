/* stop.h - when an intervention does not work: what waits for somebody's decision.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_STOP_H
#define SAMSPIL_RULE_STOP_H

#include <stdbool.h>
#include <stddef.h>

#include "rule/progression.h"

/*
 * no-progress: so many measurements of one goal by one person, one after the other, of which none is noticeably better than the first of
 * them.  distance: citizen and provider see the same round so far apart.  missed: nobody measured, or one of the two did not, so many
 * rounds in a row.  longer: it runs longer than usual by so much.  The first two are about a goal, the others about the intervention.
 * Source: domain.md f 13-15 and our own assumption for what each takes; the figures are data (stop_rule).
 */
enum stop_cause { STOP_NO_PROGRESS, STOP_DISTANCE, STOP_MISSED, STOP_LONGER, STOP_CAUSES };

/* "no-progress", "distance", "missed", "longer"; and back: STOP_CAUSES for anything else.  Never fails. */
const char *stop_cause_name(enum stop_cause cause);
enum stop_cause stop_cause_of(const char *name);

struct stop_limits { int no_progress, distance, missed, longer_percent; };

/* What the values of a goal mean. */
struct stop_goal {
	bool higher_is_better;
	bool keeps;		/* the aim is not to lose: then only what is noticeably worse is no progress */
	int noticeable;		/* points */
	int target;		/* who is there has no more progress to make; -1: none is set */
};

/* What was found: at_round is the last round that it stands on (of longer: the week), figure as the cause has it. */
struct stop_finding { int at_round, figure; };

/*
 * Each is asked what is there beyond `after`, the at_round of what somebody has decided on already (0: nothing), so that it is quiet until
 * there is new evidence: as many measurements again, the next round, as many missed again, as much longer again (four weeks at least).
 * Rounds are in order; of those that are not open nothing is read.  False, and out untouched, where nothing is found.
 */
bool stop_no_progress(const struct stop_limits *limits, const struct stop_goal *goal, const struct progress_round *rounds, size_t count,
    int after, struct stop_finding *out);
bool stop_distance(const struct stop_limits *limits, const struct progress_round *rounds, size_t count, int after, struct stop_finding *out);

/* A round whose day has long passed, and who gave nothing. */
struct stop_missed { int round; bool citizen, provider; };
bool stop_missed_rounds(const struct stop_limits *limits, const struct stop_missed *rounds, size_t count, int after, struct stop_finding *out);

/* usual_weeks 0: nobody knows what is usual. */
enum { STOP_LONGER_AGAIN_WEEKS = 4 };
bool stop_longer(const struct stop_limits *limits, int usual_weeks, long days_run, int after, struct stop_finding *out);

#endif
