/* Elements of a page: which may be there, written out, by xsl:element, or copied. */
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/gate/nearest.h"
#include "xml/gate/result_parts.h"
#include "xml/node.h"

static bool
is_element(const char *name)
{
	const char *other;
	size_t i;
	int svg;

	for (svg = 0; svg < 2; svg++)
		for (i = 0; (other = words_element(i, svg)) != NULL; i++)
			if (strcasecmp(other, name) == 0)
				return true;
	return false;
}

bool
result_is_kept(const xmlNode *node)
{
	for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
		if (words_is_xsl(node, "variable") || words_is_xsl(node, "param") || words_is_xsl(node, "with-param"))
			return true;
	return false;
}

/* Returns false for an element of which no more need be said. */
static bool
check_element_name(struct source *source, const xmlNode *node, const char *name, size_t at)
{
	struct nearest nearest = nearest_to(name, strlen(name));
	const char *other;
	size_t i;

	if (is_element(name))
		return true;
	if (words_lists(words_forbidden_elements, name)) {
		source_say(source, &(struct saying){ .key = "forbidden-element", .refuses = true, .at = at, .name = name });
		return false;
	}
	if (result_is_kept(node) || source_is_done(source))
		return true;
	for (i = 0; (other = words_element(i, false)) != NULL; i++)
		nearest_try(&nearest, other);
	for (i = 0; (other = words_element(i, true)) != NULL; i++)
		nearest_try(&nearest, other);
	source_say(source, &(struct saying){ .key = "unknown-tag", .refuses = true, .at = at, .name = name, .nearest = nearest.best });
	return true;
}

/* What a page says of itself: only such words as change nothing. */
static void
check_meta(struct source *source, const struct here *here)
{
	xmlChar *name = xmlGetNoNsProp(here->node, BAD_CAST "name");

	if (name != NULL && !words_lists("color-scheme description theme-color viewport", (const char *)name))
		source_say(source, &(struct saying){ .key = "forbidden-element", .refuses = true, .at = here->tag->name, .name = "meta" });
	xmlFree(name);
}

static bool
has_uri(const struct here *here, const char *uri)
{
	return here->node->ns != NULL && strcmp((const char *)here->node->ns->href, uri) == 0;
}

/* Is it an instruction of these? */
static bool
is_within(const xmlNode *node, const char *names)
{
	return words_is_xsl(node, NULL) && words_lists(names, (const char *)node->name);
}

void
result_check(struct source *source, const struct here *here)
{
	const char *name = (const char *)here->node->name;
	struct attribute_walk walk = { 0 };
	struct attribute attribute;
	char *full;

	if (has_uri(here, WORDS_DOC))
		return;
	if (here->node->ns != NULL && !has_uri(here, WORDS_XHTML) && !has_uri(here, WORDS_SVG)) {
		full = talloc_strndup(source->owner, source->places->text + here->tag->name, here->tag->name_end - here->tag->name);
		source_say(source, &(struct saying){ .key = "foreign-element", .refuses = true, .at = here->tag->name, .name = full,
		    .where = (const char *)here->node->ns->href });
		return;
	}
	if (here->node->parent == xmlDocGetRootElement(here->node->doc))
		source_say(source, &(struct saying){ .key = "outside-template", .refuses = true, .at = here->tag->name, .name = name });
	if (is_within(here->node->parent, "apply-templates attribute attribute-set call-template choose comment text"))
		source_say(source, &(struct saying){ .key = "misplaced-element", .refuses = true, .at = here->tag->name, .name = name,
		    .where = (const char *)here->node->parent->name });
	if (!check_element_name(source, here->node, name, here->tag->name))
		return;
	if (strcasecmp(name, "meta") == 0)
		check_meta(source, here);
	while (source_attribute(source, here, &walk, &attribute))
		result_read_attribute(source, here, &attribute, name);
}

bool
result_name_is_plain(const struct attribute *name, char begin[RESULT_NAME_ROOM])
{
	size_t at = 0, length = 0, n;
	struct template_piece piece;
	bool fine, plain = true;

	while (expression_template_next(name->value, name->length, &at, &piece, &fine)) {
		plain = plain && !piece.is_expression;
		if (!plain)
			continue;
		n = piece.length < RESULT_NAME_ROOM - 1 - length ? piece.length : RESULT_NAME_ROOM - 1 - length;
		memcpy(begin + length, piece.text, n);
		length += n;
	}
	begin[length] = '\0';
	return plain;
}

static bool
begins_a_forbidden(const char *list, const char *begin)
{
	size_t length = strlen(begin), n;

	for (; *list != '\0'; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		if (n >= length && strncasecmp(list, begin, length) == 0)
			return true;
	}
	return false;
}

/* "h{$level}" can be no harm; "{$name}" and "s{...}" can. */
void
result_check_element(struct source *source, const struct attribute *name)
{
	const xmlNode *node = name->here->node;
	const char *uri = node_get(node, "namespace");
	char begin[RESULT_NAME_ROOM];

	if (uri != NULL && strcmp(uri, WORDS_XHTML) != 0 && strcmp(uri, WORDS_SVG) != 0 && uri[0] != '\0')
		source_say(source, &(struct saying){ .key = "foreign-element", .refuses = true, .at = name->place->value, .name = name->value, .where = uri });
	if (result_name_is_plain(name, begin))
		check_element_name(source, node, name->value, name->place->value);
	else if (begin[0] == '\0' || begins_a_forbidden(words_forbidden_elements, begin) ||
	    begins_a_forbidden("link meta form use", begin))
		source_say(source, &(struct saying){ .key = "computed-name", .refuses = true, .at = name->place->value, .name = name->value });
}

/* Nodes of the page may not stand in the result; attributes only those that mean there what they mean here. */
void
result_check_copied(struct source *source, const struct here *here, const struct nodes *nodes, size_t at)
{
	const struct contract *contract = source->contract;
	size_t i, j;

	if (nodes->unknown)
		return;
	if (!bits_empty(&nodes->kinds)) {
		source_say(source, &(struct saying){ .key = "copies-page", .refuses = true, .at = at, .name = (const char *)here->node->name });
		return;
	}
	for (j = 0; j < contract->field_count; j++) {
		bool owned = false;

		for (i = 0; i < contract->kind_count && !owned; i++)
			owned = bits_has(&nodes->owners, i) && bits_has(&contract->kinds[i].fields, j);
		if (owned && bits_has(&nodes->fields, j) && result_forbids(contract->fields[j])) {
			source_say(source, &(struct saying){ .key = "forbidden-attribute", .refuses = true, .at = at, .name = contract->fields[j] });
			return;
		}
	}
}
