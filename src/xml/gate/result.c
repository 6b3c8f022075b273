#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/gate/source_parts.h"
#include "xml/gate/nearest.h"
#include "xml/node.h"

#define XLINK "http://www.w3.org/1999/xlink"

static bool
is_forbidden_attribute(const char *name)
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

/* Data that a layer keeps for itself in a variable may be called anything. */
static bool
is_kept(const xmlNode *node)
{
	for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
		if (node->ns != NULL && strcmp((const char *)node->ns->href, WORDS_XSL) == 0 &&
		    (node_is(node, "variable") || node_is(node, "param") || node_is(node, "with-param")))
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
	if (is_kept(node) || source_is_done(source))
		return true;
	for (i = 0; (other = words_element(i, false)) != NULL; i++)
		nearest_try(&nearest, other);
	for (i = 0; (other = words_element(i, true)) != NULL; i++)
		nearest_try(&nearest, other);
	source_say(source, &(struct saying){ .key = "unknown-tag", .refuses = true, .at = at, .name = name, .nearest = nearest.best });
	return true;
}

/* A value as it is put together: how it begins as an address, whether it is one expression that gives an address, and all of it if it is plain. */
struct pieces {
	struct source *source;
	const struct attribute *attribute;
	struct address address;
	size_t count;
	bool own_address;	/* the only piece is an expression that gives addresses of the page */
	bool of_house;		/* begins with $static or $look, or within this page */
	char text[200];		/* the plain text before the first expression */
	size_t length;
};

static bool
begins_with(const struct template_piece *piece, const char *text)
{
	return piece->length >= strlen(text) && memcmp(piece->text, text, strlen(text)) == 0 &&
	    (piece->length == strlen(text) || strchr("/, ", piece->text[strlen(text)]) != NULL);
}

static void
take_address(void *data, const struct template_piece *piece, const struct value *value)
{
	struct pieces *pieces = data;

	if (pieces->count == 0 && value != NULL)
		pieces->of_house = begins_with(piece, "$static") || begins_with(piece, "$look");
	if (pieces->count == 0 && value == NULL)
		pieces->of_house = piece->length > 0 && piece->text[0] == '#';
	pieces->own_address = pieces->count == 0 && value != NULL && value->address.state == ADDRESS_SAFE && value->is_nodes;
	pieces->count++;
	if (value == NULL || value->literal)
		address_text(&pieces->address, value == NULL ? piece->text : value->text, value == NULL ? piece->length : value->length);
	else
		address_piece(&pieces->address, &value->address);
}

