#include "xml/gate/expression.h"

#include <stdio.h>
#include <string.h>

#include "xml/functions.h"
#include "xml/gate/finding.h"
#include "xml/gate/nearest.h"
#include "xml/gate/words.h"
#include "xml/node.h"

enum { DEPTH_MAX = 60, NAME_MAX_BYTES = 100 };

/* The reading of one expression. */
struct cursor {
	const struct reader *reader;
	const char *begin, *at, *end;
	struct nodes context;
	unsigned depth, refusals;
	bool failed, pattern;
};

/* A name as it stands: "p:course", "@*"s "*", "p:*". */
struct word { const char *begin, *prefix, *local; size_t length, prefix_length, local_length; bool any; };

enum axis { AXIS_CHILD, AXIS_ATTRIBUTE, AXIS_SELF, AXIS_PARENT, AXIS_BELOW, AXIS_BELOW_OR_SELF, AXIS_ABOVE, AXIS_ABOVE_OR_SELF, AXIS_BESIDE,
	AXIS_ANYWHERE, AXIS_NAMESPACE };

static const struct { const char *name; enum axis axis; } axes[] = {
	{ "ancestor", AXIS_ABOVE }, { "ancestor-or-self", AXIS_ABOVE_OR_SELF }, { "attribute", AXIS_ATTRIBUTE }, { "child", AXIS_CHILD },
	{ "descendant", AXIS_BELOW }, { "descendant-or-self", AXIS_BELOW_OR_SELF }, { "following", AXIS_ANYWHERE },
	{ "following-sibling", AXIS_BESIDE }, { "namespace", AXIS_NAMESPACE }, { "parent", AXIS_PARENT }, { "preceding", AXIS_ANYWHERE },
	{ "preceding-sibling", AXIS_BESIDE }, { "self", AXIS_SELF },
};

static void read_binary(struct cursor *c, int level, struct value *out);

/* Does anybody want to hear more?  Nobody reads a list without end. */
static bool
listens(const struct cursor *c)
{
	return c->reader->say != NULL && c->refusals < FINDINGS_MAX;
}

static void
complain(struct cursor *c, const struct complaint *complaint)
{
	if (!listens(c))
		return;
	c->refusals += complaint->refuses;
	c->reader->say(c->reader->data, complaint);
}

/* Nothing more is read after it. */
static void
fail_at(struct cursor *c, const char *key, const char *at)
{
	if (!c->failed)
		complain(c, &(struct complaint){ .key = key, .refuses = true, .at = (size_t)(at - c->begin), .name = at,
		    .name_length = (size_t)(c->end - at) > 30 ? 30 : (size_t)(c->end - at) });
	c->failed = true;
	c->at = c->end;
}

static void
skip_space(struct cursor *c)
{
	while (c->at < c->end && strchr(" \t\r\n", *c->at) != NULL && *c->at != '\0')
		c->at++;
}

/* The next sign after spaces, '\0' at the end. */
static char
peek(struct cursor *c)
{
	skip_space(c);
	return c->at < c->end ? *c->at : '\0';
}

static bool
peek_two(struct cursor *c, const char *signs)
{
	return peek(c) == signs[0] && c->end - c->at > 1 && c->at[1] == signs[1];
}

static bool
take(struct cursor *c, char sign)
{
	if (peek(c) != sign)
		return false;
	c->at++;
	return true;
}

static void
expect(struct cursor *c, char sign)
{
	if (!c->failed && !take(c, sign))
		fail_at(c, "bad-expression", c->at);
}

static bool
begins_name(char sign)
{
	return ((sign | 0x20) >= 'a' && (sign | 0x20) <= 'z') || sign == '_' || (unsigned char)sign >= 0x80;
}

static size_t
name_length(const char *at, const char *end)
{
	size_t n = 0;

	if (at == end || !begins_name(*at))
		return 0;
	while (at + n < end && (begins_name(at[n]) || (at[n] >= '0' && at[n] <= '9') || at[n] == '-' || at[n] == '.'))
		n++;
	return n;
}

static bool
is_word(const char *text, size_t length, const char *name)
{
	return strlen(name) == length && memcmp(text, name, length) == 0;
}

/* A name or wildcard at c->at; not taken. */
static bool
see_word(struct cursor *c, struct word *word)
{
	size_t n;

	skip_space(c);
	*word = (struct word){ .begin = c->at, .local = c->at };
	if (c->at < c->end && *c->at == '*') {
		word->any = true;
		word->length = word->local_length = 1;
		return true;
	}
	n = name_length(c->at, c->end);
	if (n == 0)
		return false;
	word->length = word->local_length = n;
	if (c->end - c->at > (ptrdiff_t)n + 1 && c->at[n] == ':' && c->at[n + 1] != ':') {
		word->prefix = c->at;
		word->prefix_length = n;
		word->local = c->at + n + 1;
		word->any = *word->local == '*';
		word->local_length = word->any ? 1 : name_length(word->local, c->end);
		word->length = n + 1 + word->local_length;
	}
	return word->local_length > 0;
}

