#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include <time.h>

#include "base/secret.h"
#include "web/internals.h"
#include "xml/node.h"

/* Last: its macro fail() would rename enum fail. */
#include <cmocka.h>

static void
nothing(struct request *rq, xmlNode *content)
{
	(void)rq;
	(void)content;
}

static const struct route home = { .path = "/", .page = "home", .get = nothing };
static const struct route course = { .path = "/plan/:id", .page = "course", .get = nothing };
static const struct route focus = { .path = "/plan/:id/focus-areas/:area", .page = "focus-area", .get = nothing };
static const struct route inbox = { .path = "/plan/interventions", .page = "interventions", .get = nothing };
static const struct field logo_fields[] = {
	{ "logo", FIELD_FILE, .max = 10, .accept = "image/png" },
	{ "text", FIELD_LINE, .max = 10 },
	{ 0 }
};
static const struct form logo_form = { .name = "logo", .fields = logo_fields };
static const struct route logo = { .path = "/logo", .page = "logo", .get = nothing, .form = &logo_form };
static const struct field several_fields[] = { { "files", FIELD_FILE, REQUIRED, .max = 10, .most = 5 }, { 0 } };
static const struct form several_form = { .name = "several", .fields = several_fields };
static const struct route several = { .path = "/several", .page = "several", .get = nothing, .form = &several_form, .files_max = 3 * 1024 * 1024 };
static const struct route *const routes[] = { &home, &course, &focus, &inbox, &logo, &several, NULL };
static const struct program program = { .name = "test", .routes = routes, .cookie_path = "/" };
static const struct site at_prefix = { .base_path = "/samspil", .cookie_name = "samspil" };
static const struct site at_root = { .base_path = "", .cookie_name = "samspil" };

static size_t
give_body(void *from, char *out, size_t length)
{
	size_t there = strlen(from);

	memcpy(out, from, there < length ? there : length);
	return there < length ? there : length;
}

/* A request as nginx would hand it over, with this body (NULL: a GET). */
static struct request *
make(const struct site *site, const char *uri, const char *body)
{
	struct request *rq = talloc_zero(NULL, struct request);

	rq->own = talloc_zero(rq, struct request_internals);
	rq->site = site;
	rq->program = &program;
	rq->own->in.uri = uri;
	rq->own->method = body == NULL ? "GET" : "POST";
	if (body != NULL) {
		rq->own->in.content_type = "application/x-www-form-urlencoded";
		rq->own->in.content_length = request_format(rq, "%zu", strlen(body));
		rq->own->in.read_body = give_body;
		rq->own->in.from = (void *)body;
	}
	return rq;
}

static const struct { const char *name, *uri; enum fail want; const char *path; } uris[] = {
	{ "the root",                   "/samspil",                 FAIL_NONE, "/" },
	{ "the root with a slash",      "/samspil/",                FAIL_NONE, "/" },
	{ "a page",                     "/samspil/plan/7",          FAIL_NONE, "/plan/7" },
	{ "a slash at the end",         "/samspil/plan/7/",         FAIL_NONE, "/plan/7" },
	{ "decoded once",               "/samspil/%2541",           FAIL_NONE, "/%41" },
	{ "Danish letters",             "/samspil/%C3%A6",          FAIL_NONE, "/\xc3\xa6" },
	{ "a plus is a plus in a path", "/samspil/a+b",             FAIL_NONE, "/a+b" },
	{ "another application",        "/other/plan/7",            FAIL_MISSING, NULL },
	{ "a prefix of the prefix",     "/samspilly/plan/7",        FAIL_MISSING, NULL },
	{ "an encoded slash",           "/samspil/plan%2f7",        FAIL_MALFORMED, NULL },
	{ "an encoded backslash",       "/samspil/plan%5C7",        FAIL_MALFORMED, NULL },
	{ "a NUL",                      "/samspil/%00",             FAIL_MALFORMED, NULL },
	{ "two slashes",                "/samspil//plan/7",         FAIL_MALFORMED, NULL },
	{ "dot segments",               "/samspil/a/../plan/7",     FAIL_MALFORMED, NULL },
	{ "encoded dot segments",       "/samspil/a/%2e%2e/plan/7", FAIL_MALFORMED, NULL },
	{ "half an escape",             "/samspil/%4",              FAIL_MALFORMED, NULL },
	{ "no escape",                  "/samspil/%zz",             FAIL_MALFORMED, NULL },
	{ "Latin-1",                    "/samspil/%E6",             FAIL_MALFORMED, NULL },
	{ "overlong",                   "/samspil/%C0%AF",          FAIL_MALFORMED, NULL },
	{ "a query name twice",         "/samspil/?a=1&a=2",        FAIL_MALFORMED, NULL },
	{ "a broken query",             "/samspil/?a=%FF",          FAIL_MALFORMED, NULL },
	{ "no date, for the page to refuse", "/samspil/?as-of=yesterday", FAIL_NONE, "/" },
	{ "a Danish date",              "/samspil/?as-of=01-03-2026", FAIL_NONE, "/" },
	{ "a moment",                   "/samspil/?as-of=2026-03-01T10:00:00Z", FAIL_NONE, "/" },
};

