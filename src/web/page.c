/* page.c - the frame around a page's content, and the answer that it becomes. */
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include <time.h>

#include "base/clock.h"
#include "base/file_name.h"
#include "base/log.h"
#include "web/form.h"
#include "web/internals.h"
#include "web/look.h"
#include "web/pdf.h"
#include "xml/node.h"

/* Who came too often, and is not told when: so long. */
enum { RETRY_S = 60 };

static const struct field no_fields[] = { { 0 } };
static const char *const sign_out_submits[] = { "sign-out", NULL };
static const struct form sign_out_form = { .name = "sign-out", .fields = no_fields, .submits = sign_out_submits, .always = true };

static void
add_user(struct request *rq, xmlNode *page)
{
	const char *const *role;
	xmlNode *user;

	if (rq->user == NULL || rq->user->code != 0)
		return;
	user = node_add(page, "user");
	node_set(user, "uid", rq->user->uid);
	node_set(user, "name", rq->user->name);
	node_set(user, "department", rq->user->department);
	node_set(user, "department-name", rq->user->department_name);
	for (role = rq->user->roles; *role != NULL; role++)
		node_set(node_add(user, "role"), "name", *role);
	form_add(rq, user, &sign_out_form, "/sign-out");
}

/* What a link may say was done: a label's key, nothing else. */
static void
add_done_notice(struct request *rq)
{
	const char *done = query_text(rq, "done");

	/* "kept" is said where the form is drawn. */
	if (done != NULL && !rq->own->redraw && strcmp(done, "kept") != 0 && strlen(done) <= 40 && strspn(done, "abcdefghijklmnopqrstuvwxyz-") == strlen(done) &&
	    labels_find(request_labels(rq), request_format(rq, "notice.%s", done)) != NULL)
		notice_add(rq, "success", done);
}

void
page_begin(struct request *rq)
{
	xmlNode *page;

	xmlFreeDoc(rq->own->doc);
	rq->own->doc = node_document("page", NODE_PAGE_NAMESPACE);
	page = rq->own->page = xmlDocGetRootElement(rq->own->doc);
	node_set(page, "program", rq->program->name);
	node_set(page, "name", rq->route == NULL ? "error" : rq->route->page);
	node_set(page, "lang", labels_language(request_labels(rq)));
	if (rq->user != NULL && rq->user->department != NULL && rq->user->department[0] != '\0')
		node_set(page, "department", rq->user->department);
	node_set(page, "contract", "1.0");
	node_set(page, "as-of", rq->as_of_given);
	node_set(page, "stylesheet", look_state(rq));
	add_user(rq, page);
	if (rq->user != NULL && rq->user->code == 0 && rq->program->navigation != NULL)
		rq->program->navigation(rq, node_add(page, "navigation"));
	rq->own->content = node_add(page, "content");
	add_done_notice(rq);
	if (rq->own->look.refused)
		notice_add(rq, "warning", "stylesheet-not-yours");
}

/* The full minute that is at least so many seconds from now. */
static const char *
moment_in(struct request *rq, long seconds)
{
	time_t at = (time(NULL) + seconds + 59) / 60 * 60;
	struct tm utc;
	char text[32];

	gmtime_r(&at, &utc);
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:00Z", &utc);
	return talloc_strdup(rq, text);
}

void
page_error(struct request *rq, enum fail f)
{
	xmlNode *error;

	rq->route = NULL;
	page_begin(rq);
	error = node_add(rq->own->content, "error");
	node_set_int(error, "status", fail_status(f));
	node_set(error, "key", rq->fail_key == NULL ? fail_key(f) : rq->fail_key);
	node_set(error, "reference", rq->reference);
	if (rq->own->back != NULL)
		node_set(error, "back", request_href(rq, "%s", rq->own->back));
	if (rq->own->again_s > 0)
		node_set(error, "again-at", moment_in(rq, rq->own->again_s));
}

void
respond_header(struct request *rq, const char *name, const char *value)
{
	struct outgoing *out = &rq->own->out;

	/* A line break in a header would be a second header: such a value is dropped, and noticed. */
	if (strpbrk(value, "\r\n") != NULL || out->header_count == sizeof out->headers / sizeof out->headers[0]) {
		fail_log(FAIL_BROKEN, "respond: header %s refused", name);
		return;
	}
	out->headers[out->header_count++] = (struct header){ name, value };
}

