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

void
choices_departments(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT id, name FROM department WHERE valid_to IS NULL OR valid_to >= ? ORDER BY name, id", ARGS(TEXT(request_today(rq))));
}

void
choices_benefits(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT code, title FROM benefit_type ORDER BY title, code", NO_ARGS);
}
