/*
 * drive - layers put straight to the renderer, whatever a check would say of them.
 *
 *	drive SAMSPIL-RENDER SHARE CANARY <LIST
 *
 * A line of LIST is NAME, PROGRAM, FILE and a sample page, tabs between.  For each a line comes out, written at once:
 * NAME, PAGE, an end, microseconds, the line of the layer (0: none), what became of the rendering after it, the reason.
 * An end is fails, renders, same (not a byte is other than with a layer that changes nothing) or leaks (CANARY stands in it).  After each
 * layer one that changes nothing is drawn with the same renderer: good, or lost.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "xml/labels.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/renderer.h"
#include "xml/sheet.h"

enum { FILE_MAX = 64 * 1024 * 1024, PAGE_MAX = 4 * 1024 * 1024, LINE_MAX_BYTES = 8192, WORDS = 4 };

struct drive { struct renderer *renderer; const struct labels *labels; const char *share, *canary; };

static const char *const parameters[] = { "base", "", "version", "1", "site", "Samspil", "demo", "yes", NULL };

static void
draw(const struct drive *drive, const void *owner, const char *key, const char *program, const char *text, size_t length,
    xmlDoc *page, struct rendering *out)
{
	const struct layer layer = { .key = key, .program = program, .text = text, .length = length, .labels = drive->labels };
	const struct sheet_params params = { drive->labels, parameters };

	memset(out, 0, sizeof *out);
	renderer_render(drive->renderer, owner, &layer, page, &params, out);
}

/* The page with a layer that changes nothing. */
static void
draw_plain(const struct drive *drive, const void *owner, const char *program, xmlDoc *page, struct rendering *out)
{
	char *text = talloc_asprintf(owner, "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
	    "<xsl:import href='samspil:pages/%s.xsl'/></xsl:stylesheet>", program);

	draw(drive, owner, talloc_asprintf(owner, "plain.%s", program), program, text, strlen(text), page, out);
}

static bool
are_same(const struct rendering *a, const struct rendering *b)
{
	return a->html != NULL && b->html != NULL && a->length == b->length && memcmp(a->html, b->html, a->length) == 0;
}

static const char *
end_of(const struct drive *drive, const struct rendering *got, const struct rendering *plain)
{
	if (got->html == NULL)
		return "fails";
	if (memmem(got->html, got->length, drive->canary, strlen(drive->canary)) != NULL)
		return "leaks";
	return are_same(got, plain) ? "same" : "renders";
}

static void
print_reason(const char *reason)
{
	for (; reason != NULL && *reason != '\0'; reason++)
		putchar(*reason >= 0 && *reason < ' ' ? ' ' : *reason);
	putchar('\n');
	fflush(stdout);
}

static void
try_layer(const struct drive *drive, const void *owner, char *const words[WORDS], const char *text, size_t length, xmlDoc *page)
{
	struct rendering plain, got, after;

	draw_plain(drive, owner, words[1], page, &plain);
	draw(drive, owner, words[0], words[1], text, length, page, &got);
	draw_plain(drive, owner, words[1], page, &after);
	printf("%s\t%s\t%s\t%ld\t%d\t%s\t", words[0], words[3], end_of(drive, &got, &plain), got.microseconds, got.line,
	    are_same(&plain, &after) ? "good" : "lost");
	print_reason(got.html == NULL && got.reason == NULL ? "" : got.reason);
}

static bool
try_line(const struct drive *drive, const void *owner, char *line)
{
	char *words[WORDS], *error = NULL, *text;
	size_t i, length;
	xmlDoc *page;

	line[strcspn(line, "\n")] = '\0';
	for (i = 0; i < WORDS; i++)
		if ((words[i] = strsep(&line, "\t")) == NULL)
			return false;
	text = parse_file(owner, words[2], FILE_MAX, &length, &error);
	page = node_read(owner, talloc_asprintf(owner, "%s/xslt/samples/%s.xml", drive->share, words[3]), PAGE_MAX, &error);
	if (text != NULL && page != NULL)
		try_layer(drive, owner, words, text, length, page);
	else
		fprintf(stderr, "%s: %s\n", words[0], error);
	xmlFreeDoc(page);
	return text != NULL && page != NULL;
}

static enum fail
start(const void *owner, char **argv, struct drive *drive)
{
	const struct renderer_options options = { .path = argv[1], .share = argv[2], .language = "da" };
	char *dir = talloc_asprintf(owner, "%s/xslt", argv[2]);
	struct labels *labels = NULL;
	enum fail f;

	drive->share = argv[2];
	drive->canary = argv[3];
	date_start();
	node_start();
	f = sheet_start(dir);
	if (f == FAIL_NONE)
		f = labels_read(owner, talloc_asprintf(owner, "%s/labels", dir), "da", &labels);
	drive->labels = labels;
	return f == FAIL_NONE ? renderer_new(owner, &options, &drive->renderer) : f;
}

int
main(int argc, char **argv)
{
	void *owner = talloc_new(NULL);
	struct drive drive;
	char line[LINE_MAX_BYTES];
	int bad = 0;

	if (argc != 4 || start(owner, argv, &drive) != FAIL_NONE) {
		fputs("usage: drive SAMSPIL-RENDER SHARE CANARY <LIST\n", stderr);
		return 2;
	}
	while (fgets(line, sizeof line, stdin) != NULL) {
		void *turn = talloc_new(owner);

		bad |= !try_line(&drive, turn, line);
		talloc_free(turn);
	}
	talloc_free(owner);
	return bad;
}
