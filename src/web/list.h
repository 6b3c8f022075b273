/* list.h - lists with paging and sorting by links.  web/: may use base/, sql/, xml/. */
#ifndef SAMSPIL_WEB_LIST_H
#define SAMSPIL_WEB_LIST_H

#include <libxml/tree.h>

#include "web/request.h"

enum { LIST_LIMIT = 50, LIST_LIMIT_MAX = 200 };

/* A way to sort: name as in ?sort= ("opened", "-opened") and the statement that does it (ends with LIMIT ? OFFSET ?). */
struct list_sort { const char *name; const char *sql; };

/*
 * Append <list name total offset limit sort> to parent with a row element for each row.  sorts ends with a NULL name; its first is
 * the default.  args are the statements' arguments without LIMIT and OFFSET; count_sql takes the same ones.
 * Returns the list element; NULL after a failure.
 */
xmlNode *list_add(struct request *rq, xmlNode *parent, const char *name, const char *row, const struct list_sort *sorts,
    const char *count_sql, const struct value *args);

#endif
