/* outbox.h - what waits for a person becomes one mail.  tools/notify/: may use all libraries. */
#ifndef SAMSPIL_TOOLS_NOTIFY_OUTBOX_H
#define SAMSPIL_TOOLS_NOTIFY_OUTBOX_H

#include <stdbool.h>

#include "base/fail.h"
#include "sql/db.h"
#include "tools/notify/mail.h"

enum { OUTBOX_DAYS = 3, OUTBOX_KEPT_DAYS = 30, OUTBOX_PASS_MS = 120000 };

struct outbox_count { long sent, later, given_up; };

/*
 * Send what is due: one mail for all that wait for a person, at most one an hour, none for who has read everything.  Each row is claimed, and that is
 * committed, before its mail goes: two at once send one, and a crash leaves it for later.  What fails is tried again after 2, 4, 8 ... 60 minutes,
 * until it is OUTBOX_DAYS old; a refused receiver is given up at once, one without an address may get one by then.  Where the relay is away the rest waits.  mail NULL: there is no relay, and what is too old is
 * given up.  What was done with long ago is forgotten.
 * It ends after OUTBOX_PASS_MS, or when the program is told to end: the rest is for the next pass.
 */
enum fail outbox_pass(const void *owner, struct db *db, struct mail *mail, const char *subject, const char *text, struct outbox_count *count);

#endif
