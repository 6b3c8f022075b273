/* An instruction's attributes: which it may and must have, and what stands in them. */
#include <libxml/tree.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/gate/instruction_parts.h"
#include "xml/gate/nearest.h"
#include "xml/node.h"

/* The entry of an attribute in an instruction's list; NULL when it may not have it. */
static const char *
entry_of(const char *list, const char *name)
{
	size_t length = strlen(name), n, signs;

	for (; *list != '\0'; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		signs = strspn(list, "!?");
		if (n - signs == length && memcmp(list + signs, name, length) == 0)
			return list;
	}
	return NULL;
}

static void
say_entry(struct source *source, const struct attribute *attribute, const struct words_instruction *instruction)
{
	char *list = talloc_strdup(source->owner, instruction->attributes), *name;
	struct nearest nearest = nearest_to(attribute->name, strlen(attribute->name));

	while (list != NULL && (name = strsep(&list, " ")) != NULL)
		nearest_try(&nearest, name + strspn(name, "!?"));
	source_say(source, &(struct saying){ .key = "unknown-instruction-attribute", .refuses = true, .at = attribute->place->name,
	    .name = attribute->name, .nearest = nearest.best, .where = instruction->name });
}

static void
read_expressions(struct source *source, const struct here *here, const struct attribute *attribute, struct given *given)
{
	const struct nodes *current = here->current;
	struct value value;

	if (strcmp(attribute->name, "select") == 0) {
		given->select = *attribute;
		source_read(source, attribute, current, &given->selected);
	} else if (strcmp(attribute->name, "use") == 0) {
		source_read(source, attribute, given->match.name == NULL ? &(struct nodes){ .unknown = true } : &given->matched, &value);
	} else if (strcmp(attribute->name, "test") == 0 || strcmp(attribute->name, "value") == 0) {
		source_read(source, attribute, current, &value);
	} else if (strcmp(attribute->name, "match") == 0) {
		given->match = *attribute;
		source_read_pattern(source, attribute, &given->matched);
	} else if (strcmp(attribute->name, "count") == 0 || strcmp(attribute->name, "from") == 0) {
		source_read_pattern(source, attribute, &value.nodes);
	}
}

/* Attributes that mean the same on whatever instruction they stand. */
static void
check_common(struct source *source, const struct attribute *attribute, const char *entry, struct given *given)
{
	if (strcmp(attribute->name, "name") == 0)
		given->name = *attribute;
	else if (strcmp(attribute->name, "mode") == 0)
		given->mode = *attribute;
	else if (strcmp(attribute->name, "use-attribute-sets") == 0)
		instruction_check_sets(source, attribute);
	else if (strcmp(attribute->name, "disable-output-escaping") == 0)
		source_say(source, &(struct saying){ .key = "escaping", .refuses = true, .at = attribute->place->name, .name = attribute->name });
	else if (strcmp(attribute->name, "extension-element-prefixes") == 0)
		source_say(source, &(struct saying){ .key = "extension", .refuses = true, .at = attribute->place->name, .name = attribute->value });
	if (entry[strspn(entry, "!")] == '?')
		source_read_template(source, attribute, NULL, NULL);
}

static void
check_missing(struct source *source, const struct here *here, const struct words_instruction *instruction)
{
	const char *list = instruction->attributes;
	char name[40];
	size_t n, signs;

	for (; *list != '\0'; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		signs = strspn(list, "!?");
		if (list[0] != '!' || n - signs >= sizeof name)
			continue;
		memcpy(name, list + signs, n - signs);
		name[n - signs] = '\0';
		if (node_get(here->node, name) == NULL && xmlHasProp((xmlNode *)(uintptr_t)here->node, BAD_CAST name) == NULL)
			source_say(source, &(struct saying){ .key = "missing-attribute", .refuses = true, .at = here->tag->name, .name = name,
			    .where = instruction->name });
	}
}

/* Values that may only be one of some words. */
static void
check_words(struct source *source, const struct attribute *attribute, const char *instruction)
{
	static const struct { const char *name, *attribute, *words; } values[] = {
		{ "number", "level", "single multiple any" }, { "sort", "case-order", "upper-first lower-first" },
		{ "sort", "data-type", "text number" }, { "sort", "order", "ascending descending" },
	};
	size_t i;
	char *end;

	for (i = 0; i < sizeof values / sizeof values[0]; i++)
		if (strcmp(values[i].name, instruction) == 0 && strcmp(values[i].attribute, attribute->name) == 0 &&
		    strchr(attribute->value, '{') == NULL && !words_lists(values[i].words, attribute->value))
			source_say(source, &(struct saying){ .key = "bad-value", .refuses = true, .at = attribute->place->value,
			    .name = attribute->value, .where = values[i].words });
	if (strcmp(attribute->name, "priority") == 0 && (strtod(attribute->value, &end), *end != '\0' || end == attribute->value))
		source_say(source, &(struct saying){ .key = "bad-value", .refuses = true, .at = attribute->place->value, .name = attribute->value,
		    .where = "0.5 1 2" });
	if (strcmp(instruction, "decimal-format") == 0 && strcmp(attribute->name, "name") != 0 && strcmp(attribute->name, "infinity") != 0 &&
	    strcmp(attribute->name, "NaN") != 0 && text_characters(attribute->value) != 1)
		source_say(source, &(struct saying){ .key = "bad-value", .refuses = true, .at = attribute->place->value, .name = attribute->value,
		    .where = ", ." });
}

void
instruction_read(struct source *source, const struct here *here, const struct words_instruction *instruction, struct given *given)
{
	struct attribute_walk walk = { 0 };
	struct attribute attribute;
	const char *entry;

	while (source_attribute(source, here, &walk, &attribute)) {
		if (strcmp(attribute.name, "xml:base") == 0)
			source_say(source, &(struct saying){ .key = "forbidden-attribute", .refuses = true, .at = attribute.place->name,
			    .name = attribute.name });
		if (attribute.uri[0] != '\0')
			continue;
		entry = entry_of(instruction->attributes, attribute.name);
		if (entry == NULL) {
			say_entry(source, &attribute, instruction);
			continue;
		}
		check_common(source, &attribute, entry, given);
		check_words(source, &attribute, instruction->name);
		read_expressions(source, here, &attribute, given);
	}
	check_missing(source, here, instruction);
}