static void
judge_address(struct source *source, const struct pieces *pieces, const char *element, const char *name, size_t at)
{
	static const char *const keys[] = { [ADDRESS_COMPUTED] = "address-computed", [ADDRESS_ELSEWHERE] = "address-elsewhere",
	    [ADDRESS_CODE] = "address-code" };
	bool action = strcasecmp(name, "action") == 0;
	bool link = element != NULL && (strcasecmp(element, "link") == 0 || (strcasecmp(element, "use") == 0));

	if (address_refused(&pieces->address))
		source_say(source, &(struct saying){ .key = keys[pieces->address.state], .refuses = true, .at = at, .name = name, .where = element });
	else if (action && !pieces->own_address)
		source_say(source, &(struct saying){ .key = "form-action", .refuses = true, .at = at, .name = name, .where = element });
	else if (link && !pieces->of_house)
		source_say(source, &(struct saying){ .key = "link-elsewhere", .refuses = true, .at = at, .name = name, .where = element });
	else if (pieces->address.state == ADDRESS_ROOTED)
		source_say(source, &(struct saying){ .key = "address-without-base", .at = at, .name = name, .where = element });
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

static void
take_classes(void *data, const struct template_piece *piece, const struct value *value)
{
	const struct pieces *pieces = data;
	const char *all = pieces->attribute->value;
	size_t from, to;

	for (from = 0; value == NULL && from < piece->length; from = to + 1) {
		size_t begin, end;

		for (to = from; to < piece->length && strchr(" \t\r\n", piece->text[to]) == NULL; to++)
			;
		begin = (size_t)(piece->text - all) + from;
		end = (size_t)(piece->text - all) + to;
		if (to > from && (begin == 0 || all[begin - 1] == ' ') && (all[end] == '\0' || strchr(" \t\r\n", all[end]) != NULL))
			check_class(pieces->source, pieces->attribute, all + begin, to - from, begin);
	}
}

/* fill="url(...)" and its like reach for another document, unless it is a part of this one. */
static void
check_url(struct source *source, const struct attribute *attribute, const char *element)
{
	const char *url = attribute->value;

	while ((url = strcasestr(url, "url(")) != NULL) {
		url += 4;
		url += strspn(url, " \t\r\n\"'");
		if (*url != '#')
			source_say(source, &(struct saying){ .key = "address-elsewhere", .refuses = true, .at = attribute->place->value,
			    .name = attribute->name, .where = element });
	}
}

static void
check_attribute(struct source *source, const struct here *here, const struct attribute *attribute, const char *element)
{
	struct pieces pieces = { .source = source, .attribute = attribute };
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
	if (!words_lists(words_forbidden_attributes, attribute->name) || !is_kept(here->node))
		check_attribute_name(source, attribute->name, attribute->place->name, element);
	said = source->said;
	check_url(source, attribute, element);
	if (strcmp(attribute->local, "href") == 0 && attribute->uri[0] != '\0')
		address = true;
	source_read_template(source, attribute, address ? take_address : strcmp(attribute->name, "class") == 0 ? take_classes : NULL, &pieces);
	/* A name that nobody knows was told already; what it gives is not known for that reason. */
	if (address && (said == source->said || pieces.address.state != ADDRESS_COMPUTED))
		judge_address(source, &pieces, element, attribute->name, attribute->place->value);
	if (strcasecmp(attribute->name, "tabindex") == 0 && atoi(attribute->value) > 0)
		source_say(source, &(struct saying){ .key = "positive-tabindex", .at = attribute->place->value, .name = attribute->value, .where = element });
	if (strcasecmp(attribute->name, "type") == 0 && strcasecmp(attribute->value, "image") == 0 && strcasecmp(element, "input") == 0)
		source_say(source, &(struct saying){ .key = "forbidden-element", .refuses = true, .at = attribute->place->value,
		    .name = "input type=\"image\"" });
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
	return node != NULL && node->type == XML_ELEMENT_NODE && node->ns != NULL && strcmp((const char *)node->ns->href, WORDS_XSL) == 0 &&
	    words_lists(names, (const char *)node->name);
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
		check_attribute(source, here, &attribute, name);
}

static void
take_name(void *data, const struct template_piece *piece, const struct value *value)
{
	struct pieces *pieces = data;
	size_t n = piece->length;

	if (value != NULL) {
		pieces->count++;
		return;
	}
	if (pieces->count > 0)
		return;
	n = n < sizeof pieces->text - 1 - pieces->length ? n : sizeof pieces->text - 1 - pieces->length;
	memcpy(pieces->text + pieces->length, piece->text, n);
	pieces->length += n;
	pieces->text[pieces->length] = '\0';
}

/* The plain text that a computed name begins with; true when all of it is plain. */
static bool
name_is_plain(struct source *source, const struct attribute *name, struct pieces *out)
{
	size_t at = 0;
	struct template_piece piece;
	bool fine;
	static const struct value computed;

	*out = (struct pieces){ .source = source, .attribute = name };
	while (expression_template_next(name->value, name->length, &at, &piece, &fine))
		take_name(out, &piece, piece.is_expression ? &computed : NULL);
	return out->count == 0;
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
	struct pieces pieces;

	if (uri != NULL && strcmp(uri, WORDS_XHTML) != 0 && strcmp(uri, WORDS_SVG) != 0 && uri[0] != '\0')
		source_say(source, &(struct saying){ .key = "foreign-element", .refuses = true, .at = name->place->value, .name = name->value, .where = uri });
	if (name_is_plain(source, name, &pieces))
		check_element_name(source, node, name->value, name->place->value);
	else if (pieces.length == 0 || begins_a_forbidden(words_forbidden_elements, pieces.text) ||
	    begins_a_forbidden("link meta form use", pieces.text))
		source_say(source, &(struct saying){ .key = "computed-name", .refuses = true, .at = name->place->value, .name = name->value });
}

/* How what stands in xsl:attribute begins, should it be an address.  Its expressions are told of where the walk comes to them. */
struct content { struct source *source; const struct nodes *current; struct pieces *pieces; };

static void read_content(const struct content *content, const xmlNode *node);

static void
read_piece(const struct content *content, const xmlNode *node)
{
	const char *select = node_get(node, "select");
	struct value value = { .address = { .state = ADDRESS_COMPUTED } };
	struct template_piece piece = { .is_expression = true, .text = "" };

	if (select != NULL) {
		source_read_quietly(content->source, node, select, content->current, &value);
		piece.text = select;
		piece.length = strlen(select);
	}
	take_address(content->pieces, &piece, &value);
}

/* The ways that a choice has; none of them may be taken when there is no otherwise. */
static void
read_ways(const struct content *content, const xmlNode *choice)
{
	struct pieces before = *content->pieces, after = before;
	bool complete = false, first = true;
	const xmlNode *way;

	for (way = node_child(choice, NULL); way != NULL; way = node_next(way, NULL)) {
		*content->pieces = before;
		read_content(content, way);
		complete |= node_is(way, "otherwise");
		if (first)
			after = *content->pieces;
		else
			address_either(&after.address, &content->pieces->address);
		after.own_address &= content->pieces->own_address;
		first = false;
	}
	*content->pieces = after;
	if (!complete)
		address_either(&content->pieces->address, &before.address);
}

static void
read_element(const struct content *content, const xmlNode *node)
{
	struct pieces before = *content->pieces;

	if (node->ns == NULL || strcmp((const char *)node->ns->href, WORDS_XSL) != 0 || node_is(node, "variable") || node_is(node, "param") ||
	    node_is(node, "fallback") || node_is(node, "comment"))
		return;
	if (node_is(node, "text")) {
		read_content(content, node);
	} else if (node_is(node, "choose")) {
		read_ways(content, node);
	} else if (node_is(node, "if")) {
		read_content(content, node);
		address_either(&content->pieces->address, &before.address);
	} else if (node_is(node, "value-of") || node_is(node, "copy-of")) {
		read_piece(content, node);
	} else {
		take_address(content->pieces, &(struct template_piece){ .is_expression = true, .text = "" },
		    &(struct value){ .address = { .state = ADDRESS_COMPUTED } });
	}
}

static bool
is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

static void
read_content(const struct content *content, const xmlNode *node)
{
	const xmlNode *child;

	for (child = node->children; child != NULL; child = child->next) {
		const char *text = (const char *)child->content;

		if (child->type == XML_ELEMENT_NODE)
			read_element(content, child);
		else if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && text != NULL &&
		    (!is_blank(text) || node_is(node, "text")))
			take_address(content->pieces, &(struct template_piece){ .text = text, .length = strlen(text) }, NULL);
	}
}