/* The namespace of a prefix; NULL, said, for one that is not declared. */
static const char *
namespace_of(struct cursor *c, const struct word *word)
{
	char prefix[NAME_MAX_BYTES];
	const xmlNs *ns = NULL;

	if (word->prefix_length < sizeof prefix) {
		memcpy(prefix, word->prefix, word->prefix_length);
		prefix[word->prefix_length] = '\0';
		ns = xmlSearchNs(c->reader->node->doc, (xmlNode *)(uintptr_t)c->reader->node, BAD_CAST prefix);
	}
	if (ns != NULL)
		return (const char *)ns->href;
	complain(c, &(struct complaint){ .key = "unknown-prefix", .refuses = true, .at = (size_t)(word->begin - c->begin),
	    .name = word->prefix, .name_length = word->prefix_length,
	    .nearest = is_word(word->prefix, word->prefix_length, "s") ? "xmlns:s=\"" FUNCTIONS_NAMESPACE "\"" :
	    is_word(word->prefix, word->prefix_length, "p") ? "xmlns:p=\"" NODE_PAGE_NAMESPACE "\"" : NULL });
	return NULL;
}

/* The prefix that the layer uses for the page's elements. */
static const char *
page_prefix(const struct cursor *c)
{
	const xmlNs *ns = xmlSearchNsByHref(c->reader->node->doc, (xmlNode *)(uintptr_t)c->reader->node, BAD_CAST NODE_PAGE_NAMESPACE);

	return ns == NULL || ns->prefix == NULL ? "p" : (const char *)ns->prefix;
}

static struct bits
kinds_named(const struct contract *contract, const char *name, size_t length)
{
	struct bits kinds = { { 0 } };
	size_t i;

	for (i = KIND_ROOT + 1; i < contract->kind_count; i++)
		if (is_word(name, length, contract->kinds[i].name))
			bits_set(&kinds, i);
	return kinds;
}

/* The number of a field; field_count for none. */
static size_t
field_named(const struct contract *contract, const char *name, size_t length)
{
	size_t i;

	for (i = 0; i < contract->field_count; i++)
		if (is_word(name, length, contract->fields[i]))
			break;
	return i;
}

/* All that the kinds in `of` have of one sort of relation. */
static struct bits
related(const struct contract *contract, const struct bits *of, size_t offset)
{
	struct bits all = { { 0 } };
	size_t i;

	for (i = 0; i < contract->kind_count; i++)
		if (bits_has(of, i))
			bits_join(&all, (const struct bits *)(const void *)((const char *)&contract->kinds[i] + offset));
	return all;
}

#define RELATED(contract, of, what) related((contract), (of), offsetof(struct kind, what))

static bool
has_text(const struct contract *contract, const struct bits *kinds)
{
	size_t i;

	for (i = 0; i < contract->kind_count; i++)
		if (bits_has(kinds, i) && contract->kinds[i].text)
			return true;
	return false;
}

struct nodes
expression_unknown(void)
{
	return (struct nodes){ .unknown = true };
}

struct nodes
expression_everything(const struct contract *contract)
{
	struct nodes all = { .text = true };
	size_t i;

	for (i = 0; i < contract->kind_count; i++)
		bits_set(&all.kinds, i);
	return all;
}

void
expression_names(const struct contract *contract, const struct bits *kinds, char *out, size_t room)
{
	const char *last = NULL;
	size_t i, j, n = 0, length = 0;

	out[0] = '\0';
	for (i = 0; i < contract->kind_count && n <= 3; i++) {
		for (j = 0; j < i; j++)
			if (bits_has(kinds, j) && strcmp(contract->kinds[j].name, contract->kinds[i].name) == 0)
				break;
		if (!bits_has(kinds, i) || j < i)
			continue;
		last = n == 3 ? "..." : contract->kinds[i].name;
		length += (size_t)snprintf(out + length, room - length, "%s%s", n == 0 ? "" : ", ", last);
		if (length >= room)
			return;
		n++;
	}
}

