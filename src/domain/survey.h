/*
 * survey.h - a questionnaire put to staff or to a group, answered without a name.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * What one person answers is a response.  While it is written, a member of staff is known to write it (so that he can go on later), or
 * a visit with the group's code is; when it is sent, that is forgotten, and nothing is left that could tell whose it was or when
 * it came: no date, no order.  What was never sent is thrown away with the survey's end.
 */
#ifndef SAMSPIL_DOMAIN_SURVEY_H
#define SAMSPIL_DOMAIN_SURVEY_H

#include <libxml/tree.h>

#include "rule/suppression.h"
#include "web/request.h"

enum { SURVEY_LEAST_ASKED = SUPPRESSION_LEAST, SURVEY_DAYS_MAX = 366 };

/* For SQL: where survey v stands on a day, "coming", "open" or "ended"; and does it ask the staff of this department (or of one right above)? */
#define SURVEY_STATE(v, today) \
	"IF(" v ".ended_at IS NOT NULL OR " v ".closes_on < " today ", 'ended', IF(" v ".opens_on > " today ", 'coming', 'open'))"
#define SURVEY_ASKS(v, department) \
	"(" v ".kind = 'staff' AND (" v ".department_id = " department \
	" OR EXISTS (SELECT 1 FROM department sd WHERE sd.id = " department " AND sd.parent_id = " v ".department_id)))"

/* For SQL: how many of the staff a survey of this department asks. */
#define SURVEY_STAFF(department) \
	"(SELECT COUNT(*) FROM staff s WHERE s.active = 1 AND (s.department_id = " department \
	" OR s.department_id IN (SELECT sd.id FROM department sd WHERE sd.parent_id = " department ")))"

/* How many of the staff it would ask, if this department put it. */
long long survey_asked(struct request *rq, const char *department);

/* A new survey of the user's department; one of kind "group" gets its code.  Returns its id; 0 after a failure, which the request remembers. */
struct survey { const char *title, *kind, *opens_on, *closes_on; long long questionnaire; };
long long survey_create(struct request *rq, const struct survey *survey);

/* Another code for the group; the one before opens nothing any more, but who is at it already goes on.  Unlike a citizen's it can be shown while the survey is open. */
void survey_new_code(struct request *rq, long long survey);

/* Call it off, and throw away what was not sent.  False when it has ended already. */
bool survey_end(struct request *rq, long long survey);

/* The questionnaire of a survey that is open today; 0 when it is not. */
long long survey_questionnaire(struct request *rq, long long survey);

/* A response that is being written: 0 when there is none, or it was sent; page is where its writer is, from 0. */
struct survey_sitting { long long survey, questionnaire, response, page; bool answered; };

/* Where the user, a member of staff, is with an open survey.  False when it does not ask him, or is not open. */
bool survey_of_staff(struct request *rq, long long survey, struct survey_sitting *out);

/* A response to write in: the user's, where he has one already; and one for a visit.  0 after a failure. */
long long survey_begin_staff(struct request *rq, long long survey);
long long survey_begin(struct request *rq, long long survey);

/* Remember where its writer is. */
void survey_turn_to(struct request *rq, long long response, size_t page);

/* Send it: whose it is, is forgotten.  False when it was sent already, or the survey is not open any more. */
bool survey_send(struct request *rq, long long response);
bool survey_send_staff(struct request *rq, long long survey, long long response);

#endif
