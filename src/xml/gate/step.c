#include "xml/gate/expression_parts.h"

#include <stdio.h>
#include <string.h>

#include "xml/functions.h"
#include "xml/gate/finding.h"
#include "xml/gate/nearest.h"
#include "xml/gate/words.h"
#include "xml/node.h"

static const struct { const char *name; enum axis axis; } axes[] = {
	{ "ancestor", AXIS_ABOVE }, { "ancestor-or-self", AXIS_ABOVE_OR_SELF }, { "attribute", AXIS_ATTRIBUTE }, { "child", AXIS_CHILD },
	{ "descendant", AXIS_BELOW }, { "descendant-or-self", AXIS_BELOW_OR_SELF }, { "following", AXIS_ANYWHERE },
	{ "following-sibling", AXIS_BESIDE }, { "namespace", AXIS_NAMESPACE }, { "parent", AXIS_PARENT }, { "preceding", AXIS_ANYWHERE },
	{ "preceding-sibling", AXIS_BESIDE }, { "self", AXIS_SELF },
};

/* The nearest name of a field that one of the kinds has. */
static void
try_fields(const struct contract *contract, const struct bits *kinds, struct nearest *nearest)
{
	struct bits fields = NODES_RELATED(contract, kinds, fields);
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
	struct nodes all = nodes_everything(contract);
	struct nearest nearest = nearest_to(word->local, word->local_length);
	struct bits children = NODES_RELATED(contract, &from->kinds, children), same = nodes_kinds_named(contract, word->local, word->local_length);
	bool certain = !from->unknown && !bits_empty(&from->kinds), found = true;
	char where[200], near[NAME_MAX_BYTES + 10];

	if (!cursor_listens(c))
		return;
	nodes_names(contract, &from->kinds, where, sizeof where);
	if (certain)
		try_fields(contract, &from->kinds, &nearest);
	if (nearest.best == NULL && !known)
		try_fields(contract, &all.kinds, &nearest);
	if (certain && bits_meet(&children, &same))
		snprintf(near, sizeof near, "%s:%.*s", cursor_page_prefix(c), (int)word->local_length, word->local);
	else if (nearest.best != NULL)
		snprintf(near, sizeof near, "%s", nearest.best);
	else
		found = false;
	cursor_complain(c, &(struct complaint){ .key = known ? "attribute-not-here" : "unknown-attribute", .refuses = true,
	    .at = (size_t)(word->begin - c->begin), .name = word->begin, .name_length = word->length,
	    .nearest = found ? near : NULL, .where = certain ? where : NULL });
}

