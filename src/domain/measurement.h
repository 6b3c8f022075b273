/* measurement.h - values from 0 to 10, by citizen and provider.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_MEASUREMENT_H
#define SAMSPIL_DOMAIN_MEASUREMENT_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "rule/measuring.h"
#include "rule/progression.h"
#include "sql/db.h"
#include "web/request.h"

enum { MEASUREMENT_CODE_DAYS = 14 };

/*
 * SQL: the day when the giver's ("'provider'", "'citizen'") next value of the intervention i is due: of the round after the last that has one; where some were
 * missed, the first of those.  Never NULL where i has its first_measurement_on.  Asks intervention (id, first_measurement_on), measurement (intervention_id,
 * measured_by, round) and measurement_schedule.
 */
#define MEASUREMENT_NEXT_ROUND(i, giver) \
	"GREATEST((SELECT COALESCE(MAX(mr.round), 0) + 1 FROM measurement mr WHERE mr.intervention_id = " i ".id AND mr.measured_by = " giver ")," \
	"  COALESCE((SELECT MIN(mf.first_round) FROM measurement_schedule mf WHERE mf.intervention_id = " i ".id), 1))"
#define MEASUREMENT_DUE(i, giver) \
	"COALESCE((SELECT ms.first_due_on + INTERVAL (" MEASUREMENT_NEXT_ROUND(i, giver) " - ms.first_round) * ms.interval_weeks WEEK" \
	"  FROM measurement_schedule ms WHERE ms.intervention_id = " i ".id AND ms.first_round <= " MEASUREMENT_NEXT_ROUND(i, giver) \
	"  ORDER BY ms.first_round DESC LIMIT 1), " i ".first_measurement_on)"

/*
 * The schedule of an intervention, owned by owner, and in *count its rows; at least one, by its first_measurement_on, where nothing was agreed yet.
 * NULL after a failure, or where there is no such intervention.
 */
const struct measuring_schedule *measurement_schedule(struct db *db, const void *owner, long long intervention, size_t *count);

/* An intervention begins: it is measured from its first_measurement_on on, every MEASURING_WEEKS weeks.  Nothing where there is a schedule already. */
void measurement_begin(struct request *rq, long long course, long long intervention);

/* The course's deadline of first measurements ends as "done" or "cancelled", where no intervention that runs or soon will waits for its first one. */
void measurement_first_end(struct request *rq, long long course, const char *as, const char *on);

/* What is kept of one giver's answer to a question about an intervention. */
struct measurement {
	long long course, intervention, question;
	const char *by;			/* "citizen" or "provider" */
	struct value value;		/* INT(0..10), or NOTHING with the reason in not_possible */
	struct value not_possible, comment;
};

/*
 * Keep it in the round that today belongs to.  False after a failure: "measured-already" (a wrong one is corrected by an addition).
 */
bool measurement_keep(struct request *rq, const struct measurement *m);

/*
 * A wrong one is corrected by adding one for the same round, with the reason; it stays, and the last correction counts.  seen: how many corrections of it the
 * form had seen; another one since: 409.  The measurement must be one of m->intervention and m->by.  Of a locked course.
 */
bool measurement_correct(struct request *rq, const struct measurement *m, long long measurement, const char *reason, long long seen);

/*
 * What a giver has measured, the last correction of each, the latest round first; never another giver's:
 *	<given id question text round at [value] [not-possible] [correction] [correction-reason]> <comment/>? </given>*
 */
void measurement_given_add(struct request *rq, xmlNode *parent, long long intervention, const char *giver);

/*
 * A new access code for the citizen to measure this intervention with; earlier ones end.  It is shown to its issuer on the next
 * page: access_code_add.
 */
void measurement_code_issue(struct request *rq, long long intervention);

/* Is there anything that the citizen, who lives, could say of the intervention today: a goal of this round without an answer? */
bool measurement_asks_citizen(struct request *rq, long long intervention);

/* The same, where the citizen lives, has something to measure this time and no code that opens it. */
void measurement_code_offer(struct request *rq, long long intervention);

/*
 * The code that the user has just issued, once: <access-code code intervention expires-on address> <qr/> <form hand-over/> </access-code>, or nothing.
 * The form hands this screen to the citizen: the user is signed out, and the code waits in its field.
 */
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
