#include "xml/render/looks.h"

#include <string.h>
#include <talloc.h>

#include "xml/render/message.h"
#include "xml/renderer.h"

const char *const *
looks_pairs(const void *owner, struct wire *in)
{
	long count = wire_get_int(in), i;
	const char **pairs;

	if (in->bad || count < 0 || count > MESSAGE_PAIRS_MAX)
		return NULL;
	pairs = talloc_zero_array(owner, const char *, (unsigned)count * 2 + 1);
	for (i = 0; pairs != NULL && i < count * 2; i++)
		if ((pairs[i] = wire_get_text(in)) == NULL || in->bad)
			return NULL;
	return pairs;
}

/* What the layer stands on: its settings, or the shipped sheet. */
static void
compile_beside(struct compiled *one, const struct sheet_look *look)
{
	struct sheet_look alone = { .program = look->program, .settings = look->settings };
	char *why;

	if (look->settings != NULL)
		sheet_compile_look(one, &alone, &one->shipped, &why);
	else
		sheet_compile(one, talloc_asprintf(one, "samspil:pages/%s.xsl", look->program), &one->shipped);
}

struct compiled *
looks_read(const void *owner, const struct labels *const *languages, struct wire *in, bool beside)
{
	const struct labels *labels;
	struct compiled *one = talloc_zero(owner, struct compiled);
	struct sheet_look look = { .program = NULL };
	const char *const *pairs;
	const char *program;

	if (one == NULL)
		return NULL;
	one->key = talloc_strdup(one, wire_get_text(in));
	program = wire_get_text(in);
	look.program = one->program = talloc_strdup(one, program == NULL ? "" : program);
	look.settings = wire_get_text(in);
	look.text = wire_get(in, &look.length);
	labels = labels_among(languages, wire_get_text(in));
	pairs = looks_pairs(one, in);
	one->labels = pairs == NULL || labels == NULL ? NULL : labels_over(one, labels, pairs);
	if (one->labels == NULL) {
		in->bad = true;
		talloc_free(one);
		return NULL;
	}
	if (look.length > LAYER_MAX)
		one->why = talloc_strdup(one, "the layer is larger than it may be");
	else if (look.text != NULL || look.settings != NULL)
		sheet_compile_look(one, &look, &one->sheet, &one->why);
	if (beside)
		compile_beside(one, &look);
	return one;
}

struct compiled *
looks_find(struct looks *looks, const char *key)
{
	size_t i;

	for (i = 0; key != NULL && i < LOOKS_KEPT; i++) {
		struct compiled *one = looks->kept[i];

		if (one != NULL && one->key != NULL && strcmp(one->key, key) == 0) {
			one->used = ++looks->clock;
			return one;
		}
	}
	return NULL;
}

void
looks_keep(struct looks *looks, struct compiled *one)
{
	size_t i, oldest = 0;

	for (i = 0; i < LOOKS_KEPT; i++) {
		if (looks->kept[i] == NULL) {
			oldest = i;
			break;
		}
		if (looks->kept[i]->used < looks->kept[oldest]->used)
			oldest = i;
	}
	talloc_free(looks->kept[oldest]);
	looks->kept[oldest] = one;
	one->used = ++looks->clock;
}
