/*
 * /health - for what watches over the service.  Open.  200: it answers (alive) and can work (ready); 503: it answers only, and
 * the checks tell what is missing.
 *	<health alive="yes" ready="yes|no" schema> <check name="database|schema|directory" state="ok|away|old|unknown"/>* </health>
 */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "directory/directory.h"
#include "portal/pages.h"
#include "sql/rows.h"
#include "web/request.h"
#include "xml/node.h"

enum { DIRECTORY_ASKED_EVERY_S = 10 };

/* The newest file of the schema that came with this program: 0 when there is none. */
static long
schema_expected(struct request *rq)
{
	DIR *dir = opendir(request_format(rq, "%s/sql", rq->site->share));
	struct dirent *entry;
	long newest = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		long number = strspn(entry->d_name, "0123456789") == 4 && entry->d_name[4] == '-' ? atol(entry->d_name) : 0;

		newest = number > newest ? number : newest;
	}
	if (dir != NULL)
		closedir(dir);
	return newest;
}

/*
 * Anybody may ask for /health, so the directory is asked once in a while only, and the answer kept by this worker: a cache that
 * may be dropped at any time.
 */
static enum fail
directory_state(struct request *rq)
{
	static enum fail state;
	static time_t asked;
	struct directory *dir;
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (asked != 0 && now.tv_sec - asked < DIRECTORY_ASKED_EVERY_S)
		return state;
	state = directory_new(rq, rq->site->conf, &dir);
	if (state == FAIL_NONE)
		state = directory_check(dir);
	clock_gettime(CLOCK_MONOTONIC, &now);
	asked = now.tv_sec == 0 ? 1 : now.tv_sec;
	return state;
}

static bool
check_add(xmlNode *health, const char *name, const char *state)
{
	xmlNode *check = node_add(health, "check");

	node_set(check, "name", name);
	node_set(check, "state", state);
	return strcmp(state, "ok") == 0;
}

static void
health_get(struct request *rq, xmlNode *content)
{
	xmlNode *health = node_add(content, "health");
	long expected = schema_expected(rq);
	long schema = (long)rows_int(rq->db, 0, "SELECT COALESCE(MAX(number), 0) FROM schema_migration WHERE finished", NO_ARGS);
	bool away = db_failed(rq->db) != FAIL_NONE, ready;

	ready = check_add(health, "database", away ? "away" : "ok");
	ready = check_add(health, "schema", away ? "unknown" : schema < expected ? "old" : "ok") && ready;
	ready = check_add(health, "directory", directory_state(rq) == FAIL_NONE ? "ok" : "away") && ready;
	node_set(health, "alive", "yes");
	node_set(health, "ready", ready ? "yes" : "no");
	if (!away)
		node_set_int(health, "schema", schema);
	if (!ready)
		page_status(rq, fail_status(FAIL_AWAY));
}

const struct route portal_health = { .path = "/health", .page = "health", .open = true, .even_away = true, .get = health_get };
