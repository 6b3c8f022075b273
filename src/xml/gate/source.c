#include "xml/gate/source.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "xml/gate/source_parts.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/renderer.h"

/* Text that stands in no template is no part of any page. */
static void
check_loose_text(struct source *source, const xmlNode *root)
{
	const xmlNode *node;

	for (node = root->children; node != NULL; node = node->next) {
		const char *text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE ? (const char *)node->content : NULL;

		if (text == NULL || text[strspn(text, " \t\r\n")] == '\0')
			continue;
		source_say_line(source, "loose-text", xmlGetLineNo(node));
	}
}

/* What a layer imports, first of all and nothing else. */
static void
check_import(struct source *source, const xmlNode *root)
{
	const char *program = source->contract->program, *href;
	const xmlNode *first = node_child(root, NULL);
	const struct spot_tag *tags = source->places->tags;
	char want[200], other[200];
	size_t i, at;

	snprintf(want, sizeof want, "samspil:pages/%s.xsl", program);
	if (!words_is_xsl(first, "import")) {
		source_say(source, &(struct saying){ .key = "import-first", .refuses = true, .at = tags[first != NULL && source->places->count > 1].name,
		    .name = program, .nearest = want });
		return;
	}
	href = node_get(first, "href");
	at = source->places->count > 1 && tags[1].count > 0 ? source->places->attributes[tags[1].first].value : tags[0].name;
	if (href == NULL || strcmp(href, want) == 0)
		return;
	for (i = 0; i < source->contract->program_count; i++) {
		snprintf(other, sizeof other, "samspil:pages/%s.xsl", source->contract->programs[i]);
		if (strcmp(href, other) == 0) {
			source_say(source, &(struct saying){ .key = "wrong-program", .refuses = true, .at = at,
			    .name = source->contract->programs[i], .where = program, .nearest = want });
			return;
		}
	}
	source_say(source, &(struct saying){ .key = "import-first", .refuses = true, .at = at, .name = program, .nearest = want });
}

static void
check_tree(struct source *source, const xmlNode *root)
{
	struct nodes document = { 0 };
	const char *version = node_get(root, "version");
	size_t at = source->places->count > 0 ? source->places->tags[0].name : 0;

	bits_set(&document.kinds, KIND_ROOT);
	if (!words_is_xsl(root, "stylesheet") && !words_is_xsl(root, "transform")) {
		source_say(source, &(struct saying){ .key = "root", .refuses = true, .at = at, .name = (const char *)root->name });
		return;
	}
	if (version == NULL || strcmp(version, "1.0") != 0)
		source_say(source, &(struct saying){ .key = "version", .refuses = true, .at = at, .name = version });
	check_import(source, root);
	check_loose_text(source, root);
	if (!source_collect(source, root)) {
		source_say_of_all(source, "not-judged", "memory");
		return;
	}
	source_walk(source, root, &document);
}

static void
check_text(struct source *source, const char *text, size_t length)
{
	struct parse_fault fault = { 0 };
	struct parse parse = { .name = "layer", .bytes = text, .length = length, .max = LAYER_MAX, .options = XML_PARSE_NOCDATA,
	    .fault = &fault };
	char *error = NULL;
	xmlDoc *doc;

	source->places = spots_scan(source->owner, text, length);
	if (source->places == NULL) {
		source_say_of_all(source, "not-judged", "memory");
		return;
	}
	if (!source_is_readable(source))
		return;
	doc = parse_document(source->owner, &parse, &error);
	if (doc != NULL)
		check_tree(source, xmlDocGetRootElement(doc));
	else if (fault.message != NULL)
		source_say_fault(source, &fault);
	else
		source_say_of_all(source, "not-well-formed", error);
	xmlFreeDoc(doc);
}

void
source_check(const struct contract *contract, const char *text, size_t length, struct findings *findings)
{
	struct source source = { .contract = contract, .owner = talloc_new(NULL), .findings = findings };
	/* With an end, for those who look for one. */
	char *copy = source.owner == NULL || length > LAYER_MAX ? NULL : talloc_size(source.owner, length + 1);

	if (length > LAYER_MAX) {
		source_say_of_all(&source, "too-large", NULL);
	} else if (copy == NULL) {
		source_say_of_all(&source, "not-judged", "memory");
	} else {
		memcpy(copy, text, length);
		copy[length] = '\0';
		check_text(&source, copy, length);
	}
	talloc_free(source.owner);
}
