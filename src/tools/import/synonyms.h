/* synonyms.h - words that people use for codes of the classification, from a file to icf_synonym.  tools/import/: may use base/, sql/. */
#ifndef SAMSPIL_TOOLS_IMPORT_SYNONYMS_H
#define SAMSPIL_TOOLS_IMPORT_SYNONYMS_H

#include <stddef.h>

#include "base/fail.h"
#include "sql/db.h"
#include "tools/import/lines.h"

enum { SYNONYM_WORD_MAX = 80 };

struct synonym { const char *word, *code; size_t line; };
struct synonym_list { struct synonym *rows; size_t count; };

/*
 * The rows of lines: two columns with a tab between and the header "word code"; sorted by word and code.  A word is tidied (one
 * space between words, lower case stays).  All of out is owned by owner (talloc).  FAIL_INPUT when a line is wrong, each told by
 * lines_fault.
 */
enum fail synonyms_read(const void *owner, struct lines *lines, struct synonym_list *out);

/* unknown: of codes that the classification does not have (now); they are kept, and found once it has them. */
struct synonyms_done { size_t added, removed, same, unknown; };

/*
 * Bring the table to the list, within the transaction.  What an earlier list of the same source had and this one has not is taken
 * out; lists of other sources stay.
 */
enum fail synonyms_store(struct db *db, const struct synonym_list *list, const char *source, struct synonyms_done *done);

#endif