/* All nodes on an axis. */
static struct nodes
along(const struct contract *contract, const struct nodes *from, enum axis axis)
{
	struct nodes to = { .unknown = from->unknown, .kept = from->kept };
	struct bits up;

	switch (axis) {
	case AXIS_CHILD:
		to.kinds = RELATED(contract, &from->kinds, children);
		to.text = has_text(contract, &from->kinds);
		break;
	case AXIS_ATTRIBUTE:
		to.owners = from->kinds;
		to.fields = RELATED(contract, &from->kinds, fields);
		break;
	case AXIS_SELF:
		to = *from;
		break;
	case AXIS_PARENT:
		to.kinds = RELATED(contract, &from->kinds, parents);
		bits_join(&to.kinds, &from->owners);
		to.unknown |= from->text;
		break;
	case AXIS_BELOW_OR_SELF:
	case AXIS_BELOW:
		to.kinds = RELATED(contract, &from->kinds, below);
		to.text = true;
		break;
	case AXIS_ABOVE_OR_SELF:
	case AXIS_ABOVE:
		to.kinds = RELATED(contract, &from->kinds, above);
		up = RELATED(contract, &from->owners, above);
		bits_join(&to.kinds, &up);
		bits_join(&to.kinds, &from->owners);
		to.unknown |= from->text;
		break;
	case AXIS_BESIDE:
		up = RELATED(contract, &from->kinds, parents);
		to.kinds = RELATED(contract, &up, children);
		to.text = true;
		to.unknown |= from->text;
		break;
	case AXIS_ANYWHERE:
		to = expression_everything(contract);
		break;
	case AXIS_NAMESPACE:
		to = expression_unknown();
		break;
	}
	if (axis == AXIS_BELOW_OR_SELF || axis == AXIS_ABOVE_OR_SELF)
		nodes_join(&to, from);
	return to;
}

/* The nearest name of a field that one of the kinds has. */
static void
try_fields(const struct contract *contract, const struct bits *kinds, struct nearest *nearest)
{
	struct bits fields = RELATED(contract, kinds, fields);
	size_t i;

	for (i = 0; i < contract->field_count; i++)
		if (bits_has(&fields, i))
			nearest_try(nearest, contract->fields[i]);
}

static void
try_kinds(const struct contract *contract, const struct bits *kinds, struct nearest *nearest)
{
	size_t i;

	for (i = KIND_ROOT + 1; i < contract->kind_count; i++)
		if (bits_has(kinds, i))
			nearest_try(nearest, contract->kinds[i].name);
}

/* An attribute that no element has, or not those that are meant here. */
static void
complain_field(struct cursor *c, const struct word *word, const struct nodes *from, bool known)
{
	const struct contract *contract = c->reader->contract;
	struct nodes all = expression_everything(contract);
	struct nearest nearest = nearest_to(word->local, word->local_length);
	struct bits children = RELATED(contract, &from->kinds, children), same = kinds_named(contract, word->local, word->local_length);
	bool certain = !from->unknown && !bits_empty(&from->kinds), found = true;
	char where[200], near[NAME_MAX_BYTES + 10];

	if (!listens(c))
		return;
	expression_names(contract, &from->kinds, where, sizeof where);
	if (certain)
		try_fields(contract, &from->kinds, &nearest);
	if (nearest.best == NULL && !known)
		try_fields(contract, &all.kinds, &nearest);
	if (certain && bits_meet(&children, &same))
		snprintf(near, sizeof near, "%s:%.*s", page_prefix(c), (int)word->local_length, word->local);
	else if (nearest.best != NULL)
		snprintf(near, sizeof near, "%s", nearest.best);
	else
		found = false;
	complain(c, &(struct complaint){ .key = known ? "attribute-not-here" : "unknown-attribute", .refuses = true,
	    .at = (size_t)(word->begin - c->begin), .name = word->begin, .name_length = word->length,
	    .nearest = found ? near : NULL, .where = certain ? where : NULL });
}

/* An element that no page has, or not where it is looked for; `there` are those that stand there. */
static void
complain_kind(struct cursor *c, const struct word *word, const struct nodes *from, const struct bits *there, const char *key)
{
	const struct contract *contract = c->reader->contract;
	struct nodes all = expression_everything(contract);
	struct nearest nearest = nearest_to(word->local, word->local_length);
	struct bits fields = RELATED(contract, &from->kinds, fields), same = kinds_named(contract, word->local, word->local_length);
	size_t field = field_named(contract, word->local, word->local_length);
	bool certain = !from->unknown && !bits_empty(&from->kinds), found = true, kept = c->pattern && word->prefix == NULL;
	char where[200], near[NAME_MAX_BYTES + 10];

	if (!listens(c))
		return;
	expression_names(contract, &from->kinds, where, sizeof where);
	try_kinds(contract, there, &nearest);
	if (nearest.best == NULL && strcmp(key, "child-not-here") != 0)
		try_kinds(contract, &all.kinds, &nearest);
	if (certain && !kept && field < contract->field_count && bits_has(&fields, field) && !bits_meet(there, &same))
		snprintf(near, sizeof near, "@%.*s", (int)word->local_length, word->local);
	else if (nearest.best != NULL)
		snprintf(near, sizeof near, "%s:%s", page_prefix(c), nearest.best);
	else
		found = false;
	/* A pattern without a prefix may be for what the layer keeps in a variable. */
	if (!found && kept)
		return;
	complain(c, &(struct complaint){ .key = key, .refuses = true, .at = (size_t)(word->begin - c->begin), .name = word->begin,
	    .name_length = word->length, .nearest = found ? near : NULL, .where = certain ? where : NULL });
}

