#include "domain/choice.h"

#include "sql/rows.h"
#include "xml/node.h"

static void
choice_add(void *field, const char *const *columns, size_t count)
{
	xmlNode *choice = node_add_text(field, "choice", columns[1]);

	node_set(choice, "value", columns[0]);
	if (count > 2)
		node_set(choice, "citizen-id", columns[2]);
}

void
choices_add(struct request *rq, xmlNode *field, const char *sql, const struct value *args)
{
	rows_each(rq->db, sql, args, choice_add, field);
}
