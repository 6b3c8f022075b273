/*
 * samspil-export - what goes out of the house.
 *
 *	samspil-export [--config FILE] COMMAND ...
 *
 * evaluation writes pseudonymised rows for evaluators, with a code book, into a new folder: all of it or nothing.  Who asks for it says what for, for
 * whom and by what right; that is logged (/report/extracts), and in the access log of each person whose rows went out.  --key-file is a key that
 * another one keeps; a person has one pseudonym in an extract, and another one in the next.  The period is of whole months that are over; a receiver who
 * has an extract of part of it gets another one only where --again says why.
 * key FILE makes the key for the pseudonyms of an extract; another person than those who use the extract keeps it.
 * rows KIND FILE writes all that there is of a kind, as samspil-import takes it (conf/import.md); that is logged beside the imports (/admin/imports).
 * Nothing is ever written over.
 *
 * It ends with 0 when all is written, 1 when something was refused or failed, 2 when the command line is wrong.
 */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "base/log.h"
#include "base/secret.h"
#include "tools/export/export.h"
#include "tools/operator.h"
#include "xml/node.h"

static const struct export_command *const commands[] = { &export_evaluation, &export_key, &export_rows };
enum { COMMANDS = sizeof(commands) / sizeof(commands[0]), STATEMENT_SECONDS = 3600 };

void
export_let_signals_wait(void)
{
	sigset_t ends;

	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGHUP);
	sigprocmask(SIG_BLOCK, &ends, NULL);
}

static int
usage(bool asked)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		fprintf(asked ? stdout : stderr, "%s samspil-export [--config FILE] %s %s\n", i == 0 ? "usage:" : "      ", commands[i]->name, commands[i]->usage);
	if (asked)
		fputs("\n"
		    "evaluation: pseudonymised rows and their code book, in a new folder (--out).  The period is of whole months that are over.  Purpose, receiver and\n"
		    "legal basis stand in /report/extracts; --key-file is what key made, and another person keeps.  Who has an extract of part of the period gets\n"
		    "another one only where --again says why: two that overlap can be linked, person by person, by their rows.\n"
		    "key: makes that key.  rows: all that there is of a kind, as samspil-import takes it (CSV with --decimal comma); with CPR numbers.\n", stdout);
	return asked ? 0 : 2;
}

static const struct export_command *
command_of(const char *name)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		if (name != NULL && strcmp(name, commands[i]->name) == 0)
			return commands[i];
	return NULL;
}

/* What a command writes is of one moment: a transaction's snapshot. */
static enum fail
start(struct export *ex, const char *path)
{
	struct conf *conf;
	enum fail f = conf_read(ex->owner, path, &conf);

	ex->conf = conf;
	if (f == FAIL_NONE)
		f = db_new(ex->owner, conf, "export", &ex->db);
	if (f == FAIL_NONE) {
		db_patient(ex->db, STATEMENT_SECONDS);
		f = db_ready(ex->db);
	}
	return operator_told("samspil-export", f);
}

int
main(int argc, char **argv)
{
	static const struct option options[] = { { "config", required_argument, NULL, 'c' }, { "help", no_argument, NULL, 'h' }, { 0 } };
	struct export ex = { 0 };
	const struct export_command *command;
	const char *path = SAMSPIL_CONF;
	int option, status = FAIL_NONE, first;

	log_program("export");
	while ((option = getopt_long(argc, argv, "+", options, NULL)) != -1) {
		if (option != 'c')
			return usage(option == 'h');
		path = optarg;
	}
	first = optind;
	command = command_of(argv[first]);
	if (command == NULL || !secret_start())
		return usage(false);
	ex.owner = talloc_new(NULL);
	date_start();
	node_start();
	if (!command->without_database)
		status = (int)start(&ex, path);
	optind = 0;
	if (status == FAIL_NONE)
		status = command->run(&ex, argc - first, argv + first);
	talloc_free(ex.owner);
	return status == EXPORT_USAGE ? usage(false) : status == FAIL_NONE ? 0 : 1;
}
