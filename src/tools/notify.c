/*
 * samspil-notify - tells people that something waits: reminders as messages, and mails that say no more than that.
 *
 *	samspil-notify [--config FILE] [--all] [--once | --every SECONDS]
 *
 * One pass lets deadlines follow that an import left owed (domain/deadline_owed.h), sends the outbox (notify/outbox.h), reminds of what is due (notify/remind.h), and
 * looks for what does not work (domain/stop_walk.h). What it
 * tells people of itself goes as mail in the next pass: no slow part keeps what waits from its receivers.  What is of the day alone is not looked for in
 * each pass, but with --all.  A mail says that something waits in
 * Samspil, with a link, and nothing about anybody.  Without a relay in [mail] nothing is sent.
 *
 * It ends with 0 after a whole pass, 1 when the pass failed or the relay could not be used, 2 when the command line is wrong.  With --every it goes
 * on until SIGTERM or SIGINT, and ends with 0.  A mail that is on its way is always finished, and noted, first: else it would go twice.
 */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <talloc.h>

#include "base/conf.h"
#include "base/date.h"
#include "base/log.h"
#include "domain/deadline_owed.h"
#include "domain/stop_walk.h"
#include "tools/notify/outbox.h"
#include "tools/notify/remind.h"
#include "tools/passes.h"
#include "xml/labels.h"

struct notify {
	void *owner;
	struct conf *conf;
	struct db *db;
	struct mail *mail;	/* NULL: none is sent */
	struct labels *labels;
	bool all;
};

/* What an import left, since somebody worked on the course just then, or since it was cut. */
static enum fail
follow_owed(const struct notify *n, const void *memory, const char *today)
{
	struct deadline_paid paid = { 0 };

	deadline_pay(n->db, memory, n->labels, today, &paid);
	if (paid.courses > 0)
		log_event("deadlines", LOG_FIELDS(LOG_INT("courses", paid.courses), LOG_INT("cancelled", paid.gone.ended), LOG_INT("stayed", paid.gone.stayed),
		    LOG_INT("left", paid.left)));
	return db_failed(n->db);
}

/* What one part could not do hinders no other part: each begins with a connection that is ready. */
static enum fail
run_pass(void *user)
{
	struct notify *n = user;
	void *memory = talloc_new(n->owner);
	struct outbox_count count = { 0 };
	long said = 0, tasks = 0;
	struct date today;
	enum fail f = db_ready(n->db), one;

	date_today(&today);
	if (f == FAIL_NONE)
		f = follow_owed(n, memory, today.iso);
	one = passes_told_to_end() ? FAIL_NONE : db_ready(n->db);
	if (one == FAIL_NONE && !passes_told_to_end())
		one = outbox_pass(memory, n->db, n->mail, labels_find(n->labels, "mail.subject"), labels_find(n->labels, "mail.text"), &count);
	f = f == FAIL_NONE ? one : f;
	one = passes_told_to_end() ? FAIL_NONE : db_ready(n->db);
	if (one == FAIL_NONE && !passes_told_to_end())
		one = remind_pass(memory, n->db, today.iso, n->all, &said);
	f = f == FAIL_NONE ? one : f;
	if (!passes_told_to_end() && db_ready(n->db) == FAIL_NONE)
		tasks = stop_walk(n->db, memory, today.iso, n->all);
	one = db_failed(n->db);
	f = f == FAIL_NONE ? one : f;
	if (said + tasks + count.sent + count.later + count.given_up > 0)
		log_event("notify", LOG_FIELDS(LOG_INT("reminded", said), LOG_INT("tasks", tasks), LOG_INT("sent", count.sent),
		    LOG_INT("later", count.later), LOG_INT("given-up", count.given_up)));
	talloc_free(memory);
	return f == FAIL_NONE && count.later > 0 ? FAIL_AWAY : f;
}

static enum fail
start(struct notify *n, const char *path)
{
	const char *language, *dir;
	enum fail f = conf_read(n->owner, path, &n->conf);

	if (f != FAIL_NONE)
		return f;
	language = conf_text(n->conf, "site", "language", "da");
	dir = talloc_asprintf(n->owner, "%s/xslt/labels", conf_text(n->conf, "site", "share", SAMSPIL_SHARE));
	n->mail = mail_new(n->owner, n->conf);
	if (n->mail == NULL && conf_text(n->conf, "mail", "relay", NULL) != NULL)
		return FAIL_BROKEN;
	f = labels_read(n->owner, dir, language, &n->labels);
	return f == FAIL_NONE ? db_new(n->owner, n->conf, "notify", &n->db) : f;
}

/* With nothing left that was begun. */
static int
usage(void *owner)
{
	talloc_free(owner);
	fputs("usage: samspil-notify [--config FILE] [--all] [--once | --every SECONDS]\n", stderr);
	return 2;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "all", no_argument, NULL, 'a' }, { "config", required_argument, NULL, 'c' }, { "every", required_argument, NULL, 'e' }, { "once", no_argument, NULL, 'o' }, { 0 },
	};
	struct notify n = { .owner = talloc_new(NULL) };
	const char *path = SAMSPIL_CONF;
	long every = 0;
	int option;
	enum fail f;

	log_program("notify");
	signal(SIGPIPE, SIG_IGN);
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'c')
			path = optarg;
		else if (option == 'a')
			n.all = true;
		else if (option == 'o')
			every = 0;
		else if (option != 'e' || !passes_every(optarg, &every))
			return usage(n.owner);
	}
	if (optind != argc)
		return usage(n.owner);
	f = start(&n, path);
	if (f == FAIL_NONE)
		f = passes_run("notify", every, run_pass, &n);
	talloc_free(n.owner);
	return f == FAIL_NONE ? 0 : 1;
}
