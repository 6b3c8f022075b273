/* answers_form.c - answers as they are typed, drawn and read. */
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/answers.h"
#include "web/form.h"
#include "xml/node.h"

/* What was typed or chosen for a question, if it can be; what is beside it is read by type_missing. */
static void
type_answer(struct request *rq, const struct question *question, struct answer *answer)
{
	const char *value = field_text(rq, question->id), *error;
	struct answer typed;

	if (value == NULL) {
		if (answer->state == ANSWER_GIVEN && field_emptied(rq, question->id))
			*answer = (struct answer){ .state = ANSWER_NONE };
		return;
	}
	typed = answer_read(rq, question, value);
	error = typed.state == ANSWER_GIVEN ? answer_fault(question, &typed) : NULL;
	if (error != NULL)
		field_error(rq, question->id, error);
	else if (typed.state == ANSWER_GIVEN)
		*answer = typed;
	else
		*answer = (struct answer){ .state = answer_state_of(value) };
}

/* "Don't know" or "declined" beside what is typed: what is new of the two holds.  Both new: which is meant is asked. */
static void
type_missing(struct request *rq, const struct question *question, const struct answer *before, struct answer *answer)
{
	const char *value = field_text(rq, request_format(rq, "%s" ANSWER_MISSING_SUFFIX, question->id));
	enum answer_state state = answer_state_of(value);

	if (value == NULL && answer->state != ANSWER_GIVEN && field_emptied(rq, question->id))
		*answer = (struct answer){ .state = ANSWER_NONE };
	if (state == ANSWER_NONE || field_refused(rq, question->id) || (answer->state == ANSWER_GIVEN && before->state == state))
		return;
	if (answer->state == ANSWER_GIVEN && !answer_equal(answer, before)) {
		*answer = *before;
		field_error(rq, question->id, "either");
		return;
	}
	*answer = (struct answer){ .state = state };
}

struct answer *
answers_typed(struct request *rq, const struct questionnaire *q, const struct answer *answers)
{
	struct answer *typed = talloc_memdup(rq, answers, q->question_count * sizeof *answers);
	size_t i;

	for (i = 0; i < q->question_count; i++) {
		const struct question *question = &q->questions[i];

		type_answer(rq, question, &typed[i]);
		if (question->kind != QUESTION_SINGLE && question->kind != QUESTION_SCALE)
			type_missing(rq, question, &answers[i], &typed[i]);
	}
	return typed;
}

/* Values before the choices, unless what was typed stands there. */
static void
set_value(xmlNode *field, const char *value)
{
	xmlNode *node;

	if (value == NULL || node_child(field, "value") != NULL)
		return;
	node = node_add_text(field, "value", value);
	if (field->children != node)
		xmlAddPrevSibling(field->children, node);
}

/* Of many the field has a value each: backwards, since each goes first. */
static void
set_chosen(xmlNode *field, const struct question *question, unsigned long long chosen)
{
	xmlNode *before = field->children, *node;
	size_t i;

	if (node_child(field, "value") != NULL)
		return;
	for (i = 0; i < question->option_count; i++) {
		if ((chosen >> i & 1) == 0)
			continue;
		node = node_add_text(field, "value", question->options[i].id);
		if (before != NULL)
			xmlAddPrevSibling(before, node);
	}
}

/* A number as it is typed: with a comma. */
static void
set_decimal(xmlNode *field, const char *given)
{
	char *text = talloc_strdup(NULL, given), *point = strchr(text, '.');

	if (point != NULL)
		*point = ',';
	set_value(field, text);
	talloc_free(text);
}

/* The answer that stands, on its own field or (missing) on the one beside it. */
static void
set_answer(xmlNode *field, const struct question *question, const struct answer *answer, bool missing)
{
	bool beside = question->kind != QUESTION_SINGLE && question->kind != QUESTION_SCALE;

	if (answer->state == ANSWER_DONT_KNOW || answer->state == ANSWER_DECLINED)
		set_value(field, missing || !beside ? answer_state_name(answer->state) : NULL);
	else if (answer->state != ANSWER_GIVEN || missing)
		return;
	else if (question->kind == QUESTION_MANY)
		set_chosen(field, question, answer->chosen);
	else if (question->kind == QUESTION_NUMBER)
		set_decimal(field, answer->given);
	else
		set_value(field, beside ? answer->given : answer->option->id);
}

/* The question's words on its field; choices get theirs, but the numbers of a scale and those of no answer, which are labels. */
static void
set_words(xmlNode *field, const struct question *question, const struct question_words *words, size_t number)
{
	xmlNode *choice, *label = node_add_text(field, "label", words->text);

	xmlAddPrevSibling(field->children, label);
	node_add_text(field, "help", words->help);
	for (choice = node_child(field, "choice"); choice != NULL; choice = node_next(choice, "choice")) {
		const struct option *option = question_option(question, node_get(choice, "value"));

		if (option != NULL)
			xmlAddChild(choice, xmlNewDocText(choice->doc, BAD_CAST words->options[option - question->options]));
	}
	if (question->required)
		node_set(field, "required", "yes");
	node_set_int(field, "number", (long long)number);
	node_set(field, "low", words->low);
	node_set(field, "high", words->high);
	node_set(field, "unit", words->unit);
}

/* A field beside another: whose it is. */
static const struct question *
question_beside(const struct questionnaire *q, const char *name)
{
	const char *point = strchr(name, '.');
	char *id = point == NULL ? NULL : talloc_strndup(NULL, name, (size_t)(point - name));
	const struct question *question = questionnaire_question(q, id);

	talloc_free(id);
	return question;
}

