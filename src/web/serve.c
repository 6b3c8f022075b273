#include "web/serve.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <talloc.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/log.h"
#include "base/secret.h"
#include "web/internals.h"
#include "web/look.h"
#include "web/workers.h"

enum { LISTEN = 0, PEER_TIMEOUT_S = 10 };

/* workers 0: this process answers requests itself. */
struct arguments { const char *conf_path; unsigned workers; bool routes, version; };

/* The pipe that a signal writes to: poll wakes up, and stays awake since nobody reads it. */
static int stop_pipe[2];

static void
on_stop(int signal_number)
{
	int kept = errno;

	(void)signal_number;
	if (write(stop_pipe[1], "x", 1) < 0)
		errno = kept;
	errno = kept;
}

/* libfcgi alone does not stop when idle, and installs handlers of its own: so ours come after FCGX_Init. */
static bool
prepare_signals(void)
{
	struct sigaction action;

	memset(&action, 0, sizeof action);
	action.sa_handler = on_stop;
	if (pipe2(stop_pipe, O_CLOEXEC | O_NONBLOCK) != 0 || FCGX_Init() != 0)
		return false;
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGUSR1, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
	/* Several workers share the socket: those who lose the race for a connection must not block in accept. */
	return fcntl(LISTEN, F_SETFL, fcntl(LISTEN, F_GETFL) | O_NONBLOCK) == 0;
}

/* False when it is time to stop. */
static bool
wait_for_request(const struct site *site)
{
	struct pollfd on[2] = { { LISTEN, POLLIN, 0 }, { stop_pipe[0], POLLIN, 0 } };

	for (;;) {
		int ready = poll(on, 2, look_wait_ms(site));

		if (ready > 0)
			return on[1].revents == 0;
		if (ready == 0)
			look_count(site, true);
		else if (errno != EINTR)
			return false;
	}
}

static const struct { const char *name; size_t offset; } wanted[] = {
	{ "REQUEST_METHOD",      offsetof(struct incoming, method) },
	{ "REQUEST_URI",         offsetof(struct incoming, uri) },
	{ "HTTP_HOST",           offsetof(struct incoming, host) },
	{ "HTTP_ORIGIN",         offsetof(struct incoming, origin) },
	{ "HTTP_SEC_FETCH_SITE", offsetof(struct incoming, fetch_site) },
	{ "HTTP_ACCEPT",         offsetof(struct incoming, accept) },
	{ "HTTP_COOKIE",         offsetof(struct incoming, cookie) },
	{ "CONTENT_TYPE",        offsetof(struct incoming, content_type) },
	{ "CONTENT_LENGTH",      offsetof(struct incoming, content_length) },
	{ "REMOTE_ADDR",         offsetof(struct incoming, address) },
	{ "SAMSPIL_EDGE",        offsetof(struct incoming, edge) },
};

/* Only this list is read; a name that comes twice is noted, since others might read the other one. */
static void
take_parameter(struct incoming *in, const char *parameter)
{
	size_t i;

	for (i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
		size_t n = strlen(wanted[i].name);
		const char **slot = (const char **)((char *)in + wanted[i].offset);

		if (strncmp(parameter, wanted[i].name, n) != 0 || parameter[n] != '=')
			continue;
		if (*slot != NULL)
			in->repeated = true;
		*slot = parameter + n + 1;
	}
}

static size_t
read_body(void *from, char *out, size_t length)
{
	size_t total = 0;

	while (total < length) {
		int n = FCGX_GetStr(out + total, (int)(length - total), from);

		if (n <= 0)
			break;
		total += (size_t)n;
	}
	return total;
}

static void
send_answer(FCGX_Request *fcgi, const struct outgoing *out, bool with_body)
{
	size_t i;

	FCGX_FPrintF(fcgi->out, "Status: %d\r\n", out->status);
	for (i = 0; i < out->header_count; i++)
		FCGX_FPrintF(fcgi->out, "%s: %s\r\n", out->headers[i].name, out->headers[i].value);
	FCGX_FPrintF(fcgi->out, "Content-Length: %d\r\n\r\n", (int)out->length);
	if (with_body)
		FCGX_PutStr(out->body, (int)out->length, fcgi->out);
}

/* The route's pattern, never the path: ids stay out of the operators' log, too. */
static void
log_request(const struct request *rq, const char *route, long long start)
{
	log_event("request", LOG_FIELDS(LOG_TEXT("method", rq->own->method), LOG_TEXT("route", route),
	    LOG_INT("status", rq->own->out.status), LOG_INT("ms", clock_ms() - start),
	    LOG_INT("sql_us", db_microseconds(rq->site->db)), LOG_INT("xslt_us", rq->own->render_microseconds),
	    LOG_TEXT("look", look_name(rq)),
	    LOG_INT("statements", db_statements(rq->site->db)), LOG_INT("bytes", (long long)rq->own->out.length)));
}

