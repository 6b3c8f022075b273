#include <stdio.h>
#include <string.h>

#include "sql/rows.h"
#include "tools/stylesheet/commands.h"

/* Tabs between; a text that people wrote keeps none of its own. */
static void
print_row(void *user, const char *const *columns, size_t count)
{
	const char *at;
	size_t i;

	(void)user;
	for (i = 0; i < count; i++) {
		if (i > 0)
			putchar('\t');
		for (at = columns[i] == NULL ? "-" : columns[i]; *at != '\0'; at++)
			putchar((unsigned char)*at < ' ' ? ' ' : *at);
	}
	putchar('\n');
}

/* Who and when belong to the state: who wrote the draft, asked, activated or took it back. */
static enum status
list_step(struct tool *tool, void *data)
{
	const char *department = tool_department(tool, tool->department);
	size_t *rows = data;

	if (department == NULL && tool->department != NULL)
		return STATUS_FAILED;
	*rows = rows_each(tool->db, "SELECT v.department_id, v.program, v.number,"
	    "  CASE WHEN v.state = 'draft' AND v.asked_by IS NOT NULL THEN 'asked'"
	    "   WHEN v.state = 'retired' AND v.retired_by IS NULL THEN 'failed' ELSE v.state END,"
	    "  CASE v.state WHEN 'draft' THEN COALESCE(v.asked_by, v.changed_by) WHEN 'active' THEN v.activated_by ELSE v.retired_by END,"
	    "  CASE v.state WHEN 'draft' THEN COALESCE(v.asked_at, v.changed_at) WHEN 'active' THEN v.activated_at ELSE v.retired_at END,"
	    "  v.reason, COALESCE(u.renderings, 0), COALESCE(u.failures, 0), ROUND(u.microseconds / NULLIF(u.renderings, 0) / 1000, 1)"
	    " FROM stylesheet_version v LEFT JOIN (SELECT version_id, SUM(renderings) AS renderings, SUM(failures) AS failures,"
	    "  SUM(microseconds) AS microseconds FROM stylesheet_use GROUP BY version_id) u ON u.version_id = v.id"
	    " WHERE (? IS NULL OR v.department_id = ?) AND (? IS NULL OR v.program = ?)"
	    " ORDER BY v.department_id, v.program, v.number",
	    ARGS(TEXT(department), TEXT(department), TEXT(tool->program), TEXT(tool->program)), print_row, NULL);
	return STATUS_DONE;
}

enum status
list_run(struct tool *tool)
{
	enum status status = tool_open(tool);
	size_t rows = 0;

	if (status == STATUS_DONE)
		status = tool_run(tool, list_step, &rows);
	if (status == STATUS_DONE && rows == 0)
		fputs("samspil-stylesheet: there are no versions\n", stderr);
	return status;
}