/* The element that an xsl:attribute is for, where one can see it. */
static const char *
element_of(const xmlNode *node)
{
	for (node = node->parent; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent) {
		if (node->ns == NULL || strcmp((const char *)node->ns->href, WORDS_XSL) != 0)
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
	struct pieces pieces, value = { .source = source };
	struct content content = { .source = source, .current = name->here->current, .pieces = &value };

	if (name->length > 0 && strchr(name->value, '{') == NULL && xmlValidateQName(BAD_CAST name->value, 0) != 0)
		source_say(source, &(struct saying){ .key = "bad-name", .refuses = true, .at = name->place->value, .name = name->value });
	if (!name_is_plain(source, name, &pieces)) {
		if (strncmp(pieces.text, "data-", 5) != 0 && strncmp(pieces.text, "aria-", 5) != 0)
			source_say(source, &(struct saying){ .key = "computed-name", .refuses = true, .at = name->place->value, .name = name->value });
		return;
	}
	if (!check_attribute_name(source, name->value, name->place->value, element) && colon == NULL)
		return;
	if (!words_lists(words_addresses, name->value) && (colon == NULL || strcasecmp(colon + 1, "href") != 0))
		return;
	read_content(&content, node);
	judge_address(source, &value, element, name->value, name->place->value);
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
		if (owned && bits_has(&nodes->fields, j) && is_forbidden_attribute(contract->fields[j])) {
			source_say(source, &(struct saying){ .key = "forbidden-attribute", .refuses = true, .at = at, .name = contract->fields[j] });
			return;
		}
	}
}
