/* compile - libFuzzer: any bytes as a department's layer, compiled as the renderer does.  Started by tests/fuzz/run. */
#include <stdint.h>
#include <stdlib.h>
#include <talloc.h>

#include "base/date.h"
#include "xml/arena.h"
#include "xml/node.h"
#include "xml/sheet.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	date_start();
	/* As the renderer does. */
	arena_start_counting();
	node_start();
	if (sheet_start(getenv("SAMSPIL_FUZZ_SHEETS")) != FAIL_NONE || sheet_preload() != FAIL_NONE)
		abort();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	void *owner = talloc_new(NULL);
	const struct sheet_look look = { .program = "plan", .text = (const char *)bytes, .length = length };
	struct sheet *sheet = NULL;
	char *why = NULL;
	enum fail f = sheet_compile_look(owner, &look, &sheet, &why);

	/* A layer that is refused says why; one that is not is there. */
	if ((f == FAIL_NONE) != (sheet != NULL) || (f != FAIL_NONE && (why == NULL || why[0] == '\0')))
		abort();
	if (why != NULL && sheet_fault_line(why) < 0)
		abort();
	talloc_free(owner);
	return 0;
}
