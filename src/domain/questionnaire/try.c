/* try.c - a questionnaire on its own tests. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/clock.h"
#include "domain/questionnaire/trial.h"
#include "xml/node.h"

/* One response that takes a second, or tests that take many, would hold a worker. */
enum { TRIAL_MS = 1000, ALL_TRIALS_MS = 5000 };

void
trial_fault(struct trial *t, const struct reason *reason)
{
	struct reason whole = *reason;

	whole.line = xmlGetLineNo(t->node);
	whole.element = (const char *)t->node->name;
	whole.test = t->id;
	reasons_add(t->failed, &whole);
	t->wrong = true;
}

void
trial_fault_of(struct trial *t, enum reason_key key, const char *name)
{
	trial_fault(t, &(struct reason){ .key = key, .name = name });
}

const char *
trial_figure(struct trial *t, long value)
{
	return talloc_asprintf(t->answers, "%ld", value);
}

static const xmlNode *
find_test(const struct questionnaire *q, const char *id, const xmlNode *before)
{
	const xmlNode *node;

	for (node = node_child(q->root, "test"); node != NULL && node != before; node = node_next(node, "test"))
		if (strcmp(node_get(node, "id"), id) == 0)
			return node;
	return NULL;
}

/* What a test says of a question; false when the question cannot be answered so. */
static bool
read_given(struct trial *t, const struct question *question, const xmlNode *given, struct answer *out)
{
	static const char *const names[] = { "option", "options", "value", NULL };
	const char *text = NULL, *name = NULL;
	size_t i;

	*out = (struct answer){ .state = answer_state_of(node_get(given, "state")) };
	if (out->state == ANSWER_DONT_KNOW && !question->dont_know)
		return false;
	if (node_get(given, "state") != NULL)
		return true;
	for (i = 0; names[i] != NULL && text == NULL; i++)
		text = node_get(given, name = names[i]);
	if (strcmp(name, question->kind == QUESTION_SINGLE ? "option" : question->kind == QUESTION_MANY ? "options" : "value") != 0)
		return false;
	*out = answer_read(t->answers, question, text);
	return out->state == ANSWER_GIVEN && answer_fault(question, out) == NULL;
}

static void
give_answer(struct trial *t, const xmlNode *given)
{
	const char *id = node_get(given, "question"), *value = node_get(given, "option");
	const struct question *question = questionnaire_question(t->q, id);
	struct answer answer;

	if (value == NULL)
		value = node_get(given, "options") != NULL ? node_get(given, "options") : node_get(given, "value");
	if (question == NULL)
		trial_fault_of(t, REASON_TEST_NO_QUESTION, id);
	else if (!read_given(t, question, given, &answer))
		trial_fault(t, &(struct reason){ .key = REASON_TEST_NO_ANSWER, .where = id,
		    .name = value == NULL ? node_get(given, "state") : value });
	else
		t->answers[question - t->q->questions] = answer;
}

static void
set_parameter(struct trial *t, const xmlNode *with)
{
	const char *id = node_get(with, "parameter");
	size_t i;

	for (i = 0; i < t->q->parameter_count && strcmp(t->q->parameters[i].id, id) != 0; i++)
		;
	if (i == t->q->parameter_count) {
		trial_fault_of(t, REASON_TEST_NO_PARAMETER, id);
		return;
	}
	t->parameters = talloc_realloc(t->q, t->parameters, struct parameter, (unsigned)t->parameter_count + 2);
	/* The latest first: it is the one that is found. */
	memmove(t->parameters + 1, t->parameters, t->parameter_count * sizeof *t->parameters);
	t->parameters[0] = (struct parameter){ id, node_get(with, "value") };
	t->parameters[++t->parameter_count] = (struct parameter){ NULL, NULL };
}

/* What an earlier test gives first, then what this one gives. */
static void
give_all(struct trial *t, const xmlNode *test)
{
	const char *like = node_get(test, "like");
	const xmlNode *earlier = like == NULL ? NULL : find_test(t->q, like, test), *node;

	if (like != NULL && earlier == NULL)
		trial_fault_of(t, REASON_TEST_NO_EARLIER, like);
	if (earlier != NULL)
		give_all(t, earlier);
	for (node = node_child(test, "with"); node != NULL; node = node_next(node, "with"))
		set_parameter(t, node);
	for (node = node_child(test, "given"); node != NULL; node = node_next(node, "given"))
		give_answer(t, node);
}

/* The element that a rule stands in. */
static const xmlNode *
node_of(const xmlNode *parent, const struct expression *rule)
{
	static const char *const attributes[] = { "show-if", "select", "test", NULL };
	const xmlNode *node, *found = NULL;
	size_t i;

	for (node = node_child(parent, NULL); node != NULL && found == NULL; node = node_next(node, NULL)) {
		for (i = 0; attributes[i] != NULL; i++)
			if (node_get(node, attributes[i]) != NULL && strcmp(node_get(node, attributes[i]), expression_text(rule)) == 0)
				return node;
		found = node_of(node, rule);
	}
	return found;
}

static void
fault_costs(struct trial *t, unsigned long steps)
{
	trial_fault(t, &(struct reason){ .key = REASON_RULES_COST, .is = trial_figure(t, (long)steps), .wanted = trial_figure(t, QUESTIONNAIRE_STEPS_MAX) });
}

