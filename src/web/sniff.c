#include "web/sniff.h"

#include <magic.h>
#include <talloc.h>

#include "base/fail.h"

/* What it needs to know stands at the beginning of a file. */
enum { LOOKED_AT = 1024 * 1024 };

struct sniff { magic_t magic; };

static int
close_magic(struct sniff *sniff)
{
	if (sniff->magic != NULL)
		magic_close(sniff->magic);
	return 0;
}

struct sniff *
sniff_new(const void *owner)
{
	struct sniff *sniff = talloc_zero(owner, struct sniff);

	sniff->magic = magic_open(MAGIC_MIME_TYPE);
	talloc_set_destructor(sniff, close_magic);
	if (sniff->magic != NULL && magic_load(sniff->magic, NULL) == 0)
		return sniff;
	fail_log(FAIL_BROKEN, "sniff: libmagic's database cannot be read");
	talloc_free(sniff);
	return NULL;
}

const char *
sniff_type(struct sniff *sniff, const void *bytes, size_t length)
{
	const char *type = sniff == NULL ? NULL : magic_buffer(sniff->magic, bytes, length < LOOKED_AT ? length : LOOKED_AT);

	return type == NULL ? "" : talloc_strdup(sniff, type);
}
