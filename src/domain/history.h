/* history.h - who did what, when: from the versions of the case's rows.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_HISTORY_H
#define SAMSPIL_DOMAIN_HISTORY_H

#include <libxml/tree.h>

#include "domain/record.h"
#include "web/request.h"

/* Which events: NULL is all.  since and until are moments of the database ("2026-03-01 22:59:59"). */
struct history_filter { const char *who, *what, *since, *until; };

/*
 * Append the course's events, the newest first:
 *	<list name="history"> <event at seen by [by-name] what change href [id] [object] [key] [state]> <changed field [words] [type]>
 *	    [<was/>] [<became/>] </changed>* </event>* </list>
 * what names the thing (domain/record.h), change is created, changed, moved or removed, object its name where that is data, key where it
 * is a label's key.  href is the page as it was then.  No draft of others is in it, no note that the user may not read yet, and
 * no value that citizen or provider measured.
 */
void history_add(struct request *rq, xmlNode *parent, const struct history_filter *filter, struct record_eyes eyes);

/* Append a <choice value="uid">name</choice> for everybody of the staff who did something in the course. */
void history_people_add(struct request *rq, xmlNode *field);

#endif
