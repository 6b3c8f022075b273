/* request_read.c - a request as it came in, with its limits: address, cookie, body, files, as-of. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "base/secret.h"
#include "web/internals.h"
#include "web/session.h"
#include "xml/node.h"

/* Query names are single: a repeat is an attempt to be read twice in two ways. */
static enum fail
refuse_repeats(const struct pairs *pairs)
{
	size_t i, j;

	for (i = 1; i < pairs->count; i++)
		for (j = 0; j < i; j++)
			if (strcmp(pairs->list[i].name, pairs->list[j].name) == 0)
				return FAIL_MALFORMED;
	return FAIL_NONE;
}

static enum fail
read_uri(struct request *rq)
{
	const char *raw = rq->own->in.uri;
	char *path, *question;
	enum fail f;

	if (raw == NULL || strlen(raw) > REQUEST_URI_MAX)
		return FAIL_MALFORMED;
	path = talloc_strdup(rq, raw);
	question = strchr(path, '?');
	if (question != NULL)
		*question++ = '\0';
	f = uri_read_path(rq, path);
	if (f == FAIL_NONE && question != NULL)
		f = uri_read_pairs(rq, question, &rq->query);
	return f == FAIL_NONE ? refuse_repeats(&rq->query) : f;
}

/* Only our own cookie is of interest, and only once. */
static enum fail
read_cookie(struct request *rq)
{
	char *text = talloc_strdup(rq, rq->own->in.cookie == NULL ? "" : rq->own->in.cookie), *rest = NULL, *word;
	size_t name = strlen(rq->site->cookie_name);

	rq->secret = "";
	for (word = strtok_r(text, "; ", &rest); word != NULL; word = strtok_r(NULL, "; ", &rest)) {
		if (strncmp(word, rq->site->cookie_name, name) != 0 || word[name] != '=')
			continue;
		if (rq->secret[0] != '\0')
			return FAIL_MALFORMED;
		if (strlen(word + name + 1) == SECRET_TOKEN_LENGTH)
			rq->secret = word + name + 1;
	}
	return FAIL_NONE;
}

/* Files come only to a page whose form asks for them: its route, NULL for none. */
static const struct route *
takes_files(struct request *rq)
{
	long long ids[REQUEST_IDS_MAX];
	const struct route *route = route_find(rq->program, rq->path, ids);

	return route != NULL && form_files(route->form) > 0 ? route : NULL;
}

static long long
most_bytes(const struct route *files)
{
	return files == NULL ? REQUEST_BODY_MAX : files->files_max > 0 ? (long long)files->files_max : REQUEST_FILES_MAX;
}

/* Nobody whom we know: it is taken from the line, and not kept. */
static enum fail
pass_over(const struct incoming *in, size_t length)
{
	char some[16 * 1024];

	while (length > 0) {
		size_t n = length < sizeof some ? length : sizeof some;

		if (in->read_body(in->from, some, n) != n)
			return FAIL_MALFORMED;
		length -= n;
	}
	return FAIL_NONE;
}

static enum fail
read_files(struct request *rq, const struct route *files, const char *type, char *body, size_t length)
{
	enum fail f = multipart_read(rq, form_files(files->form), type, body, length);

	talloc_free(body);
	return f;
}

static enum fail
read_body(struct request *rq)
{
	const struct incoming *in = &rq->own->in;
	const char *type = in->content_type == NULL ? "" : in->content_type;
	const struct route *files = strncasecmp(type, "multipart/form-data", 19) == 0 ? takes_files(rq) : NULL;
	char *end, *body;
	long long length;

	if (in->content_length == NULL || in->content_length[0] == '\0')
		return FAIL_NONE;
	length = strtoll(in->content_length, &end, 10);
	if (*end != '\0' || length < 0)
		return FAIL_MALFORMED;
	if (length > most_bytes(files))
		return FAIL_LARGE;
	if (length == 0)
		return FAIL_NONE;
	if (files == NULL && strncasecmp(type, "application/x-www-form-urlencoded", 33) != 0)
		return FAIL_MALFORMED;
	if (length > REQUEST_BODY_MAX && !session_is_ours(rq))
		return pass_over(in, (size_t)length);
	body = talloc_array(rq, char, (unsigned)length + 1);
	secret_wipe(body);
	if (in->read_body(in->from, body, (size_t)length) != (size_t)length)
		return FAIL_MALFORMED;
	if (files != NULL)
		return read_files(rq, files, type, body, (size_t)length);
	if (memchr(body, '\0', (size_t)length) != NULL)
		return FAIL_MALFORMED;
	body[length] = '\0';
	return uri_read_pairs(rq, body, &rq->body);
}

static enum fail
read_as_of(struct request *rq)
{
	const char *given = query_text(rq, "as-of");
	char moment[32], latest[32];
	struct date today, tomorrow, day;

	if (given == NULL)
		return FAIL_NONE;
	date_today(&today);
	date_add_days(today.iso, 1, &tomorrow);
	if (date_parse(given, &day))
		given = day.iso;
	/* From where the server's clock begins (TIMESTAMP) to the end of today. */
	if (!date_moment(given, moment) || !date_moment(tomorrow.iso, latest) || strcmp(moment, "1970-01-02") < 0 || strcmp(moment, latest) >= 0) {
		rq->own->no_moment = true;
		return FAIL_NONE;
	}
	rq->as_of = talloc_strdup(rq, moment);
	rq->as_of_given = talloc_asprintf(rq, "%.10sT%.8sZ", moment, moment + 11);
	return FAIL_NONE;
}

enum fail
request_read(struct request *rq)
{
	const struct incoming *in = &rq->own->in;
	enum fail f;

	rq->path = "/";
	rq->secret = rq->submit = "";
	rq->address = in->address == NULL ? "" : in->address;
	rq->wants_xml = in->accept != NULL && strstr(in->accept, "application/xml") != NULL && strstr(in->accept, "text/html") == NULL;
	rq->post = strcmp(rq->own->method, "POST") == 0;
	rq->head = strcmp(rq->own->method, "HEAD") == 0;
	if (in->repeated)
		return FAIL_MALFORMED;
	if (rq->site->edge_secret != NULL && !secret_equal(in->edge, rq->site->edge_secret))
		return fail_log(FAIL_MALFORMED, "edge: a request without nginx's secret");
	if (!rq->post && strcmp(rq->own->method, "GET") != 0 && strcmp(rq->own->method, "HEAD") != 0)
		return FAIL_METHOD;
	f = read_uri(rq);
	if (f == FAIL_NONE)
		f = read_cookie(rq);
	if (f == FAIL_NONE)
		f = read_as_of(rq);
	if (f == FAIL_NONE && rq->post)
		f = read_body(rq);
	return f;
}
