/* accesses.h - what goes out of the house stands in the access log of whom it is about.  tools/export/: may use all of the house. */
#ifndef SAMSPIL_TOOLS_EXPORT_ACCESSES_H
#define SAMSPIL_TOOLS_EXPORT_ACCESSES_H

#include <stddef.h>

#include "sql/db.h"

/* A row for each of these citizens, in the transaction at hand: route (evaluation, rows) and its number in the list of extracts, or of files. */
void accesses_log(struct db *db, const void *owner, const long long *citizens, size_t count, const char *route, long long object);

#endif
