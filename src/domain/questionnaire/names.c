/* names.c - what the texts of rules name must be there; a condition names only what was asked before. */
#include <ctype.h>
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"
#include "xml/node.h"

/* A rule being looked at: attribute of node; asks is the question whose condition it is, or NULL. */
struct look { struct reading *r; const xmlNode *node; const char *attribute; const struct question *asks; };

static bool
has_option(const struct questionnaire *q, const char *id)
{
	size_t i;

	for (i = 0; i < q->question_count; i++)
		if (q->questions[i].kind != QUESTION_SCALE && question_option(&q->questions[i], id) != NULL)
			return true;
	return false;
}

static bool
has_score(const struct questionnaire *q, const char *id)
{
	size_t i;

	for (i = 0; i < q->score_count; i++)
		if (strcmp(q->scores[i].id, id) == 0)
			return true;
	return false;
}

static bool
is_state(const char *word)
{
	return answer_state_of(word) != ANSWER_NONE || strcmp(word, "none") == 0 || strcmp(word, "missing") == 0;
}

/* Is there what the attribute is compared with? */
static bool
known(const struct questionnaire *q, const char *attribute, const char *word)
{
	if (strcmp(attribute, "question") == 0)
		return questionnaire_question(q, word) != NULL;
	if (strcmp(attribute, "id") == 0)
		return questionnaire_dimension(q, word) != NULL || has_score(q, word) || has_option(q, word);
	if (strcmp(attribute, "option") == 0)
		return has_option(q, word);
	if (strcmp(attribute, "state") == 0)
		return is_state(word);
	if (strcmp(attribute, "colour") == 0 || strcmp(attribute, "level") == 0)
		return level_of(word) != LEVEL_NONE;
	return true;
}

