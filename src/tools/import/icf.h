/* icf.h - the classification of functioning, from a file to the table icf.  tools/import/: may use base/, sql/. */
#ifndef SAMSPIL_TOOLS_IMPORT_ICF_H
#define SAMSPIL_TOOLS_IMPORT_ICF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fail.h"
#include "sql/db.h"
#include "tools/import/lines.h"

enum { ICF_CODE_MAX = 12, ICF_TITLE_MAX = 300 };

/* A row as the table has it; NULL for SQL's NULL. */
struct icf_row {
	const char *code, *title, *component, *parent, *icf, *kind, *selectable, *valid_from, *valid_to, *note;
	size_t line;
};

/* skipped: lines of other classifications; superseded: earlier versions of a code that is there in a later one. */
struct icf_list { struct icf_row *rows; size_t count, skipped, superseded; };

/*
 * The rows of lines, sorted by code: tab-separated with a header of column names (code and title at least), or the fixed
 * width of the official SKS lists.  All of out is owned by owner (talloc).  FAIL_INPUT when a line is wrong, each told by
 * lines_fault.
 */
enum fail icf_read(const void *owner, struct lines *lines, struct icf_list *out);

/* The two forms; rows in the file's order, not yet completed or checked. */
void icf_read_table(const void *owner, struct lines *lines, struct icf_list *out);
void icf_read_fixed(const void *owner, struct lines *lines, struct icf_list *out);

/* A new row at the end, for those two. */
struct icf_row *icf_add(const void *owner, struct icf_list *list, size_t line);

/* The row of a code in a sorted list; NULL when there is none. */
const struct icf_row *icf_find(const struct icf_list *list, const char *code, size_t length);

struct icf_done { size_t added, changed, same; };

/* Bring the table to the list, within the transaction; codes that the list does not have stay. */
enum fail icf_store(struct db *db, const struct icf_list *list, const char *source, struct icf_done *done);

#endif
