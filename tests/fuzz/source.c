/* source - libFuzzer: any bytes as a department's layer, before the gate that looks at its text.  Started by tests/fuzz/run. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "xml/gate/source.h"
#include "xml/labels.h"
#include "xml/node.h"
#include "xml/sheet.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct labels *labels;
static struct contract *contract;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *dir = getenv("SAMSPIL_FUZZ_XSLT");

	(void)argc, (void)argv;
	date_start();
	node_start();
	if (sheet_start(dir) != FAIL_NONE || labels_read(NULL, getenv("SAMSPIL_FUZZ_LABELS"), "en", &labels) != FAIL_NONE)
		abort();
	if (contract_read(NULL, dir, "plan", labels, &contract) != FAIL_NONE)
		abort();
	return 0;
}

/* Each finding can be said, and stands within the text. */
static void
look_at(const void *owner, const struct finding *finding, size_t lines)
{
	const char *key = talloc_asprintf(owner, "gate.%s", finding->key);

	if (labels_find(labels, key) == NULL || finding->line < 0 || finding->column < 0 || (size_t)finding->line > lines)
		abort();
	if ((finding->line == 0) != (finding->column == 0))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	void *owner = talloc_new(NULL);
	struct findings findings = { .owner = owner };
	size_t i, lines = 1;

	for (i = 0; i < length; i++)
		lines += bytes[i] == '\n';
	source_check(contract, (const char *)bytes, length, &findings);
	for (i = 0; i < findings.count; i++)
		look_at(owner, &findings.list[i], lines);
	talloc_free(owner);
	return 0;
}
