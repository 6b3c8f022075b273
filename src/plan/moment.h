/* moment.h - a day, or a moment, that was asked for in a filter.  plan/: may use all of the house. */
#ifndef SAMSPIL_PLAN_MOMENT_H
#define SAMSPIL_PLAN_MOMENT_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

/* given: as the address has it, a date (2026-03-01) or a moment (2026-03-01T10:00:00Z); sql: the moment, a day's end.  NULL: none. */
struct moment { const char *given, *sql; };

/*
 * The query's value of a field of a drawn filter, typed the Danish way or as ISO.  What is none, or is to come, is said at the field
 * (the page becomes 422) and gives false.
 */
bool moment_read(struct request *rq, xmlNode *form, const char *field, struct moment *out);

/* Say at a field of a filter what is wrong with it; the page becomes 422. */
void moment_wrong(struct request *rq, xmlNode *form, const char *field, const char *key);

#endif
