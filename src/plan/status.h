/* status.h - what can happen to a course by hand: what the files of the tab "status" share.  plan/ */
#ifndef SAMSPIL_PLAN_STATUS_H
#define SAMSPIL_PLAN_STATUS_H

#include <libxml/tree.h>

#include "web/form.h"
#include "web/request.h"

/* The page, with the forms that the course's state allows; also for one of them that was refused. */
void status_get(struct request *rq, xmlNode *content);

/* By their event; waive is for a note that is missing. */
extern const struct form screen_form, assess_form, analyse_form, close_low_form, waive_form;	/* status_start.c */
extern const struct form pause_form, resume_form, reopen_form;				/* status_change.c */
extern const struct form close_form;							/* status_close.c */

/* The form of a waiver, with the revision that it would write over. */
void waive_form_add(struct request *rq, xmlNode *course);

/*
 * Append <next-event name to [href]> <missing/>* <form/>? </next-event> for each thing that can happen in this state.
 * href: the page where it is done.  with_forms false: no forms.
 */
void next_events_add(struct request *rq, xmlNode *course, bool with_forms);

#endif
