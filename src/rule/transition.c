#include "rule/transition.h"

#include <string.h>

const struct transition plan_transitions[] = {
	{ "draft",     "presented" },
	{ "draft",     "agreed" },
	{ "presented", "draft" },
	{ "presented", "agreed" },
	{ "agreed",    "superseded" },
	{ "agreed",    "ended" },
	{ NULL, NULL }
};

const struct transition focus_area_transitions[] = {
	{ "open",     "chosen" },
	{ "open",     "resolved" },
	{ "open",     "dropped" },
	{ "chosen",   "open" },
	{ "chosen",   "resolved" },
	{ "chosen",   "dropped" },
	{ "resolved", "open" },
	{ "dropped",  "open" },
	{ NULL, NULL }
};

bool
transition_allowed(const struct transition *table, const char *from, const char *to)
{
	if (from == NULL || to == NULL)
		return false;
	for (; table->from != NULL; table++)
		if (strcmp(table->from, from) == 0 && strcmp(table->to, to) == 0)
			return true;
	return false;
}
