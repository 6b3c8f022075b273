#include "directory/servers.h"

#include <stdbool.h>
#include <talloc.h>

#include "base/clock.h"
#include "base/log.h"
#include "directory/watchdog.h"

enum { KEPT_MS = 20 * 1000 };

struct attempt { struct directory *dir; enum fail (*step)(struct connection *, void *); void *user; bool keep; };

static void
tell(const char *uri, const char *problem)
{
	log_event("directory-away", LOG_FIELDS(LOG_TEXT("server", uri), LOG_TEXT("problem", problem)));
}

static void
keep_or_close(const struct attempt *attempt, struct connection *connection)
{
	if (!attempt->keep) {
		talloc_free(connection);
		return;
	}
	connection_deadline(connection, clock_ms() + KEPT_MS);
	attempt->dir->kept = connection;
}

/* A kept connection may have been closed by the server meanwhile: then a fresh one is tried, and nothing is said of it. */
static enum fail
try_kept(const struct attempt *attempt)
{
	struct connection *connection = attempt->dir->kept;
	enum fail f;

	if (connection == NULL)
		return FAIL_AWAY;
	attempt->dir->kept = NULL;
	if (!attempt->keep) {
		talloc_free(connection);
		return FAIL_AWAY;
	}
	connection_deadline(connection, clock_ms() + attempt->dir->timeout_ms);
	f = attempt->step(connection, attempt->user);
	if (f == FAIL_AWAY)
		talloc_free(connection);
	else
		keep_or_close(attempt, connection);
	return f;
}

static enum fail
try_server(const struct attempt *attempt, struct server *server, long long deadline)
{
	char problem[PROBLEM_MAX] = "";
	struct connection *connection;
	enum fail f = connection_open(attempt->dir, attempt->dir, server, deadline, &connection, problem);

	if (f != FAIL_NONE) {
		tell(server->uri, problem);
		server->shunned_until = clock_ms() + SERVERS_SHUN_MS;
		return f;
	}
	f = connection_bind_service(connection);
	if (f == FAIL_NONE)
		f = attempt->step(connection, attempt->user);
	server->shunned_until = f == FAIL_AWAY ? clock_ms() + SERVERS_SHUN_MS : 0;
	if (f == FAIL_AWAY) {
		tell(server->uri, connection_problem(connection));
		talloc_free(connection);
	} else {
		keep_or_close(attempt, connection);
	}
	return f;
}

/* Each server's share of the time that is left, so that a silent one leaves some for those behind it. */
static long long
share(const struct directory *dir, long long end, size_t servers_left)
{
	long long now = clock_ms(), part = (end - now) / (long long)servers_left;

	return now + (part < dir->timeout_ms ? part : dir->timeout_ms);
}

/* The servers as configured, those that failed lately behind the others; owned by owner. */
static struct server **
in_order(const void *owner, const struct directory *dir)
{
	struct server **order = talloc_array(owner, struct server *, (unsigned)dir->server_count);
	long long now = clock_ms();
	size_t count = 0, i;
	int shunned;

	for (shunned = 0; shunned <= 1 && order != NULL; shunned++)
		for (i = 0; i < dir->server_count; i++)
			if ((dir->servers[i].shunned_until > now) == (shunned == 1))
				order[count++] = &dir->servers[i];
	return order;
}

enum fail
servers_try(struct directory *dir, bool keep, enum fail (*step)(struct connection *connection, void *user), void *user)
{
	struct attempt attempt = { dir, step, user, keep };
	long long end = clock_ms() + SERVERS_ALL_MS;
	struct server **order = in_order(dir, dir);
	enum fail f = order == NULL ? fail_log(FAIL_AWAY, "directory: out of memory") : try_kept(&attempt);
	size_t i;

	for (i = 0; order != NULL && i < dir->server_count && f == FAIL_AWAY; i++)
		f = try_server(&attempt, order[i], share(dir, end, dir->server_count - i));
	talloc_free(order);
	return f;
}