static void
uris_are_read_once(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof uris / sizeof uris[0]; i++) {
		struct request *rq = make(&at_prefix, uris[i].uri, NULL);

		if (request_read(rq) != uris[i].want || (uris[i].path != NULL && strcmp(rq->path, uris[i].path) != 0))
			fail_msg("%s: %s", uris[i].name, rq->path);
		talloc_free(rq);
	}
}

static void
requests_are_refused(void **state)
{
	struct request *rq = make(&at_root, "/", "a=1");
	char *large = talloc_array(rq, char, REQUEST_URI_MAX + 3);

	(void)state;
	rq->own->in.content_length = "300000";
	assert_int_equal(request_read(rq), FAIL_LARGE);
	rq->own->in.content_length = "-1";
	assert_int_equal(request_read(rq), FAIL_MALFORMED);
	rq->own->in.content_length = "9";
	assert_int_equal(request_read(rq), FAIL_MALFORMED);
	rq->own->in.content_length = "";
	assert_int_equal(request_read(rq), FAIL_NONE);
	rq->own->in.content_length = "3";
	rq->own->in.content_type = "application/json";
	assert_int_equal(request_read(rq), FAIL_MALFORMED);
	rq->own->in.content_type = "application/x-www-form-urlencoded";
	rq->own->in.cookie = "samspil=" "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" "; samspil=b";
	assert_int_equal(request_read(rq), FAIL_MALFORMED);
	rq->own->in.cookie = "other=1; samspil=" "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
	assert_int_equal(request_read(rq), FAIL_NONE);
	assert_int_equal(strlen(rq->secret), SECRET_TOKEN_LENGTH);
	rq->own->in.repeated = true;
	assert_int_equal(request_read(rq), FAIL_MALFORMED);
	rq->own->in.repeated = false;
	rq->own->method = "FOO";
	assert_int_equal(request_read(rq), FAIL_METHOD);
	rq->own->method = "GET";
	memset(large, '/', REQUEST_URI_MAX + 2);
	large[REQUEST_URI_MAX + 2] = '\0';
	rq->own->in.uri = large;
	assert_int_equal(request_read(rq), FAIL_MALFORMED);
	talloc_free(rq);
}

static const struct { const char *path; const struct route *want; long long first, second; } paths[] = {
	{ "/",                        &home,   0,  0 },
	{ "/plan/7",                  &course, 7,  0 },
	{ "/plan/7/focus-areas/12",   &focus,  7,  12 },
	{ "/plan/interventions",      &inbox,  0,  0 },
	{ "/plan/07",                 NULL,    0,  0 },
	{ "/plan/0",                  NULL,    0,  0 },
	{ "/plan/-1",                 NULL,    0,  0 },
	{ "/plan/7x",                 NULL,    0,  0 },
	{ "/plan/7.css",              NULL,    0,  0 },
	{ "/plan/99999999999999999999", NULL,  0,  0 },
	{ "/plan",                    NULL,    0,  0 },
	{ "/plan/7/focus-areas",      NULL,    0,  0 },
	{ "/plan/7/focus-areas/12/x", NULL,    0,  0 },
	{ "plan/7",                   NULL,    0,  0 },
};

static void
routes_are_found(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof paths / sizeof paths[0]; i++) {
		long long ids[REQUEST_IDS_MAX];
		const struct route *got = route_find(&program, paths[i].path, ids);

		if (got != paths[i].want || (got != NULL && (ids[0] != paths[i].first || ids[1] != paths[i].second)))
			fail_msg("%s", paths[i].path);
	}
}