/* An attribute of the layer's own data. */
static struct nodes
kept_field(const struct cursor *c, const struct word *word)
{
	struct nodes to = { .unknown = true, .kept = true };
	const struct knowns *kept = c->reader->own == NULL ? NULL : &c->reader->own->kept;
	size_t i;

	for (i = 0; kept != NULL && i < kept->count; i++)
		if (is_word(word->begin, word->length, kept->list[i].name))
			to.rooted = !kept->list[i].nodes.unknown;
	return to;
}

/* Of from's attributes the one that is named. */
static struct nodes
field_test(struct cursor *c, const struct word *word, const struct nodes *from)
{
	const struct contract *contract = c->reader->contract;
	struct nodes to = { .unknown = from->unknown };
	size_t field = field_named(contract, word->local, word->local_length), i;

	if (from->kept)
		return kept_field(c, word);
	if (word->prefix != NULL) {
		const char *uri = namespace_of(c, word);

		if (uri != NULL && strcmp(uri, NODE_PAGE_NAMESPACE) == 0)
			complain_field(c, word, from, false);
		return expression_unknown();
	}
	if (field == contract->field_count) {
		complain_field(c, word, from, false);
		return expression_unknown();
	}
	for (i = KIND_ROOT + 1; i < contract->kind_count; i++)
		if ((from->unknown || bits_has(&from->kinds, i)) && bits_has(&contract->kinds[i].fields, field))
			bits_set(&to.owners, i);
	bits_set(&to.fields, field);
	if (!from->unknown && bits_empty(&to.owners) && !bits_empty(&from->kinds)) {
		complain_field(c, word, from, true);
		return expression_unknown();
	}
	return to;
}

static struct nodes
kind_test(struct cursor *c, const struct word *word, const struct nodes *from, enum axis axis)
{
	const struct contract *contract = c->reader->contract;
	struct nodes there = along(contract, from, axis), to = { .unknown = there.unknown };
	struct bits named = kinds_named(contract, word->local, word->local_length);
	const char *uri = NULL;

	if (word->prefix != NULL && (uri = namespace_of(c, word)) == NULL)
		return expression_unknown();
	if (word->prefix == NULL || strcmp(uri, NODE_PAGE_NAMESPACE) != 0) {
		if (!there.unknown && (!bits_empty(&from->kinds) || axis == AXIS_SELF))
			complain_kind(c, word, from, bits_empty(&named) ? &there.kinds : &named,
			    word->prefix == NULL ? "missing-prefix" : "unknown-element");
		return (struct nodes){ .unknown = true, .kept = there.kept || c->pattern };
	}
	if (bits_empty(&named)) {
		complain_kind(c, word, from, &there.kinds, "unknown-element");
		return expression_unknown();
	}
	to.kinds = named;
	if (!there.unknown)
		bits_keep(&to.kinds, &there.kinds);
	if (!there.unknown && bits_empty(&to.kinds) && !bits_empty(&from->kinds) && (axis == AXIS_CHILD || axis == AXIS_BELOW)) {
		complain_kind(c, word, from, &there.kinds, "child-not-here");
		return expression_unknown();
	}
	return to;
}

/* "*" and "p:*". */
static struct nodes
any_test(struct cursor *c, const struct word *word, const struct nodes *from, enum axis axis)
{
	struct nodes to = along(c->reader->contract, from, axis);

	if (word->prefix != NULL && namespace_of(c, word) == NULL)
		return expression_unknown();
	to.text = false;
	if (axis != AXIS_ATTRIBUTE)
		to.kinds.word[0] &= ~((uint64_t)1 << KIND_ROOT);
	if (axis == AXIS_SELF)
		to.owners = to.fields = (struct bits){ { 0 } };
	return to;
}

/* node(), text(), comment(), processing-instruction('...'): the name is taken already. */
static struct nodes
type_test(struct cursor *c, const struct word *word, const struct nodes *from, enum axis axis)
{
	struct nodes to = along(c->reader->contract, from, axis);

	expect(c, '(');
	if (peek(c) == '\'' || peek(c) == '"') {
		const char *closing = memchr(c->at + 1, *c->at, (size_t)(c->end - c->at - 1));

		c->at = closing == NULL ? c->end : closing + 1;
	}
	expect(c, ')');
	if (is_word(word->local, word->local_length, "node"))
		return to;
	return (struct nodes){ .unknown = to.unknown, .text = to.text && is_word(word->local, word->local_length, "text") };
}

static bool
is_type(const struct word *word)
{
	static const char *const types[] = { "comment", "node", "processing-instruction", "text" };
	size_t i;

	for (i = 0; word->prefix == NULL && i < sizeof types / sizeof types[0]; i++)
		if (is_word(word->local, word->local_length, types[i]))
			return true;
	return false;
}

