#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/permission.h"
#include "domain/stylesheet.h"
#include "sql/rows.h"
#include "tools/stylesheet/commands.h"
#include "tools/stylesheet/gate.h"

enum { REASON_MAX = 400 };

/* A view, the version that it is about, and what the gate needs of it. */
struct view {
	const char *department, *program;
	int number;			/* 0: the one that waits */
	struct stylesheet_version version;
	const struct labels *labels;
	struct look look;
	enum status (*more)(struct tool *tool, struct view *view);
};

/* Why a step was not made, as a sentence. */
static const char *
why_not(enum stylesheet_step step)
{
	switch (step) {
	case STYLESHEET_STALE:
		return "somebody changed it at the same moment; look at it and try again";
	case STYLESHEET_NOT_A_DRAFT:
		return "it is no draft: it is in use, or was";
	case STYLESHEET_SAME_PERSON:
		return "who wrote it, changed it or asked for its activation may not be the one who activates it: it takes two";
	case STYLESHEET_NOT_ASKED:
		return "nobody has asked for its activation";
	case STYLESHEET_NOTHING_BEFORE:
		return "the shipped look is in use, and there is no version to go back to";
	case STYLESHEET_GONE:
	case STYLESHEET_DONE:
		break;
	}
	return "there is no such version";
}

static void
add_number(void *user, const char *const *columns, size_t count)
{
	char **numbers = user;

	(void)count;
	*numbers = talloc_asprintf_append(*numbers, "%s%s", (*numbers)[0] == '\0' ? "" : ", ", columns[0]);
}

/* The number that was named, or that of the only draft that waits; 0, said, when there is none or it is not one alone. */
static long long
find_draft(struct tool *tool, const struct view *view)
{
	struct value department = TEXT(view->department), program = TEXT(view->program);
	char *numbers = talloc_strdup(tool->owner, "");
	long long id;
	size_t count;

	if (view->number > 0) {
		id = rows_int(tool->db, 0, "SELECT id FROM stylesheet_version WHERE department_id = ? AND program = ? AND number = ?",
		    ARGS(department, program, INT(view->number)));
		if (id == 0)
			tool_say(tool, STATUS_REFUSED, "%s %s has no version %d", view->department, view->program, view->number);
		return id;
	}
	count = rows_each(tool->db, "SELECT number FROM stylesheet_version WHERE department_id = ? AND program = ? AND state = 'draft'"
	    " AND asked_by IS NOT NULL ORDER BY number", ARGS(department, program), add_number, &numbers);
	if (count == 1)
		return rows_int(tool->db, 0, "SELECT id FROM stylesheet_version WHERE department_id = ? AND program = ? AND state = 'draft'"
		    " AND asked_by IS NOT NULL", ARGS(department, program));
	if (count == 0)
		tool_say(tool, STATUS_REFUSED, "%s %s has no draft whose activation was asked for", view->department, view->program);
	else
		tool_say(tool, STATUS_REFUSED, "%s %s has several drafts that wait: name one of %s", view->department, view->program, numbers);
	return 0;
}

static enum status
view_step(struct tool *tool, void *data)
{
	struct view *view = data;
	enum status status;

	view->department = tool_department(tool, tool->words[0]);
	if (view->department == NULL)
		return STATUS_FAILED;
	status = tool_may(tool, view->department, MAY_ACTIVATE_LOOK);
	return status == STATUS_DONE ? view->more(tool, view) : status;
}

/* The draft's text and the department's settings, for the gate, which takes its time: outside of any transaction. */
static enum status
find_step(struct tool *tool, struct view *view)
{
	long long id = find_draft(tool, view);

	if (id == 0 || !stylesheet_find(tool->db, tool->owner, id, &view->version))
		return STATUS_REFUSED;
	if (strcmp(view->version.state, "draft") != 0)
		return tool_say(tool, STATUS_REFUSED, "%s %s version %d: %s", view->department, view->program, view->version.number,
		    why_not(STYLESHEET_NOT_A_DRAFT));
	if (!settings_read(tool, view->labels, view->department, view->program, &view->look))
		return STATUS_FAILED;
	return STATUS_DONE;
}

static enum status
activate_step(struct tool *tool, struct view *view)
{
	const struct stylesheet_version *v = &view->version;
	enum stylesheet_step step = stylesheet_activate(tool->db, v->id, v->revision, tool->by);

	return tool_say(tool, step == STYLESHEET_DONE ? STATUS_DONE : STATUS_REFUSED, "%s %s version %d: %s", view->department,
	    view->program, v->number, step == STYLESHEET_DONE ? "in use from now on" : why_not(step));
}

enum status
activate_run(struct tool *tool)
{
	struct view view = { .program = tool->words[1], .more = find_step };
	struct release release;
	struct layer layer;
	enum status status;
	char *end = "";

	if (tool->count == 3)
		view.number = (int)strtol(tool->words[2], &end, 10);
	if (*end != '\0' || view.number < 0 || (tool->count == 3 && view.number == 0))
		return tool_fail("%s is no version's number", tool->words[2]);
	if (!tool_knows_program(view.program))
		return STATUS_FAILED;
	status = release_open(tool, tool->share, &release);
	view.labels = release.labels;
	if (status == STATUS_DONE)
		status = tool_open(tool);
	if (status == STATUS_DONE)
		status = tool_run(tool, view_step, &view);
	if (status != STATUS_DONE)
		return status;
	layer = release_layer(&release, view.program, view.version.sheet, strlen(view.version.sheet), &view.look);
	status = gate_ask(tool, &release, &layer, talloc_asprintf(tool->owner, "%s/%s.xsl", view.department, view.program));
	if (status == STATUS_REFUSED)
		return tool_refuse("%s %s version %d is refused", view.department, view.program, view.version.number);
	view.more = activate_step;
	return status == STATUS_DONE ? tool_run(tool, view_step, &view) : status;
}

/* What is seen now, before the step: so that of two who do it at once one goes back. */
static enum status
see_step(struct tool *tool, struct view *view)
{
	if (!stylesheet_active(tool->db, tool->owner, view->department, view->program, &view->version))
		view->version = (struct stylesheet_version){ 0 };
	return STATUS_DONE;
}

static enum status
roll_back_step(struct tool *tool, struct view *view)
{
	enum stylesheet_step step = stylesheet_roll_back(tool->db, view->department, view->program, view->version.id, tool->by, tool->reason);
	struct stylesheet_version now;

	if (step != STYLESHEET_DONE)
		return tool_say(tool, STATUS_REFUSED, "%s %s: %s", view->department, view->program, why_not(step));
	if (stylesheet_active(tool->db, tool->owner, view->department, view->program, &now))
		return tool_say(tool, STATUS_DONE, "%s %s: version %d is in use again", view->department, view->program, now.number);
	return tool_say(tool, STATUS_DONE, "%s %s: the shipped look is in use again", view->department, view->program);
}

enum status
rollback_run(struct tool *tool)
{
	struct view view = { .program = tool->words[1], .more = see_step };
	enum status status;

	tool->reason = text_tidy(tool->owner, tool->reason);
	if (tool->reason == NULL || tool->reason[0] == '\0' || text_characters(tool->reason) > REASON_MAX)
		return tool_fail("--reason must say something, in at most %d characters", REASON_MAX);
	if (!tool_knows_program(view.program))
		return STATUS_FAILED;
	status = tool_open(tool);
	if (status == STATUS_DONE)
		status = tool_run(tool, view_step, &view);
	view.more = roll_back_step;
	return status == STATUS_DONE ? tool_run(tool, view_step, &view) : status;
}
