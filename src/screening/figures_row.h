/* figures_row.h - rows of cells and means: what figures' files share.  For them alone. */
#ifndef SAMSPIL_SCREENING_FIGURES_ROW_H
#define SAMSPIL_SCREENING_FIGURES_ROW_H

#include <stdbool.h>

#include "rule/suppression.h"
#include "screening/figures.h"

enum { CELLS_MAX = QUESTION_OPTIONS_MAX + 8 };

/* A row of cells in which each person is once: options, levels or bands, and the ways to give no answer.  key: label "result.KEY". */
struct row {
	struct cell cells[CELLS_MAX];
	const char *keys[CELLS_MAX], *texts[CELLS_MAX];
	size_t count;
};

/* Values of a kind that has a mean; bounds and step 0: not known. */
struct values { long count; double sum, low, high, step; };

/* One cell more, borrowing key and text; its place. */
size_t figures_row_cell(struct row *row, const char *key, const char *text);

/* What the values of a question can be, without any of them yet.  False: its answers have no mean. */
bool figures_values_of(const struct question *question, struct values *out);

/* The least that two of its options' scores differ by; 0: they do not. */
double figures_least_step(const struct question *question);

/*
 * Append a row's cells and its mean (values NULL: it has none), the mean alone, or how many gave an answer: as far as each may be told.
 * total: of how many persons.
 */
void figures_add_row(const void *owner, xmlNode *parent, struct row *row, const struct values *values, long total);
void figures_add_mean(const void *owner, xmlNode *parent, const struct values *values);
void figures_add_count(xmlNode *parent, long total, long part);

/* figures_found.c: append a <dimension>, where there is more to tell of it than of its question; a <score>. */
bool figures_says_more(const struct questionnaire *q, const struct dimension *dimension);
void figures_add_dimension(struct request *rq, xmlNode *results, const struct responses *all, size_t d);
void figures_add_score(struct request *rq, xmlNode *results, const struct responses *all, size_t s);

#endif
