/* figures_found.c - what is told of a dimension and of a score: what the rules found. */
#include <string.h>
#include <talloc.h>

#include "screening/figures_row.h"
#include "xml/node.h"

/* What a sum over these questions can be; step 0: that is not known. */
static void
bounds_of(const struct questionnaire *q, const struct dimension *dimension, struct values *out)
{
	size_t i;

	*out = (struct values){ .step = dimension->count > 0 ? 1 : 0 };
	for (i = dimension->first; i < dimension->first + dimension->count; i++) {
		struct values one;

		if (!figures_values_of(&q->questions[i], &one) || one.step <= 0) {
			*out = (struct values){ .step = 0 };
			return;
		}
		out->low += one.low;
		out->high += one.high;
		out->step = one.step < out->step ? one.step : out->step;
	}
}

/* Of a dimension of one question, or of nothing that has a score, there is no more to tell than of the question. */
bool
figures_says_more(const struct questionnaire *q, const struct dimension *dimension)
{
	bool scored = false;
	size_t i;

	for (i = dimension->first; i < dimension->first + dimension->count; i++)
		scored = scored || (q->questions[i].scored && (q->questions[i].kind == QUESTION_NUMBER || q->questions[i].kind == QUESTION_SCALE ||
		    figures_least_step(&q->questions[i]) > 0));
	return dimension->colour_count > 0 || (scored && dimension->count > 1);
}

static bool
always_asked(const struct questionnaire *q, const struct dimension *dimension)
{
	size_t i;

	for (i = dimension->first; i < dimension->first + dimension->count; i++)
		if (q->questions[i].show_if == NULL)
			return true;
	return false;
}

/* A row of how many got which result, with their mean; NULL: there are no results to tell apart, only the mean. */
static void
add_result(struct request *rq, xmlNode *node, const struct responses *all, struct row *row, struct values *values)
{
	figures_add_count(node, (long)all->count, values->count);
	if (row != NULL) {
		figures_add_row(rq, node, row, values, (long)all->count);
		return;
	}
	figures_add_mean(rq, node, values);
	if (node_get(node, "mean") == NULL)
		node_set(node, "hidden", "yes");
}

void
figures_add_dimension(struct request *rq, xmlNode *results, const struct responses *all, size_t d)
{
	const struct dimension *dimension = &all->q->dimensions[d];
	xmlNode *node = node_add(results, "dimension");
	struct row *row = talloc_zero(rq, struct row);
	struct values values;
	size_t i, never;

	bounds_of(all->q, dimension, &values);
	node_set(node, "id", dimension->id);
	node_set(node, "title", dimension->title);
	figures_row_cell(row, "level-missing", NULL);
	figures_row_cell(row, "level-green", NULL);
	figures_row_cell(row, "level-yellow", NULL);
	figures_row_cell(row, "level-red", NULL);
	never = always_asked(all->q, dimension) ? LEVEL_NONE : figures_row_cell(row, "not-asked", NULL);
	for (i = 0; i < all->count; i++) {
		const struct dimension_result *result = &all->list[i]->dimensions[d];

		row->cells[result->asked ? (size_t)result->level : never].count++;
		values.count += result->scored;
		values.sum += result->scored ? result->score : 0;
	}
	add_result(rq, node, all, dimension->colour_count > 0 ? row : NULL, &values);
}

void
figures_add_score(struct request *rq, xmlNode *results, const struct responses *all, size_t s)
{
	const struct score_rule *rule = &all->q->scores[s];
	xmlNode *node = node_add(results, "score");
	struct row *row = talloc_zero(rq, struct row);
	struct values values = { .step = 0 };
	size_t i, none;

	node_set(node, "id", rule->id);
	node_set(node, "title", rule->title);
	for (i = 0; i < rule->band_count && i < QUESTION_OPTIONS_MAX; i++)
		figures_row_cell(row, NULL, rule->bands[i].text);
	none = figures_row_cell(row, "level-missing", NULL);
	for (i = 0; i < all->count; i++) {
		const struct score_result *result = &all->list[i]->scores[s];
		size_t place = result->computed && result->band != NULL ? (size_t)(result->band - rule->bands) : none;

		row->cells[place < none ? place : none].count++;
		values.count += result->computed;
		values.sum += result->computed ? result->value : 0;
	}
	add_result(rq, node, all, rule->band_count > 0 ? row : NULL, &values);
}
