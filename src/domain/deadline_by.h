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
bool deadline_follow_by(const struct deadline_hand *by, long long course, const char *event, const char *on);
void deadline_begin_by(const struct deadline_hand *by, long long course);
void deadline_live_by(const struct deadline_hand *by, long long course);
void deadline_rest_by(const struct deadline_hand *by, long long course, bool rests, const char *on);

#endif
