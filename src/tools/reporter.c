/*
 * samspil-reporter - computes the reports that take long, one after the other, and keeps them.
 *
 *	samspil-reporter [--config FILE] [--once | --every SECONDS]
 *	samspil-reporter [--config FILE] --figures REPORT [--from DATE --to DATE] [--today DATE] [--as-of MOMENT] [--target-group CODE] [--benefit CODE]
 *	    [--FIELD VALUE]... [--department ID]... [--departments -]
 *
 * A pass computes what waits (reporter/pass.h), at low priority; with --every it goes on until SIGTERM or SIGINT, and ends with 0.  --figures prints what a
 * report says as XML, for each department (of which --departments - reads the ids from standard input, one a line) a <report>, and keeps nothing: for tests and
 * for those who want figures in a script.  Nothing of it is hidden: it is for this machine's operators.
 *
 * It ends with 0 when all is done, 1 when something failed, 2 when the command line is wrong.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <talloc.h>

#include "base/conf.h"
#include "base/date.h"
#include "base/log.h"
#include "base/secret.h"
#include "tools/passes.h"
#include "tools/reporter/figures.h"
#include "tools/reporter/pass.h"
#include "xml/node.h"

enum { LOW_PRIORITY = 10, PATIENCE_S = 600 };

struct reporter { void *owner; struct db *db; };

static enum fail
run_pass(void *user)
{
	struct reporter *r = user;
	enum fail f = db_ready(r->db);
	long done;

	if (f != FAIL_NONE)
		return f;
	done = pass_all(r->db);
	if (done > 0)
		log_event("reports", LOG_FIELDS(LOG_INT("computed", done)));
	return db_failed(r->db);
}

/* With nothing left that was begun. */
static int
usage(void *owner)
{
	talloc_free(owner);
	fputs("usage: samspil-reporter [--config FILE] [--once | --every SECONDS]\n"
	    "       samspil-reporter [--config FILE] --figures REPORT [--from DATE --to DATE] [--today DATE] [--as-of MOMENT]\n"
	    "           [--target-group CODE] [--benefit CODE] [--FIELD VALUE]... [--department ID]... [--departments -]\n", stderr);
	return 2;
}

/* What is no option of every run is one of --figures. */
static bool
read_option(const char *name, const char *value, const char **path, long *every, struct figures_asked *figures)
{
	if (strcmp(name, "--config") == 0)
		*path = value;
	else if (strcmp(name, "--every") == 0)
		return passes_every(value, every);
	else
		return figures_option(figures, name, value);
	return true;
}

static bool
read_options(int argc, char **argv, const char **path, long *every, struct figures_asked *figures)
{
	int i;

	for (i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--once") == 0)
			continue;
		if (i + 1 == argc || !read_option(argv[i], argv[i + 1], path, every, figures))
			return false;
		i++;
	}
	return figures->report != NULL || !figures->any;
}

static enum fail
start(struct reporter *r, const char *path)
{
	struct conf *conf;
	enum fail f = conf_read(r->owner, path, &conf);

	if (f == FAIL_NONE)
		f = db_new(r->owner, conf, "reporter", &r->db);
	if (f == FAIL_NONE)
		db_patient(r->db, PATIENCE_S);
	return f;
}

int
main(int argc, char **argv)
{
	struct reporter r = { .owner = talloc_new(NULL) };
	struct figures_asked figures = { .owner = r.owner };
	const char *path = SAMSPIL_CONF;
	long every = 0;
	enum fail f;

	log_program("reporter");
	date_start();
	node_start();
	signal(SIGPIPE, SIG_IGN);
	if (!read_options(argc, argv, &path, &every, &figures))
		return usage(r.owner);
	/* The people at work come first. */
	setpriority(PRIO_PROCESS, 0, LOW_PRIORITY);
	f = secret_start() ? start(&r, path) : FAIL_BROKEN;
	if (f == FAIL_NONE)
		f = figures.report != NULL ? figures_print(&figures, r.db) : passes_run("reporter", every, run_pass, &r);
	talloc_free(r.owner);
	return f == FAIL_NONE ? 0 : 1;
}
