/* response.c - a response as a tree, and what the rules find in it. */
#include <math.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"
#include "xml/node.h"

/*
 * Publishing tries all rules on the largest response; where an earlier one holds there, another response may take some more.  None
 * that was published is refused for that.
 */
enum { RESPONSE_STEPS_MAX = 4 * QUESTIONNAIRE_STEPS_MAX };

/* One evaluation: the tree that rules read, and the result that is filled in. */
struct work {
	const struct questionnaire *q;
	struct response *response;
	struct effort *effort;
	xmlNode *root;
	enum fail failed;
};

/* Each rule has its own bound; this is that of all together. */
static void
check_effort(struct work *w, const struct expression *rule)
{
	w->effort->exhausted = evaluator_steps(w->q->evaluator) > w->effort->most;
	if (w->failed == FAIL_NONE && w->effort->exhausted)
		w->failed = fail_log(FAIL_BROKEN, "response: the rules of %s version %ld take more than %lu steps", w->q->code, w->q->version,
		    w->effort->most);
	else if (w->failed != FAIL_NONE)
		w->effort->broken = rule;
}

static bool
is_true(struct work *w, const struct expression *test, xmlNode *node)
{
	bool truth = false;

	if (w->failed != FAIL_NONE)
		return false;
	w->failed = evaluate_truth(w->q->evaluator, test, node, &truth);
	check_effort(w, test);
	return truth && w->failed == FAIL_NONE;
}

/* The first rule that holds is the one; what they cost together is found by trying them all. */
static bool
goes_on(const struct work *w, const void *found)
{
	return found == NULL || w->effort->everything;
}

static void
set_number(struct work *w, xmlNode *node, const char *name, double number)
{
	node_set(node, name, scoring_exact(w->response, number));
}

/* What was chosen of many, each with what it says. */
static void
add_chosen(struct work *w, xmlNode *node, const struct question *question, unsigned long long chosen)
{
	size_t i;

	for (i = 0; i < question->option_count; i++) {
		xmlNode *option;

		if ((chosen >> i & 1) == 0)
			continue;
		option = node_add(node, "option");
		node_set(option, "id", question->options[i].id);
		node_set(option, "level", question->options[i].level);
		set_number(w, option, "score", question->options[i].score);
	}
}

/* What rules may read of an answer: never the words of a text. */
static void
add_given(struct work *w, xmlNode *node, const struct question *question, const struct answer *answer)
{
	double score;

	if (answer->state != ANSWER_GIVEN)
		return;
	if (answer->option != NULL) {
		node_set(node, question->kind == QUESTION_SCALE ? "value" : "option", answer->option->id);
		node_set(node, "level", answer->option->level);
	}
	if (question->kind == QUESTION_NUMBER || question->kind == QUESTION_DATE)
		node_set(node, "value", answer->given);
	if (answer_score(question, answer, &score))
		set_number(w, node, "score", score);
	if (question->kind == QUESTION_MANY)
		add_chosen(w, node, question, answer->chosen);
}

/* Questions are asked in order: a condition reads the answers before it. */
static void
add_answer(struct work *w, xmlNode *dimension, size_t i)
{
	const struct question *question = &w->q->questions[i];
	struct answer *answer = &w->response->answers[i];
	xmlNode *node;

	/* One that was not asked may be asked now: an earlier answer was another. */
	if (question->show_if != NULL && !is_true(w, question->show_if, w->root) && !w->effort->everything)
		*answer = (struct answer){ .state = ANSWER_NOT_ASKED };
	else if (answer->state == ANSWER_NOT_ASKED)
		answer->state = ANSWER_NONE;
	node = node_add(dimension, "answer");
	node_set(node, "question", question->id);
	node_set(node, "state", answer_state_name(answer->state));
	add_given(w, node, question, answer);
	w->response->asked += answer->state != ANSWER_NOT_ASKED;
	w->response->unanswered += answer->state == ANSWER_NONE && question->required;
}

