/* worklist.h - what waits for the user, across all programs.  portal/: may use domain/ and what is below it. */
#ifndef SAMSPIL_PORTAL_WORKLIST_H
#define SAMSPIL_PORTAL_WORKLIST_H

#include <libxml/tree.h>

#include "web/request.h"

/*
 * Append <worklist total urgent today soon [only] [more]> <kind name count/>* <item kind urgency ... href/>* </worklist>, the most
 * urgent first.  only (NULL: all) leaves the items of one kind; the counts stay those of all.
 */
void worklist_add(struct request *rq, xmlNode *parent, const char *only);

#define OPEN_COURSE(c) c ".state NOT IN ('closed', 'closed-low')"

/* Append an <item> for each thing that waits in a case, the oldest first; how many.  There may be more than a list can hold: then more="yes". */
size_t worklist_add_cases(struct request *rq, xmlNode *worklist, const char *today);

/* Append an <item kind="conference" planned-at/> for each conference that the user goes to, today and the week after; how many. */
size_t worklist_add_conferences(struct request *rq, xmlNode *worklist, const char *today);

/* Append an <item kind="message"> for each message whose sender waits for the user's receipt; how many. */
size_t worklist_add_receipts(struct request *rq, xmlNode *worklist);

/* Append <caseload total> <count state courses/>* </caseload>: open courses of the user's own, or of a leader's department. */
void caseload_add(struct request *rq, xmlNode *parent);

/* Append the messages that the user has not read, each with a form that opens it: messages.c. */
void home_messages_add(struct request *rq, xmlNode *home);

#endif
