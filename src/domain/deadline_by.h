/* deadline_by.h - domain/deadline.h for whoever has no request: a tool.  domain/: may use base/, sql/, xml/, rule/. */
#ifndef SAMSPIL_DOMAIN_DEADLINE_BY_H
#define SAMSPIL_DOMAIN_DEADLINE_BY_H

#include <stdbool.h>

#include "sql/db.h"
#include "xml/labels.h"

/* By whom: uid is who does it (changed_by), labels the words for why a deadline moved, owner is for memory of the call (talloc). */
struct deadline_hand { struct db *db; void *owner; const char *uid, *today; const struct labels *labels; };

/* Each as the one without _by, for a course that the transaction has locked; a failure is db's. */
void deadline_open_by(const struct deadline_hand *by, long long course, const char *kind, const char *due_on, const char *counts_from, const char *law);
void deadline_end_by(const struct deadline_hand *by, long long course, const char *kind, const char *as, const char *on, const char *reason);
bool deadline_end_one_by(const struct deadline_hand *by, long long course, long long id, const char *as, const char *on, const char *reason);
void deadline_back_by(const struct deadline_hand *by, long long course, const char *event, const char *on);
bool deadline_follow_by(const struct deadline_hand *by, long long course, const char *event, const char *on);
void deadline_begin_by(const struct deadline_hand *by, long long course);
void deadline_live_by(const struct deadline_hand *by, long long course);
void deadline_rest_by(const struct deadline_hand *by, long long course, bool rests, const char *on);

/*
 * Who said that something happened on a day (by->uid) says it no more: an open deadline that he counted from it, and that nobody had a hand in since, stands as before,
 * where that day is still said, or is cancelled; one that a person opened, moved or explained stays.  Added to count: cancelled, and as they are.
 */
struct deadline_gone { long long ended, stayed; };
void deadline_gone_by(const struct deadline_hand *by, long long course, const char *event, const char *on, struct deadline_gone *count);

#endif
