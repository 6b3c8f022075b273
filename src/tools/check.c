/*
 * samspil-check - is everything right?
 *
 *	samspil-check [--config FILE] [--user UID] [--keys]
 *
 * Prints a line for each thing looked at, all faults at once:
 *	ok area: text
 *	FAULT area: text → what to do
 * Areas: configuration, database, grants, schema, directory, scan, mail, stylesheets.  --user tells, too, what the directory says of one
 * person, step by step.  --keys lists every key that a configuration may hold, and does nothing else.
 *
 * It ends with 0 when all is right, 1 when there are faults, 2 when it could not run.  It changes nothing, and must be able to
 * read every program's secrets: run it as root.
 */
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "base/log.h"
#include "base/secret.h"
#include "tools/check/capture.h"
#include "tools/check/check.h"
#include "tools/grants/grants.h"

static int
usage(bool asked)
{
	fputs("usage: samspil-check [--config FILE] [--user UID] [--keys]\n", asked ? stdout : stderr);
	if (asked)
		fputs("\n"
		    "Looks at all that Samspil needs, and says what is wrong and what to do; it changes nothing.\n"
		    "  --config FILE  instead of " SAMSPIL_CONF "\n"
		    "  --user UID     also what the directory says of this person, step by step\n"
		    "  --keys         every key that a configuration may hold, and nothing else\n", stdout);
	return asked ? 0 : 2;
}

static const char *const *
programs_of(struct check *check)
{
	static const char *const none[] = { NULL };
	struct capture *capture = capture_begin(check->owner);
	const char *dir = talloc_asprintf(check->owner, "%s/sql/grants", check->share);
	const char *const *programs = grants_programs(check->owner, dir);

	capture_end(check->owner, capture);
	return programs == NULL ? none : programs;
}

static int
check_all(struct check *check)
{
	struct conf *conf = NULL;
	struct capture *capture = capture_begin(check->owner);
	enum fail f = conf_read(check->owner, check->path, &conf);
	const char *said = capture_end(check->owner, capture);

	if (f != FAIL_NONE) {
		fprintf(stderr, "samspil-check: %s\n", said);
		return 2;
	}
	check->conf = conf;
	check->share = conf_text(conf, "site", "share", SAMSPIL_SHARE);
	check->programs = programs_of(check);
	check_configuration(check);
	check_database(check);
	check_directory(check);
	check_scan(check);
	check_mail(check);
	check_stylesheets(check);
	return check->faults == 0 ? 0 : 1;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "config", required_argument, NULL, 'c' }, { "user", required_argument, NULL, 'u' },
		{ "keys", no_argument, NULL, 'k' }, { "help", no_argument, NULL, 'h' }, { 0 },
	};
	struct check check = { .path = SAMSPIL_CONF };
	int option, status;

	log_program("check");
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'c')
			check.path = optarg;
		else if (option == 'u')
			check.user = optarg;
		else if (option == 'k')
			return check_keys();
		else
			return usage(option == 'h');
	}
	if (optind != argc || !secret_start())
		return usage(false);
	check.owner = talloc_new(NULL);
	status = check_all(&check);
	talloc_free(check.owner);
	return status;
}
