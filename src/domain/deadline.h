/* deadline.h - what must be done in a course by a day.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_DEADLINE_H
#define SAMSPIL_DOMAIN_DEADLINE_H

#include "web/request.h"

/*
 * A deadline of kind (label deadline.KIND) for a locked course; an open one of that kind is moved instead, so that there is one.
 * counts_from: the day that its rule counts from, law: which rule; each NULL where there is none.
 */
void deadline_open(struct request *rq, long long course, const char *kind, const char *due_on, const char *counts_from, const char *law);

/*
 * The open one of that kind has ended; kind NULL: all open ones.  as: done, waived or cancelled; on: the day; reason: NULL where none
 * is needed.  None open: nothing.
 */
void deadline_end(struct request *rq, long long course, const char *kind, const char *as, const char *on, const char *reason);

#endif
