/* publish.h - a questionnaire from its file to the database.  tools/import/: may use base/, sql/, xml/, domain/. */
#ifndef SAMSPIL_TOOLS_IMPORT_PUBLISH_H
#define SAMSPIL_TOOLS_IMPORT_PUBLISH_H

#include <stdbool.h>

#include "base/fail.h"
#include "sql/db.h"
#include "xml/labels.h"
#include "xml/schema.h"

/*
 * Read the questionnaire in path and what it shares, check it (domain/publishing.h), keep it as a draft and, unless only a draft is
 * wanted, publish it, within the transaction.  The same version again changes nothing.  What was done is told on standard output,
 * every fault on standard error in the labels' words (FILE:LINE: reason); FAIL_INPUT then.
 */
enum fail publish(struct db *db, const struct schema *grammar, const struct labels *english, const char *path, bool only_draft);

#endif