/* The studio shows a page beside another look of it, in frames: ?frame=1 lets pages of ours, and nobody else's, do so. */
static bool
is_framed(const struct request *rq)
{
	const char *frame = pairs_find(&rq->query, "frame");

	return !rq->post && frame != NULL && strcmp(frame, "1") == 0;
}

/* Somebody's draft as a file of ours: it can be looked at, and do nothing. */
static bool
is_html_file(const struct request *rq)
{
	const char *type = rq->own->out.file_type;

	return type != NULL && strncmp(type, "text/html", strlen("text/html")) == 0;
}

/* Source: security.md 3.3 and 3.4; architecture.md 5. */
static void
add_security_headers(struct request *rq)
{
	bool framed = is_framed(rq);
	const char *sandbox = rq->own->out.file_name != NULL ? "; sandbox" : is_html_file(rq) ? "; sandbox allow-same-origin" : "";

	respond_header(rq, "Content-Security-Policy", request_format(rq, "default-src 'self'; form-action 'self'; base-uri 'none';"
	    " frame-ancestors '%s'; object-src 'none'%s", framed ? "self" : "none", sandbox));
	respond_header(rq, "X-Content-Type-Options", "nosniff");
	respond_header(rq, "X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
	respond_header(rq, "Referrer-Policy", "same-origin");
	respond_header(rq, "Cross-Origin-Opener-Policy", "same-origin");
	respond_header(rq, "Cross-Origin-Resource-Policy", "same-origin");
	respond_header(rq, "Cache-Control", rq->own->out.file_type != NULL && rq->route != NULL && rq->route->immutable ?
	    "public, max-age=31536000, immutable" : "no-store");
	if (rq->site->secure)
		respond_header(rq, "Strict-Transport-Security", "max-age=63072000; includeSubDomains");
	if (rq->own->sign_out || rq->own->forget)
		respond_header(rq, "Clear-Site-Data", rq->own->sign_out ? "\"cache\", \"storage\"" : "\"cache\"");
	if (rq->own->refresh != NULL && rq->location == NULL)
		respond_header(rq, "Refresh", rq->own->refresh);
}

static void
add_cookie(struct request *rq)
{
	const char *path = request_href(rq, "%s", rq->program->cookie_path);

	if (rq->new_cookie == NULL)
		return;
	respond_header(rq, "Set-Cookie", request_format(rq, "%s=%s; Path=%s; HttpOnly; SameSite=Strict%s%s", rq->site->cookie_name,
	    rq->new_cookie, path, rq->site->secure ? "; Secure" : "", rq->new_cookie[0] == '\0' ? "; Max-Age=0" : ""));
}

/* The page against its grammar, in tests and demo: a page that breaks the contract is our fault, and is not shown. */
static bool
valid(struct request *rq)
{
	char *faults;

	if (rq->site->schema == NULL)
		return true;
	faults = schema_check(rq, rq->site->schema, rq->own->doc);
	if (faults != NULL)
		fail_log(FAIL_BROKEN, "page: %s: %s", node_get(rq->own->page, "name"), faults);
	return faults == NULL;
}

/* The page's script, as the last thing of its head; never fails. */
static const char *
with_script(struct request *rq, const char *html, size_t *length)
{
	const char *end = rq->own->script == NULL ? NULL : strstr(html, "</head>");

	if (end == NULL)
		return html;
	html = request_format(rq, "%.*s<script type=\"module\" src=\"%s\"></script>%s", (int)(end - html), html, rq->own->script, end);
	*length = strlen(html);
	return html;
}

/* The page goes out as PDF; where that cannot be, it goes out as it is, and says so. */
static bool
print(struct request *rq, const char *const *params)
{
	const struct pdf_options options = pdf_options_of(rq, rq->site->conf, rq->site->share);
	struct outgoing *out = &rq->own->out;
	size_t length = 0;
	char *html = NULL;

	if (rq->own->pdf == NULL || out->status != 200 || rq->head)
		return false;
	if (sheet_apply(rq, rq->site->sheet, rq->own->doc, &(struct sheet_params){ request_labels(rq), params }, &html, &length) == FAIL_NONE)
		out->body = pdf_print(rq, &options, html, length, &out->length);
	if (out->body != NULL) {
		respond_header(rq, "Content-Type", "application/pdf");
		respond_header(rq, "Content-Disposition", request_format(rq, "attachment; filename=\"%s\"", rq->own->pdf));
		return true;
	}
	out->status = 503;
	respond_header(rq, "Retry-After", "60");
	notice_add(rq, "warning", "pdf-late");
	return false;
}

static bool
render(struct request *rq)
{
	struct outgoing *out = &rq->own->out;
	const char *const params[] = { "base", rq->site->base_path, "version", PACKAGE_VERSION, "site", rq->site->name,
	    "demo", rq->site->demo ? "yes" : "no", NULL };
	char *html = NULL;

	if (!rq->wants_xml && print(rq, params))
		return true;
	if (rq->wants_xml) {
		out->body = node_bytes(rq, rq->own->doc, &out->length);
		respond_header(rq, "Content-Type", "application/xml; charset=utf-8");
		return out->body != NULL;
	}
	if (!look_render(rq, params, &html, &out->length) && sheet_apply(rq, rq->site->sheet, rq->own->doc, &(struct sheet_params){ request_labels(rq), params }, &html, &out->length) != FAIL_NONE)
		return false;
	out->body = with_script(rq, html, &out->length);
	respond_header(rq, "Content-Type", "text/html; charset=utf-8");
	return true;
}

/* When not even the error page can be made: the reference, in words of the labels. */
static void
respond_plainly(struct request *rq)
{
	const char *title = labels_find(request_labels(rq), "error.broken.title");

	rq->own->out.status = fail_status(FAIL_BROKEN);
	rq->own->out.body = request_format(rq, "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title></head>"
	    "<body><main><h1>%s</h1><p>%s</p></main></body></html>", labels_language(request_labels(rq)), title == NULL ? "500" : title,
	    title == NULL ? "500" : title, rq->reference);
	rq->own->out.length = strlen(rq->own->out.body);
	respond_header(rq, "Content-Type", "text/html; charset=utf-8");
}

void
page_finish(struct request *rq, int status)
{
	long long before;

	rq->own->out.status = status;
	if (status == 503)
		respond_header(rq, "Retry-After", "10");
	if (status == 429)
		respond_header(rq, "Retry-After", request_format(rq, "%ld", rq->own->again_s > 0 ? rq->own->again_s : RETRY_S));
	if (status == 405)
		respond_header(rq, "Allow", "GET, HEAD, POST");
	add_security_headers(rq);
	add_cookie(rq);
	before = clock_us();
	if (!valid(rq)) {
		page_error(rq, FAIL_BROKEN);
		rq->own->out.status = fail_status(FAIL_BROKEN);
	}
	if (!render(rq))
		respond_plainly(rq);
	rq->own->render_microseconds = (long)(clock_us() - before);
}

void
respond_file(struct request *rq, const char *content_type, const char *file_name, const char *bytes, size_t length)
{
	struct outgoing *out = &rq->own->out;

	/* Without a database a page that needs none may still answer. */
	if (rq->failed != FAIL_NONE || (db_failed(rq->db) != FAIL_NONE && !rq->own->unreachable))
		return;
	out->file_type = content_type;
	out->file_name = file_name;
	out->body = bytes;
	out->length = length;
}

void
respond_with_file(struct request *rq)
{
	struct outgoing *out = &rq->own->out;

	out->status = 200;
	respond_header(rq, "Content-Type", out->file_type);
	if (out->file_name != NULL)
		respond_header(rq, "Content-Disposition", file_name_disposition(rq, out->file_name));
	add_security_headers(rq);
	add_cookie(rq);
}

void
respond_see_other(struct request *rq)
{
	rq->own->out.status = 303;
	rq->own->out.body = "";
	rq->own->out.length = 0;
	respond_header(rq, "Location", rq->location);
	respond_header(rq, "Content-Type", "text/html; charset=utf-8");
	add_security_headers(rq);
	add_cookie(rq);
}
