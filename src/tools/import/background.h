/* background.h - what systems of records know, beside what people wrote.  tools/import/: may use base/, sql/, domain/. */
#ifndef SAMSPIL_TOOLS_IMPORT_BACKGROUND_H
#define SAMSPIL_TOOLS_IMPORT_BACKGROUND_H

#include <stddef.h>

#include "base/fail.h"
#include "sql/db.h"
#include "tools/import/lines.h"

/* A line of the file, as it was read; value is as the case keeps it. */
struct told { const char *cpr, *section, *field, *value, *system, *on; size_t line; };
struct told_list { struct told *rows; size_t count; };

/*
 * The lines of a tab-separated table whose header is cpr, section, field, value, system, date.  All of out is owned by owner
 * (talloc).  FAIL_INPUT when a line is wrong, each told by lines_fault; nobody's CPR number is told.
 */
enum fail told_read(const void *owner, struct lines *lines, struct told_list *out);

/* added: where nothing stood; changed: where the system's own value stood; beside: where a person's stands, and stays. */
struct told_done { size_t added, changed, beside, same, older, homeless; };

/*
 * Bring them to the open courses of these citizens, within the transaction.  homeless are lines of citizens without one, older
 * those that know less than what was told already.
 */
enum fail told_store(struct db *db, const struct told_list *list, struct told_done *done);

#endif
