#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>
#include <unistd.h>

#include "domain/permission.h"
#include "domain/stylesheet.h"
#include "sql/rows.h"
#include "tools/stylesheet/commands.h"

/* What is to be written, found in one transaction and written after it. */
struct views { struct stylesheet_version *list; size_t count; const void *owner; };

static void
take(void *user, const char *const *columns, size_t count)
{
	struct views *views = user;

	(void)count;
	views->list = talloc_realloc(views->owner, views->list, struct stylesheet_version, (unsigned)views->count + 1);
	views->list[views->count++] = (struct stylesheet_version){ .department = talloc_strdup(views->owner, columns[0]),
	    .program = talloc_strdup(views->owner, columns[1]) };
}

static enum status
find_views(struct tool *tool, void *data)
{
	struct views *views = data;
	const char *department = tool_department(tool, tool->department);
	size_t i;

	if (department == NULL && tool->department != NULL)
		return STATUS_FAILED;
	if (tool->drafts && rows_int(tool->db, 0, "SELECT COUNT(*) FROM staff WHERE uid = ?", ARGS(TEXT(tool->by))) == 0)
		return tool_say(tool, STATUS_REFUSED, "nobody called %s works here (people are known once they have signed in)", tool->by);
	*views = (struct views){ .owner = tool->owner };
	rows_each(tool->db, "SELECT department_id, program FROM stylesheet_view WHERE (? IS NULL OR department_id = ?)"
	    " ORDER BY department_id, program", ARGS(TEXT(department), TEXT(department)), take, views);
	for (i = 0; i < views->count; i++) {
		struct stylesheet_version *v = &views->list[i];
		const struct stylesheet_version view = *v;

		if (tool->drafts && stylesheet_draft_of(tool->db, tool->owner, view.department, view.program, tool->by, v))
			continue;
		if (!stylesheet_active(tool->db, tool->owner, view.department, view.program, v))
			*v = view;
	}
	return STATUS_DONE;
}

static bool
make_folder(const char *path)
{
	if (mkdir(path, 0777) == 0 || errno == EEXIST)
		return true;
	tool_fail("%s: %s", path, strerror(errno));
	return false;
}

/* A department's id is a key that an operator chose: it must not lead out of the folder. */
static bool
is_file_name(const char *id)
{
	return id[0] != '.' && strchr(id, '/') == NULL;
}

static bool
is_same(struct tool *tool, const char *path, const char *text)
{
	struct stat is;
	size_t length;
	char *there = stat(path, &is) != 0 || !S_ISREG(is.st_mode) ? NULL : tool_read(tool, path, &length);
	bool same = there != NULL && strcmp(there, text) == 0;

	talloc_free(there);
	return same;
}

/* Whole or not at all: beside it first, then in its place. */
static enum status
write_file(struct tool *tool, const char *path, const char *text)
{
	char *beside = talloc_asprintf(tool->owner, "%s.new", path);
	FILE *file = fopen(beside, "we");
	bool written = file != NULL && fputs(text, file) >= 0;

	if (file != NULL)
		written &= fclose(file) == 0;
	if (written && rename(beside, path) == 0)
		return STATUS_DONE;
	tool_fail("%s: %s", path, strerror(errno));
	if (file != NULL)
		unlink(beside);
	return STATUS_FAILED;
}

/* A file ends with a line end, as git likes it; the database's text does not. */
static enum status
write_view(struct tool *tool, const char *dir, const struct stylesheet_version *v)
{
	char *folder = talloc_asprintf(tool->owner, "%s/%s", dir, v->department);
	char *path = talloc_asprintf(tool->owner, "%s/%s.xsl", folder, v->program), *text;
	enum status status;

	if (!is_file_name(v->department))
		return tool_fail("department %s: its name cannot be a folder's", v->department);
	if (v->sheet == NULL) {
		if (access(path, F_OK) == 0)
			fprintf(stderr, "samspil-stylesheet: %s: no version is in use any more; the file stays\n", path);
		return STATUS_DONE;
	}
	text = talloc_asprintf(tool->owner, "%s%s", v->sheet, v->sheet[strlen(v->sheet) - 1] == '\n' ? "" : "\n");
	if (is_same(tool, path, text)) {
		printf("%s: version %d, unchanged\n", path, v->number);
		return STATUS_DONE;
	}
	status = make_folder(folder) ? write_file(tool, path, text) : STATUS_FAILED;
	if (status == STATUS_DONE)
		printf("%s: version %d, %s\n", path, v->number, v->state);
	return status;
}

enum status
pull_run(struct tool *tool)
{
	enum status status = tool->drafts && tool->by == NULL ? tool_fail("--drafts wants --by: whose drafts?") : tool_open(tool);
	struct views views;
	size_t i, written = 0;

	if (status == STATUS_DONE)
		status = tool_run(tool, find_views, &views);
	if (status != STATUS_DONE)
		return status;
	if (!make_folder(tool->words[0]))
		return STATUS_FAILED;
	for (i = 0; i < views.count; i++) {
		status = tool_worse(status, write_view(tool, tool->words[0], &views.list[i]));
		written += views.list[i].sheet != NULL;
	}
	if (written == 0)
		fputs("samspil-stylesheet: no version is in use\n", stderr);
	return status;
}
