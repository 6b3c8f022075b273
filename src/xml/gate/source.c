#include "xml/gate/source.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/functions.h"
#include "xml/gate/source_parts.h"
#include "xml/gate/nearest.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/renderer.h"

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

/* At the beginning of a line. */
static void
say_at_line(struct source *source, const char *key, long line)
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

/* A whole-text finding, at no place. */
static void
say_of_all(struct findings *findings, const char *key, const char *name)
{
	findings_add(findings, &(struct finding){ .key = key, .refuses = true, .name = name });
}

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

static bool
is_name(const char *name, const char *text, size_t length)
{
	return strlen(name) == length && memcmp(name, text, length) == 0;
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
	if (is_name("base", name, length))
		out->address.state = ADDRESS_BASE;
	if (is_name("static", name, length) || is_name("look", name, length))
		out->address.state = ADDRESS_SAFE;
	for (i = source->variable_count; i > 0; i--)
		if (is_name(source->variables[i - 1].name, name, length)) {
			*out = source->variables[i - 1].value;
			return true;
		}
	for (j = 0; j < 2; j++)
		for (i = 0; i < tops[j]->count; i++)
			if (is_name(tops[j]->list[i].name, name, length))
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
		if (is_name(namespaces[i], uri, length))
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
	return length > n && is_name((const char *)node->name, name + n, length - n) ? tag : NULL;
}

void
source_walk(struct source *source, const xmlNode *node, const struct nodes *current)
{
	struct here here = { .node = node, .tag = tag_of(source, node), .current = current };
	struct nodes inner = *current;
	size_t variables;
	const xmlNode *child;

	if (here.tag == NULL) {
		say_of_all(source->findings, "not-judged", (const char *)node->name);
		return;
	}
	check_namespaces(source, here.tag);
	if (node->ns != NULL && strcmp((const char *)node->ns->href, WORDS_XSL) == 0)
		instruction_check(source, &here, &inner);
	else
		result_check(source, &here);
	variables = source->variable_count;
	for (child = node_child(node, NULL); child != NULL; child = node_next(child, NULL))
		source_walk(source, child, &inner);
	source->variable_count = variables;
}

static bool
is_xsl(const xmlNode *node, const char *name)
{
	return node != NULL && node->ns != NULL && strcmp((const char *)node->ns->href, WORDS_XSL) == 0 &&
	    (name == NULL || node_is(node, name));
}

static bool
collect_params(struct source *source, const xmlNode *template, struct known *known)
{
	const xmlNode *param;

	if (known == NULL)
		return false;
	for (param = node_child(template, "param"); param != NULL; param = node_next(param, "param"))
		if (node_get(param, "name") != NULL && !known_takes(source->owner, known, node_get(param, "name")))
			return false;
	return true;
}

static bool
collect_template(struct source *source, const xmlNode *node)
{
	const char *name = node_get(node, "name"), *mode = node_get(node, "mode");

	if (name != NULL && !collect_params(source, node, knowns_get(source->owner, &source->own.templates, name)))
		return false;
	return node_get(node, "match") == NULL ||
	    collect_params(source, node, knowns_get(source->owner, &source->own.modes, mode == NULL ? "" : mode));
}

static bool
collect_applied(struct source *source, const xmlNode *node)
{
	const xmlNode *child;

	for (child = node_child(node, NULL); child != NULL; child = node_next(child, NULL)) {
		const char *mode = node_get(child, "mode");

		if (is_xsl(child, "apply-templates") && knowns_get(source->owner, &source->applied, mode == NULL ? "" : mode) == NULL)
			return false;
		if (!collect_applied(source, child))
			return false;
	}
	return true;
}

/*
 * Attributes of data that the layer keeps in variables, and whether each of that name is an address of the house: of a plain text that begins with
 * one slash.
 */
static bool
collect_kept(struct source *source, const xmlNode *node, bool inside)
{
	const xmlNode *child;
	const xmlAttr *attr;

	for (attr = inside && !is_xsl(node, NULL) ? node->properties : NULL; attr != NULL; attr = attr->next) {
		const char *value = attr->children == NULL ? "" : (const char *)attr->children->content;
		struct known *known = knowns_get(source->owner, &source->own.kept, (const char *)attr->name);

		if (known == NULL)
			return false;
		if (value == NULL || value[0] != '/' || value[1] == '/' || value[1] == '\\' || strpbrk(value, "{\t\r\n") != NULL)
			known->nodes.unknown = true;
	}
	for (child = node_child(node, NULL); child != NULL; child = node_next(child, NULL))
		if (!collect_kept(source, child, inside || is_xsl(child, "variable")))
			return false;
	return true;
}