/* Where both were given one may choose one's answer: without a script nothing else takes back what is beside it. */
static void
offer_given(xmlNode *missing)
{
	const xmlNode *field = missing->prev, *error = field == NULL ? NULL : node_child(field, "error");
	xmlNode *choice = node_child(missing, "choice");

	while (choice != NULL && strcmp(node_get(choice, "value"), ANSWER_GIVEN_CHOICE) != 0)
		choice = node_next(choice, "choice");
	if (choice == NULL || (error != NULL && strcmp(node_get(error, "key"), "either") == 0))
		return;
	xmlUnlinkNode(choice);
	xmlFreeNode(choice);
}

xmlNode *
answers_form_add(struct request *rq, xmlNode *parent, const struct questionnaire *q, const struct words *words, size_t i,
    const struct response *response, const char *action)
{
	xmlNode *form = form_add(rq, parent, &q->pages[i].form, "%s", action), *field, *next;

	for (field = node_child(form, "field"); field != NULL; field = next) {
		const struct question *question = questionnaire_question(q, node_get(field, "name"));
		bool missing = question == NULL;
		size_t k = (size_t)((missing ? question = question_beside(q, node_get(field, "name")) : question) - q->questions);

		next = node_next(field, "field");
		if (response->answers[k].state == ANSWER_NOT_ASKED) {
			xmlUnlinkNode(field);
			xmlFreeNode(field);
			continue;
		}
		if (missing) {
			offer_given(field);
			xmlAddPrevSibling(field->children, node_add_text(field, "label", words->questions[k].text));
		} else
			set_words(field, question, &words->questions[k], k + 1);
		set_answer(field, question, &response->answers[k], missing);
	}
	return form;
}

static bool
is_same(const void *owner, const struct question *question, const struct answer *a, const struct answer *b)
{
	const char *one = answer_text(owner, question, NULL, a), *other = answer_text(owner, question, NULL, b);

	return a->state == b->state && a->option == b->option && (one == NULL || other == NULL ? one == other : strcmp(one, other) == 0);
}

/* As the field's own value where it has choices, which have the words; else in words; empty for no answer. */
static void
theirs_add(xmlNode *field, const struct question *question, const struct question_words *words, const struct answer *theirs)
{
	char *owner = talloc_strdup(NULL, "");
	bool given = theirs->state == ANSWER_GIVEN;
	const char *text = given && theirs->option != NULL ? theirs->option->id : answer_text(owner, question, words, theirs);

	if (theirs->state == ANSWER_DONT_KNOW || theirs->state == ANSWER_DECLINED)
		text = answer_state_name(theirs->state);
	node_add_text(field, "theirs", text == NULL ? "" : text);
	talloc_free(owner);
}

void
answers_theirs_add(xmlNode *form, const struct questionnaire *q, const struct words *words, const struct answer *mine,
    const struct answer *theirs)
{
	xmlNode *field;

	for (field = node_child(form, "field"); field != NULL; field = node_next(field, "field")) {
		const struct question *question = questionnaire_question(q, node_get(field, "name"));
		size_t k = question == NULL ? 0 : (size_t)(question - q->questions);
		bool missing, beside = question != NULL && question->kind != QUESTION_SINGLE && question->kind != QUESTION_SCALE;

		if (question == NULL || is_same(NULL, question, &mine[k], &theirs[k]))
			continue;
		missing = beside && (theirs[k].state == ANSWER_DONT_KNOW || theirs[k].state == ANSWER_DECLINED);
		if (missing && node_next(field, "field") != NULL)
			field = node_next(field, "field");
		theirs_add(field, question, &words->questions[k], &theirs[k]);
	}
}

/* Of many the options' words, with semicolons between. */
static const char *
words_chosen(const void *owner, const struct question *question, const struct question_words *words, unsigned long long chosen)
{
	char *text = NULL;
	size_t i;

	for (i = 0; i < question->option_count; i++) {
		const char *one = words == NULL ? question->options[i].text : words->options[i];

		if ((chosen >> i & 1) != 0)
			text = text == NULL ? talloc_strdup(owner, one) : talloc_asprintf_append(text, "; %s", one);
	}
	return text;
}

/* A number with its unit, and a date, as they are written in Denmark. */
static const char *
words_given(const void *owner, const struct question *question, const struct question_words *words, const char *given)
{
	const char *unit = words == NULL ? question->unit : words->unit;
	char shown[32], *text, *point;

	if (question->kind == QUESTION_DATE)
		return talloc_strdup(owner, date_show(given, shown) ? shown : given);
	if (question->kind == QUESTION_TEXT)
		return given;
	text = talloc_asprintf(owner, "%s%s%s", given, unit == NULL ? "" : " ", unit == NULL ? "" : unit);
	point = strchr(text, '.');
	if (point != NULL && point < text + strlen(given))
		*point = ',';
	return text;
}

const char *
answer_text(const void *owner, const struct question *question, const struct question_words *words, const struct answer *answer)
{
	if (answer->state != ANSWER_GIVEN)
		return NULL;
	if (question->kind == QUESTION_MANY)
		return words_chosen(owner, question, words, answer->chosen);
	if (answer->option == NULL)
		return words_given(owner, question, words, answer->given);
	return words == NULL ? answer->option->text : words->options[answer->option - question->options];
}
