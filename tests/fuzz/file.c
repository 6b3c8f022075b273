/* file - libFuzzer: any bytes as a file that somebody wants to file, under each ending.  Started by tests/fuzz/run. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/file_name.h"
#include "base/text.h"
#include "rule/file_kind.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* As a name: what comes out is clean, short, and stays so; its header holds nothing that ends a line. */
static void
as_name(const uint8_t *bytes, size_t length)
{
	char *given = talloc_strndup(NULL, (const char *)bytes, length), *name = file_name_clean(given, given), *again, *head;

	if (name != NULL) {
		again = file_name_clean(given, name);
		head = file_name_disposition(given, name);
		if (again == NULL || strcmp(again, name) != 0 || !text_is_clean(name, strlen(name)) || text_characters(name) > FILE_NAME_MAX ||
		    strpbrk(name, "/\\\r\n\"") != NULL || strpbrk(head, "\r\n") != NULL || file_name_title(given, name) == NULL)
			abort();
	}
	talloc_free(given);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	const struct file_kind *kind, *judged;
	const char *why;

	for (kind = file_kinds; kind->name != NULL; kind++) {
		judged = NULL;
		why = file_kind_judge(kind->name, kind->media_type, bytes, length, &judged);
		if (why == NULL && judged != kind)
			abort();
	}
	judged = NULL;
	if (file_kind_judge("", "application/octet-stream", bytes, length, &judged) == NULL && judged == NULL)
		abort();
	as_name(bytes, length);
	return 0;
}
