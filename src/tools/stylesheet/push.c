#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/permission.h"
#include "domain/stylesheet.h"
#include "sql/rows.h"
#include "tools/stylesheet/commands.h"
#include "xml/renderer.h"

enum { REASON_MAX = 400 };

struct push { const char *path, *program, *text, *reason; };

/* The text of a file as pages take it from a form: line ends, NFC, no blank lines around it.  NULL, said, when it is no layer's. */
static const char *
read_text(struct tool *tool, const char *path, enum status *status)
{
	size_t length;
	char *bytes = tool_read(tool, path, &length), *text;

	*status = STATUS_FAILED;
	if (bytes == NULL)
		return NULL;
	*status = STATUS_REFUSED;
	if (length > LAYER_MAX)
		tool_refuse("%s: it is larger than %d bytes", path, LAYER_MAX);
	else if (!text_is_clean(bytes, length))
		tool_refuse("%s: it is not UTF-8, or holds signs that XML does not allow", path);
	else if ((text = text_tidy(tool->owner, bytes)) == NULL || text[0] == '\0')
		tool_refuse("%s: it is empty", path);
	else if (strlen(text) > LAYER_MAX)
		tool_refuse("%s: it is larger than %d bytes", path, LAYER_MAX);
	else
		return text;
	return NULL;
}

static enum status
answer(struct tool *tool, const struct push *push, const struct stylesheet_version *v, const char *what)
{
	return tool_say(tool, STATUS_DONE, "%s: %s %s version %d: %s", push->path, v->department, v->program, v->number, what);
}

static enum status
ask(struct tool *tool, const struct push *push, long long id, const char *what)
{
	struct stylesheet_version v;

	if (!stylesheet_find(tool->db, tool->owner, id, &v))
		return STATUS_FAILED;
	if (stylesheet_ask(tool->db, id, v.revision, tool->by) != STYLESHEET_DONE)
		return STATUS_FAILED;
	return answer(tool, push, &v, what);
}

static enum status
change_draft(struct tool *tool, const struct push *push, const struct stylesheet_version *v)
{
	if (strcmp(v->sheet, push->text) == 0 && v->asked_by != NULL)
		return answer(tool, push, v, "unchanged, its activation was asked for already");
	if (strcmp(v->sheet, push->text) == 0)
		return ask(tool, push, v->id, "unchanged, its activation is asked for");
	if (stylesheet_save(tool->db, v->id, v->revision, tool->by, push->text, push->reason) != STYLESHEET_DONE)
		return STATUS_FAILED;
	return ask(tool, push, v->id, "changed, its activation is asked for");
}

static enum status
push_step(struct tool *tool, void *data)
{
	const struct push *push = data;
	const char *department = tool_department(tool, tool->department);
	struct stylesheet_version v;
	enum status status = department == NULL ? STATUS_FAILED : tool_may(tool, department, MAY_EDIT_LOOK);

	if (status != STATUS_DONE)
		return status;
	if (stylesheet_draft_of(tool->db, tool->owner, department, push->program, tool->by, &v))
		return change_draft(tool, push, &v);
	if (stylesheet_active(tool->db, tool->owner, department, push->program, &v) && strcmp(v.sheet, push->text) == 0)
		return answer(tool, push, &v, "unchanged, it is in use");
	return ask(tool, push, stylesheet_draft(tool->db, department, push->program, tool->by, push->text, push->reason),
	    "new, its activation is asked for");
}

/* Each file is a transaction of its own; the others go on after one that is refused. */
enum status
push_run(struct tool *tool)
{
	struct push push = { .reason = text_tidy(tool->owner, tool->reason) };
	enum status status = tool_open(tool), one;
	char **path;

	if (status != STATUS_DONE)
		return status;
	if (push.reason == NULL || push.reason[0] == '\0' || text_characters(push.reason) > REASON_MAX)
		return tool_fail("--reason must say something, in at most %d characters", REASON_MAX);
	for (path = tool->words; *path != NULL; path++) {
		push.path = *path;
		push.program = tool_program_of(tool, *path);
		one = STATUS_FAILED;
		push.text = push.program == NULL ? NULL : read_text(tool, *path, &one);
		if (push.text != NULL)
			one = tool_run(tool, push_step, &push);
		status = tool_worse(status, one);
		if (tool->db != NULL && db_failed(tool->db) == FAIL_AWAY)
			break;
	}
	return status;
}