/* Is the sign after the word, and spaces, this one? */
static bool
followed_by(const struct cursor *c, const struct word *word, const char *signs)
{
	struct cursor ahead = *c;

	ahead.at = word->begin + word->length;
	return signs[1] == '\0' ? peek(&ahead) == signs[0] : peek_two(&ahead, signs);
}

static enum axis
read_axis(struct cursor *c)
{
	struct word word;
	size_t i;

	if (take(c, '@'))
		return AXIS_ATTRIBUTE;
	if (!see_word(c, &word) || word.any || word.prefix != NULL || !followed_by(c, &word, "::"))
		return AXIS_CHILD;
	for (i = 0; i < sizeof axes / sizeof axes[0]; i++)
		if (is_word(word.local, word.local_length, axes[i].name))
			break;
	if (i == sizeof axes / sizeof axes[0]) {
		fail_at(c, "bad-expression", word.begin);
		return AXIS_CHILD;
	}
	c->at = word.begin + word.length;
	peek(c);
	c->at += 2;
	return axes[i].axis;
}

static void
read_predicates(struct cursor *c, struct nodes *nodes)
{
	struct nodes outside = c->context;
	bool pattern = c->pattern;
	struct value ignored;

	while (!c->failed && take(c, '[')) {
		c->context = *nodes;
		c->pattern = false;
		read_binary(c, 0, &ignored);
		expect(c, ']');
	}
	c->context = outside;
	c->pattern = pattern;
}

static void
read_step(struct cursor *c, struct nodes *nodes)
{
	const char *begin = c->at;
	enum axis axis;
	struct word word;

	if (c->pattern && peek(c) == '.') {
		fail_at(c, "bad-expression", c->at);
		return;
	}
	if (peek_two(c, "..")) {
		c->at += 2;
		*nodes = along(c->reader->contract, nodes, AXIS_PARENT);
		return;
	}
	if (take(c, '.'))
		return;
	axis = read_axis(c);
	if (c->failed || !see_word(c, &word) || (c->pattern && axis != AXIS_CHILD && axis != AXIS_ATTRIBUTE)) {
		fail_at(c, "bad-expression", c->failed ? c->at : begin);
		return;
	}
	c->at = word.begin + word.length;
	if (is_type(&word) && peek(c) == '(')
		*nodes = type_test(c, &word, nodes, axis);
	else if (word.any)
		*nodes = any_test(c, &word, nodes, axis);
	else if (axis == AXIS_ATTRIBUTE)
		*nodes = field_test(c, &word, nodes);
	else
		*nodes = kind_test(c, &word, nodes, axis);
	read_predicates(c, nodes);
}

/* Steps with their '/' before them, for as long as there are any. */
static void
read_more_steps(struct cursor *c, struct nodes *nodes)
{
	while (!c->failed && take(c, '/')) {
		if (c->at < c->end && *c->at == '/') {
			c->at++;
			*nodes = along(c->reader->contract, nodes, AXIS_BELOW_OR_SELF);
		}
		read_step(c, nodes);
	}
}

static bool
begins_step(struct cursor *c)
{
	char sign = peek(c);

	return sign == '@' || sign == '.' || sign == '*' || begins_name(sign);
}

static void
read_location(struct cursor *c, struct nodes *nodes)
{
	*nodes = c->context;
	if (peek(c) != '/') {
		read_step(c, nodes);
		read_more_steps(c, nodes);
		return;
	}
	*nodes = (struct nodes){ 0 };
	bits_set(&nodes->kinds, KIND_ROOT);
	if (peek_two(c, "//")) {
		read_more_steps(c, nodes);
		return;
	}
	c->at++;
	if (begins_step(c)) {
		read_step(c, nodes);
		read_more_steps(c, nodes);
	}
}

/* Of nodes that may be a layer's own, only attributes that are judged wherever they are made. */
static bool
is_judged_elsewhere(const struct contract *contract, const struct nodes *nodes)
{
	size_t i;

	for (i = 0; i < contract->field_count; i++)
		if (bits_has(&nodes->fields, i) && strcmp(contract->fields[i], "href") != 0 && strcmp(contract->fields[i], "action") != 0)
			return false;
	return true;
}

/* Attributes of the page that are addresses of the house, and nothing else? */
static bool
are_addresses(const struct contract *contract, const struct nodes *nodes)
{
	bool any = false;
	size_t i, word;

	if (nodes->text || !bits_empty(&nodes->kinds) || (nodes->unknown && !is_judged_elsewhere(contract, nodes)))
		return false;
	for (i = 0; i < contract->kind_count; i++)
		for (word = 0; bits_has(&nodes->owners, i) && word < sizeof nodes->fields.word / sizeof nodes->fields.word[0]; word++) {
			uint64_t meant = nodes->fields.word[word] & contract->kinds[i].fields.word[word];

			if ((meant & ~contract->kinds[i].addresses.word[word]) != 0)
				return false;
			any |= meant != 0;
		}
	return any;
}