/* Text that stands in no template is no part of any page. */
static void
check_loose_text(struct source *source, const xmlNode *root)
{
	const xmlNode *node;

	for (node = root->children; node != NULL; node = node->next) {
		const char *text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE ? (const char *)node->content : NULL;

		if (text == NULL || text[strspn(text, " \t\r\n")] == '\0')
			continue;
		say_at_line(source, "loose-text", xmlGetLineNo(node));
	}
}

/* What the layer declares may be used before it stands there. */
static bool
collect(struct source *source, const xmlNode *root)
{
	const xmlNode *node;

	for (node = node_child(root, NULL); node != NULL; node = node_next(node, NULL)) {
		const char *name = node_get(node, "name");
		struct own *own = &source->own;
		struct knowns *knowns = is_xsl(node, "key") ? &own->keys : is_xsl(node, "attribute-set") ? &own->attribute_sets :
		    is_xsl(node, "param") || is_xsl(node, "variable") ? &own->variables : NULL;

		if (is_xsl(node, "template") && !collect_template(source, node))
			return false;
		if (knowns != NULL && name != NULL && knowns_get(source->owner, knowns, name) == NULL)
			return false;
	}
	return collect_applied(source, root) && collect_kept(source, root, false);
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
	if (!is_xsl(first, "import")) {
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
	if (!is_xsl(root, "stylesheet") && !is_xsl(root, "transform")) {
		source_say(source, &(struct saying){ .key = "root", .refuses = true, .at = at, .name = (const char *)root->name });
		return;
	}
	if (version == NULL || strcmp(version, "1.0") != 0)
		source_say(source, &(struct saying){ .key = "version", .refuses = true, .at = at, .name = version });
	check_import(source, root);
	check_loose_text(source, root);
	if (!collect(source, root)) {
		say_of_all(source->findings, "not-judged", "memory");
		return;
	}
	source_walk(source, root, &document);
}

/* The words of libxml2's commonest faults, said as what one does about them. */
static const char *
fault_key(int code)
{
	switch (code) {
	case XML_ERR_TAG_NAME_MISMATCH:
		return "tag-mismatch";
	case XML_ERR_TAG_NOT_FINISHED:
	case XML_ERR_DOCUMENT_END:
		return "unfinished";
	case XML_ERR_DOCUMENT_EMPTY:
		return "empty";
	case XML_ERR_ATTRIBUTE_REDEFINED:
		return "attribute-twice";
	case XML_ERR_ATTRIBUTE_NOT_STARTED:
	case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
		return "quotes";
	case XML_ERR_LT_IN_ATTRIBUTE:
		return "less-than";
	case XML_ERR_ENTITYREF_SEMICOL_MISSING:
		return "ampersand";
	case XML_ERR_UNDECLARED_ENTITY:
	case XML_WAR_UNDECLARED_ENTITY:
		return "unknown-entity";
	case XML_NS_ERR_UNDEFINED_NAMESPACE:
		return "undeclared-prefix";
	default:
		return "not-well-formed";
	}
}

/* The parser's "&" without a name after it has a code that it uses elsewhere, too. */
static bool
is_ampersand(const struct source *source, const struct parse_fault *fault)
{
	size_t from = fault->at > 2 ? fault->at - 2 : 0, n = fault->at - from + 1;

	if (fault->code != XML_ERR_NAME_REQUIRED && fault->code != XML_ERR_ENTITYREF_SEMICOL_MISSING)
		return false;
	if (from + n > source->places->length)
		n = source->places->length - from;
	return fault->code == XML_ERR_ENTITYREF_SEMICOL_MISSING || memchr(source->places->text + from, '&', n) != NULL;
}

static void
say_fault(struct source *source, const struct parse_fault *fault)
{
	const char *key = is_ampersand(source, fault) ? "ampersand" : fault_key(fault->code);
	bool named = strcmp(key, "not-well-formed") != 0;

	source_say(source, &(struct saying){ .key = key, .refuses = true, .at = strcmp(key, "empty") == 0 ? 0 : fault->at > source->places->length ? source->places->length : fault->at,
	    .name = named && fault->name != NULL ? fault->name : fault->message, .where = fault->other });
}

/* The name at a place of the text. */
static char *
name_at(const struct source *source, size_t at)
{
	size_t n = 0;

	while (at + n < source->places->length && n < 60 && strchr(" \t\r\n/<>=", source->places->text[at + n]) == NULL)
		n++;
	return talloc_strndup(source->owner, source->places->text + at, n);
}

static void
say_trouble(struct source *source)
{
	static const char *const keys[] = { [SPOT_DOCTYPE] = "doctype", [SPOT_INSTRUCTION] = "processing-instruction",
	    [SPOT_ATTRIBUTES] = "many-attributes", [SPOT_DEEP] = "deep", [SPOT_COMMENT] = "comment", [SPOT_OPEN] = "unfinished", [SPOT_TAG] = "unfinished-tag" };

	source_say(source, &(struct saying){ .key = keys[source->places->trouble], .refuses = true, .at = source->places->trouble_at,
	    .name = name_at(source, source->places->trouble_at) });
}

/* A text that says that it is written in another way than UTF-8 would mean something else elsewhere. */
static bool
declares_other_encoding(const char *text, size_t length)
{
	const char *end, *encoding;
	size_t mark = length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

	if (length < mark + 5 || memcmp(text + mark, "<?xml", 5) != 0 || (end = memmem(text, length, "?>", 2)) == NULL)
		return false;
	encoding = memmem(text, (size_t)(end - text), "encoding", 8);
	if (encoding == NULL)
		return false;
	for (encoding += 8; encoding < end && strchr(" \t\r\n=\"'", *encoding) != NULL; encoding++)
		;
	return end - encoding < 5 || strncasecmp(encoding, "utf-8", 5) != 0;
}

/* The first byte that is not clean text, or length. */
static size_t
clean_until(const char *text, size_t length)
{
	size_t at = 0, n;

	if (text_is_clean(text, length))
		return length;
	while (at < length) {
		for (n = 1; n <= 4 && n <= length - at && !text_is_clean(text + at, n); n++)
			;
		if (n > 4 || n > length - at)
			return at;
		at += n;
	}
	return length;
}

static void
check_text(struct source *source, const char *text, size_t length)
{
	struct parse_fault fault = { 0 };
	struct parse parse = { .name = "layer", .bytes = text, .length = length, .max = LAYER_MAX, .options = XML_PARSE_NOCDATA,
	    .fault = &fault };
	size_t clean = clean_until(text, length);
	char *error = NULL;
	xmlDoc *doc;

	source->places = spots_scan(source->owner, text, length);
	if (source->places == NULL) {
		say_of_all(source->findings, "not-judged", "memory");
		return;
	}
	if (clean < length) {
		source_say(source, &(struct saying){ .key = "not-text", .refuses = true, .at = clean });
		return;
	}
	if (declares_other_encoding(text, length))
		source_say(source, &(struct saying){ .key = "encoding", .refuses = true });
	if (source->places->trouble != SPOT_FINE) {
		say_trouble(source);
		return;
	}
	doc = parse_document(source->owner, &parse, &error);
	if (doc != NULL)
		check_tree(source, xmlDocGetRootElement(doc));
	else if (fault.message != NULL)
		say_fault(source, &fault);
	else
		say_of_all(source->findings, "not-well-formed", error);
	xmlFreeDoc(doc);
}

void
source_check(const struct contract *contract, const char *text, size_t length, struct findings *findings)
{
	struct source source = { .contract = contract, .owner = talloc_new(NULL), .findings = findings };
	/* With an end, for those who look for one. */
	char *copy = source.owner == NULL || length > LAYER_MAX ? NULL : talloc_size(source.owner, length + 1);

	if (length > LAYER_MAX) {
		say_of_all(findings, "too-large", NULL);
	} else if (copy == NULL) {
		say_of_all(findings, "not-judged", "memory");
	} else {
		memcpy(copy, text, length);
		copy[length] = '\0';
		check_text(&source, copy, length);
	}
	talloc_free(source.owner);
}
