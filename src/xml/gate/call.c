#include "xml/gate/expression_parts.h"

#include <stdio.h>
#include <string.h>

#include "xml/functions.h"
#include "xml/gate/finding.h"
#include "xml/gate/nearest.h"
#include "xml/gate/words.h"
#include "xml/node.h"

/* A call while its values are read: what the first one was, and how what it gives begins. */
struct call { struct word word; bool known; struct words_function function; int values; struct value first; struct address joined; };

static void
say_call(struct cursor *c, const struct call *call, const char *key, bool refuses, const char *nearest)
{
	cursor_complain(c, &(struct complaint){ .key = key, .refuses = refuses, .at = (size_t)(call->word.begin - c->begin),
	    .name = call->word.begin, .name_length = call->word.length, .nearest = nearest });
}

static void
find_function(struct cursor *c, struct call *call)
{
	const char *uri = call->word.prefix == NULL ? "" : cursor_namespace(c, &call->word);
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
		if (words_same(call->word.local, call->word.local_length, function.name)) {
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

	if (value->text == NULL || value->length + strlen(suffix) >= sizeof key || labels == NULL || !cursor_listens(c))
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
	cursor_complain(c, &(struct complaint){ .key = value->literal ? "unknown-label" : "label-start", .refuses = value->literal,
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
	cursor_complain(c, &(struct complaint){ .key = "unknown-key", .refuses = true, .at = (size_t)(value->text - c->begin),
	    .name = value->text, .name_length = value->length, .nearest = nearest.best });
}

/* What is known of what a call gives, and what can be said of its values. */
static void
finish_call(struct cursor *c, struct call *call, struct value *out)
{
	const struct words_function *function = &call->function;

	expression_give_other(out);
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
		expression_give_nodes(c, &c->reader->current, out);
	else if (function->gives == WORDS_KEPT && !call->first.is_nodes)
		expression_give_nodes(c, &(struct nodes){ .unknown = true, .kept = true }, out);
	else if (function->gives == WORDS_SAME || function->gives == WORDS_KEPT)
		expression_give_nodes(c, &call->first.nodes, out);
	else if (function->gives == WORDS_TEXT_OF && call->values == 1)
		out->address = call->first.address;
	else if (function->gives == WORDS_TEXT_OF)
		out->address.state = expression_are_addresses(c->reader->contract, &c->context) ? ADDRESS_SAFE : ADDRESS_COMPUTED;
	else if (function->gives == WORDS_JOINED) {
		out->address = call->joined;
		out->text = call->first.text;
		out->length = call->first.length;
	}
}

void
call_read(struct cursor *c, const struct word *word, struct value *out)
{
	struct call call = { .word = *word };
	struct value value;

	c->at = word->begin + word->length;
	find_function(c, &call);
	cursor_expect(c, '(');
	if (cursor_peek(c) != ')') {
		do {
			expression_read_operands(c, 0, &value);
			if (call.values++ == 0)
				call.first = value;
			if (value.literal)
				address_text(&call.joined, value.text, value.length);
			else
				address_piece(&call.joined, &value.address);
		} while (!c->failed && cursor_take(c, ','));
	}
	cursor_expect(c, ')');
	finish_call(c, &call, out);
}
