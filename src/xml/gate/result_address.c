/* Addresses of a page: how a value begins that a browser would go to, put together from texts and expressions. */
#include <string.h>
#include <strings.h>

#include "xml/gate/result_parts.h"
#include "xml/node.h"

static bool
begins_with(const struct template_piece *piece, const char *text)
{
	return piece->length >= strlen(text) && memcmp(piece->text, text, strlen(text)) == 0 &&
	    (piece->length == strlen(text) || strchr("/, ", piece->text[strlen(text)]) != NULL);
}

void
result_take_address(void *data, const struct template_piece *piece, const struct value *value)
{
	struct whole_address *whole = data;

	if (whole->count == 0 && value != NULL)
		whole->of_house = begins_with(piece, "$static") || begins_with(piece, "$look");
	if (whole->count == 0 && value == NULL)
		whole->of_house = piece->length > 0 && piece->text[0] == '#';
	whole->own = whole->count == 0 && value != NULL && value->address.state == ADDRESS_SAFE && value->is_nodes;
	whole->count++;
	if (value == NULL || value->literal)
		address_text(&whole->address, value == NULL ? piece->text : value->text, value == NULL ? piece->length : value->length);
	else
		address_piece(&whole->address, &value->address);
}

void
result_judge_address(struct source *source, const struct whole_address *whole, const char *element, const char *name, size_t at)
{
	static const char *const keys[] = { [ADDRESS_COMPUTED] = "address-computed", [ADDRESS_ELSEWHERE] = "address-elsewhere",
	    [ADDRESS_CODE] = "address-code" };
	bool action = strcasecmp(name, "action") == 0;
	bool link = element != NULL && (strcasecmp(element, "link") == 0 || (strcasecmp(element, "use") == 0));

	if (address_refused(&whole->address))
		source_say(source, &(struct saying){ .key = keys[whole->address.state], .refuses = true, .at = at, .name = name, .where = element });
	else if (action && !whole->own)
		source_say(source, &(struct saying){ .key = "form-action", .refuses = true, .at = at, .name = name, .where = element });
	else if (link && !whole->of_house)
		source_say(source, &(struct saying){ .key = "link-elsewhere", .refuses = true, .at = at, .name = name, .where = element });
	else if (whole->address.state == ADDRESS_ROOTED)
		source_say(source, &(struct saying){ .key = "address-without-base", .at = at, .name = name, .where = element });
}

void
result_check_url(struct source *source, const struct attribute *attribute, const char *element)
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

/* How what stands in xsl:attribute begins, should it be an address.  Its expressions are told of where the walk comes to them. */
struct content { struct source *source; const struct nodes *current; struct whole_address *whole; };

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
	result_take_address(content->whole, &piece, &value);
}

/* The ways that a choice has; none of them may be taken when there is no otherwise. */
static void
read_ways(const struct content *content, const xmlNode *choice)
{
	struct whole_address before = *content->whole, after = before;
	bool complete = false, first = true;
	const xmlNode *way;

	for (way = node_child(choice, NULL); way != NULL; way = node_next(way, NULL)) {
		*content->whole = before;
		read_content(content, way);
		complete |= node_is(way, "otherwise");
		if (first)
			after = *content->whole;
		else
			address_either(&after.address, &content->whole->address);
		after.own &= content->whole->own;
		first = false;
	}
	*content->whole = after;
	if (!complete)
		address_either(&content->whole->address, &before.address);
}

static void
read_element(const struct content *content, const xmlNode *node)
{
	struct whole_address before = *content->whole;

	if (!words_is_xsl(node, NULL) || node_is(node, "variable") || node_is(node, "param") ||
	    node_is(node, "fallback") || node_is(node, "comment"))
		return;
	if (node_is(node, "text")) {
		read_content(content, node);
	} else if (node_is(node, "choose")) {
		read_ways(content, node);
	} else if (node_is(node, "if")) {
		read_content(content, node);
		address_either(&content->whole->address, &before.address);
	} else if (node_is(node, "value-of") || node_is(node, "copy-of")) {
		read_piece(content, node);
	} else {
		result_take_address(content->whole, &(struct template_piece){ .is_expression = true, .text = "" },
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
			result_take_address(content->whole, &(struct template_piece){ .text = text, .length = strlen(text) }, NULL);
	}
}

void
result_read_content(struct source *source, const xmlNode *node, const struct nodes *current, struct whole_address *out)
{
	read_content(&(struct content){ source, current, out }, node);
}
