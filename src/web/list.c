#include "web/list.h"

#include <string.h>

#include "sql/rows.h"
#include "xml/node.h"

static const struct list_sort *
chosen_sort(const struct request *rq, const struct list_sort *sorts)
{
	const char *wanted = query_text(rq, "sort");
	const struct list_sort *sort;

	for (sort = sorts; wanted != NULL && sort->name != NULL; sort++)
		if (strcmp(sort->name, wanted) == 0)
			return sort;
	return sorts;
}

xmlNode *
list_add(struct request *rq, xmlNode *parent, const char *name, const char *row, const struct list_sort *sorts,
    const char *count_sql, const struct value *args)
{
	enum { ARGUMENTS_MAX = 32 };
	const struct list_sort *sort = chosen_sort(rq, sorts);
	long long limit = query_int(rq, "limit", LIST_LIMIT, 1, LIST_LIMIT_MAX), offset = query_int(rq, "offset", 0, 0, 1000000000);
	struct value all[ARGUMENTS_MAX + 3];
	xmlNode *list = node_add(parent, "list");
	size_t n;

	for (n = 0; args[n].kind != VALUE_END && n < ARGUMENTS_MAX; n++)
		all[n] = args[n];
	all[n] = INT(limit);
	all[n + 1] = INT(offset);
	all[n + 2] = (struct value){ VALUE_END, 0, NULL, 0 };
	node_set(list, "name", name);
	node_set_int(list, "total", rows_int(rq->db, 0, count_sql, args));
	node_set_int(list, "offset", offset);
	node_set_int(list, "limit", limit);
	node_set(list, "sort", sort->name);
	rows_add(rq->db, list, row, sort->sql, all);
	return db_failed(rq->db) == FAIL_NONE ? list : NULL;
}
