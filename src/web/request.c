#include "web/request.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "web/internals.h"
#include "xml/node.h"

const char *
pairs_find(const struct pairs *pairs, const char *name)
{
	size_t i;

	for (i = 0; i < pairs->count; i++)
		if (strcmp(pairs->list[i].name, name) == 0)
			return pairs->list[i].value;
	return NULL;
}

const char *
query_text(const struct request *rq, const char *name)
{
	const char *value = pairs_find(&rq->query, name);

	return value == NULL || value[0] == '\0' ? NULL : value;
}

long long
query_int(const struct request *rq, const char *name, long long fallback, long long min, long long max)
{
	const char *value = query_text(rq, name);
	char *end;
	long long number;

	if (value == NULL)
		return fallback;
	number = strtoll(value, &end, 10);
	return *end != '\0' || number < min || number > max ? fallback : number;
}

void
fail_request(struct request *rq, enum fail f, const char *key)
{
	/* What the database could not tell is not missing, stale or wrong: its own failure came first. */
	if (rq->failed != FAIL_NONE || db_failed(rq->db) != FAIL_NONE)
		return;
	rq->failed = f;
	rq->fail_key = key;
	db_fail(rq->db, f);
}

void
request_ask_outside(struct request *rq, void (*ask)(struct request *rq))
{
	if (request_failed(rq))
		return;
	rq->own->outside = ask;
	fail_request(rq, FAIL_BUSY, NULL);
}

bool
request_failed(const struct request *rq)
{
	return rq->failed != FAIL_NONE || (rq->db != NULL && db_failed(rq->db) != FAIL_NONE);
}

const char *
request_format(struct request *rq, const char *format, ...)
{
	va_list ap;
	const char *out;

	va_start(ap, format);
	out = talloc_vasprintf(rq, format, ap);
	va_end(ap);
	return out;
}

const char *
request_href(struct request *rq, const char *format, ...)
{
	va_list ap;
	char *out = talloc_strdup(rq, rq->site->base_path);

	va_start(ap, format);
	out = talloc_vasprintf_append(out, format, ap);
	va_end(ap);
	return out;
}

void
see_other(struct request *rq, const char *done, const char *format, ...)
{
	va_list ap;
	char *out = talloc_strdup(rq, rq->site->base_path);

	va_start(ap, format);
	out = talloc_vasprintf_append(out, format, ap);
	va_end(ap);
	if (rq->own->kept)
		done = "kept";
	if (done != NULL) {
		size_t path = strcspn(out, "#");

		out = talloc_asprintf(rq, "%.*s%cdone=%s%s", (int)path, out, strchr(out, '?') == NULL ? '?' : '&', done, out + path);
	}
	rq->location = out;
}

void
page_status(struct request *rq, int status)
{
	rq->own->out.status = status;
}

void
page_script(struct request *rq, const char *file, const char *query)
{
	rq->own->script = request_href(rq, "/static/%s?v=%s%s%s", file, PACKAGE_VERSION, query == NULL ? "" : "&amp;", query == NULL ? "" : query);
}

void
page_refresh(struct request *rq, long seconds, const char *path)
{
	rq->own->refresh = request_format(rq, "%ld; url=%s", seconds, request_href(rq, "%s", path));
}

void
page_forget(struct request *rq)
{
	rq->own->forget = true;
}

bool
request_scripted(const struct request *rq)
{
	return rq->own->in.cookie != NULL && strstr(rq->own->in.cookie, "samspil-script=1") != NULL;
}

const char *
request_today(struct request *rq)
{
	struct date today;

	date_today(&today);
	return talloc_strdup(rq, today.iso);
}

bool
request_may(const struct request *rq, unsigned long long may)
{
	return rq->user != NULL && (rq->user->may & may) == may;
}

const char *
request_origin(struct request *rq)
{
	return request_format(rq, "http%s://%s", rq->site->secure ? "s" : "", rq->own->in.host == NULL ? "" : rq->own->in.host);
}

void
notice_add(struct request *rq, const char *level, const char *key)
{
	xmlNode *notice;

	if (rq->own->content == NULL)
		return;
	notice = node_add(rq->own->page, "notice");
	node_set(notice, "level", level);
	node_set(notice, "key", key);
	xmlAddPrevSibling(rq->own->content, notice);
}

xmlNode *
fail_more(struct request *rq)
{
	if (rq->own->more == NULL)
		rq->own->more = node_document("notice", NODE_PAGE_NAMESPACE);
	return rq->own->more == NULL ? NULL : xmlDocGetRootElement(rq->own->more);
}

void
fail_back(struct request *rq, long seconds, const char *path)
{
	rq->own->back = talloc_strdup(rq, path);
	rq->own->again_s = seconds;
}

static int
free_document(struct request_internals *own)
{
	xmlFreeDoc(own->doc);
	xmlFreeDoc(own->more);
	return 0;
}

/* Ready for a (next) try: nothing of an earlier one stays but what the browser sent. */
void
request_reset(struct request *rq)
{
	talloc_set_destructor(rq->own, free_document);
	xmlFreeDoc(rq->own->doc);
	xmlFreeDoc(rq->own->more);
	rq->own->doc = rq->own->more = NULL;
	rq->own->page = rq->own->content = NULL;
	rq->own->redraw = rq->own->stale = rq->own->sign_out = rq->own->kept = rq->own->forget = false;
	rq->own->refresh = rq->own->script = rq->own->back = NULL;
	rq->own->again_s = 0;
	rq->own->token = NULL;
	rq->own->look = (struct page_look){ .version = 0 };
	rq->own->out.status = 0;
	rq->own->out.file_type = rq->own->out.file_name = NULL;
	rq->db = rq->own->main_db;
	rq->user = NULL;
	rq->citizen = 0;
	rq->language = rq->grade = NULL;
	rq->form = NULL;
	rq->submit = "";
	rq->location = rq->new_cookie = rq->fail_key = NULL;
	rq->failed = FAIL_NONE;
}

bool
request_speak(struct request *rq, const char *language)
{
	const struct labels *labels = labels_among(rq->site->languages, language);

	if (labels != NULL || language == NULL)
		rq->language = labels == NULL ? NULL : labels_language(labels);
	return labels != NULL || language == NULL;
}

const struct labels *
request_labels(const struct request *rq)
{
	const struct labels *labels = rq->language == NULL ? NULL : labels_among(rq->site->languages, rq->language);

	return labels == NULL ? rq->site->labels : labels;
}
