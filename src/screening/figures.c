/* figures.c - what is told of a question. */
#include "screening/figures_row.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/secret.h"
#include "rule/scoring.h"
#include "xml/node.h"

size_t
figures_row_cell(struct row *row, const char *key, const char *text)
{
	row->keys[row->count] = key;
	row->texts[row->count] = text;
	row->cells[row->count] = (struct cell){ 0, false };
	return row->count++;
}

static void
add_cell(xmlNode *parent, const struct row *row, size_t i, long total)
{
	xmlNode *cell = node_add(parent, "cell");

	node_set(cell, "key", row->keys[i]);
	node_set(cell, "text", row->texts[i]);
	if (!row->cells[i].shown)
		return;
	node_set_int(cell, "count", row->cells[i].count);
	node_set_int(cell, "share", total == 0 ? 0 : (row->cells[i].count * 100 + total / 2) / total);
}

static void
add_cells(xmlNode *parent, const struct row *row, long total)
{
	size_t i;

	for (i = 0; i < row->count; i++)
		add_cell(parent, row, i, total);
}

static bool
values_tell(const struct values *values)
{
	if (values->step > 0)
		return suppression_allows_mean(values->count, values->sum, values->low, values->high, values->step);
	return values->count >= SUPPRESSION_LEAST;
}

void
figures_add_mean(const void *owner, xmlNode *parent, const struct values *values)
{
	double mean;

	if (values->count == 0 || !values_tell(values))
		return;
	mean = values->sum / (double)values->count;
	node_set(parent, "mean", scoring_number(owner, scoring_round(mean, 1)));
	if (values->high <= values->low)
		return;
	node_set(parent, "low", scoring_number(owner, values->low));
	node_set(parent, "high", scoring_number(owner, values->high));
	node_set_int(parent, "at", (long long)((mean - values->low) * 100 / (values->high - values->low) + 0.5));
}

/*
 * Either the whole row, with its mean; or the mean alone: two sums over the same few cells would tell them.  Without any mean, what of
 * the row may be shown.
 */
void
figures_add_row(const void *owner, xmlNode *parent, struct row *row, const struct values *values, long total)
{
	suppression_apply(row->cells, row->count);
	if (values != NULL)
		figures_add_mean(owner, parent, values);
	if (values == NULL || suppression_whole(row->cells, row->count))
		add_cells(parent, row, total);
	else
		node_set(parent, "hidden", "yes");
}

/* How many gave an answer, where that does not tell how few did not. */
void
figures_add_count(xmlNode *parent, long total, long part)
{
	if (suppression_allows_part(total, part))
		node_set_int(parent, "count", part);
}

/* Options in their order, then the ways to give none that this question has. */
static void
row_of_question(struct row *row, const struct question *question)
{
	size_t i;

	row->count = 0;
	for (i = 0; i < question->option_count; i++)
		figures_row_cell(row, NULL, question->kind == QUESTION_SCALE ? question->options[i].id : question->options[i].text);
}

static size_t
row_of_none(struct row *row, const struct question *question, size_t places[ANSWER_NOT_ASKED + 1])
{
	places[ANSWER_DONT_KNOW] = question->dont_know ? figures_row_cell(row, "dont-know", NULL) : CELLS_MAX;
	places[ANSWER_DECLINED] = figures_row_cell(row, "declined", NULL);
	places[ANSWER_NOT_ASKED] = question->show_if != NULL ? figures_row_cell(row, "not-asked", NULL) : CELLS_MAX;
	places[ANSWER_NONE] = question->required ? CELLS_MAX : figures_row_cell(row, "none", NULL);
	return row->count;
}

double
figures_least_step(const struct question *question)
{
	double step = 0;
	size_t i, k;

	for (i = 0; i < question->option_count; i++)
		for (k = 0; k < i; k++) {
			double difference = question->options[i].score - question->options[k].score;

			difference = difference < 0 ? -difference : difference;
			if (difference > 0 && (step <= 0 || difference < step))
				step = difference;
		}
	return step;
}

/* False: its answers have no mean. */
bool
figures_values_of(const struct question *question, struct values *out)
{
	size_t i;

	*out = (struct values){ .low = (double)question->min, .high = (double)question->max, .step = 1 };
	if (question->kind == QUESTION_SCALE)
		return true;
	*out = (struct values){ .step = 0 };
	if (question->kind == QUESTION_NUMBER)
		return true;
	out->step = question->kind == QUESTION_SINGLE && question->scored ? figures_least_step(question) : 0;
	for (i = 0; out->step > 0 && i < question->option_count; i++) {
		double score = question->options[i].score;

		out->low = i == 0 || score < out->low ? score : out->low;
		out->high = i == 0 || score > out->high ? score : out->high;
	}
	return out->step > 0;
}

/* As it was answered: a reversed scale is read as it stands on the page. */
static double
value_of(const struct question *question, const struct answer *answer)
{
	if (question->kind == QUESTION_NUMBER)
		return strtod(answer->given, NULL);
	return question->kind == QUESTION_SCALE ? (double)atol(answer->option->id) : answer->option->score;
}

