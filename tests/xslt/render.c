/*
 * render - pages as HTML, by the code that the programs use.
 *
 *	render XSLT-DIR LANG PAGE.xml		the page on standard output
 *	render XSLT-DIR LANG OUT-DIR PAGE.xml...	each as OUT-DIR/PAGE.html
 *	render --repeat N ...			the same, each page rendered N times and written once: to measure
 *	render --settings DIR ...		with a department's settings: DIR/PROGRAM.xsl, which import samspil:shipped/pages/PROGRAM.xsl
 *	render --layer DIR ...			with a department's layers: DIR/PROGRAM.xsl, which import samspil:pages/PROGRAM.xsl
 *
 * Each page is checked against schema/page.rng first.  Exit code 1 when any page is not valid or cannot be rendered.
 */
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "xml/labels.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/renderer.h"
#include "xml/schema.h"
#include "xml/sheet.h"

enum { PAGE_MAX = 4 * 1024 * 1024 };

/* Compiled once: the pages of a program come after each other. */
struct compiled { void *owner; char program[40]; struct sheet *sheet; };
struct renderer { const char *dir, *settings, *layer; struct labels *labels; struct schema *schema; long repeat; struct compiled last; };

static const char *const parameters[] = { "static", "/static", "version", "1", "site", "Hjørring Kommune", "demo", "yes", NULL };

static enum fail
start(const void *owner, const char *dir, const char *lang, struct renderer *renderer)
{
	enum fail f;

	renderer->dir = dir;
	date_start();
	node_start();
	f = sheet_start(dir);
	if (f == FAIL_NONE)
		f = labels_read(owner, talloc_asprintf(owner, "%s/labels", dir), lang, &renderer->labels);
	if (f == FAIL_NONE)
		f = schema_read(owner, talloc_asprintf(owner, "%s/schema/page.rng", dir), &renderer->schema);
	return f;
}

/* The program's stylesheet, or the settings or the layer over it; NULL, with the reason on standard error, when there is none. */
static struct sheet *
compile(const void *owner, const struct renderer *renderer, const char *program)
{
	struct sheet_look look = { .program = program };
	struct sheet *sheet = NULL;
	char *why = NULL;
	size_t length;

	if (renderer->settings == NULL && renderer->layer == NULL)
		return sheet_compile(owner, talloc_asprintf(owner, "samspil:pages/%s.xsl", program), &sheet) == FAIL_NONE ? sheet : NULL;
	if (renderer->layer != NULL)
		look.text = parse_file(owner, talloc_asprintf(owner, "%s/%s.xsl", renderer->layer, program), LAYER_MAX, &look.length, &why);
	else
		look.settings = parse_file(owner, talloc_asprintf(owner, "%s/%s.xsl", renderer->settings, program), LAYER_MAX, &length, &why);
	if ((look.settings != NULL || look.text != NULL) && sheet_compile_look(owner, &look, &sheet, &why) == FAIL_NONE)
		return sheet;
	fprintf(stderr, "%s\n", why);
	return NULL;
}

static struct sheet *
sheet_of(struct renderer *renderer, const char *program)
{
	struct compiled *last = &renderer->last;

	if (program == NULL || strcmp(last->program, program) != 0) {
		talloc_free(last->owner);
		last->owner = talloc_new(NULL);
		last->sheet = compile(last->owner, renderer, program);
		snprintf(last->program, sizeof last->program, "%s", program == NULL || last->sheet == NULL ? "" : program);
	}
	return last->sheet;
}

/* The page in path as HTML on owner; NULL, and the reason on standard error, when it cannot be. */
static char *
render(const void *owner, struct renderer *renderer, const char *path, size_t *length)
{
	const struct sheet_params params = { renderer->labels, parameters };
	char *error = NULL, *html = NULL;
	struct sheet *sheet;
	long turn;
	xmlDoc *page = node_read(owner, path, PAGE_MAX, &error);

	if (page != NULL)
		error = schema_check(owner, renderer->schema, page);
	if (error != NULL) {
		fprintf(stderr, "%s: %s\n", path, error);
		xmlFreeDoc(page);
		return NULL;
	}
	sheet = sheet_of(renderer, node_get(xmlDocGetRootElement(page), "program"));
	for (turn = 0; sheet != NULL && turn < renderer->repeat; turn++) {
		TALLOC_FREE(html);
		if (sheet_apply(owner, sheet, page, &params, &html, length) != FAIL_NONE)
			break;
	}
	xmlFreeDoc(page);
	return html;
}

/* Write bytes to DIR/BASENAME.html, or to standard output when dir is NULL. */
static int
put(const char *dir, const char *path, const char *bytes, size_t length)
{
	char copy[PATH_MAX], name[PATH_MAX * 2];
	FILE *file = stdout;
	int fine;

	if (dir != NULL) {
		snprintf(copy, sizeof copy, "%s", path);
		snprintf(name, sizeof name, "%s/%s", dir, basename(copy));
		snprintf(name + strlen(name) - strlen(".xml"), sizeof ".html", ".html");
		file = fopen(name, "we");
	}
	if (file == NULL) {
		perror(name);
		return 1;
	}
	fine = fwrite(bytes, 1, length, file) == length;
	if (fflush(file) != 0)
		fine = 0;
	if (file != stdout)
		fclose(file);
	return fine ? 0 : 1;
}

int
main(int argc, char **argv)
{
	void *owner = talloc_new(NULL);
	struct renderer renderer = { .repeat = 1 };
	const char *dir;
	int i, bad = 0;

	for (; argc > 2 && strncmp(argv[1], "--", 2) == 0; argv += 2, argc -= 2) {
		if (strcmp(argv[1], "--repeat") == 0)
			renderer.repeat = atol(argv[2]);
		else if (strcmp(argv[1], "--settings") == 0)
			renderer.settings = argv[2];
		else if (strcmp(argv[1], "--layer") == 0)
			renderer.layer = argv[2];
	}
	dir = argc > 4 ? argv[3] : NULL;
	if (argc < 4 || renderer.repeat < 1) {
		fputs("usage: render [--repeat N] [--settings DIR] [--layer DIR] XSLT-DIR LANG [OUT-DIR] PAGE.xml...\n", stderr);
		return 2;
	}
	if (start(owner, argv[1], argv[2], &renderer) != FAIL_NONE)
		return 2;
	for (i = argc > 4 ? 4 : 3; i < argc; i++) {
		void *page = talloc_new(owner);
		size_t length = 0;
		char *html = render(page, &renderer, argv[i], &length);

		bad |= html == NULL || put(dir, argv[i], html, length) != 0;
		talloc_free(page);
	}
	talloc_free(renderer.last.owner);
	talloc_free(owner);
	return bad;
}