static const char *const kinds[] = { "barrier", "resource", NULL };

static const char *
no_evens(struct request *rq, const char **value)
{
	(void)rq;
	return (*value)[0] % 2 == 0 ? "even" : NULL;
}

static const struct field fields[] = {
	{ "line", FIELD_LINE, REQUIRED, .max = 5 },
	{ .name = "text", .type = FIELD_TEXT },
	{ "number", FIELD_INTEGER, 0, .min = 1, .max = 99 },
	{ .name = "amount", .type = FIELD_DECIMAL },
	{ .name = "day", .type = FIELD_DATE },
	{ .name = "hour", .type = FIELD_TIME },
	{ "kind", FIELD_CHOICE, 0, .choices = kinds },
	{ "kinds", FIELD_CHOICES, 0, .choices = kinds },
	{ .name = "tick", .type = FIELD_CHECK },
	{ .name = "scale", .type = FIELD_SCALE },
	{ "odd", FIELD_LINE, 0, .check = no_evens },
	{ 0 }
};
static const char *const submits[] = { "save", "sign", NULL };
static const struct form form = { .name = "thing", .fields = fields, .submits = submits };

static const struct { const char *name, *body, *field, *value, *error; } values[] = {
	{ "trimmed",                      "line=+a+",               "line",   "a",          NULL },
	{ "required",                     "line=+",                 "line",   NULL,         "required" },
	{ "absent",                       "text=a",                 "line",   NULL,         "required" },
	{ "characters, not bytes",        "line=%C3%A6%C3%B8%C3%A5%C3%A6%C3%B8", "line", "\xc3\xa6\xc3\xb8\xc3\xa5\xc3\xa6\xc3\xb8", NULL },
	{ "too long",                     "line=abcdef",            "line",   NULL,         "too-long" },
	{ "two lines in one",             "line=a%0Ab",             "line",   NULL,         "one-line" },
	{ "line breaks in a text",        "text=a%0D%0Ab",          "text",   "a\nb",       NULL },
	{ "an integer",                   "number=42",              "number", "42",         NULL },
	{ "no integer",                   "number=4x",              "number", NULL,         "not-a-number" },
	{ "an integer past its range",    "number=100",             "number", NULL,         "out-of-range" },
	{ "a decimal with a comma",       "amount=37,5",            "amount", "37.5",       NULL },
	{ "thousands",                    "amount=1.158",           "amount", "1158",       NULL },
	{ "both",                         "amount=-1.158,25",       "amount", "-1158.25",   NULL },
	{ "4.5 is asked, never guessed",  "amount=4.5",             "amount", NULL,         "not-a-number" },
	{ "no decimal",                   "amount=1e5",             "amount", NULL,         "not-a-number" },
	{ "a date",                       "day=15.04.26",           "day",    "2026-04-15", NULL },
	{ "no date",                      "day=31-04-2026",         "day",    NULL,         "not-a-date" },
	{ "a time",                       "hour=8.30",              "hour",   "08:30",      NULL },
	{ "no time",                      "hour=25.00",             "hour",   NULL,         "not-a-time" },
	{ "a choice",                     "kind=barrier",           "kind",   "barrier",    NULL },
	{ "no choice",                    "kind=other",             "kind",   NULL,         "unknown-choice" },
	{ "several choices",              "kinds=barrier&kinds=resource", "kinds", "barrier resource", NULL },
	{ "one of them unknown",          "kinds=barrier&kinds=x",  "kinds",  NULL,         "unknown-choice" },
	{ "a tick",                       "tick=yes",               "tick",   "yes",        NULL },
	{ "an odd tick",                  "tick=1",                 "tick",   NULL,         "unknown-choice" },
	{ "a scale's end",                "scale=10",               "scale",  "10",         NULL },
	{ "beyond a scale",               "scale=11",               "scale",  NULL,         "out-of-range" },
	{ "a rule of its own",            "odd=2",                  "odd",    NULL,         "even" },
	{ "a rule that holds",            "odd=1",                  "odd",    "1",          NULL },
};

