#include "domain/choice.h"

#include "sql/rows.h"
#include "xml/node.h"

static void
choice_add(void *field, const char *const *columns, size_t count)
{
	(void)count;
	node_set(node_add_text(field, "choice", columns[1]), "value", columns[0]);
}

void
choices_add(struct request *rq, xmlNode *field, const char *sql, const struct value *args)
{
	rows_each(rq->db, sql, args, choice_add, field);
}
