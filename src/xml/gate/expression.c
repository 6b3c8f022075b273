#include "xml/gate/expression.h"

#include <stdio.h>
#include <string.h>

#include "xml/functions.h"
#include "xml/gate/expression_parts.h"
#include "xml/gate/finding.h"
#include "xml/gate/nearest.h"
#include "xml/gate/words.h"
#include "xml/node.h"

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

bool
expression_are_addresses(const struct contract *contract, const struct nodes *nodes)
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

void
expression_give_nodes(const struct cursor *c, const struct nodes *nodes, struct value *out)
{
	*out = (struct value){ .nodes = *nodes, .is_nodes = true, .address = { .state = ADDRESS_COMPUTED } };
	if (nodes->rooted)
		out->address.state = ADDRESS_ROOTED;
	else if (expression_are_addresses(c->reader->contract, nodes))
		out->address.state = ADDRESS_SAFE;
}

void
expression_give_other(struct value *out)
{
	*out = (struct value){ .nodes = { .unknown = true }, .address = { .state = ADDRESS_COMPUTED } };
}

static void
read_literal(struct cursor *c, struct value *out)
{
	const char *begin = c->at + 1, *closing = memchr(begin, *c->at, (size_t)(c->end - begin));

	expression_give_other(out);
	if (closing == NULL) {
		cursor_fail_at(c, "bad-expression", c->at);
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
	expression_give_other(out);
	while (c->at < c->end && ((*c->at >= '0' && *c->at <= '9') || *c->at == '.'))
		c->at++;
}

static void
read_variable(struct cursor *c, struct value *out)
{
	const struct reader *reader = c->reader;
	const char *nearest = NULL;
	struct word word;

	expression_give_other(out);
	c->at++;
	if (!cursor_see_word(c, &word) || word.any) {
		cursor_fail_at(c, "bad-expression", c->at);
		return;
	}
	c->at = word.begin + word.length;
	if (reader->variable == NULL || reader->variable(reader->data, word.begin, word.length, out))
		return;
	expression_give_other(out);
	if (reader->near_variable != NULL)
		reader->near_variable(reader->data, word.begin, word.length, &nearest);
	cursor_complain(c, &(struct complaint){ .key = "unknown-variable", .refuses = true, .at = (size_t)(word.begin - c->begin),
	    .name = word.begin, .name_length = word.length, .nearest = nearest });
}

/* What is no path: then predicates and steps may follow. */
static bool
read_primary(struct cursor *c, struct value *out)
{
	char sign = cursor_peek(c);
	struct word word;

	if (sign == '$') {
		read_variable(c, out);
	} else if (sign == '(') {
		c->at++;
		expression_read_operands(c, 0, out);
		cursor_expect(c, ')');
		out->literal = false;
	} else if (sign == '\'' || sign == '"') {
		read_literal(c, out);
	} else if ((sign >= '0' && sign <= '9') || (sign == '.' && c->end - c->at > 1 && c->at[1] >= '0' && c->at[1] <= '9')) {
		read_number(c, out);
	} else if (cursor_see_word(c, &word) && !word.any && !step_is_type(&word) && step_followed_by(c, &word, "(")) {
		call_read(c, &word, out);
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
		step_read_location(c, &nodes);
		expression_give_nodes(c, &nodes, out);
		return;
	}
	if (c->failed || (cursor_peek(c) != '[' && cursor_peek(c) != '/'))
		return;
	nodes = out->nodes;
	step_read_predicates(c, &nodes);
	step_read_more(c, &nodes);
	expression_give_nodes(c, &nodes, out);
}

static void
read_union(struct cursor *c, struct value *out)
{
	struct value more;

	read_path(c, out);
	while (!c->failed && cursor_take(c, '|')) {
		read_path(c, &more);
		nodes_join(&more.nodes, &out->nodes);
		if (address_refused(&out->address))
			more.address = out->address;
		expression_give_nodes(c, &more.nodes, out);
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

	cursor_skip_space(c);
	left = (size_t)(c->end - c->at);
	word = cursor_name_length(c->at, c->end);
	for (i = 0; i < sizeof operators / sizeof operators[0]; i++) {
		*length = strlen(operators[i].sign);
		if (*length <= left && memcmp(c->at, operators[i].sign, *length) == 0 && (word == 0 || word == *length))
			return operators[i].level;
	}
	return 0;
}

void
expression_read_operands(struct cursor *c, int level, struct value *out)
{
	struct value right;
	bool negative = false;
	size_t length;
	int found;

	expression_give_other(out);
	if (++c->depth > DEPTH_MAX) {
		cursor_fail_at(c, "deep-expression", c->at);
		c->depth--;
		return;
	}
	while (cursor_take(c, '-'))
		negative = true;
	read_union(c, out);
	if (negative)
		expression_give_other(out);
	while (!c->failed && (found = see_operator(c, &length)) > level) {
		c->at += length;
		expression_read_operands(c, found, &right);
		expression_give_other(out);
	}
	c->depth--;
}

bool
expression_read(const struct reader *reader, const char *text, size_t length, struct value *out)
{
	struct cursor c = { .reader = reader, .begin = text, .at = text, .end = text + length, .context = reader->current };

	expression_read_operands(&c, 0, out);
	if (!c.failed && cursor_peek(&c) != '\0')
		cursor_fail_at(&c, "bad-expression", c.at);
	if (!c.failed && c.at < c.end)
		cursor_fail_at(&c, "bad-expression", c.at);
	return !c.failed;
}

bool
expression_read_pattern(const struct reader *reader, const char *text, size_t length, struct nodes *out)
{
	struct cursor c = { .reader = reader, .begin = text, .at = text, .end = text + length,
	    .context = nodes_everything(reader->contract), .pattern = true };
	struct value value;

	read_union(&c, &value);
	if (!c.failed && (cursor_peek(&c) != '\0' || c.at < c.end))
		cursor_fail_at(&c, "bad-expression", c.at);
	*out = c.failed || !value.is_nodes ? nodes_unknown() : value.nodes;
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
