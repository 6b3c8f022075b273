/* notes.h - what the pages of professional notes share.  plan/ */
#ifndef SAMSPIL_PLAN_NOTES_H
#define SAMSPIL_PLAN_NOTES_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

/*
 * Who has a note to write reads colleagues' when it is signed, so that each sees with own eyes: a profession that the course's frame waits
 * for, until one of it has signed, there is a reason why it is missing, or the conference was held.  All others who write notes, and team
 * leaders, read what is signed; who writes none (an adviser, a mentor) reads none.  course: of course_add.
 */
bool notes_to_write(const struct request *rq, const xmlNode *course);
bool notes_readable(const struct request *rq, const xmlNode *course);

/*
 * Append the signed <professional-note ...> that the user may read, with their <addendum/>; one of them, or (note 0) all.  The number of
 * those that are there.
 */
size_t notes_add(struct request *rq, xmlNode *course, long long note);

#endif