static void
give_nodes(const struct cursor *c, const struct nodes *nodes, struct value *out)
{
	*out = (struct value){ .nodes = *nodes, .is_nodes = true, .address = { .state = ADDRESS_COMPUTED } };
	if (nodes->rooted)
		out->address.state = ADDRESS_ROOTED;
	else if (are_addresses(c->reader->contract, nodes))
		out->address.state = ADDRESS_SAFE;
}

static void
give_other(struct value *out)
{
	*out = (struct value){ .nodes = { .unknown = true }, .address = { .state = ADDRESS_COMPUTED } };
}

static void
read_literal(struct cursor *c, struct value *out)
{
	const char *begin = c->at + 1, *closing = memchr(begin, *c->at, (size_t)(c->end - begin));

	give_other(out);
	if (closing == NULL) {
		fail_at(c, "bad-expression", c->at);
		return;
	}
	c->at = closing + 1;
	out->text = begin;
	out->length = (size_t)(closing - begin);
	out->literal = true;
	out->address = (struct address){ .state = ADDRESS_OPEN };
	address_text(&out->address, out->text, out->length);
}

static void
read_number(struct cursor *c, struct value *out)
{
	give_other(out);
	while (c->at < c->end && ((*c->at >= '0' && *c->at <= '9') || *c->at == '.'))
		c->at++;
}

static void
read_variable(struct cursor *c, struct value *out)
{
	const struct reader *reader = c->reader;
	const char *nearest = NULL;
	struct word word;

	give_other(out);
	c->at++;
	if (!see_word(c, &word) || word.any) {
		fail_at(c, "bad-expression", c->at);
		return;
	}
	c->at = word.begin + word.length;
	if (reader->variable == NULL || reader->variable(reader->data, word.begin, word.length, out))
		return;
	give_other(out);
	if (reader->near_variable != NULL)
		reader->near_variable(reader->data, word.begin, word.length, &nearest);
	complain(c, &(struct complaint){ .key = "unknown-variable", .refuses = true, .at = (size_t)(word.begin - c->begin),
	    .name = word.begin, .name_length = word.length, .nearest = nearest });
}

/* A call while its values are read: what the first one was, and how what it gives begins. */
struct call { struct word word; bool known; struct words_function function; int values; struct value first; struct address joined; };

static void
say_call(struct cursor *c, const struct call *call, const char *key, bool refuses, const char *nearest)
{
	complain(c, &(struct complaint){ .key = key, .refuses = refuses, .at = (size_t)(call->word.begin - c->begin),
	    .name = call->word.begin, .name_length = call->word.length, .nearest = nearest });
}

static void
find_function(struct cursor *c, struct call *call)
{
	const char *uri = call->word.prefix == NULL ? "" : namespace_of(c, &call->word);
	struct nearest nearest = nearest_to(call->word.local, call->word.local_length);
	struct words_function function;
	char near[NAME_MAX_BYTES + 10];
	bool known = false;
	size_t i;

	if (uri == NULL)
		return;
	for (i = 0; words_function(i, &function); i++) {
		if (strcmp(function.uri, uri) != 0)
			continue;
		known = true;
		if (is_word(call->word.local, call->word.local_length, function.name)) {
			call->function = function;
			call->known = true;
			if (function.verdict != WORDS_FINE)
				say_call(c, call, function.verdict == WORDS_REFUSED ? "forbidden-function" : "unstable-function",
				    function.verdict == WORDS_REFUSED, NULL);
			return;
		}
		if (function.verdict == WORDS_FINE)
			nearest_try(&nearest, function.name);
	}
	if (!known) {
		say_call(c, call, "foreign-function", true, NULL);
		return;
	}
	if (nearest.best != NULL)
		snprintf(near, sizeof near, "%.*s%s%s", (int)(call->word.prefix_length < 40 ? call->word.prefix_length : 40),
		    call->word.prefix == NULL ? "" : call->word.prefix, call->word.prefix == NULL ? "" : ":", nearest.best);
	say_call(c, call, "unknown-function", true, nearest.best == NULL ? NULL : near);
}

/* A key of labels given as plain text: is there such a one?  suffix: ".one" where the number chooses. */
static void
check_label(struct cursor *c, const struct call *call, const char *suffix)
{
	const struct labels *labels = c->reader->contract->labels;
	const struct value *value = &call->first;
	struct nearest nearest;
	char key[200], near[200];
	const char *other;
	size_t at = 0, n;

	if (value->text == NULL || value->length + strlen(suffix) >= sizeof key || labels == NULL || !listens(c))
		return;
	snprintf(key, sizeof key, "%.*s%s", (int)value->length, value->text, value->literal ? suffix : "");
	if (value->literal && labels_find(labels, key) != NULL)
		return;
	nearest = nearest_to(key, strlen(key));
	while ((other = labels_next(labels, &at)) != NULL) {
		if (!value->literal && strncmp(other, key, strlen(key)) == 0)
			return;
		if (value->literal && strncmp(other, "gate.", 5) != 0)
			nearest_try(&nearest, other);
	}
	snprintf(near, sizeof near, "%s", nearest.best == NULL ? "" : nearest.best);
	n = strlen(near);
	if (n > strlen(suffix) && strcmp(near + n - strlen(suffix), suffix) == 0)
		near[n - strlen(suffix)] = '\0';
	complain(c, &(struct complaint){ .key = value->literal ? "unknown-label" : "label-start", .refuses = value->literal,
	    .at = (size_t)(value->text - c->begin), .name = value->text, .name_length = value->length,
	    .nearest = nearest.best == NULL || !value->literal ? NULL : near });
}

