/* The way through a layer: each element with its place in the text, and the namespaces that it declares. */
#include <stdio.h>
#include <string.h>

#include "xml/functions.h"
#include "xml/gate/nearest.h"
#include "xml/gate/source_parts.h"
#include "xml/node.h"

/* The namespaces that a layer has to do with. */
static const char *const namespaces[] = {
	WORDS_XSL, NODE_PAGE_NAMESPACE, FUNCTIONS_NAMESPACE, WORDS_DOC, WORDS_XHTML, WORDS_SVG, "http://exslt.org/common", "http://exslt.org/math",
	"http://exslt.org/sets", "http://exslt.org/strings", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace",
};

/* One that is nearly one of these is a slip; any other is judged where it is used. */
static void
check_namespace(struct source *source, const struct spot_attribute *place)
{
	const char *uri = source->places->text + place->value;
	size_t length = place->value_end - place->value, i;
	struct nearest nearest = nearest_to(uri, length);
	char name[120];

	for (i = 0; i < sizeof namespaces / sizeof namespaces[0]; i++) {
		if (words_same(uri, length, namespaces[i]))
			return;
		nearest_try(&nearest, namespaces[i]);
	}
	if (nearest.best == NULL && (length < 12 || memcmp(uri, "urn:samspil:", 12) != 0))
		return;
	snprintf(name, sizeof name, "%.*s", (int)(length < 100 ? length : 100), uri);
	source_say(source, &(struct saying){ .key = "wrong-namespace", .refuses = true, .at = place->value, .name = name,
	    .nearest = nearest.best });
}

static void
check_namespaces(struct source *source, const struct spot_tag *tag)
{
	size_t i;

	for (i = tag->first; i < tag->first + tag->count; i++) {
		const struct spot_attribute *place = &source->places->attributes[i];
		size_t length = place->name_end - place->name;
		const char *name = source->places->text + place->name;

		if ((length == 5 || (length > 5 && name[5] == ':')) && memcmp(name, "xmlns", 5) == 0)
			check_namespace(source, place);
	}
}

/* Is the next start tag of the scan this element's? */
static const struct spot_tag *
tag_of(struct source *source, const xmlNode *node)
{
	const struct spot_tag *tag;
	const char *name, *prefix = node->ns == NULL ? NULL : (const char *)node->ns->prefix;
	size_t length, n = prefix == NULL ? 0 : strlen(prefix) + 1;

	if (source->next_tag >= source->places->count)
		return NULL;
	tag = &source->places->tags[source->next_tag++];
	name = source->places->text + tag->name;
	length = tag->name_end - tag->name;
	return length > n && words_same(name + n, length - n, (const char *)node->name) ? tag : NULL;
}

void
source_walk(struct source *source, const xmlNode *node, const struct nodes *current)
{
	struct here here = { .node = node, .tag = tag_of(source, node), .current = current };
	struct nodes inner = *current;
	size_t variables;
	const xmlNode *child;

	if (here.tag == NULL) {
		source_say_of_all(source, "not-judged", (const char *)node->name);
		return;
	}
	check_namespaces(source, here.tag);
	if (words_is_xsl(node, NULL))
		instruction_check(source, &here, &inner);
	else
		result_check(source, &here);
	variables = source->variable_count;
	for (child = node_child(node, NULL); child != NULL; child = node_next(child, NULL))
		source_walk(source, child, &inner);
	source->variable_count = variables;
}
