#include "rule/track.h"

#include <stddef.h>
#include <string.h>

/* The first that fits: longer ones before the chapter that they are in. */
static const struct { const char *code, *track; } chapters[] = {
	{ "FB130", "mild-mental" },	/* energy and drive */
	{ "FB134", "lifestyle" },	/* sleep */
	{ "FB117", "developmental" },	/* intellect */
	{ "FB164", "developmental" },	/* higher cognitive functions */
	{ "FB1",   "mild-mental" },
	{ "FB530", "lifestyle" },	/* weight */
	{ "FB",    "physical" },
	{ "FS",    "physical" },
	{ "FA1",   "developmental" },
	{ "FA2",   "mild-mental" },	/* handling stress */
	{ "FA3",   "social" },
	{ "FA4",   "physical" },
	{ "FA57",  "lifestyle" },	/* looking after one's health */
	{ "FP7",   "social" },
	{ "FP6",   "social" },
	{ "FA7",   "social" },
	{ "FE3",   "social" },
	{ "FE4",   "social" },
};

const char *
track_of(const char *icf_code)
{
	size_t i;

	for (i = 0; icf_code != NULL && i < sizeof chapters / sizeof chapters[0]; i++)
		if (strncmp(icf_code, chapters[i].code, strlen(chapters[i].code)) == 0)
			return chapters[i].track;
	return NULL;
}