/* An element that no page has, or not where it is looked for; `there` are those that stand there. */
static void
complain_kind(struct cursor *c, const struct word *word, const struct nodes *from, const struct bits *there, const char *key)
{
	const struct contract *contract = c->reader->contract;
	struct nodes all = nodes_everything(contract);
	struct nearest nearest = nearest_to(word->local, word->local_length);
	struct bits fields = NODES_RELATED(contract, &from->kinds, fields), same = nodes_kinds_named(contract, word->local, word->local_length);
	size_t field = nodes_field_named(contract, word->local, word->local_length);
	bool certain = !from->unknown && !bits_empty(&from->kinds), found = true, kept = c->pattern && word->prefix == NULL;
	char where[200], near[NAME_MAX_BYTES + 10];

	if (!cursor_listens(c))
		return;
	nodes_names(contract, &from->kinds, where, sizeof where);
	try_kinds(contract, there, &nearest);
	if (nearest.best == NULL && strcmp(key, "child-not-here") != 0)
		try_kinds(contract, &all.kinds, &nearest);
	if (certain && !kept && field < contract->field_count && bits_has(&fields, field) && !bits_meet(there, &same))
		snprintf(near, sizeof near, "@%.*s", (int)word->local_length, word->local);
	else if (nearest.best != NULL)
		snprintf(near, sizeof near, "%s:%s", cursor_page_prefix(c), nearest.best);
	else
		found = false;
	/* A pattern without a prefix may be for what the layer keeps in a variable. */
	if (!found && kept)
		return;
	cursor_complain(c, &(struct complaint){ .key = key, .refuses = true, .at = (size_t)(word->begin - c->begin), .name = word->begin,
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
		if (words_same(word->begin, word->length, kept->list[i].name))
			to.rooted = !kept->list[i].nodes.unknown;
	return to;
}

/* Of from's attributes the one that is named. */
static struct nodes
field_test(struct cursor *c, const struct word *word, const struct nodes *from)
{
	const struct contract *contract = c->reader->contract;
	struct nodes to = { .unknown = from->unknown };
	size_t field = nodes_field_named(contract, word->local, word->local_length), i;

	if (from->kept)
		return kept_field(c, word);
	if (word->prefix != NULL) {
		const char *uri = cursor_namespace(c, word);

		if (uri != NULL && strcmp(uri, NODE_PAGE_NAMESPACE) == 0)
			complain_field(c, word, from, false);
		return nodes_unknown();
	}
	if (field == contract->field_count) {
		complain_field(c, word, from, false);
		return nodes_unknown();
	}
	for (i = KIND_ROOT + 1; i < contract->kind_count; i++)
		if ((from->unknown || bits_has(&from->kinds, i)) && bits_has(&contract->kinds[i].fields, field))
			bits_set(&to.owners, i);
	bits_set(&to.fields, field);
	if (!from->unknown && bits_empty(&to.owners) && !bits_empty(&from->kinds)) {
		complain_field(c, word, from, true);
		return nodes_unknown();
	}
	return to;
}

static struct nodes
kind_test(struct cursor *c, const struct word *word, const struct nodes *from, enum axis axis)
{
	const struct contract *contract = c->reader->contract;
	struct nodes there = nodes_along(contract, from, axis), to = { .unknown = there.unknown };
	struct bits named = nodes_kinds_named(contract, word->local, word->local_length);
	const char *uri = NULL;

	if (word->prefix != NULL && (uri = cursor_namespace(c, word)) == NULL)
		return nodes_unknown();
	if (word->prefix == NULL || strcmp(uri, NODE_PAGE_NAMESPACE) != 0) {
		if (!there.unknown && (!bits_empty(&from->kinds) || axis == AXIS_SELF))
			complain_kind(c, word, from, bits_empty(&named) ? &there.kinds : &named,
			    word->prefix == NULL ? "missing-prefix" : "unknown-element");
		return (struct nodes){ .unknown = true, .kept = there.kept || c->pattern };
	}
	if (bits_empty(&named)) {
		complain_kind(c, word, from, &there.kinds, "unknown-element");
		return nodes_unknown();
	}
	to.kinds = named;
	if (!there.unknown)
		bits_keep(&to.kinds, &there.kinds);
	if (!there.unknown && bits_empty(&to.kinds) && !bits_empty(&from->kinds) && (axis == AXIS_CHILD || axis == AXIS_BELOW)) {
		complain_kind(c, word, from, &there.kinds, "child-not-here");
		return nodes_unknown();
	}
	return to;
}

/* "*" and "p:*". */
static struct nodes
any_test(struct cursor *c, const struct word *word, const struct nodes *from, enum axis axis)
{
	struct nodes to = nodes_along(c->reader->contract, from, axis);

	if (word->prefix != NULL && cursor_namespace(c, word) == NULL)
		return nodes_unknown();
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
	struct nodes to = nodes_along(c->reader->contract, from, axis);

	cursor_expect(c, '(');
	if (cursor_peek(c) == '\'' || cursor_peek(c) == '"') {
		const char *closing = memchr(c->at + 1, *c->at, (size_t)(c->end - c->at - 1));

		c->at = closing == NULL ? c->end : closing + 1;
	}
	cursor_expect(c, ')');
	if (words_same(word->local, word->local_length, "node"))
		return to;
	return (struct nodes){ .unknown = to.unknown, .text = to.text && words_same(word->local, word->local_length, "text") };
}

bool
step_is_type(const struct word *word)
{
	static const char *const types[] = { "comment", "node", "processing-instruction", "text" };
	size_t i;

	for (i = 0; word->prefix == NULL && i < sizeof types / sizeof types[0]; i++)
		if (words_same(word->local, word->local_length, types[i]))
			return true;
	return false;
}

bool
step_followed_by(const struct cursor *c, const struct word *word, const char *signs)
{
	struct cursor ahead = *c;

	ahead.at = word->begin + word->length;
	return signs[1] == '\0' ? cursor_peek(&ahead) == signs[0] : cursor_peek_two(&ahead, signs);
}

static enum axis
read_axis(struct cursor *c)
{
	struct word word;
	size_t i;

	if (cursor_take(c, '@'))
		return AXIS_ATTRIBUTE;
	if (!cursor_see_word(c, &word) || word.any || word.prefix != NULL || !step_followed_by(c, &word, "::"))
		return AXIS_CHILD;
	for (i = 0; i < sizeof axes / sizeof axes[0]; i++)
		if (words_same(word.local, word.local_length, axes[i].name))
			break;
	if (i == sizeof axes / sizeof axes[0]) {
		cursor_fail_at(c, "bad-expression", word.begin);
		return AXIS_CHILD;
	}
	c->at = word.begin + word.length;
	cursor_peek(c);
	c->at += 2;
	return axes[i].axis;
}

void
step_read_predicates(struct cursor *c, struct nodes *nodes)
{
	struct nodes outside = c->context;
	bool pattern = c->pattern;
	struct value ignored;

	while (!c->failed && cursor_take(c, '[')) {
		c->context = *nodes;
		c->pattern = false;
		expression_read_operands(c, 0, &ignored);
		cursor_expect(c, ']');
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

	if (c->pattern && cursor_peek(c) == '.') {
		cursor_fail_at(c, "bad-expression", c->at);
		return;
	}
	if (cursor_peek_two(c, "..")) {
		c->at += 2;
		*nodes = nodes_along(c->reader->contract, nodes, AXIS_PARENT);
		return;
	}
	if (cursor_take(c, '.'))
		return;
	axis = read_axis(c);
	if (c->failed || !cursor_see_word(c, &word) || (c->pattern && axis != AXIS_CHILD && axis != AXIS_ATTRIBUTE)) {
		cursor_fail_at(c, "bad-expression", c->failed ? c->at : begin);
		return;
	}
	c->at = word.begin + word.length;
	if (step_is_type(&word) && cursor_peek(c) == '(')
		*nodes = type_test(c, &word, nodes, axis);
	else if (word.any)
		*nodes = any_test(c, &word, nodes, axis);
	else if (axis == AXIS_ATTRIBUTE)
		*nodes = field_test(c, &word, nodes);
	else
		*nodes = kind_test(c, &word, nodes, axis);
	step_read_predicates(c, nodes);
}

void
step_read_more(struct cursor *c, struct nodes *nodes)
{
	while (!c->failed && cursor_take(c, '/')) {
		if (c->at < c->end && *c->at == '/') {
			c->at++;
			*nodes = nodes_along(c->reader->contract, nodes, AXIS_BELOW_OR_SELF);
		}
		read_step(c, nodes);
	}
}

static bool
begins_step(struct cursor *c)
{
	char sign = cursor_peek(c);

	return sign == '@' || sign == '.' || sign == '*' || cursor_begins_name(sign);
}

void
step_read_location(struct cursor *c, struct nodes *nodes)
{
	*nodes = c->context;
	if (cursor_peek(c) != '/') {
		read_step(c, nodes);
		step_read_more(c, nodes);
		return;
	}
	*nodes = (struct nodes){ 0 };
	bits_set(&nodes->kinds, KIND_ROOT);
	if (cursor_peek_two(c, "//")) {
		step_read_more(c, nodes);
		return;
	}
	c->at++;
	if (begins_step(c)) {
		read_step(c, nodes);
		step_read_more(c, nodes);
	}
}