/* Evaluate answers; what cannot be evaluated is a fault of the rule. */
static struct response *
evaluate(struct trial *t, bool everything, unsigned long *steps)
{
	struct effort effort = { .everything = everything, .most = QUESTIONNAIRE_STEPS_MAX };
	struct response *response = NULL;

	if (questionnaire_evaluate(t->q, t->q, t->answers, t->parameters, &effort, &response) != FAIL_NONE) {
		if (effort.exhausted) {
			fault_costs(t, effort.steps);
		} else if (effort.broken != NULL) {
			t->node = node_of(t->q->root, effort.broken);
			trial_fault_of(t, REASON_RULE_COSTS, expression_text(effort.broken));
		} else {
			trial_fault_of(t, REASON_NOT_EVALUATED, NULL);
		}
		talloc_free(response);
		response = NULL;
	}
	*steps = effort.steps;
	return response;
}

static void
begin(struct trial *t, const xmlNode *node)
{
	t->node = node;
	t->id = node_get(node, "id");
	memset(t->answers, 0, t->q->question_count * sizeof *t->answers);
	talloc_free(t->parameters);
	t->parameters = NULL;
	t->parameter_count = 0;
}

static void
run_test(struct trial *t, const xmlNode *test)
{
	struct response *response;
	unsigned long steps;
	const xmlNode *node;

	begin(t, test);
	give_all(t, test);
	response = evaluate(t, false, &steps);
	for (node = node_child(test, NULL); node != NULL && response != NULL; node = node_next(node, NULL))
		trial_check(t, node, response);
	talloc_free(response);
}

static const char *
largest(const struct trial *t, const struct question *question)
{
	return question->kind == QUESTION_NUMBER ? talloc_asprintf(t->answers, "%ld", question->max) : "x";
}

/* Every question asked and answered, of many all options: the largest tree that rules can meet. */
static void
give_everything(struct trial *t)
{
	size_t i;

	for (i = 0; i < t->q->question_count; i++) {
		const struct question *question = &t->q->questions[i];
		struct answer *answer = &t->answers[i];

		answer->state = ANSWER_GIVEN;
		if (question->kind == QUESTION_MANY)
			answer->chosen = question->option_count == 64 ? ~0ull : (1ull << question->option_count) - 1;
		else if (question->option_count > 0)
			answer->option = &question->options[question->option_count - 1];
		else
			answer->given = question->kind == QUESTION_DATE ? "2026-04-15" : largest(t, question);
	}
}

/* Rules run while a citizen waits: what takes too long on the largest response is not published. */
static bool
cheap(struct trial *t)
{
	struct response *response;
	unsigned long steps;
	long long began;

	begin(t, t->q->root);
	t->id = NULL;
	give_everything(t);
	began = clock_spent_us();
	response = evaluate(t, true, &steps);
	talloc_free(response);
	if (response != NULL && clock_spent_us() - began > TRIAL_MS * 1000ll)
		fault_costs(t, steps);
	return !t->wrong;
}

/* All trials run on one clock; that it ran out is told once. */
static bool
out_of_time(struct trial *t)
{
	if (t->late || clock_spent_us() - t->began <= ALL_TRIALS_MS * 1000ll)
		return t->late;
	t->late = true;
	t->id = NULL;
	trial_fault(t, &(struct reason){ .key = REASON_TESTS_SLOW, .wanted = trial_figure(t, ALL_TRIALS_MS / 1000) });
	return true;
}

/* What an option says of its colour must be what the rules say, where it alone decides. */
static void
check_levels(struct trial *t, const struct dimension *dimension, const xmlNode *node)
{
	const struct question *question = &t->q->questions[dimension->first];
	struct response *response;
	size_t i;

	for (i = 0; dimension->count == 1 && question->show_if == NULL && i < question->option_count; i++) {
		const struct option *option = &question->options[i];
		unsigned long steps;
		const char *is;

		if (out_of_time(t))
			return;
		if (option->level == NULL || question->kind == QUESTION_MANY || dimension->colour_count == 0)
			continue;
		begin(t, node);
		t->id = NULL;
		t->answers[dimension->first] = (struct answer){ .state = ANSWER_GIVEN, .option = option };
		response = evaluate(t, false, &steps);
		if (response == NULL)
			return;
		is = level_name(response->dimensions[dimension - t->q->dimensions].level);
		if (is == NULL || strcmp(is, option->level) != 0)
			trial_fault(t, &(struct reason){ .key = REASON_OPTION_LEVEL, .name = option->id, .where = dimension->id,
			    .wanted = option->level, .is = is == NULL ? "none" : is });
		talloc_free(response);
	}
}

static void
try_all(struct trial *t)
{
	const xmlNode *section, *node;
	size_t i = 0;

	for (node = node_child(t->q->root, "test"); node != NULL; node = node_next(node, "test")) {
		t->node = node;
		t->id = node_get(node, "id");
		if (++i > QUESTIONNAIRE_TESTS_MAX) {
			t->id = NULL;
			trial_fault(t, &(struct reason){ .key = REASON_TOO_MANY_TESTS, .wanted = trial_figure(t, QUESTIONNAIRE_TESTS_MAX) });
			return;
		}
		if (out_of_time(t))
			return;
		run_test(t, node);
	}
	for (i = 0, section = node_child(t->q->root, "section"); section != NULL; section = node_next(section, "section"))
		for (node = node_child(section, "dimension"); node != NULL; node = node_next(node, "dimension"))
			check_levels(t, &t->q->dimensions[i++], node);
}

bool
questionnaire_try(const struct questionnaire *q, struct reasons *failed)
{
	struct trial t = { .q = q, .answers = talloc_zero_array(q, struct answer, (unsigned)q->question_count), .failed = failed,
	    .began = clock_spent_us() };

	if (cheap(&t))
		try_all(&t);
	talloc_free(t.answers);
	talloc_free(t.parameters);
	return !t.wrong;
}
