#include "tools/stylesheet/tool.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "domain/permission.h"
#include "domain/stylesheet.h"
#include "sql/rows.h"
#include "tools/check/capture.h"
#include "xml/renderer.h"

enum { TRIES = 8 };

static void __attribute__((format(printf, 1, 0)))
say(const char *format, va_list ap)
{
	fflush(stdout);
	fputs("samspil-stylesheet: ", stderr);
	vfprintf(stderr, format, ap);
	fputc('\n', stderr);
}

enum status
tool_refuse(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	say(format, ap);
	va_end(ap);
	return STATUS_REFUSED;
}

enum status
tool_fail(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	say(format, ap);
	va_end(ap);
	return STATUS_FAILED;
}

enum status
tool_worse(enum status a, enum status b)
{
	return a > b ? a : b;
}

/* What the libraries log is told in a sentence. */
enum status
tool_open(struct tool *tool)
{
	struct capture *capture = capture_begin(tool->owner);
	enum fail f = db_new(tool->owner, tool->conf, "stylesheet", &tool->db);
	const char *said;

	if (f == FAIL_NONE)
		f = db_ready(tool->db);
	said = capture_end(tool->owner, capture);
	if (f == FAIL_NONE)
		return STATUS_DONE;
	return tool_fail("the database cannot be used: %s", said);
}

enum status
tool_say(struct tool *tool, enum status status, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	talloc_free(tool->said);
	tool->said = talloc_vasprintf(tool->owner, format, ap);
	va_end(ap);
	return status;
}

static enum status
tell(struct tool *tool, enum status status)
{
	if (tool->said != NULL && status == STATUS_DONE)
		puts(tool->said);
	else if (status != STATUS_DONE)
		tool_refuse("%s", tool->said == NULL ? "somebody changed it at the same moment; look at it and try again" : tool->said);
	TALLOC_FREE(tool->said);
	return status;
}

/* One try: what it ended with, and *f for what the database said. */
static enum status
try_once(struct tool *tool, enum status (*step)(struct tool *tool, void *data), void *data, enum fail *f)
{
	enum status status = STATUS_FAILED;

	*f = db_ready(tool->db);
	if (*f == FAIL_NONE)
		status = step(tool, data);
	if (*f == FAIL_NONE)
		*f = db_failed(tool->db);
	if (*f == FAIL_NONE && status == STATUS_DONE)
		*f = db_commit(tool->db);
	else
		db_rollback(tool->db);
	return status;
}

enum status
tool_run(struct tool *tool, enum status (*step)(struct tool *tool, void *data), void *data)
{
	struct capture *capture = capture_begin(tool->owner);
	enum status status = STATUS_FAILED;
	enum fail f = FAIL_BUSY;
	const char *said;
	int tries;

	for (tries = 0; tries < TRIES && f == FAIL_BUSY; tries++) {
		TALLOC_FREE(tool->said);
		status = try_once(tool, step, data, &f);
	}
	said = capture_end(tool->owner, capture);
	if (f == FAIL_NONE)
		return tell(tool, status);
	return tool_fail("the database failed: %s", said[0] == '\0' ? "it is busy" : said);
}

const char *
tool_department(struct tool *tool, const char *name)
{
	const char *id = name == NULL ? NULL : rows_text(tool->db, tool->owner, "SELECT id FROM department WHERE id = ?", ARGS(TEXT(name)));

	if (id == NULL && name != NULL)
		tool_say(tool, STATUS_REFUSED, "there is no department %s", name);
	return id;
}

bool
tool_knows_program(const char *name)
{
	const char *const *program;

	for (program = stylesheet_programs; *program != NULL; program++)
		if (strcmp(*program, name) == 0)
			return true;
	fprintf(stderr, "samspil-stylesheet: there is no program %s; there are", name);
	for (program = stylesheet_programs; *program != NULL; program++)
		fprintf(stderr, " %s", *program);
	fputc('\n', stderr);
	return false;
}

static void
add_role(void *user, const char *const *columns, size_t count)
{
	unsigned long long *may = user;

	(void)count;
	*may |= permission_of(columns[0]);
}

enum status
tool_may(struct tool *tool, const char *department, unsigned long long permission)
{
	unsigned long long may = 0;
	const char *home;

	if (rows_int(tool->db, 0, "SELECT COUNT(*) FROM staff WHERE uid = ? AND active", ARGS(TEXT(tool->by))) == 0)
		return tool_say(tool, STATUS_REFUSED, "nobody called %s works here (people are known once they have signed in)", tool->by);
	home = rows_text(tool->db, tool->owner, "SELECT department_id FROM staff WHERE uid = ?", ARGS(TEXT(tool->by)));
	rows_each(tool->db, "SELECT role FROM staff_role WHERE uid = ?", ARGS(TEXT(tool->by)), add_role, &may);
	if (may & MAY_RUN_LOOKS || (may & permission && home != NULL && strcmp(home, department) == 0))
		return STATUS_DONE;
	return tool_say(tool, STATUS_REFUSED, "%s may not do that in %s: its editors may, and operators", tool->by, department);
}

char *
tool_read(struct tool *tool, const char *path, size_t *length)
{
	FILE *file = fopen(path, "re");
	char *bytes;

	*length = 0;
	if (file == NULL) {
		tool_fail("%s: %s", path, strerror(errno));
		return NULL;
	}
	bytes = talloc_array(tool->owner, char, LAYER_MAX + 2);
	*length = fread(bytes, 1, LAYER_MAX + 1, file);
	bytes[*length] = '\0';
	if (ferror(file)) {
		tool_fail("%s: %s", path, strerror(errno));
		TALLOC_FREE(bytes);
	}
	fclose(file);
	return bytes;
}

const char *
tool_program_of(struct tool *tool, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
	size_t length = strlen(name);

	if (tool->program != NULL)
		return tool->program;
	if (length > 4 && strcmp(name + length - 4, ".xsl") == 0) {
		name = talloc_strndup(tool->owner, name, length - 4);
		return tool_knows_program(name) ? name : NULL;
	}
	tool_fail("%s: its name is not PROGRAM.xsl, so --program must say which it is for", path);
	return NULL;
}