/* What to say where it is not. */
static enum reason_key
unknown_key(const char *attribute)
{
	static const struct { const char *attribute; enum reason_key key; } keys[] = {
		{ "question", REASON_RULE_NO_QUESTION }, { "id", REASON_RULE_NO_ID }, { "option", REASON_RULE_NO_OPTION },
		{ "state", REASON_RULE_NO_STATE },
	};
	size_t i;

	for (i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (strcmp(keys[i].attribute, attribute) == 0)
			return keys[i].key;
	return REASON_RULE_NO_LEVEL;
}

/* Of the rule that is looked at: about name, and the question whose condition it is. */
static void
say(const struct look *look, enum reason_key key, const char *name)
{
	reading_fault(look->r, look->node, &(struct reason){ .key = key, .name = name, .where = look->attribute,
	    .wanted = look->asks == NULL ? NULL : look->asks->id });
}

/* A condition is true or not before its question is asked. */
static void
check_earlier(const struct look *look, const char *attribute, const char *word)
{
	const struct questionnaire *q = look->r->q;
	const struct question *question = strcmp(attribute, "question") == 0 ? questionnaire_question(q, word) : NULL;
	const struct dimension *dimension = strcmp(attribute, "id") == 0 ? questionnaire_dimension(q, word) : NULL;

	if (question != NULL && question >= look->asks)
		say(look, REASON_ASKED_LATER, word);
	if (dimension != NULL && dimension->first + dimension->count > (size_t)(look->asks - q->questions))
		say(look, REASON_DIMENSION_ASKED_LATER, word);
}

static void
check_compared(const struct look *look, const char *attribute, size_t attribute_length, const char *word, size_t length)
{
	char *name = talloc_strndup(look->r->q, attribute, attribute_length), *text = talloc_strndup(look->r->q, word, length);

	if (!known(look->r->q, name, text))
		say(look, unknown_key(name), text);
	else if (look->asks != NULL)
		check_earlier(look, name, text);
	talloc_free(name);
	talloc_free(text);
}

static size_t
name_length(const char *text)
{
	size_t n = 0;

	while (isalnum((unsigned char)text[n]) || text[n] == '-' || text[n] == '_' || text[n] == '.')
		n++;
	return n;
}

static const char *
skip_space(const char *at)
{
	return at + strspn(at, " \t\r\n");
}

/* The text literal after "=" or "!=" at this place: its start, and *length; NULL when there is none. */
static const char *
compared(const char *at, size_t *length)
{
	const char *end;

	at = skip_space(at);
	at += *at == '!';
	if (*at != '=')
		return NULL;
	at = skip_space(at + 1);
	if (*at != '"' && *at != '\'')
		return NULL;
	end = strchr(at + 1, *at);
	*length = end == NULL ? 0 : (size_t)(end - at - 1);
	return end == NULL ? NULL : at + 1;
}

/* The attribute that a literal, which ends at this place, is compared with: its name, and *length; NULL when there is none. */
static const char *
compared_back(const char *at, size_t *length)
{
	at = skip_space(at);
	at += *at == '!';
	if (*at != '=')
		return NULL;
	at = skip_space(at + 1);
	if (*at != '@')
		return NULL;
	*length = name_length(at + 1);
	return at + 1;
}

/* What rules may read of a response, by name: a condition comes before colours and scores. */
static void
check_attribute(const struct look *look, const char *name, size_t length)
{
	static const char *const names[] = { "question", "state", "option", "value", "score", "level", "id", "colour", "band", NULL };
	size_t i;

	for (i = 0; names[i] != NULL; i++)
		if (strlen(names[i]) == length && strncmp(names[i], name, length) == 0)
			break;
	if (names[i] == NULL && length > 0)
		say(look, REASON_RULE_NO_ATTRIBUTE, talloc_strndup(look->r->q, name, length));
	if (look->asks != NULL && names[i] != NULL && (strcmp(names[i], "colour") == 0 || strcmp(names[i], "band") == 0))
		say(look, REASON_CONDITION_TOO_EARLY, names[i]);
	if (strcmp(look->attribute, "select") == 0 && names[i] != NULL && strcmp(names[i], "colour") == 0)
		say(look, REASON_SELECT_TOO_EARLY, names[i]);
}

static void
look_at(const struct look *look)
{
	const char *at = node_get(look->node, look->attribute), *word, *end;
	size_t length, other;

	while (*at != '\0' && !look->r->wrong) {
		if (*at == '"' || *at == '\'') {
			end = strchr(at + 1, *at);
			if (end == NULL)
				return;
			word = compared_back(end + 1, &other);
			if (word != NULL)
				check_compared(look, word, other, at + 1, (size_t)(end - at - 1));
			at = end + 1;
		} else if (*at == '@') {
			length = name_length(at + 1);
			check_attribute(look, at + 1, length);
			word = compared(at + 1 + length, &other);
			if (word != NULL)
				check_compared(look, at + 1, length, word, other);
			at += 1 + length;
		} else {
			at++;
		}
	}
}

static void
look_at_all(struct reading *r, const xmlNode *parent, const char *name, const char *attribute)
{
	const xmlNode *node;

	for (node = node_child(parent, name); node != NULL; node = node_next(node, name))
		if (node_get(node, attribute) != NULL)
			look_at(&(struct look){ r, node, attribute, NULL });
}

static void
look_at_dimension(struct reading *r, const xmlNode *dimension)
{
	const xmlNode *node;

	for (node = node_child(dimension, "question"); node != NULL; node = node_next(node, "question"))
		if (node_get(node, "show-if") != NULL)
			look_at(&(struct look){ r, node, "show-if", questionnaire_question(r->q, node_get(node, "id")) });
	look_at_all(r, dimension, "colour", "test");
}

void
questionnaire_check_rules(struct reading *r)
{
	const xmlNode *section, *node;

	for (section = node_child(r->q->root, "section"); section != NULL; section = node_next(section, "section"))
		for (node = node_child(section, "dimension"); node != NULL; node = node_next(node, "dimension"))
			look_at_dimension(r, node);
	for (node = node_child(r->q->root, "score"); node != NULL; node = node_next(node, "score"))
		look_at_all(r, node, "band", "test");
	look_at_all(r, r->q->root, "score", "select");
	look_at_all(r, r->q->root, "undecided", "test");
	look_at_all(r, r->q->root, "indication", "test");
}
