/* talk.h - one answered questionnaire, as the caseworker has it open during the talk: what the pages of samspil-triage share. */
#ifndef SAMSPIL_TRIAGE_TALK_H
#define SAMSPIL_TRIAGE_TALK_H

#include <libxml/tree.h>

#include "web/form.h"
#include "web/request.h"

/* The decision: the first one, and a later one beside it.  Both are called "assessment" and have the same fields. */
extern const struct form decision_form, again_form;

/* Whose work it is: taken, handed over, let go. */
extern const struct form take_form, hand_over_form, let_go_form;

/* The page, with the forms that its state allows; also for a form of any of its actions that was refused. */
void talk_get(struct request *rq, xmlNode *content);

/* The path that the draft of the decision is kept by, the first one and a later one: domain/draft.h. */
const char *talk_path(struct request *rq);

/* Keep what was typed (a form's submit "draft"), for the user alone; the request ends here. */
void talk_keep(struct request *rq);

/* The number of the screening's last assessment, which forms carry as their revision; 0: none. */
long long last_assessment(struct request *rq);

/*
 * A decision in the making.  deciding_begin locks the citizen's screenings and reads what the form decides; NULL: the request failed.  The
 * checks put errors at the form's fields; deciding_keep writes the assessment beside those before, course_open the course (of low risk: opened
 * and closed at once), whose number it returns.
 */
struct deciding;
struct deciding *deciding_begin(struct request *rq);
const char *deciding_state(const struct deciding *d);	/* the screening's */
bool deciding_low(const struct deciding *d);
void deciding_check_reason(struct request *rq, const struct deciding *d);
void deciding_check_course(struct request *rq, const struct deciding *d);
void deciding_check_low(struct request *rq, const struct deciding *d);
void deciding_keep(struct request *rq, const struct deciding *d);
long long course_open(struct request *rq, const struct deciding *d);

/*
 * The citizen's course that was opened from a referral and waits for an assessment, locked, of those that the user may change (0: none), that of
 * the form's frame before others; and that goes on by this one, whose caseworker is told.
 */
long long course_begun(struct request *rq);
bool course_begun_in(struct request *rq, const char *frame);	/* is there such a one in this frame? */
void course_go_on(struct request *rq, const struct deciding *d, long long course);

/* Has the citizen a course that runs? */
bool deciding_open_course(struct request *rq);

/* To the course, or to the queue where the user may not see it. */
void go_to_course(struct request *rq, long long course);

#endif
