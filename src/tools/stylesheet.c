/*
 * samspil-stylesheet - departments' layers as files, for those who keep theirs in git, and the rehearsal of an upgrade.
 *
 *	samspil-stylesheet [--config FILE] COMMAND [OPTION]... [WORD]...
 *	samspil-stylesheet COMMAND --help
 *
 * It ends with 0 when it is done, 1 when it was refused, with the reasons said, and 2 when it could not be done: a wrong command line, a file
 * that cannot be read, a database that is away.
 *
 * It acts for the person whom --by names, by the rules of the studio (the second person above all).  Whoever runs it answers for that
 * name: its database secret is an administrator's.
 */
#include <ctype.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/date.h"
#include "base/log.h"
#include "base/secret.h"
#include "tools/check/capture.h"
#include "tools/stylesheet/commands.h"
#include "xml/node.h"

/* options: the letters of the table in main that the command takes, those it needs in capitals; database: is it always asked? */
static const struct command {
	const char *name, *options;
	int least, most;
	bool database;
	enum status (*run)(struct tool *tool);
	const char *usage, *help;
} commands[] = {
	{ "list", "dp", 0, 0, true, list_run, "list [--department DEPARTMENT] [--program PROGRAM]",
	    "Prints a line for each version, with tabs between: department, program, number, state (draft; asked: its activation\n"
	    "was asked for; active; retired; failed: taken out because it failed), who and when (of that state), reason,\n"
	    "renderings, failures, milliseconds of a rendering. - stands for nothing.\n" },
	{ "pull", "dba", 1, 1, true, pull_run, "pull [--department DEPARTMENT] [--drafts --by UID] DIR",
	    "Writes the layers in use to DIR/DEPARTMENT/PROGRAM.xsl. With --drafts, where UID has a draft, that one instead.\n"
	    "What departments set with forms (logo, colours, columns, words) is no layer and not in these files.\n" },
	{ "push", "DBpR", 1, 1000, true, push_run, "push --by UID --department DEPARTMENT --reason TEXT [--program PROGRAM] FILE...",
	    "Takes each file as UID's draft, new or changed, and asks for its activation by somebody else. A file is for the\n"
	    "program that its name says (plan.xsl), or for PROGRAM. A text that is in use, or that is UID's draft already,\n"
	    "makes no new version. UID is an editor of that department, or an operator. Nothing is checked yet: check does, and activate.\n" },
	{ "check", "p", 1, 1000, false, check_run, "check [--program PROGRAM] FILE...",
	    "Asks the gate about each file: may it be activated? Prints FILE:LINE:COLUMN: reason for each fault, and\n"
	    "FILE:LINE:COLUMN: remark: text for what does not stand in the way; 1:1 is what has no place of its own in the file.\n"
	    "Needs no database. It ends with 0: all may be activated; 1: refused; 2: could not be checked.\n" },
	{ "activate", "B", 2, 3, true, activate_run, "activate --by UID DEPARTMENT PROGRAM [NUMBER]",
	    "Puts a draft to use whose activation was asked for: the one that waits, or version NUMBER. The gate is asked first,\n"
	    "with the department's settings. UID may do it in that department, and is not who wrote it, changed it last or asked.\n" },
	{ "rollback", "BR", 2, 2, true, rollback_run, "rollback --by UID --reason TEXT DEPARTMENT PROGRAM",
	    "Goes back to the version that was in use before, a step each time, and from the first one to the shipped look. A\n"
	    "version that was taken out because it failed is not come back to.\n" },
	{ "rehearse", "dpOnl", 0, 0, false, rehearse_run,
	    "rehearse --old DIR [--new DIR] [--layers DIR] [--department DEPARTMENT] [--program PROGRAM]",
	    "Before an upgrade: renders every layer in use (or those of DIR/DEPARTMENT/PROGRAM.xsl, as pull writes them) on every\n"
	    "sample page over the old and the new release, each a share directory (new: that of the configuration by default).\n"
	    "Prints what vanished from pages, what is new on them, and what of a layer's names is gone. It ends with 0: nothing\n"
	    "is lost; 1: something is lost or refused; 2: it could not be rehearsed.\n" },
};

enum { COMMANDS = sizeof commands / sizeof commands[0] };

