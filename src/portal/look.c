/*
 * /look/style.css?bar=10394c&link=0b5478[&scope=preview]  /look/logo?department=&v= - what a department's settings add to its pages.
 * Open, since the sign-in page and the citizens' pages have looks too; nothing here is about anybody, and an address always gives the
 * same.
 */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "portal/pages.h"
#include "rule/contrast.h"
#include "sql/rows.h"
#include "web/request.h"

static const struct colour white = { 255, 255, 255 };

/* "10394c"; false for none, and *wrong for what is none. */
static bool
query_colour(struct request *rq, const char *name, struct colour *out, bool *wrong)
{
	const char *given = query_text(rq, name);

	if (given == NULL)
		return false;
	if (colour_read(request_format(rq, "#%s", given), out))
		return true;
	*wrong = true;
	return false;
}

static const char *
hex(struct request *rq, struct colour colour)
{
	char text[8];

	colour_write(colour, text);
	return talloc_strdup(rq, text);
}

/* The bar's text is white or ink, whichever reads better; what lies on the bar goes away from the text's colour. */
static char *
bar_css(struct request *rq, char *css, struct colour bar)
{
	struct contrast contrast;
	bool on_dark;

	contrast_judge(COLOUR_BAR, bar, &contrast);
	on_dark = memcmp(&contrast.against, &white, sizeof white) == 0;
	return talloc_asprintf_append(css, " --brand: %s; --on-brand: %s; --on-brand-soft: %s;", hex(rq, bar), hex(rq, contrast.against),
	    on_dark ? "#00000040" : "#ffffff59");
}

static char *
link_css(struct request *rq, char *css, struct colour link)
{
	return talloc_asprintf_append(css, " --link: %s; --link-dark: %s; --link-soft: %s;", hex(rq, link), hex(rq, colour_dark(link)),
	    hex(rq, colour_soft(link)));
}

static void
style_get(struct request *rq, xmlNode *content)
{
	const char *scope = query_text(rq, "scope");
	struct colour bar, link;
	bool wrong = scope != NULL && strcmp(scope, "preview") != 0;
	char *css = talloc_asprintf(rq, "%s {", scope == NULL ? ":root" : ".sp-preview");

	(void)content;
	if (query_colour(rq, "bar", &bar, &wrong))
		css = bar_css(rq, css, bar);
	if (query_colour(rq, "link", &link, &wrong))
		css = link_css(rq, css, link);
	if (wrong) {
		fail_request(rq, FAIL_MISSING, NULL);
		return;
	}
	css = talloc_strdup_append(css, " }\n");
	respond_file(rq, "text/css; charset=utf-8", NULL, css, strlen(css));
}

/* A logo that was is still there for the pages that were drawn with it.  It comes in hexadecimal, in slices that fit a cell. */
#define LOGO \
	" FROM department_look FOR SYSTEM_TIME ALL WHERE department_id = ? AND revision = ? AND logo IS NOT NULL ORDER BY ROW_START DESC LIMIT 1"

static unsigned char *
read_logo(struct request *rq, const char *department, long long revision, size_t length)
{
	unsigned char *bytes = talloc_array(rq, unsigned char, (unsigned)length + 1);
	size_t at, got;

	for (at = 0; bytes != NULL && at < length; at += got) {
		const char *slice = rows_text(rq->db, rq, "SELECT HEX(SUBSTRING(logo, ?, 60000))" LOGO,
		    ARGS(INT((long long)at + 1), TEXT(department), INT(revision)));

		if (slice == NULL || sodium_hex2bin(bytes + at, length - at, slice, strlen(slice), NULL, &got, NULL) != 0 || got == 0)
			return NULL;
	}
	return bytes;
}

static void
logo_get(struct request *rq, xmlNode *content)
{
	const char *department = query_text(rq, "department"), *is[2];
	long long revision = query_int(rq, "v", 0, 1, 1LL << 31);
	unsigned char *bytes = NULL;
	size_t length = 0;

	(void)content;
	if (department != NULL && revision != 0 &&
	    rows_one(rq->db, rq, is, 2, "SELECT logo_type, LENGTH(logo)" LOGO, ARGS(TEXT(department), INT(revision)))) {
		length = (size_t)atoll(is[1]);
		bytes = read_logo(rq, department, revision, length);
	}
	if (bytes == NULL)
		fail_request(rq, FAIL_MISSING, NULL);
	else
		respond_file(rq, is[0], NULL, (const char *)bytes, length);
}

const struct route portal_look_style = {
	.path = "/look/style.css", .page = "look-style", .open = true, .even_away = true, .immutable = true, .get = style_get,
};
const struct route portal_look_logo = {
	.path = "/look/logo", .page = "look-logo", .open = true, .immutable = true, .get = logo_get,
};