static long
count_given(const struct responses *all, size_t q)
{
	long given = 0;
	size_t i;

	for (i = 0; i < all->count; i++)
		given += all->list[i]->answers[q].state == ANSWER_GIVEN;
	return given;
}

static void
add_choices(struct request *rq, xmlNode *node, const struct responses *all, size_t q)
{
	const struct question *question = &all->q->questions[q];
	struct row *row = talloc_zero(rq, struct row);
	size_t places[ANSWER_NOT_ASKED + 1], i;
	struct values values;
	bool mean = figures_values_of(question, &values);

	row_of_question(row, question);
	row_of_none(row, question, places);
	for (i = 0; i < all->count; i++) {
		const struct answer *answer = &all->list[i]->answers[q];
		size_t place = answer->state == ANSWER_GIVEN ? (size_t)(answer->option - question->options) : places[answer->state];

		if (place < row->count)
			row->cells[place].count++;
		if (!mean || answer->state != ANSWER_GIVEN)
			continue;
		values.count++;
		values.sum += value_of(question, answer);
	}
	figures_add_row(rq, node, row, mean ? &values : NULL, (long)all->count);
}

/* Of many a person may be in several cells: each is a row of its own, with those who did not choose it. */
static void
add_many(struct request *rq, xmlNode *node, const struct responses *all, size_t q)
{
	const struct question *question = &all->q->questions[q];
	struct row *row = talloc_zero(rq, struct row);
	size_t i, k;

	row_of_question(row, question);
	for (k = 0; k < row->count; k++) {
		for (i = 0; i < all->count; i++)
			row->cells[k].count += all->list[i]->answers[q].state == ANSWER_GIVEN && (all->list[i]->answers[q].chosen >> k & 1) == 1;
		row->cells[k].shown = suppression_allows_part((long)all->count, row->cells[k].count);
	}
	add_cells(node, row, (long)all->count);
}

static void
add_numbers(struct request *rq, xmlNode *node, const struct responses *all, size_t q)
{
	const struct question *question = &all->q->questions[q];
	struct values values;
	size_t i;

	figures_values_of(question, &values);
	for (i = 0; i < all->count; i++) {
		if (all->list[i]->answers[q].state != ANSWER_GIVEN)
			continue;
		values.count++;
		values.sum += value_of(question, &all->list[i]->answers[q]);
	}
	figures_add_mean(rq, node, &values);
	node_set(node, "unit", question->unit);
	if (node_get(node, "mean") == NULL)
		node_set(node, "hidden", "yes");
}

/* In an order of chance, that of each question another: two texts of one person are not to be put together. */
static void
add_texts(struct request *rq, xmlNode *node, const struct responses *all, size_t q)
{
	const char **texts = talloc_array(rq, const char *, (unsigned)all->count + 1), *text;
	size_t i, k, n = 0;

	for (i = 0; i < all->count; i++)
		if (all->list[i]->answers[q].state == ANSWER_GIVEN)
			texts[n++] = all->list[i]->answers[q].given;
	if (n < SUPPRESSION_LEAST) {
		node_set(node, "hidden", "yes");
		return;
	}
	for (i = n; i > 0; i--) {
		k = (size_t)(secret_number() % (long long)i);
		text = texts[k];
		texts[k] = texts[i - 1];
		node_add_text(node, "words", text);
	}
}

static const char *
kind_name(enum question_kind kind)
{
	static const char *const names[] = { "single", "many", "scale", "number", "date", "text" };

	return names[kind];
}

static void
add_question(struct request *rq, xmlNode *results, const struct responses *all, size_t q)
{
	static void (*const adds[])(struct request *, xmlNode *, const struct responses *, size_t) = {
		[QUESTION_SINGLE] = add_choices, [QUESTION_MANY] = add_many, [QUESTION_SCALE] = add_choices, [QUESTION_NUMBER] = add_numbers,
		[QUESTION_TEXT] = add_texts,
	};
	const struct question *question = &all->q->questions[q];
	xmlNode *node = node_add(results, "question");

	node_set(node, "id", question->id);
	node_set(node, "kind", kind_name(question->kind));
	node_add_text(node, "text", question->text);
	figures_add_count(node, (long)all->count, count_given(all, q));
	if (question->kind != QUESTION_DATE)
		adds[question->kind](rq, node, all, q);
}

void
figures_add(struct request *rq, xmlNode *results, const struct responses *all)
{
	size_t i;

	for (i = 0; i < all->q->score_count; i++)
		figures_add_score(rq, results, all, i);
	for (i = 0; i < all->q->dimension_count; i++)
		if (figures_says_more(all->q, &all->q->dimensions[i]))
			figures_add_dimension(rq, results, all, i);
	for (i = 0; i < all->q->question_count; i++)
		add_question(rq, results, all, i);
}
