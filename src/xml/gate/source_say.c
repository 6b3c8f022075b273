/* What the gate says of a layer's text, at its line and column. */
#include <stdio.h>
#include <string.h>

#include "xml/gate/source_parts.h"

/* Keys whose label names the nearest; another, key.none, has none to name. */
static const char *const with_nearest[] = {
	"attribute-not-here", "child-not-here", "import-first", "missing-prefix", "unknown-attribute", "unknown-attribute-set", "unknown-tag",
	"unknown-class", "unknown-element", "unknown-function", "unknown-instruction", "unknown-instruction-attribute", "unknown-key",
	"unknown-label", "unknown-mode", "unknown-parameter", "unknown-prefix", "unknown-template", "unknown-variable", "wrong-namespace",
};

static bool
names_nearest(const char *key)
{
	size_t i;

	for (i = 0; i < sizeof with_nearest / sizeof with_nearest[0]; i++)
		if (strcmp(with_nearest[i], key) == 0)
			return true;
	return false;
}

void
source_say(struct source *source, const struct saying *saying)
{
	bool full = source->findings->count == FINDINGS_MAX;
	struct finding finding = { .refuses = saying->refuses, .name = saying->name, .nearest = saying->nearest, .where = saying->where };
	char key[80];

	snprintf(key, sizeof key, "%s%s", saying->key, saying->nearest == NULL && names_nearest(saying->key) ? ".none" : "");
	finding.key = key;
	source->said += saying->refuses;
	/* The list is full: all that it can still learn is that the layer is refused. */
	if (full && (!saying->refuses || findings_refuse(source->findings)))
		return;
	if (source->places != NULL && !full)
		spots_find(source->places, saying->at, &finding.line, &finding.column);
	findings_add(source->findings, &finding);
}

void
source_say_line(struct source *source, const char *key, long line)
{
	size_t i = line < 1 ? 0 : (size_t)line - 1;

	i = i < source->places->line_count ? i : source->places->line_count - 1;
	source_say(source, &(struct saying){ .key = key, .refuses = true, .at = source->places->lines[i] });
}

bool
source_is_done(const struct source *source)
{
	return source->findings->count == FINDINGS_MAX && findings_refuse(source->findings);
}

void
source_say_of_all(struct source *source, const char *key, const char *name)
{
	findings_add(source->findings, &(struct finding){ .key = key, .refuses = true, .name = name });
}