static struct moments
moments_of(const struct work *w, size_t first, size_t count)
{
	struct moments moments = { 0, 0, 0, 0, 0, 0 };
	size_t i;

	for (i = first; i < first + count; i++) {
		const struct question *question = &w->q->questions[i];
		double score;

		moments.asked += question->scored && w->response->answers[i].state != ANSWER_NOT_ASKED;
		if (answer_score(question, &w->response->answers[i], &score))
			moments_add(&moments, score, question->weight);
	}
	return moments;
}

/* The questions of a dimension that came up, and those that have an answer: also such without a score. */
static const char *
dimension_state(const struct work *w, const struct dimension *dimension)
{
	size_t i, asked = 0, answered = 0;

	for (i = dimension->first; i < dimension->first + dimension->count; i++) {
		asked += w->response->answers[i].state != ANSWER_NOT_ASKED;
		answered += w->response->answers[i].state == ANSWER_GIVEN;
	}
	return asked == 0 ? "not-asked" : answered == asked ? "answered" : "missing";
}

static void
add_dimension(struct work *w, size_t i)
{
	const struct dimension *dimension = &w->q->dimensions[i];
	struct dimension_result *result = &w->response->dimensions[i];
	xmlNode *node = node_add(w->root, "dimension");
	struct moments moments;
	size_t k;

	node_set(node, "id", dimension->id);
	for (k = 0; k < dimension->count; k++)
		add_answer(w, node, dimension->first + k);
	moments = moments_of(w, dimension->first, dimension->count);
	result->asked = moments.asked > 0;
	result->scored = scoring_sum(dimension->missing, moments.asked, moments.answered, moments.sum, &result->score) &&
	    scoring_fits(result->score);
	node_set(node, "state", dimension_state(w, dimension));
	if (result->scored)
		set_number(w, node, "score", result->score);
}

/* An expression's number; it is scaled up as a sum is, where the missing may be. */
static bool
select_score(struct work *w, const struct score_rule *rule, const struct moments *moments, double *out)
{
	double scale, value = 0;

	if (!scoring_sum(rule->missing, moments->asked, moments->answered, 1, &scale) || w->failed != FAIL_NONE)
		return false;
	w->failed = evaluate_number(w->q->evaluator, rule->select, w->root, &value);
	check_effort(w, rule->select);
	*out = value * scale;
	return isfinite(*out);
}

static bool
compute_score(struct work *w, const struct score_rule *rule, double *out)
{
	const struct moments moments = moments_of(w, rule->first, rule->count);

	switch (rule->method) {
	case SCORE_SUM:
		return scoring_sum(rule->missing, moments.asked, moments.answered, moments.sum, out);
	case SCORE_MEAN:
		return scoring_mean(rule->missing, &moments, out);
	case SCORE_GAS:
		return scoring_gas(rule->missing, &moments, out);
	default:
		return select_score(w, rule, &moments, out);
	}
}

static void
find_score(struct work *w, size_t i)
{
	const struct score_rule *rule = &w->q->scores[i];
	struct score_result *result = &w->response->scores[i];
	xmlNode *node = node_add(w->root, "score");
	double value = 0;
	size_t k;

	node_set(node, "id", rule->id);
	if (!compute_score(w, rule, &value) || !scoring_fits(scoring_round(value, rule->decimals)))
		return;
	result->computed = true;
	result->value = scoring_round(value, rule->decimals);
	set_number(w, node, "value", result->value);
	for (k = 0; goes_on(w, result->band) && k < rule->band_count; k++)
		if (is_true(w, rule->bands[k].test, node) && result->band == NULL)
			result->band = &rule->bands[k];
	node_set(node, "band", result->band == NULL ? NULL : result->band->id);
}

