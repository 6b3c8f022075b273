/*
 * rows.h - a file of rows of another system, whole or not at all.  tools/import/: may use base/, sql/, xml/, rule/, tools/rows/.
 *
 * Memory does not grow with the file: rows pass one by one into a table that only this connection has, and all that looks at several of them is SQL.
 */
#ifndef SAMSPIL_TOOLS_IMPORT_ROWS_H
#define SAMSPIL_TOOLS_IMPORT_ROWS_H

#include <stdbool.h>

#include "rule/number.h"
#include "sql/db.h"
#include "tools/rows/kinds.h"
#include "xml/labels.h"

/*
 * What one asks for: rows is how many there must be (-1: nobody says), faults a file for all that is wrong (NULL: none), old_absence: a first day of absence long
 * before its benefit is meant.
 */
struct rows_asked { bool dry_run, refuse_unknown, old_absence; enum number_manner numbers; long rows; const char *faults; };

/* Where grammars are, and the words of the site's language. */
struct rows_house { const char *share; const struct labels *labels; };

/*
 * Take a file of a kind, and tell on standard output what came of it, on standard error what is wrong.  db was asked to be patient, and is ready.  Two of one kind
 * wait for each other.  FAIL_INPUT when something is wrong with the file: nothing is taken then.  Once the rows are in, deadlines follow; those that cannot just then are owed.
 */
enum fail rows_take(const void *owner, struct db *db, const struct rows_kind *kind, const struct rows_house *house, const char *path, const struct rows_asked *asked);

/* The list of kinds and their columns, as Markdown; the grammar of XML files.  On standard output. */
void rows_describe(void);
void rows_grammar(void);

#endif