static void
check_key(struct cursor *c, const struct call *call)
{
	const struct value *value = &call->first;
	const struct own *own = c->reader->own;
	struct nearest nearest = nearest_to(value->text, value->length);
	char name[NAME_MAX_BYTES];
	size_t i;

	if (!value->literal || value->length >= sizeof name || own == NULL)
		return;
	snprintf(name, sizeof name, "%.*s", (int)value->length, value->text);
	if (knowns_find(&c->reader->contract->keys, name) != NULL || knowns_find(&own->keys, name) != NULL)
		return;
	for (i = 0; i < own->keys.count; i++)
		nearest_try(&nearest, own->keys.list[i].name);
	for (i = 0; i < c->reader->contract->keys.count; i++)
		nearest_try(&nearest, c->reader->contract->keys.list[i].name);
	complain(c, &(struct complaint){ .key = "unknown-key", .refuses = true, .at = (size_t)(value->text - c->begin),
	    .name = value->text, .name_length = value->length, .nearest = nearest.best });
}

/* What is known of what a call gives, and what can be said of its values. */
static void
finish_call(struct cursor *c, struct call *call, struct value *out)
{
	const struct words_function *function = &call->function;

	give_other(out);
	if (!call->known || c->failed)
		return;
	if (call->values < function->least || (function->most >= 0 && call->values > function->most) ||
	    (function->gives == WORDS_LABEL && call->values % 2 == 0))
		say_call(c, call, "function-arguments", true, NULL);
	else if (function->gives == WORDS_LABEL || function->gives == WORDS_COUNT)
		check_label(c, call, function->gives == WORDS_COUNT ? ".one" : "");
	else if (function->gives == WORDS_KEY)
		check_key(c, call);
	if (function->gives == WORDS_CURRENT)
		give_nodes(c, &c->reader->current, out);
	else if (function->gives == WORDS_KEPT && !call->first.is_nodes)
		give_nodes(c, &(struct nodes){ .unknown = true, .kept = true }, out);
	else if (function->gives == WORDS_SAME || function->gives == WORDS_KEPT)
		give_nodes(c, &call->first.nodes, out);
	else if (function->gives == WORDS_TEXT_OF && call->values == 1)
		out->address = call->first.address;
	else if (function->gives == WORDS_TEXT_OF)
		out->address.state = are_addresses(c->reader->contract, &c->context) ? ADDRESS_SAFE : ADDRESS_COMPUTED;
	else if (function->gives == WORDS_JOINED) {
		out->address = call->joined;
		out->text = call->first.text;
		out->length = call->first.length;
	}
}

static void
read_call(struct cursor *c, const struct word *word, struct value *out)
{
	struct call call = { .word = *word };
	struct value value;

	c->at = word->begin + word->length;
	find_function(c, &call);
	expect(c, '(');
	if (peek(c) != ')') {
		do {
			read_binary(c, 0, &value);
			if (call.values++ == 0)
				call.first = value;
			if (value.literal)
				address_text(&call.joined, value.text, value.length);
			else
				address_piece(&call.joined, &value.address);
		} while (!c->failed && take(c, ','));
	}
	expect(c, ')');
	finish_call(c, &call, out);
}

/* What is no path: then predicates and steps may follow. */
static bool
read_primary(struct cursor *c, struct value *out)
{
	char sign = peek(c);
	struct word word;

	if (sign == '$') {
		read_variable(c, out);
	} else if (sign == '(') {
		c->at++;
		read_binary(c, 0, out);
		expect(c, ')');
		out->literal = false;
	} else if (sign == '\'' || sign == '"') {
		read_literal(c, out);
	} else if ((sign >= '0' && sign <= '9') || (sign == '.' && c->end - c->at > 1 && c->at[1] >= '0' && c->at[1] <= '9')) {
		read_number(c, out);
	} else if (see_word(c, &word) && !word.any && !is_type(&word) && followed_by(c, &word, "(")) {
		read_call(c, &word, out);
	} else {
		return false;
	}
	return true;
}

