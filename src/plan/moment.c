#include "plan/moment.h"

#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "web/form.h"
#include "xml/node.h"

void
moment_wrong(struct request *rq, xmlNode *form, const char *field, const char *key)
{
	xmlNode *part = form_part(form, "field", field);

	page_status(rq, 422);
	if (part != NULL)
		node_set(node_add(part, "error"), "key", key);
}

bool
moment_read(struct request *rq, xmlNode *form, const char *field, struct moment *out)
{
	const char *typed = query_text(rq, field);
	char moment[32], latest[32];
	struct date day;

	*out = (struct moment){ NULL, NULL };
	if (typed == NULL)
		return true;
	if (date_parse(typed, &day))
		typed = talloc_strdup(rq, day.iso);
	if (!date_moment(typed, moment) || strcmp(moment, "1970-01-02") < 0) {
		moment_wrong(rq, form, field, "not-a-date");
		return false;
	}
	date_moment(request_today(rq), latest);
	if (strcmp(moment, latest) > 0) {
		moment_wrong(rq, form, field, "in-future");
		return false;
	}
	*out = (struct moment){ typed, talloc_strdup(rq, moment) };
	return true;
}