static void
serve_one(const struct site *site, const struct program *program, FCGX_Request *fcgi)
{
	struct request *rq = talloc_zero(site, struct request);
	long long start = clock_ms();
	long long ids[REQUEST_IDS_MAX];
	const struct route *route;
	char **parameter;

	rq->own = talloc_zero(rq, struct request_internals);
	rq->site = site;
	rq->program = program;
	for (parameter = fcgi->envp; *parameter != NULL; parameter++)
		take_parameter(&rq->own->in, *parameter);
	rq->own->method = rq->own->in.method == NULL ? "" : rq->own->in.method;
	rq->own->in.read_body = read_body;
	rq->own->in.from = fcgi->in;
	dispatch(rq);
	send_answer(fcgi, &rq->own->out, strcmp(rq->own->method, "HEAD") != 0);
	route = route_find(program, rq->path, ids);
	log_request(rq, route == NULL ? "" : route->path, start);
	log_reference("");
	talloc_free(rq);
}

static void
limit_peer(int peer)
{
	struct timeval limit = { PEER_TIMEOUT_S, 0 };

	/* A peer that says nothing may not hold this worker for ever. */
	setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
	setsockopt(peer, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

static int
serve(const struct site *site, const struct program *program)
{
	FCGX_Request fcgi;

	if (!prepare_signals() || FCGX_InitRequest(&fcgi, LISTEN, FCGI_FAIL_ACCEPT_ON_INTR) != 0) {
		fail_log(FAIL_BROKEN, "serve: descriptor 0 is no listening socket");
		return 1;
	}
	log_event("start", LOG_FIELDS(LOG_TEXT("version", PACKAGE_VERSION)));
	while (wait_for_request(site)) {
		/*
		 * Accepted here, so that the limit holds for the first byte already: libfcgi goes on with a connection that is
		 * there, when it takes it for one that was kept.
		 */
		fcgi.ipcFd = accept4(LISTEN, NULL, NULL, SOCK_CLOEXEC);
		if (fcgi.ipcFd < 0)
			continue;
		limit_peer(fcgi.ipcFd);
		fcgi.keepConnection = 1;
		if (FCGX_Accept_r(&fcgi) < 0)
			continue;
		serve_one(site, program, &fcgi);
		FCGX_Finish_r(&fcgi);
		look_count(site, false);
	}
	FCGX_Free(&fcgi, 1);
	look_count(site, true);
	log_event("stop", NULL);
	return 0;
}

static int
start(const struct program *program, const struct arguments *given, void *memory)
{
	struct conf *conf;
	struct site *site;
	int status;

	if (conf_read(memory, given->conf_path, &conf) != FAIL_NONE || site_open(memory, conf, program, &site) != FAIL_NONE)
		return 1;
	/* A server that is set wrongly is a fault; one that is away may come back. */
	if (db_ready(site->db) == FAIL_BROKEN)
		return 1;
	db_rollback(site->db);
	if (given->workers == 0)
		return serve(site, program);
	/* A connection is one process's. */
	db_close(site->db);
	return workers_start(given->workers, &status) ? serve(site, program) : status;
}

static bool
read_workers(const char *text, unsigned *out)
{
	char *end;
	unsigned long number = strtoul(text, &end, 10);

	*out = (unsigned)number;
	return text[0] >= '1' && text[0] <= '9' && *end == '\0' && number <= WORKERS_MAX;
}

/* False, told, when there is anything else. */
static bool
read_arguments(const struct program *program, int argc, char **argv, struct arguments *out)
{
	int i;

	*out = (struct arguments){ .conf_path = SAMSPIL_CONF };
	for (i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--routes") == 0)
			out->routes = true;
		else if (strcmp(argv[i], "--version") == 0)
			out->version = true;
		else if (strcmp(argv[i], "--config") == 0 && i + 1 < argc)
			out->conf_path = argv[++i];
		else if (strcmp(argv[i], "--workers") != 0 || i + 1 == argc || !read_workers(argv[++i], &out->workers))
			return fprintf(stderr, "usage: samspil-%s [--config FILE] [--workers 1-%d] [--routes] [--version]\n", program->name,
			    WORKERS_MAX) < 0;
	}
	return true;
}

int
serve_main(const struct program *program, int argc, char **argv)
{
	struct arguments given;
	void *memory;
	int result;

	if (!read_arguments(program, argc, argv, &given))
		return 2;
	if (given.routes)
		return route_print(program);
	if (given.version)
		return printf("samspil-%s %s\n", program->name, PACKAGE_VERSION) < 0;
	log_program(program->name);
	date_start();
	if (!secret_start())
		return 1;
	memory = talloc_new(NULL);
	result = start(program, &given, memory);
	talloc_free(memory);
	return result;
}
