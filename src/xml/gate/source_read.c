/* An element's attributes, and what their expressions mean where they stand: with the variables that are seen there. */
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/gate/nearest.h"
#include "xml/gate/source_parts.h"

bool
source_attribute(struct source *source, const struct here *here, struct attribute_walk *walk, struct attribute *out)
{
	const xmlAttr *attr = walk->next == NULL && walk->place == 0 ? here->node->properties : walk->next;
	const struct spot_attribute *places = source->places->attributes + here->tag->first;
	const char *text = source->places->text;
	xmlChar *content;

	if (attr == NULL)
		return false;
	while (walk->place < here->tag->count && strncmp(text + places[walk->place].name, "xmlns", 5) == 0 &&
	    strchr(":= \t\r\n", text[places[walk->place].name + 5]) != NULL)
		walk->place++;
	if (walk->place == here->tag->count)
		return false;
	content = xmlNodeGetContent((const xmlNode *)attr);
	*out = (struct attribute){ .local = (const char *)attr->name, .uri = attr->ns == NULL ? "" : (const char *)attr->ns->href,
	    .place = &places[walk->place], .here = here };
	out->name = talloc_strndup(source->owner, text + out->place->name, out->place->name_end - out->place->name);
	out->value = talloc_strdup(source->owner, content == NULL ? "" : (const char *)content);
	xmlFree(content);
	if (out->name == NULL || out->value == NULL)
		return false;
	out->length = strlen(out->value);
	walk->place++;
	walk->next = attr->next;
	return true;
}

/* What an expression's reading has to say, and of which attribute. */
struct listening { struct source *source; const struct attribute *attribute; size_t offset; };

static void
hear(void *data, const struct complaint *complaint)
{
	const struct listening *listening = data;
	struct source *source = listening->source;
	size_t length = text_cut(complaint->name, complaint->name_length, FINDING_TEXT_MAX);
	char name[FINDING_TEXT_MAX + 1];

	memcpy(name, complaint->name, length);
	name[length] = '\0';
	source_say(source, &(struct saying){ .key = complaint->key, .refuses = complaint->refuses, .name = name,
	    .nearest = complaint->nearest, .where = complaint->where,
	    .at = spots_within(source->places, listening->attribute->place, listening->offset + complaint->at) });
}

/* The innermost one, then the layer's own, then the base's; what the base gives is known by name. */
static bool
find_variable(void *data, const char *name, size_t length, struct value *out)
{
	const struct listening *listening = data;
	const struct source *source = listening->source;
	const struct knowns *tops[] = { &source->own.variables, &source->contract->variables };
	size_t i, j;

	*out = (struct value){ .nodes = nodes_unknown(), .address = { .state = ADDRESS_COMPUTED } };
	if (words_same(name, length, "base"))
		out->address.state = ADDRESS_BASE;
	if (words_same(name, length, "static") || words_same(name, length, "look"))
		out->address.state = ADDRESS_SAFE;
	for (i = source->variable_count; i > 0; i--)
		if (words_same(name, length, source->variables[i - 1].name)) {
			*out = source->variables[i - 1].value;
			return true;
		}
	for (j = 0; j < 2; j++)
		for (i = 0; i < tops[j]->count; i++)
			if (words_same(name, length, tops[j]->list[i].name))
				return true;
	return false;
}

static void
near_variable(void *data, const char *name, size_t length, const char **nearest)
{
	const struct listening *listening = data;
	const struct source *source = listening->source;
	const struct knowns *tops[] = { &source->own.variables, &source->contract->variables };
	struct nearest found = nearest_to(name, length);
	size_t i, j;

	for (i = source->variable_count; i > 0; i--)
		nearest_try(&found, source->variables[i - 1].name);
	for (j = 0; j < 2; j++)
		for (i = 0; i < tops[j]->count; i++)
			nearest_try(&found, tops[j]->list[i].name);
	*nearest = found.best;
}

static struct reader
reader_of(struct listening *listening, const xmlNode *node, const struct nodes *current)
{
	return (struct reader){ .contract = listening->source->contract, .own = &listening->source->own, .node = node, .current = *current,
	    .variable = find_variable, .near_variable = near_variable, .say = listening->attribute == NULL || source_is_done(listening->source) ? NULL : hear, .data = listening };
}

void
source_read(struct source *source, const struct attribute *attribute, const struct nodes *current, struct value *out)
{
	struct listening listening = { .source = source, .attribute = attribute };
	struct reader reader = reader_of(&listening, attribute->here->node, current);

	expression_read(&reader, attribute->value, attribute->length, out);
}

void
source_read_pattern(struct source *source, const struct attribute *attribute, struct nodes *out)
{
	struct listening listening = { .source = source, .attribute = attribute };
	struct nodes everything = nodes_everything(source->contract);
	struct reader reader = reader_of(&listening, attribute->here->node, &everything);

	expression_read_pattern(&reader, attribute->value, attribute->length, out);
}

void
source_read_quietly(struct source *source, const xmlNode *node, const char *text, const struct nodes *current, struct value *out)
{
	struct listening listening = { .source = source };
	struct reader reader = reader_of(&listening, node, current);

	expression_read(&reader, text, strlen(text), out);
}

void
source_read_template(struct source *source, const struct attribute *attribute,
    void (*take)(void *data, const struct template_piece *piece, const struct value *value), void *data)
{
	struct listening listening = { .source = source, .attribute = attribute };
	struct reader reader;
	struct template_piece piece;
	struct value value;
	size_t at = 0;
	bool fine;

	while (expression_template_next(attribute->value, attribute->length, &at, &piece, &fine)) {
		listening.offset = piece.at;
		reader = reader_of(&listening, attribute->here->node, attribute->here->current);
		if (piece.is_expression)
			expression_read(&reader, piece.text, piece.length, &value);
		if (take != NULL)
			take(data, &piece, piece.is_expression ? &value : NULL);
	}
	if (!fine)
		source_say(source, &(struct saying){ .key = "brace", .refuses = true, .name = attribute->name,
		    .at = spots_within(source->places, attribute->place, piece.at - 1) });
}
