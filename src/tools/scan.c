/*
 * samspil-scan - documents that clamd could not look at when they came.
 *
 *	samspil-scan [--config FILE] [--every SECONDS] [--all]
 *
 * One pass has those looked at that wait, and those that came while no clamd was configured; --all also those that were found clean, for clamd
 * may know more now.  What is found is written down: a clean one can be fetched from then on, an infected one no more, and who filed it is told.
 * One that clamd can say nothing about, or is too slow with, goes on waiting, and keeps none of the others from it.  Where clamd does not answer at
 * all the pass ends, and the next one goes on.
 *
 * It ends with 0 after a whole pass, also where no clamd is configured; 1 when the pass failed; 2 when the command line is wrong.  With --every it
 * goes on until SIGTERM or SIGINT, and ends with 0.
 */
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <talloc.h>

#include "base/conf.h"
#include "base/log.h"
#include "base/scan.h"
#include "domain/document.h"
#include "domain/message.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/passes.h"

struct pass {
	const void *owner;
	struct db *db;
	const char *socket;
	long milliseconds;
	bool all;
	long long looked_at, infected, put_off;
};

struct waiting { long long id, course; size_t size; const char *uid, *title; };

static bool
find_next(struct pass *pass, const void *owner, long long after, struct waiting *out)
{
	const char *is[5];

	if (!rows_one(pass->db, owner, is, 5, "SELECT id, course_id, size, uid, title FROM document WHERE id > ?"
	    " AND (scan IN ('waiting', 'not-asked') OR (scan = 'clean' AND ?)) ORDER BY id LIMIT 1", ARGS(INT(after), INT(pass->all ? 1 : 0))))
		return false;
	*out = (struct waiting){ atoll(is[0]), atoll(is[1]), (size_t)atoll(is[2]), is[3], is[4] };
	return true;
}

static void
write_down(struct pass *pass, const void *owner, const struct waiting *one, enum scan scan, const char *found)
{
	exec(pass->db, "UPDATE document SET scan = ?, scan_found = ?, scanned_at = CURRENT_TIMESTAMP, changed_by = ? WHERE id = ? AND scan <> 'infected'",
	    ARGS(TEXT(scan_word(scan)), TEXT(found), TEXT(MESSAGE_SAMSPIL), INT(one->id)));
	if (scan != SCAN_INFECTED)
		return;
	pass->infected++;
	log_event("infected", LOG_FIELDS(LOG_INT("document", one->id), LOG_TEXT("found", found)));
	message_post(pass->db, one->course, 0, NULL, one->uid, "document-infected", one->title,
	    talloc_asprintf(owner, "/plan/%lld/documents/%lld", one->course, one->id));
}

/* A wrong or late answer is about this document alone, as long as clamd is there. */
static enum fail
put_off(struct pass *pass, const struct waiting *one)
{
	if (scan_ping(pass->socket, pass->milliseconds) != FAIL_NONE)
		return FAIL_AWAY;
	pass->put_off++;
	log_event("put-off", LOG_FIELDS(LOG_INT("document", one->id)));
	return FAIL_NONE;
}

/* No transaction waits while clamd looks.  FAIL_AWAY: clamd does not answer, nobody need ask it again now. */
static enum fail
look_at(struct pass *pass, const void *owner, const struct waiting *one)
{
	char found[SCAN_FOUND_MAX];
	void *bytes = document_bytes(pass->db, owner, one->id, one->size);
	enum scan scan;

	if (bytes == NULL)
		return db_failed(pass->db);
	db_rollback(pass->db);
	scan = scan_bytes(pass->socket, pass->milliseconds, bytes, one->size, found);
	if (scan == SCAN_WAITING)
		return put_off(pass, one);
	pass->looked_at++;
	write_down(pass, owner, one, scan, found);
	return db_commit(pass->db);
}

/* One that cannot be looked at keeps none of the others from it. */
static enum fail
run_pass(void *user)
{
	struct pass *pass = user;
	enum fail f = db_ready(pass->db), worst = f;
	struct waiting one = { .id = 0 };
	void *memory;

	pass->looked_at = pass->infected = pass->put_off = 0;
	while (f != FAIL_AWAY && worst != FAIL_AWAY && !passes_told_to_end()) {
		memory = talloc_new(pass->owner);
		if (!find_next(pass, memory, one.id, &one)) {
			f = db_failed(pass->db);
			talloc_free(memory);
			break;
		}
		f = look_at(pass, memory, &one);
		talloc_free(memory);
		if (f != FAIL_NONE) {
			worst = f;
			db_rollback(pass->db);
			db_clear(pass->db);
		}
	}
	db_rollback(pass->db);
	log_event("scan", LOG_FIELDS(LOG_INT("looked-at", pass->looked_at), LOG_INT("infected", pass->infected), LOG_INT("put-off", pass->put_off)));
	return f == FAIL_NONE ? worst : f;
}

static int
usage(void)
{
	fputs("usage: samspil-scan [--config FILE] [--every SECONDS] [--all]\n", stderr);
	return 2;
}

static enum fail
start(const void *owner, const char *path, bool all, long every)
{
	struct pass pass = { .owner = owner, .all = all };
	struct conf *conf = NULL;
	enum fail f = conf_read(owner, path, &conf);

	if (f != FAIL_NONE)
		return f;
	pass.socket = scan_socket(conf);
	pass.milliseconds = scan_timeout(conf);
	if (pass.socket == NULL) {
		log_event("scan", LOG_FIELDS(LOG_TEXT("socket", "none is configured")));
		return FAIL_NONE;
	}
	f = db_new(owner, conf, "scan", &pass.db);
	return f == FAIL_NONE ? passes_run("scan", every, run_pass, &pass) : f;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "config", required_argument, NULL, 'c' }, { "every", required_argument, NULL, 'e' }, { "all", no_argument, NULL, 'a' }, { 0 },
	};
	const char *path = SAMSPIL_CONF;
	void *owner;
	bool all = false;
	long every = 0;
	int option;
	enum fail f;

	log_program("scan");
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'c')
			path = optarg;
		else if (option == 'a')
			all = true;
		else if (option != 'e' || !passes_every(optarg, &every))
			return usage();
	}
	if (optind != argc)
		return usage();
	owner = talloc_new(NULL);
	f = start(owner, path, all, every);
	talloc_free(owner);
	return f == FAIL_NONE ? 0 : 1;
}
