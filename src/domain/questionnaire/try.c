/* try.c - a questionnaire on its own tests. */
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "xml/node.h"

/* One test being run, and what all of them found. */
struct trial {
	const struct questionnaire *q;
	const char *id;
	struct answer *answers;
	struct parameter *parameters;
	size_t parameter_count;
	char *faults;
};

static void __attribute__((format(printf, 2, 3)))
fault(struct trial *t, const char *format, ...)
{
	char *text;
	va_list ap;

	va_start(ap, format);
	text = talloc_vasprintf(t->q, format, ap);
	va_end(ap);
	t->faults = talloc_asprintf_append(t->faults, "%s%s: %s", t->faults[0] == '\0' ? "" : "\n", t->id, text);
	talloc_free(text);
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

static void
give_answer(struct trial *t, const xmlNode *given)
{
	const char *id = node_get(given, "question"), *state = node_get(given, "state");
	const char *value = node_get(given, node_get(given, "option") != NULL ? "option" : "value");
	const struct question *question = questionnaire_question(t->q, id);
	struct answer answer = { .state = ANSWER_GIVEN };

	if (question == NULL) {
		fault(t, "there is no question \"%s\"", id);
		return;
	}
	if (state != NULL)
		answer.state = strcmp(state, "declined") == 0 ? ANSWER_DECLINED : ANSWER_NONE;
	else
		answer.option = question_option(question, value);
	if (state == NULL && answer.option == NULL)
		fault(t, "question \"%s\" has no answer \"%s\"", id, value);
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
		fault(t, "there is no parameter \"%s\"", id);
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
		fault(t, "there is no earlier test \"%s\"", like);
	if (earlier != NULL)
		give_all(t, earlier);
	for (node = node_child(test, "with"); node != NULL; node = node_next(node, "with"))
		set_parameter(t, node);
	for (node = node_child(test, "given"); node != NULL; node = node_next(node, "given"))
		give_answer(t, node);
}

static void
expect_count(struct trial *t, const xmlNode *expect, const char *name, int is)
{
	const char *wanted = node_get(expect, name);

	if (wanted != NULL && atoi(wanted) != is)
		fault(t, "%s is %d, not %s", name, is, wanted);
}

static void
expect_text(struct trial *t, const char *name, const char *wanted, const char *is)
{
	if (is == NULL)
		is = "none";
	if (wanted != NULL && strcmp(wanted, is) != 0)
		fault(t, "%s is \"%s\", not \"%s\"", name, is, wanted);
}

static void
check_whole(struct trial *t, const xmlNode *expect, const struct response *response)
{
	expect_count(t, expect, "red", response->tally.red);
	expect_count(t, expect, "yellow", response->tally.yellow);
	expect_count(t, expect, "green", response->tally.green);
	expect_count(t, expect, "missing", response->tally.missing);
	expect_text(t, "indication", node_get(expect, "indication"), response->indication == NULL ? NULL : response->indication->id);
	expect_text(t, "rule", node_get(expect, "rule"), response->rule);
	if (node_text(expect)[0] != '\0')
		expect_text(t, "sentence", node_text(expect), response->sentence);
}

static void
check_dimension(struct trial *t, const xmlNode *expect, const struct response *response)
{
	const struct dimension *dimension = questionnaire_dimension(t->q, node_get(expect, "dimension"));
	const struct dimension_result *result;

	if (dimension == NULL) {
		fault(t, "there is no dimension \"%s\"", node_get(expect, "dimension"));
		return;
	}
	result = &response->dimensions[dimension - t->q->dimensions];
	expect_text(t, dimension->id, node_get(expect, "level"), level_name(result->level));
	expect_text(t, dimension->id, node_get(expect, "rule"), result->colour == NULL ? NULL : result->colour->id);
}

static void
check_score(struct trial *t, const xmlNode *expect, const struct response *response)
{
	const char *id = node_get(expect, "score"), *wanted = node_get(expect, "value");
	size_t i;

	for (i = 0; i < t->q->score_count && strcmp(t->q->scores[i].id, id) != 0; i++)
		;
	if (i == t->q->score_count) {
		fault(t, "there is no score \"%s\"", id);
		return;
	}
	if (!response->scores[i].computed || strcmp(wanted, "none") == 0)
		expect_text(t, id, wanted, response->scores[i].computed ? "computed" : NULL);
	else if (fabs(response->scores[i].value - strtod(wanted, NULL)) > 1e-6)
		fault(t, "%s is %g, not %s", id, response->scores[i].value, wanted);
}

static void
run_test(struct trial *t, const xmlNode *test)
{
	struct response *response = NULL;
	const xmlNode *node;

	t->id = node_get(test, "id");
	memset(t->answers, 0, t->q->question_count * sizeof *t->answers);
	talloc_free(t->parameters);
	t->parameters = NULL;
	t->parameter_count = 0;
	give_all(t, test);
	if (response_evaluate(t->q, t->q, t->answers, t->parameters, &response) != FAIL_NONE)
		fault(t, "a rule cannot be evaluated");
	for (node = node_child(test, NULL); node != NULL && response != NULL; node = node_next(node, NULL)) {
		if (node_is(node, "expect"))
			check_whole(t, node, response);
		else if (node_is(node, "expect-dimension"))
			check_dimension(t, node, response);
		else if (node_is(node, "expect-score"))
			check_score(t, node, response);
	}
	talloc_free(response);
}

/* What an option says of its colour must be what the rules say, where it alone decides. */
static void
check_levels(struct trial *t, const struct dimension *dimension)
{
	const struct question *question = &t->q->questions[dimension->first];
	struct response *response;
	size_t i;

	t->id = dimension->id;
	for (i = 0; dimension->count == 1 && question->show_if == NULL && i < question->option_count; i++) {
		const struct option *option = &question->options[i];
		const char *is;

		if (option->level == NULL)
			continue;
		memset(t->answers, 0, t->q->question_count * sizeof *t->answers);
		t->answers[dimension->first] = (struct answer){ .state = ANSWER_GIVEN, .option = option };
		if (response_evaluate(t->q, t->q, t->answers, NULL, &response) != FAIL_NONE)
			fault(t, "a rule cannot be evaluated");
		is = level_name(response->dimensions[dimension - t->q->dimensions].level);
		if (is == NULL || strcmp(is, option->level) != 0)
			fault(t, "option \"%s\" says %s, the rules say %s", option->id, option->level, is == NULL ? "nothing" : is);
		talloc_free(response);
	}
}

char *
questionnaire_try(const void *owner, const struct questionnaire *q)
{
	struct trial t = { .q = q, .answers = talloc_zero_array(q, struct answer, (unsigned)q->question_count),
	    .faults = talloc_strdup(owner, "") };
	const xmlNode *node;
	size_t i;

	for (node = node_child(q->root, "test"); node != NULL; node = node_next(node, "test"))
		run_test(&t, node);
	for (i = 0; i < q->dimension_count; i++)
		check_levels(&t, &q->dimensions[i]);
	talloc_free(t.answers);
	talloc_free(t.parameters);
	if (t.faults[0] != '\0')
		return t.faults;
	talloc_free(t.faults);
	return NULL;
}