/* Without a score there is no colour, unless the dimension itself says that what is missing does not matter. */
static void
find_colour(struct work *w, size_t i, xmlNode *node)
{
	const struct dimension *dimension = &w->q->dimensions[i];
	struct dimension_result *result = &w->response->dimensions[i];
	size_t k;

	for (k = 0; result->scored && goes_on(w, result->colour) && k < dimension->colour_count; k++)
		if (is_true(w, dimension->colours[k].test, node) && result->colour == NULL)
			result->colour = &dimension->colours[k];
	if (result->colour != NULL)
		result->level = result->colour->level;
	node_set(node, "colour", level_name(result->level));
	if (result->asked && dimension->colour_count > 0)
		tally_add(&w->response->tally, result->level);
}

static const struct undecided *
find_undecided(struct work *w)
{
	const struct undecided *found = NULL;
	size_t i;

	for (i = 0; goes_on(w, found) && i < w->q->undecided_count; i++)
		if (is_true(w, w->q->undecided[i].test, w->root) && found == NULL)
			found = &w->q->undecided[i];
	return found;
}

static void
find_indication(struct work *w, const struct parameter *parameters)
{
	const struct undecided *undecided = find_undecided(w);
	struct response *response = w->response;
	const char *template = undecided != NULL ? undecided->text : w->q->sentence;
	size_t i;

	for (i = 0; goes_on(w, undecided) && goes_on(w, response->indication) && i < w->q->indication_count; i++)
		if (is_true(w, w->q->indications[i].test, w->root) && response->indication == NULL)
			response->indication = &w->q->indications[i];
	response->rule = undecided != NULL ? undecided->id : response->indication != NULL ? response->indication->id : NULL;
	if (template != NULL)
		response->sentence = scoring_fill(response, template, questionnaire_fillings(response, w->q, response, parameters));
}

static void
evaluate_rules(struct work *w, const struct parameter *parameters)
{
	const struct questionnaire *q = w->q;
	xmlNode *node;
	size_t i;

	for (i = 0; i < q->parameter_count; i++)
		evaluator_set(w->q->evaluator, q->parameters[i].id, questionnaire_parameter(q, parameters, i));
	for (i = 0; i < q->dimension_count; i++)
		add_dimension(w, i);
	for (i = 0; i < q->score_count; i++)
		find_score(w, i);
	for (i = 0, node = node_child(w->root, "dimension"); i < q->dimension_count; i++, node = node_next(node, "dimension"))
		find_colour(w, i, node);
	find_indication(w, parameters);
}

enum fail
questionnaire_evaluate(const void *owner, const struct questionnaire *q, const struct answer *answers,
    const struct parameter *parameters, struct effort *effort, struct response **out)
{
	struct response *response = talloc_zero(owner, struct response);
	xmlDoc *doc = node_document("response", NULL);
	struct work w = { .q = q, .response = response, .effort = effort };

	if (response == NULL || doc == NULL) {
		xmlFreeDoc(doc);
		return fail_log(FAIL_BROKEN, "response: out of memory");
	}
	response->answers = talloc_memdup(response, answers, q->question_count * sizeof *answers);
	response->dimensions = talloc_zero_array(response, struct dimension_result, (unsigned)q->dimension_count);
	response->scores = talloc_zero_array(response, struct score_result, (unsigned)q->score_count);
	w.root = xmlDocGetRootElement(doc);
	evaluator_over(q->evaluator, doc);
	evaluate_rules(&w, parameters);
	effort->steps = evaluator_steps(q->evaluator);
	evaluator_over(q->evaluator, NULL);
	xmlFreeDoc(doc);
	*out = response;
	return w.failed;
}

enum fail
response_evaluate(const void *owner, const struct questionnaire *q, const struct answer *answers,
    const struct parameter *parameters, struct response **out)
{
	struct effort effort = { .most = RESPONSE_STEPS_MAX };

	return questionnaire_evaluate(owner, q, answers, parameters, &effort, out);
}
