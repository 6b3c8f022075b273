/* try_expect.c - what a test of a questionnaire expects, beside what was found. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire/trial.h"
#include "xml/node.h"

static void
expect_count(struct trial *t, enum reason_key key, const char *wanted, int is)
{
	if (wanted != NULL && atoi(wanted) != is)
		trial_fault(t, &(struct reason){ .key = key, .wanted = wanted, .is = trial_figure(t, is) });
}

static void
expect_text(struct trial *t, enum reason_key key, const char *name, const char *wanted, const char *is)
{
	if (is == NULL)
		is = "none";
	if (wanted != NULL && strcmp(wanted, is) != 0)
		trial_fault(t, &(struct reason){ .key = key, .name = name, .wanted = wanted, .is = is });
}

static void
check_whole(struct trial *t, const xmlNode *expect, const struct response *response)
{
	expect_count(t, REASON_TEST_RED, node_get(expect, "red"), response->tally.red);
	expect_count(t, REASON_TEST_YELLOW, node_get(expect, "yellow"), response->tally.yellow);
	expect_count(t, REASON_TEST_GREEN, node_get(expect, "green"), response->tally.green);
	expect_count(t, REASON_TEST_MISSING, node_get(expect, "missing"), response->tally.missing);
	expect_text(t, REASON_TEST_INDICATION, NULL, node_get(expect, "indication"),
	    response->indication == NULL ? NULL : response->indication->id);
	expect_text(t, REASON_TEST_RULE, NULL, node_get(expect, "rule"), response->rule);
	if (node_text(expect)[0] != '\0')
		expect_text(t, REASON_TEST_SENTENCE, NULL, node_text(expect), response->sentence);
}

static void
check_dimension(struct trial *t, const xmlNode *expect, const struct response *response)
{
	const struct dimension *dimension = questionnaire_dimension(t->q, node_get(expect, "dimension"));
	const struct dimension_result *result;

	if (dimension == NULL) {
		trial_fault_of(t, REASON_TEST_NO_DIMENSION, node_get(expect, "dimension"));
		return;
	}
	result = &response->dimensions[dimension - t->q->dimensions];
	expect_text(t, REASON_TEST_LEVEL, dimension->id, node_get(expect, "level"), level_name(result->level));
	expect_text(t, REASON_TEST_COLOUR, dimension->id, node_get(expect, "rule"), result->colour == NULL ? NULL : result->colour->id);
}

static void
check_score(struct trial *t, const xmlNode *expect, const struct response *response)
{
	const char *id = node_get(expect, "score"), *wanted = node_get(expect, "value");
	const struct score_result *result;
	size_t i;

	for (i = 0; i < t->q->score_count && strcmp(t->q->scores[i].id, id) != 0; i++)
		;
	if (i == t->q->score_count) {
		trial_fault_of(t, REASON_TEST_NO_SCORE, id);
		return;
	}
	result = &response->scores[i];
	if (!result->computed || strcmp(wanted, "none") == 0)
		expect_text(t, REASON_TEST_SCORE, id, wanted, result->computed ? scoring_number(t->answers, result->value) : NULL);
	else if (fabs(result->value - strtod(wanted, NULL)) > 1e-6)
		trial_fault(t, &(struct reason){ .key = REASON_TEST_SCORE, .name = id, .wanted = wanted,
		    .is = scoring_number(t->answers, result->value) });
	expect_text(t, REASON_TEST_BAND, id, node_get(expect, "band"), result->band == NULL ? NULL : result->band->id);
}

static void
check_question(struct trial *t, const xmlNode *expect, const struct response *response)
{
	const char *id = node_get(expect, "question");
	const struct question *question = questionnaire_question(t->q, id);
	bool wanted = strcmp(node_get(expect, "asked"), "yes") == 0;

	if (question == NULL)
		trial_fault_of(t, REASON_TEST_NO_QUESTION, id);
	else if (wanted != (response->answers[question - t->q->questions].state != ANSWER_NOT_ASKED))
		trial_fault_of(t, wanted ? REASON_TEST_ASKED : REASON_TEST_NOT_ASKED, id);
}

void
trial_check(struct trial *t, const xmlNode *node, const struct response *response)
{
	t->node = node;
	if (node_is(node, "expect"))
		check_whole(t, node, response);
	else if (node_is(node, "expect-dimension"))
		check_dimension(t, node, response);
	else if (node_is(node, "expect-score"))
		check_score(t, node, response);
	else if (node_is(node, "expect-question"))
		check_question(t, node, response);
}