static void
forms_are_checked(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof values / sizeof values[0]; i++) {
		struct request *rq = make(&at_root, "/", values[i].body);
		const struct form_value *is;

		assert_int_equal(request_read(rq), FAIL_NONE);
		form_read(rq, &form);
		is = form_value_of(rq->form, values[i].field);
		if ((is->error == NULL) != (values[i].error == NULL) || (is->error != NULL && strcmp(is->error, values[i].error) != 0) ||
		    (is->value == NULL) != (values[i].value == NULL) || (is->value != NULL && strcmp(is->value, values[i].value) != 0))
			fail_msg("%s: %s %s", values[i].name, is->value, is->error);
		talloc_free(rq);
	}
}

static void
only_listed_fields_exist(void **state)
{
	struct request *rq = make(&at_root, "/", "line=a&is_admin=1&sign=1");

	(void)state;
	assert_int_equal(request_read(rq), FAIL_NONE);
	assert_int_equal(form_read(rq, &form), FAIL_NONE);
	assert_null(field_text(rq, "is_admin"));
	assert_string_equal(rq->submit, "sign");
	assert_int_equal(FIELD(rq, "text").kind, VALUE_NULL);
	assert_int_equal(FIELD(rq, "line").kind, VALUE_TEXT);
	talloc_free(rq);
	rq = make(&at_root, "/", "line=a&line=b");
	assert_int_equal(request_read(rq), FAIL_NONE);
	assert_int_equal(form_read(rq, &form), FAIL_MALFORMED);
	talloc_free(rq);
}

static void
other_sites_cannot_send_forms(void **state)
{
	static const struct { const char *origin, *site; enum fail want; } cases[] = {
		{ NULL,                   NULL,          FAIL_NONE },
		{ "https://a.dk",         "same-origin", FAIL_NONE },
		{ "https://a.dk",         NULL,          FAIL_NONE },
		{ NULL,                   "none",        FAIL_NONE },
		{ "https://evil.dk",      NULL,          FAIL_DENIED },
		{ "https://a.dk.evil.dk", NULL,          FAIL_DENIED },
		{ "null",                 NULL,          FAIL_DENIED },
		{ NULL,                   "cross-site",  FAIL_DENIED },
		{ NULL,                   "same-site",   FAIL_DENIED },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct request *rq = make(&at_root, "/", "a=1");

		rq->own->in.host = "a.dk";
		rq->own->in.origin = cases[i].origin;
		rq->own->in.fetch_site = cases[i].site;
		if (guard_origin(rq) != cases[i].want)
			fail_msg("case %zu", i);
		talloc_free(rq);
	}
}

static void
headers_are_one_line(void **state)
{
	struct request *rq = make(&at_root, "/", NULL);

	(void)state;
	respond_header(rq, "Location", "/a\r\nSet-Cookie: x=1");
	assert_int_equal(rq->own->out.header_count, 0);
	respond_header(rq, "Location", "/a");
	assert_int_equal(rq->own->out.header_count, 1);
	talloc_free(rq);
}

#define PART(name) "--b\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n"
#define A_FILE(name, file) "--b\r\nContent-Disposition: form-data; name=\"" name "\"; filename=\"" file "\"\r\nContent-Type: image/png\r\n\r\n"
#define END "\r\n--b--\r\n"
#define SIZED(text) text, sizeof(text) - 1
#define OF_B "multipart/form-data; boundary=b"
#define FORTY "0123456789012345678901234567890123456789"
#define FOUR_HUNDRED FORTY FORTY FORTY FORTY FORTY FORTY FORTY FORTY FORTY FORTY
#define INNER "--b\r\nContent-Disposition: form-data; name=\"text\"\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"

