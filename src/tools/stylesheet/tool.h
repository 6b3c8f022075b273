/*
 * tool.h - what the commands of samspil-stylesheet share: their words, the database, people, files of layers.
 * tools/stylesheet/: may use all of the house.
 */
#ifndef SAMSPIL_TOOLS_STYLESHEET_TOOL_H
#define SAMSPIL_TOOLS_STYLESHEET_TOOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "sql/db.h"

/* How a command ends: the exit code. */
enum status {
	STATUS_DONE,
	STATUS_REFUSED,		/* it may not be: the reason was said */
	STATUS_FAILED,		/* it could not be done or looked at: a wrong command line, a file, the database */
};

/* The command line, taken apart; what was not given is NULL.  Everything is borrowed or belongs to owner. */
struct tool {
	const void *owner;
	const struct conf *conf;
	const char *share;
	struct db *db;		/* NULL before tool_open */
	const char *department, *program, *by, *reason, *old, *new, *layers;
	bool drafts;
	char **words;		/* what follows the command, NULL-terminated */
	int count;
	char *said;		/* by tool_say */
};

/* "samspil-stylesheet: TEXT" on standard error; they return STATUS_REFUSED and STATUS_FAILED. */
enum status tool_refuse(const char *format, ...) __attribute__((format(printf, 1, 2)));
enum status tool_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The worse of two. */
enum status tool_worse(enum status a, enum status b);

/* Connect to the database; STATUS_FAILED, said, when it cannot be used. */
enum status tool_open(struct tool *tool);

/*
 * Run step as one transaction, again when it lost a race.  What it has to tell it leaves with tool_say: printed once, after the commit
 * on standard output, or, when it was refused and undone, as tool_refuse does.
 */
enum status tool_run(struct tool *tool, enum status (*step)(struct tool *tool, void *data), void *data);
enum status tool_say(struct tool *tool, enum status status, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Within a transaction: the department as the database writes it, NULL (said) when there is none.  NULL given: NULL, nothing said. */
const char *tool_department(struct tool *tool, const char *name);

/* Is there such a program?  Said when there is not. */
bool tool_knows_program(const char *name);

/*
 * Within a transaction: may tool->by do this in the department?  permission is what a role must give for one's own department;
 * who runs all departments' looks may in any case.  STATUS_REFUSED, said, when not.
 */
enum status tool_may(struct tool *tool, const char *department, unsigned long long permission);

/*
 * The bytes of a file of at most LAYER_MAX bytes, owned by tool->owner and terminated.  NULL, said, when it cannot be read; a file that
 * is larger gives LAYER_MAX + 1 bytes of it.
 */
char *tool_read(struct tool *tool, const char *path, size_t *length);

/* The program that a file is for: --program, or "plan" for ".../plan.xsl"; NULL, said, when that is none. */
const char *tool_program_of(struct tool *tool, const char *path);

#endif