static int
usage(FILE *to, const struct command *command)
{
	size_t i;

	if (command != NULL)
		fprintf(to, "usage: samspil-stylesheet [--config FILE] %s\n%s", command->usage, command->help);
	for (i = 0; command == NULL && i < COMMANDS; i++)
		fprintf(to, "%s samspil-stylesheet [--config FILE] %s\n", i == 0 ? "usage:" : "      ", commands[i].usage);
	if (command == NULL)
		fputs("       samspil-stylesheet COMMAND --help\n", to);
	return to == stdout ? STATUS_DONE : STATUS_FAILED;
}

static const struct command *
find_command(const char *name)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

/* Where an option's value goes; one that is no text has none. */
static const char **
place_of(struct tool *tool, int letter)
{
	switch (letter) {
	case 'b':
		return &tool->by;
	case 'd':
		return &tool->department;
	case 'l':
		return &tool->layers;
	case 'n':
		return &tool->new;
	case 'o':
		return &tool->old;
	case 'p':
		return &tool->program;
	case 'r':
		return &tool->reason;
	default:
		return NULL;
	}
}

/* Does the command take what was given, and has it what it needs?  given: the letters, one after the other. */
static bool
fits(const struct command *command, const char *given, int words)
{
	const char *at;

	for (at = given; *at != '\0'; at++)
		if (strchr(command->options, *at) == NULL && strchr(command->options, toupper(*at)) == NULL)
			return false;
	for (at = command->options; *at != '\0'; at++)
		if (isupper((unsigned char)*at) && strchr(given, tolower(*at)) == NULL)
			return false;
	return words >= command->least && words <= command->most;
}

/* Those who only check need no configuration, as long as they name none. */
static enum status
configure(struct tool *tool, const char *path, bool database)
{
	struct capture *capture = capture_begin(tool->owner);
	struct conf *conf = NULL;
	bool plain = path == NULL && !database && access(SAMSPIL_CONF, R_OK) != 0;
	enum fail f = conf_read(tool->owner, plain ? "/dev/null" : path == NULL ? SAMSPIL_CONF : path, &conf);
	const char *said = capture_end(tool->owner, capture);

	if (f != FAIL_NONE)
		return tool_fail("%s", said);
	tool->conf = conf;
	tool->share = conf_text(conf, "site", "share", SAMSPIL_SHARE);
	return STATUS_DONE;
}

static enum status
run(const struct command *command, struct tool *tool, const char *path)
{
	enum status status;

	tool->owner = talloc_new(NULL);
	status = configure(tool, path, command->database || (command->run == rehearse_run && tool->layers == NULL));
	if (status == STATUS_DONE && tool->program != NULL && !tool_knows_program(tool->program))
		status = STATUS_FAILED;
	if (status == STATUS_DONE)
		status = command->run(tool);
	talloc_free((void *)tool->owner);
	return fflush(stdout) == 0 ? status : tool_fail("standard output cannot be written");
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "config", required_argument, NULL, 'c' }, { "department", required_argument, NULL, 'd' },
		{ "program", required_argument, NULL, 'p' }, { "by", required_argument, NULL, 'b' },
		{ "reason", required_argument, NULL, 'r' }, { "drafts", no_argument, NULL, 'a' }, { "old", required_argument, NULL, 'o' },
		{ "new", required_argument, NULL, 'n' }, { "layers", required_argument, NULL, 'l' }, { "help", no_argument, NULL, 'h' }, { 0 },
	};
	struct tool tool = { 0 };
	const struct command *command;
	const char *path = NULL;
	char given[16] = "";
	int option;
	bool help = false;

	log_program("stylesheet");
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'c')
			path = optarg;
		else if (option == 'h')
			help = true;
		else if (option == '?' || strlen(given) == sizeof given - 1)
			return usage(stderr, NULL);
		else
			given[strlen(given)] = (char)option;
		if (option == 'a')
			tool.drafts = true;
		if (place_of(&tool, option) != NULL)
			*place_of(&tool, option) = optarg;
	}
	command = optind < argc ? find_command(argv[optind]) : NULL;
	if (help)
		return usage(stdout, command);
	tool.words = argv + optind + 1;
	tool.count = argc - optind - 1;
	if (command == NULL || !fits(command, given, tool.count) || !secret_start())
		return usage(stderr, command);
	date_start();
	node_start();
	return (int)run(command, &tool, path);
}