/* text: the field's value; file: the file's length, -1 for none. */
static const struct { const char *name, *type, *body; size_t length; enum fail want; const char *text; int file; const char *error; } bodies[] = {
	{ "a text and a file",      OF_B, SIZED(PART("text") "\xc3\xa6" "b\r\n" A_FILE("logo", "a.png") "\x89P\0\r\n--x" END), FAIL_NONE, "\xc3\xa6" "b", 8, NULL },
	{ "a quoted boundary",      "multipart/form-data; boundary=\"b\"", SIZED(PART("text") "a" END), FAIL_NONE, "a", -1, NULL },
	{ "without the last break", OF_B, SIZED(PART("text") "a\r\n--b--"), FAIL_NONE, "a", -1, NULL },
	{ "no file chosen",         OF_B, SIZED(PART("text") "a\r\n" A_FILE("logo", "") END), FAIL_NONE, "a", -1, NULL },
	{ "an empty file",          OF_B, SIZED(PART("text") "a\r\n" A_FILE("logo", "a.png") END), FAIL_NONE, "a", -1, "file-empty" },
	{ "too large a file",       OF_B, SIZED(A_FILE("logo", "a.png") "01234567890" END), FAIL_NONE, NULL, -1, "file-too-large" },
	{ "a file for a text",      OF_B, SIZED(A_FILE("text", "a.png") "abc" END), FAIL_NONE, NULL, -1, NULL },
	{ "a text for a file",      OF_B, SIZED(PART("logo") "abc" END), FAIL_NONE, NULL, -1, NULL },
	{ "a field nobody asked for", OF_B, SIZED(PART("admin") "yes" END), FAIL_NONE, NULL, -1, NULL },
	{ "no boundary",            "multipart/form-data", SIZED(PART("text") "a" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "an empty boundary",      "multipart/form-data; boundary=\"\"", SIZED(PART("text") "a" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "a boundary of 80",       "multipart/form-data; boundary=" FORTY FORTY, SIZED("--" FORTY FORTY "\r\n\r\na\r\n--" FORTY FORTY "--"), FAIL_MALFORMED, NULL, -1, NULL },
	{ "another boundary",       "multipart/form-data; boundary=c", SIZED(PART("text") "a" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "another type",           "multipart/mixed; boundary=b", SIZED(PART("text") "a" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "cut before the end",     OF_B, SIZED(PART("text") "a"), FAIL_MALFORMED, NULL, -1, NULL },
	{ "cut in the end",         OF_B, SIZED(PART("text") "a\r\n--b-"), FAIL_MALFORMED, NULL, -1, NULL },
	{ "cut in a head",          OF_B, SIZED("--b\r\nContent-Disposition: form-da"), FAIL_MALFORMED, NULL, -1, NULL },
	{ "only the end",           OF_B, SIZED("--b--\r\n"), FAIL_MALFORMED, NULL, -1, NULL },
	{ "something before",       OF_B, SIZED("x\r\n" PART("text") "a" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "something behind",       OF_B, SIZED(PART("text") "a" END "x"), FAIL_MALFORMED, NULL, -1, NULL },
	{ "a part without a head",  OF_B, SIZED("--b\r\n\r\na" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "a part without a name",  OF_B, SIZED("--b\r\nContent-Disposition: form-data\r\n\r\na" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "an empty name",          OF_B, SIZED(PART("") "a" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "no form data",           OF_B, SIZED("--b\r\nContent-Disposition: attachment; name=\"text\"\r\n\r\na" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "a NUL in a text",        OF_B, SIZED(PART("text") "a\0b" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "a text in Latin-1",      OF_B, SIZED(PART("text") "\xe6" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "a long name",            OF_B, SIZED(PART(FOUR_HUNDRED) "a" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "a huge head",            OF_B, SIZED("--b\r\nX-Y: " FOUR_HUNDRED FOUR_HUNDRED FOUR_HUNDRED FOUR_HUNDRED FOUR_HUNDRED FOUR_HUNDRED
	    "\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "many headers",           OF_B, SIZED("--b\r\nA: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "base64",                 OF_B, SIZED("--b\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nYQ==" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "a form in a form",       OF_B, SIZED(INNER "--c\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na\r\n--c--" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "a mail in a form",       OF_B, SIZED("--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nFrom: a\r\n\r\na" END), FAIL_MALFORMED, NULL, -1, NULL },
	{ "a file twice",           OF_B, SIZED(A_FILE("logo", "a") "a\r\n" A_FILE("logo", "b") "b" END), FAIL_INPUT, NULL, -1, NULL },
	{ "a text twice",           OF_B, SIZED(PART("text") "a\r\n" PART("text") "b" END), FAIL_INPUT, NULL, -1, NULL },
	{ "five files",             OF_B, SIZED(A_FILE("a", "a") "a\r\n" A_FILE("b", "a") "a\r\n" A_FILE("c", "a") "a\r\n" A_FILE("d", "a") "a\r\n" A_FILE("e", "a") "a" END), FAIL_MALFORMED, NULL, -1, NULL },
};

struct sent { const char *bytes; size_t length; };

static size_t
give_bytes(void *from, char *out, size_t length)
{
	const struct sent *sent = from;
	size_t n = sent->length < length ? sent->length : length;

	memcpy(out, sent->bytes, n);
	return n;
}

static struct request *
send_body(const char *path, const char *type, const struct sent *sent)
{
	struct request *rq = make(&at_root, path, "");

	rq->own->in.content_type = type;
	rq->own->in.content_length = request_format(rq, "%zu", sent->length);
	rq->own->in.read_body = give_bytes;
	rq->own->in.from = (void *)sent;
	return rq;
}

/* What is refused when the form is read, not the body, is FAIL_INPUT in the table. */
static void
bodies_with_files_are_read(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
		struct sent sent = { bodies[i].body, bodies[i].length };
		struct request *rq = send_body("/logo", bodies[i].type, &sent);
		enum fail got = request_read(rq);
		const struct file *file;
		const struct form_value *is;

		if (got == FAIL_NONE && form_read(rq, &logo_form) == FAIL_MALFORMED)
			got = FAIL_INPUT;
		if (got != bodies[i].want)
			fail_msg("%s: %s", bodies[i].name, fail_key(got));
		if (got == FAIL_NONE) {
			file = field_file(rq, "logo");
			is = form_value_of(rq->form, "logo");
			if ((file == NULL ? -1 : (int)file->length) != bodies[i].file || (file != NULL && file->bytes[2] != '\0') ||
			    (bodies[i].text == NULL) != (field_text(rq, "text") == NULL) ||
			    (bodies[i].text != NULL && strcmp(bodies[i].text, field_text(rq, "text")) != 0) ||
			    (is->error == NULL) != (bodies[i].error == NULL) || (is->error != NULL && strcmp(is->error, bodies[i].error) != 0))
				fail_msg("%s: file or text differ", bodies[i].name);
		}
		talloc_free(rq);
	}
}

#define ONE A_FILE("files", "a.txt") "a\r\n"

/* names: of those that came, each with a space behind. */
static const struct { const char *name, *body; size_t length; const char *names, *error; } many[] = {
	{ "two",            SIZED(A_FILE("files", "a.txt") "a\r\n" A_FILE("files", "b.txt") "b" END), "a.txt b.txt ", NULL },
	{ "five",           SIZED(ONE ONE ONE ONE ONE "\r\n--b--\r\n"), "a.txt a.txt a.txt a.txt a.txt ", NULL },
	{ "six",            SIZED(ONE ONE ONE ONE ONE ONE "\r\n--b--\r\n"), "", "too-many-files" },
	{ "none chosen",    SIZED(A_FILE("files", "") END), "", "required" },
	{ "an empty one",   SIZED(A_FILE("files", "a.txt") "a\r\n" A_FILE("files", "b.txt") END), "a.txt b.txt ", NULL },
	{ "a name's signs", SIZED(A_FILE("files", "a\tb\x01\x1b.txt") "a" END), "a b.txt ", NULL },
	{ "a long name",    SIZED(A_FILE("files", FOUR_HUNDRED ".txt") "a" END), FOUR_HUNDRED ".txt ", NULL },
	{ "no text",        SIZED(A_FILE("files", "\xe6.txt") "a" END), NULL, NULL },
};

static void
several_files_are_read(void **state)
{
	size_t i, n;

	(void)state;
	for (i = 0; i < sizeof many / sizeof many[0]; i++) {
		struct sent sent = { many[i].body, many[i].length };
		struct request *rq = send_body("/several", OF_B, &sent);
		const struct file *file;
		char *names = talloc_strdup(rq, "");

		if (request_read(rq) != FAIL_NONE || form_read(rq, &several_form) == FAIL_MALFORMED)
			fail_msg("%s: malformed", many[i].name);
		for (n = 0; (file = field_file_at(rq, "files", n)) != NULL; n++)
			names = talloc_asprintf_append(names, "%s ", file->name == NULL ? "?" : file->name);
		if ((many[i].names != NULL && strcmp(names, many[i].names) != 0) || (many[i].error == NULL) != (rq->form->errors == 0) ||
		    (many[i].error != NULL && strcmp(rq->form->values[0].error, many[i].error) != 0))
			fail_msg("%s: %s", many[i].name, names);
		talloc_free(rq);
	}
}

/* A body cut after each byte, and only to pages that ask for files. */
static void
bodies_with_files_are_whole(void **state)
{
	size_t length;

	(void)state;
	for (length = 0; length < bodies[0].length; length++) {
		struct sent sent = { bodies[0].body, length };
		struct request *rq = send_body("/logo", OF_B, &sent);
		/* Without its last line break it is whole as well; without a body there is nothing to read. */
		enum fail want = length == 0 || length + 2 == bodies[0].length ? FAIL_NONE : FAIL_MALFORMED;

		if (request_read(rq) != want)
			fail_msg("cut after %zu", length);
		talloc_free(rq);
	}
	struct sent whole = { bodies[0].body, bodies[0].length };
	struct request *rq = send_body("/plan/7", OF_B, &whole);

	assert_int_equal(request_read(rq), FAIL_MALFORMED);
	rq->own->in.uri = "/logo";
	rq->own->in.content_length = "2097153";
	assert_int_equal(request_read(rq), FAIL_LARGE);
	/* What a route allows is its own. */
	rq->own->in.uri = "/several";
	assert_int_equal(request_read(rq), FAIL_MALFORMED);
	rq->own->in.content_length = "3145729";
	assert_int_equal(request_read(rq), FAIL_LARGE);
	rq->own->in.uri = "/logo";
	rq->own->in.content_type = "application/x-www-form-urlencoded";
	rq->own->in.content_length = "262145";
	assert_int_equal(request_read(rq), FAIL_LARGE);
	talloc_free(rq);
}

/* What would make a careless parser recurse, or work for seconds. */
static void
bodies_with_files_are_no_bombs(void **state)
{
	static const struct { const char *first, *again, *last; } bombs[] = {
		{ "--b\r\n", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", "\r\n--b--" },
		{ "--b\r\n", "Content-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n", "\r\n--b--" },
		{ "--b\r\n", "Content-Type: message/rfc822\r\n\r\n", "\r\n--b--" },
		{ "--b\r\n", "A: 1\r\n", "\r\n\r\n--b--" },
		{ "--b\r\nContent-Disposition: form-data; name=\"text\"", "; a=b", "\r\n\r\na\r\n--b--" },
		{ "--b\r\nContent-Disposition: form-data; name=\"text\"", "; a*1=b", "\r\n\r\na\r\n--b--" },
		{ PART("text"), "\r\n--b\r\n", "\r\n--b--" },
		{ PART("text"), "\r\n--", "\r\n--b--" },
	};
	size_t i, n;

	(void)state;
	for (i = 0; i < sizeof bombs / sizeof bombs[0]; i++) {
		char *body = talloc_array(NULL, char, REQUEST_BODY_MAX), *to = stpcpy(body, bombs[i].first);
		struct timespec before, after;
		struct sent sent;
		struct request *rq;

		for (n = strlen(bombs[i].again); (size_t)(to - body) + n + 40 < REQUEST_BODY_MAX; to += n)
			memcpy(to, bombs[i].again, n);
		to = stpcpy(to, bombs[i].last);
		sent = (struct sent){ body, (size_t)(to - body) };
		rq = send_body("/logo", OF_B, &sent);
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
		if (request_read(rq) == FAIL_NONE && i != 7)
			fail_msg("bomb %zu was read", i);
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
		if (after.tv_sec - before.tv_sec > 1)
			fail_msg("bomb %zu took %ld s", i, (long)(after.tv_sec - before.tv_sec));
		talloc_free(rq);
		talloc_free(body);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(uris_are_read_once),
		cmocka_unit_test(requests_are_refused),
		cmocka_unit_test(routes_are_found),
		cmocka_unit_test(forms_are_checked),
		cmocka_unit_test(only_listed_fields_exist),
		cmocka_unit_test(other_sites_cannot_send_forms),
		cmocka_unit_test(headers_are_one_line),
		cmocka_unit_test(bodies_with_files_are_read),
		cmocka_unit_test(several_files_are_read),
		cmocka_unit_test(bodies_with_files_are_whole),
		cmocka_unit_test(bodies_with_files_are_no_bombs),
	};

	if (!secret_start())
		return 1;
	node_start();
	return cmocka_run_group_tests_name("web", tests, NULL, NULL);
}