static void
read_path(struct cursor *c, struct value *out)
{
	struct nodes nodes;

	if (!read_primary(c, out)) {
		read_location(c, &nodes);
		give_nodes(c, &nodes, out);
		return;
	}
	if (c->failed || (peek(c) != '[' && peek(c) != '/'))
		return;
	nodes = out->nodes;
	read_predicates(c, &nodes);
	read_more_steps(c, &nodes);
	give_nodes(c, &nodes, out);
}

static void
read_union(struct cursor *c, struct value *out)
{
	struct value more;

	read_path(c, out);
	while (!c->failed && take(c, '|')) {
		read_path(c, &more);
		nodes_join(&more.nodes, &out->nodes);
		if (address_refused(&out->address))
			more.address = out->address;
		give_nodes(c, &more.nodes, out);
		out->address = more.address;
	}
}

/* The operator at c->at and how tightly it binds; 0 for none. */
static int
see_operator(struct cursor *c, size_t *length)
{
	static const struct { const char *sign; int level; } operators[] = {
		{ "or", 1 }, { "and", 2 }, { "!=", 3 }, { "=", 3 }, { "<=", 4 }, { ">=", 4 }, { "<", 4 }, { ">", 4 }, { "+", 5 }, { "-", 5 },
		{ "*", 6 }, { "div", 6 }, { "mod", 6 },
	};
	size_t i, word, left;

	skip_space(c);
	left = (size_t)(c->end - c->at);
	word = name_length(c->at, c->end);
	for (i = 0; i < sizeof operators / sizeof operators[0]; i++) {
		*length = strlen(operators[i].sign);
		if (*length <= left && memcmp(c->at, operators[i].sign, *length) == 0 && (word == 0 || word == *length))
			return operators[i].level;
	}
	return 0;
}

static void
read_binary(struct cursor *c, int level, struct value *out)
{
	struct value right;
	bool negative = false;
	size_t length;
	int found;

	give_other(out);
	if (++c->depth > DEPTH_MAX) {
		fail_at(c, "deep-expression", c->at);
		c->depth--;
		return;
	}
	while (take(c, '-'))
		negative = true;
	read_union(c, out);
	if (negative)
		give_other(out);
	while (!c->failed && (found = see_operator(c, &length)) > level) {
		c->at += length;
		read_binary(c, found, &right);
		give_other(out);
	}
	c->depth--;
}

bool
expression_read(const struct reader *reader, const char *text, size_t length, struct value *out)
{
	struct cursor c = { .reader = reader, .begin = text, .at = text, .end = text + length, .context = reader->current };

	read_binary(&c, 0, out);
	if (!c.failed && peek(&c) != '\0')
		fail_at(&c, "bad-expression", c.at);
	if (!c.failed && c.at < c.end)
		fail_at(&c, "bad-expression", c.at);
	return !c.failed;
}

bool
expression_read_pattern(const struct reader *reader, const char *text, size_t length, struct nodes *out)
{
	struct cursor c = { .reader = reader, .begin = text, .at = text, .end = text + length,
	    .context = expression_everything(reader->contract), .pattern = true };
	struct value value;

	read_union(&c, &value);
	if (!c.failed && (peek(&c) != '\0' || c.at < c.end))
		fail_at(&c, "bad-expression", c.at);
	*out = c.failed || !value.is_nodes ? expression_unknown() : value.nodes;
	return !c.failed;
}

/* Past a piece of plain text, which ends at a brace that is not doubled; a doubled one begins the next piece. */
static size_t
plain_end(const char *text, size_t length, size_t at)
{
	while (at < length && text[at] != '{' && text[at] != '}')
		at++;
	return at;
}

/* The brace that closes the expression which begins at `at`; length when there is none.  Braces in quotes do not count. */
static size_t
closing_brace(const char *text, size_t length, size_t at)
{
	char quote = '\0';

	for (; at < length; at++) {
		if (quote != '\0')
			quote = text[at] == quote ? '\0' : quote;
		else if (text[at] == '"' || text[at] == '\'')
			quote = text[at];
		else if (text[at] == '}')
			break;
	}
	return at;
}

bool
expression_template_next(const char *text, size_t length, size_t *at, struct template_piece *piece, bool *fine)
{
	size_t begin = *at, end;

	*fine = true;
	if (begin >= length)
		return false;
	if (text[begin] != '{' && text[begin] != '}') {
		end = plain_end(text, length, begin);
		*piece = (struct template_piece){ .text = text + begin, .length = end - begin, .at = begin };
		*at = end;
		return true;
	}
	if (begin + 1 < length && text[begin + 1] == text[begin]) {
		*piece = (struct template_piece){ .text = text + begin, .length = 1, .at = begin };
		*at = begin + 2;
		return true;
	}
	end = text[begin] == '}' ? length : closing_brace(text, length, begin + 1);
	*fine = end < length;
	*piece = (struct template_piece){ .is_expression = true, .text = text + begin + 1, .length = end < length ? end - begin - 1 : 0,
	    .at = begin + 1 };
	*at = *fine ? end + 1 : length;
	return *fine;
}
