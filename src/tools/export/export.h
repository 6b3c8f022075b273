/* export.h - what samspil-export can do: a command a file.  tools/export/: may use all of the house. */
#ifndef SAMSPIL_TOOLS_EXPORT_EXPORT_H
#define SAMSPIL_TOOLS_EXPORT_EXPORT_H

#include <stdbool.h>

#include "base/conf.h"
#include "base/fail.h"
#include "sql/db.h"

/* What a command has: its memory, and, if it asks for them, the configuration and the database, ready and in one snapshot. */
struct export { void *owner; const struct conf *conf; struct db *db; };

enum { EXPORT_USAGE = -1 };	/* a command's answer to words that it does not know: usage is shown, exit code 2 */

/*
 * A command reads its own options (getopt_long over argv, whose first word is the command's name), tells people on standard error what is wrong,
 * and returns enum fail, or EXPORT_USAGE.
 */
struct export_command {
	const char *name;
	const char *usage;		/* one line a form, behind the name */
	bool without_database;
	int (*run)(const struct export *ex, int argc, char **argv);
};

/* Who asks it to end waits from now on, so that nothing that is half made stays behind unseen. */
void export_let_signals_wait(void);

extern const struct export_command export_evaluation, export_key, export_rows;

#endif
