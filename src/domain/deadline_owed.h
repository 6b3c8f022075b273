/* deadline_owed.h - deadlines that are to follow what came in, course by course.  domain/: may use base/, sql/, xml/, rule/. */
#ifndef SAMSPIL_DOMAIN_DEADLINE_OWED_H
#define SAMSPIL_DOMAIN_DEADLINE_OWED_H

#include <stddef.h>

#include "domain/deadline_by.h"

/* In a course deadlines are to follow from a day of event (first-absence, benefit-start); gone: that day is said no more.  Borrowed. */
struct deadline_debt { long long course; const char *event, *day; bool gone; };

/* Keep count of them, by whom, in the transaction that makes them true: so it waits for no course that somebody works on. */
void deadline_owe(struct db *db, const char *uid, const struct deadline_debt *debts, size_t count);

/* courses whose deadlines have followed; what became of days that are gone; courses that are owed still, since somebody worked on them just then. */
struct deadline_paid { long long courses; struct deadline_gone gone; long long left; };

/*
 * Work off what is owed, also by others before, each course in a transaction of its own, as whom owes it: once, however many do it, wherever.  What is not so any
 * more (another import, a person) is passed over.  To be called between transactions (db_ready).  Added to paid; left is how it stands at the end.
 * A failure is db's; that a course is busy is none.
 */
void deadline_pay(struct db *db, const void *owner, const struct labels *labels, const char *today, struct deadline_paid *paid);

#endif
