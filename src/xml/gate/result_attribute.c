/* Attributes of a page: which may be there, written out or by xsl:attribute, and what stands in them. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "xml/gate/nearest.h"
#include "xml/gate/result_parts.h"
#include "xml/node.h"

#define XLINK "http://www.w3.org/1999/xlink"

bool
result_forbids(const char *name)
{
	return words_lists(words_forbidden_attributes, name) || strcasecmp(name, "style") == 0 || strncasecmp(name, "on", 2) == 0;
}

/* What may never be an attribute, whatever its value; where is its element, NULL: not known. */
static bool
check_attribute_name(struct source *source, const char *name, size_t at, const char *where)
{
	const char *key = strcasecmp(name, "style") == 0 ? "style-attribute" : strncasecmp(name, "on", 2) == 0 ? "handler" :
	    words_lists(words_forbidden_attributes, name) || strcmp(name, "xml:base") == 0 ? "forbidden-attribute" : NULL;

	if (key != NULL)
		source_say(source, &(struct saying){ .key = key, .refuses = true, .at = at, .name = name, .where = where });
	else if (strcasecmp(name, "target") == 0 || strcasecmp(name, "autofocus") == 0)
		source_say(source, &(struct saying){ .key = strcasecmp(name, "target") == 0 ? "target" : "autofocus", .at = at, .name = name,
		    .where = where });
	return key == NULL;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* One class of a value in which nothing is computed beside it. */
static void
check_class(struct source *source, const struct attribute *attribute, const char *name, size_t length, size_t within)
{
	const struct contract *contract = source->contract;
	struct nearest nearest = nearest_to(name, length);
	char copy[80];
	size_t i;

	if (contract->class_count == 0 || length >= sizeof copy || length < 3 || (memcmp(name, "sp-", 3) != 0 && memcmp(name, "is-", 3) != 0))
		return;
	memcpy(copy, name, length);
	copy[length] = '\0';
	if (bsearch(&(const char *){ copy }, contract->classes, contract->class_count, sizeof contract->classes[0], by_name) != NULL ||
	    source->findings->count == FINDINGS_MAX)
		return;
	for (i = 0; i < contract->class_count; i++)
		nearest_try(&nearest, contract->classes[i]);
	source_say(source, &(struct saying){ .key = "unknown-class", .name = copy, .nearest = nearest.best,
	    .at = spots_within(source->places, attribute->place, within) });
}

struct classes { struct source *source; const struct attribute *attribute; };

static void
take_classes(void *data, const struct template_piece *piece, const struct value *value)
{
	const struct classes *classes = data;
	const char *all = classes->attribute->value;
	size_t from, to;

	for (from = 0; value == NULL && from < piece->length; from = to + 1) {
		size_t begin, end;

		for (to = from; to < piece->length && strchr(" \t\r\n", piece->text[to]) == NULL; to++)
			;
		begin = (size_t)(piece->text - all) + from;
		end = (size_t)(piece->text - all) + to;
		if (to > from && (begin == 0 || all[begin - 1] == ' ') && (all[end] == '\0' || strchr(" \t\r\n", all[end]) != NULL))
			check_class(classes->source, classes->attribute, all + begin, to - from, begin);
	}
}

void
result_read_attribute(struct source *source, const struct here *here, const struct attribute *attribute, const char *element)
{
	struct whole_address whole = { .count = 0 };
	struct classes classes = { source, attribute };
	bool address = words_lists(words_addresses, attribute->name);
	size_t said = source->said;

	if (attribute->uri[0] != '\0' && strcmp(attribute->uri, WORDS_XSL) == 0) {
		if (strcmp(attribute->local, "use-attribute-sets") == 0)
			instruction_check_sets(source, attribute);
		if (strcmp(attribute->local, "extension-element-prefixes") == 0)
			source_say(source, &(struct saying){ .key = "extension", .refuses = true, .at = attribute->place->name,
			    .name = attribute->value });
		return;
	}
	if (attribute->uri[0] != '\0' && strcmp(attribute->uri, XLINK) != 0 && strcmp(attribute->uri, (const char *)XML_XML_NAMESPACE) != 0)
		source_say(source, &(struct saying){ .key = "forbidden-attribute", .refuses = true, .at = attribute->place->name,
		    .name = attribute->name });
	if (!words_lists(words_forbidden_attributes, attribute->name) || !result_is_kept(here->node))
		check_attribute_name(source, attribute->name, attribute->place->name, element);
	said = source->said;
	result_check_url(source, attribute, element);
	if (strcmp(attribute->local, "href") == 0 && attribute->uri[0] != '\0')
		address = true;
	if (address)
		source_read_template(source, attribute, result_take_address, &whole);
	else
		source_read_template(source, attribute, strcmp(attribute->name, "class") == 0 ? take_classes : NULL, &classes);
	/* A name that nobody knows was told already; what it gives is not known for that reason. */
	if (address && (said == source->said || whole.address.state != ADDRESS_COMPUTED))
		result_judge_address(source, &whole, element, attribute->name, attribute->place->value);
	if (strcasecmp(attribute->name, "tabindex") == 0 && atoi(attribute->value) > 0)
		source_say(source, &(struct saying){ .key = "positive-tabindex", .at = attribute->place->value, .name = attribute->value, .where = element });
	if (strcasecmp(attribute->name, "type") == 0 && strcasecmp(attribute->value, "image") == 0 && strcasecmp(element, "input") == 0)
		source_say(source, &(struct saying){ .key = "forbidden-element", .refuses = true, .at = attribute->place->value,
		    .name = "input type=\"image\"" });
}

/* The element that an xsl:attribute is for, where one can see it. */
static const char *
element_of(const xmlNode *node)
{
	for (node = node->parent; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent) {
		if (!words_is_xsl(node, NULL))
			return (const char *)node->name;
		if (node_is(node, "element"))
			return node_get(node, "name");
	}
	return NULL;
}

void
result_check_attribute(struct source *source, const struct attribute *name)
{
	const xmlNode *node = name->here->node;
	const char *element = element_of(node), *colon = strchr(name->value, ':');
	struct whole_address whole = { .count = 0 };
	char begin[RESULT_NAME_ROOM];

	if (name->length > 0 && strchr(name->value, '{') == NULL && xmlValidateQName(BAD_CAST name->value, 0) != 0)
		source_say(source, &(struct saying){ .key = "bad-name", .refuses = true, .at = name->place->value, .name = name->value });
	if (!result_name_is_plain(name, begin)) {
		if (strncmp(begin, "data-", 5) != 0 && strncmp(begin, "aria-", 5) != 0)
			source_say(source, &(struct saying){ .key = "computed-name", .refuses = true, .at = name->place->value, .name = name->value });
		return;
	}
	if (!check_attribute_name(source, name->value, name->place->value, element) && colon == NULL)
		return;
	if (!words_lists(words_addresses, name->value) && (colon == NULL || strcasecmp(colon + 1, "href") != 0))
		return;
	result_read_content(source, node, name->here->current, &whole);
	result_judge_address(source, &whole, element, name->value, name->place->value);
}
