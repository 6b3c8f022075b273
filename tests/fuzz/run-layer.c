/* run-layer - libFuzzer: any bytes as a department's layer, compiled and run on a page as the renderer does.  Started by tests/fuzz/run. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "xml/arena.h"
#include "xml/labels.h"
#include "xml/node.h"
#include "xml/sheet.h"
#include "xml/writer.h"

enum { PAGE_MAX = 1024 * 1024 };

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char *const parameters[] = { "base", "", "version", "1", "site", "Samspil", "demo", "yes", NULL };
/* Made once; each input is run on the same page, as a process that serves does. */
static xmlDoc *page;
static struct labels *labels;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	char *error;

	(void)argc, (void)argv;
	date_start();
	/* As the renderer does. */
	arena_start_counting();
	node_start();
	if (sheet_start(getenv("SAMSPIL_FUZZ_SHEETS")) != FAIL_NONE || sheet_preload() != FAIL_NONE)
		abort();
	if (labels_read(NULL, getenv("SAMSPIL_FUZZ_LABELS"), "da", &labels) != FAIL_NONE)
		abort();
	page = node_read(NULL, getenv("SAMSPIL_FUZZ_PAGE"), PAGE_MAX, &error);
	if (page == NULL)
		abort();
	return 0;
}

/* Twice: what a run leaves behind in the sheet or in the page must not be of the memory that it gave back. */
static void
render(const void *owner, const struct sheet *sheet)
{
	const struct sheet_params params = { labels, parameters };
	char *html, *why;
	size_t length = 0;
	int turn;

	for (turn = 0; turn < 2; turn++) {
		enum fail f = sheet_try(owner, sheet, page, &params, &html, &length, false, &why);

		if ((f == FAIL_NONE) != (html != NULL) || (f != FAIL_NONE && (why == NULL || why[0] == '\0')))
			abort();
		if (html != NULL && (length > WRITER_MAX || strlen(html) != length || strncmp(html, "<!DOCTYPE html>\n", 16) != 0))
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	void *owner = talloc_new(NULL);
	const struct sheet_look look = { .program = "plan", .text = (const char *)bytes, .length = length };
	struct sheet *sheet;
	char *why;

	if (sheet_compile_look(owner, &look, &sheet, &why) == FAIL_NONE)
		render(owner, sheet);
	talloc_free(owner);
	return 0;
}
