#include "domain/report/report.h"

#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/progress.h"
#include "sql/exec.h"

const struct report *const reports[] = {
	&report_caseload,
	&report_simulator,
	&report_flow, &report_time,
	&report_progression,
	&report_disagreement,
	&report_duration,
	&report_action_plans,
	&report_account, &report_regions,
	NULL
};

const struct report *
report_find(const char *name)
{
	size_t i;

	for (i = 0; reports[i] != NULL; i++)
		if (strcmp(reports[i]->name, name) == 0)
			return reports[i];
	return NULL;
}

const struct value *
report_args(const void *owner, const struct report_ask *ask)
{
	const struct value args[] = { TEXT(ask->from), TEXT(ask->to), TEXT(ask->today), TEXT(ask->department), TEXT(ask->target_group), TEXT(ask->benefit),
	    TEXT(ask->own[0]), TEXT(ask->own[1]), TEXT(ask->own[2]), TEXT(ask->own[3]), { VALUE_END, 0, NULL, 0 } };

	return talloc_memdup(owner, args, sizeof args);
}

struct db *
report_connection(const void *owner, const struct db *db, const char *moment)
{
	struct db *own = db_as_of(owner, db, moment);
	char text[120];

	snprintf(text, sizeof text, "SET SESSION tmp_memory_table_size = %d * 1048576, max_heap_table_size = %d * 1048576", REPORT_MEMORY_MB, REPORT_MEMORY_MB);
	exec_text(own, text);
	return own;
}

bool
report_step(struct report_progress *progress, int step, int steps)
{
	return progress == NULL || progress->step(progress->user, step, steps);
}
