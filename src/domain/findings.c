#include "domain/findings.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/answers.h"
#include "sql/rows.h"
#include "xml/node.h"

/* A dimension as it was stored. */
struct found { const struct dimension *dimension; enum level level; const char *rule; bool scored; double score; };

struct finding { struct request *rq; const struct questionnaire *q; struct found *list; size_t count; };

static void
note_one(void *user, const char *const *columns, size_t count)
{
	enum { DIMENSION, LEVEL, SCORE, RULE };
	struct finding *finding = user;
	const struct dimension *dimension = questionnaire_dimension(finding->q, columns[DIMENSION]);
	struct found *found = &finding->list[finding->count];

	(void)count;
	if (dimension == NULL || finding->count == finding->q->dimension_count)
		return;
	found->dimension = dimension;
	found->level = level_of(columns[LEVEL]);
	found->rule = columns[RULE] == NULL ? NULL : talloc_strdup(finding->rq, columns[RULE]);
	found->scored = columns[SCORE] != NULL;
	found->score = found->scored ? strtod(columns[SCORE], NULL) : 0;
	finding->count++;
}

/* One without colours only keeps questions together. */
static bool
has_level(const struct found *found)
{
	return found->dimension->colour_count > 0;
}

/* The worst first; else in the questionnaire's order. */
static int
compare(const void *a, const void *b)
{
	const struct found *one = a, *other = b;
	int order = level_rank(one->level) - level_rank(other->level);

	return order != 0 ? order : one->dimension < other->dimension ? -1 : one->dimension > other->dimension;
}

static void
add_answer(struct finding *f, xmlNode *parent, const struct question *question, const struct answer *answer)
{
	xmlNode *node = node_add(parent, "answer");

	node_set(node, "question", question->id);
	node_set(node, "state", answer_state_name(answer->state));
	if (answer->state == ANSWER_GIVEN && answer->option != NULL)
		node_set(node, "value", answer->option->id);
	if (question->kind == QUESTION_SCALE) {
		node_set_int(node, "min", question->min);
		node_set_int(node, "max", question->max);
	}
	node_add_text(node, "question", question->text);
	node_add_text(node, "text", question->kind == QUESTION_SCALE ? NULL : answer_text(f->rq, question, NULL, answer));
}

static void
add_dimension(struct finding *f, xmlNode *parent, const struct found *found, const struct answer *answers)
{
	const struct dimension *dimension = found->dimension;
	const struct colour *colour = dimension_colour(dimension, found->rule);
	xmlNode *node = node_add(parent, "dimension");
	size_t i;

	node_set(node, "id", dimension->id);
	node_set(node, "title", dimension->title);
	node_set(node, "level", level_name(found->level));
	if (!has_level(found))
		node_set(node, "plain", "yes");
	if (found->scored)
		node_set(node, "score", scoring_number(f->rq, found->score));
	node_set(node, "rule", found->rule);
	if (colour != NULL)
		node_add_text(node, "why", colour_why(f->rq, f->q, colour, found->score));
	for (i = dimension->first; i < dimension->first + dimension->count; i++)
		add_answer(f, node, &f->q->questions[i], &answers[i]);
	for (i = 0; i < dimension->hint_count; i++)
		if (dimension->hints[i].level == LEVEL_NONE || dimension->hints[i].level == found->level)
			node_add_text(node, "hint", dimension->hints[i].text);
}

/* The tally as a bar: x in per cent of its width, a small gap between the colours. */
static void
add_bars(xmlNode *tally, const struct finding *f)
{
	static const enum level order[] = { LEVEL_RED, LEVEL_YELLOW, LEVEL_NONE, LEVEL_GREEN };
	const double gap = 0.4;
	size_t i, k, counts[4] = { 0 }, kinds = 0, all = 0;
	double x = 0, share;

	for (i = 0; i < f->count; i++)
		if (has_level(&f->list[i])) {
			counts[level_rank(f->list[i].level)]++;
			all++;
		}
	for (i = 0; i < 4; i++)
		kinds += counts[i] > 0;
	share = all == 0 ? 0 : (100 - gap * (double)(kinds - 1)) / (double)all;
	for (i = 0; i < 4; i++) {
		xmlNode *bar;

		k = counts[level_rank(order[i])];
		if (k == 0)
			continue;
		bar = node_add(tally, "bar");
		node_set(bar, "level", order[i] == LEVEL_NONE ? "none" : level_name(order[i]));
		node_set_int(bar, "count", (long long)k);
		node_set_format(bar, "x", "%.2f", x);
		node_set_format(bar, "width", "%.2f", share * (double)k);
		node_set_format(bar, "middle", "%.2f", x + share * (double)k / 2);
		x += share * (double)k + gap;
	}
}

/* Where a result is kept: the first, or that of another version's rules. */
static const struct kept { const char *dimensions, *tally, *sentence, *scores; } first = {
	"SELECT dimension, level, score, rule FROM screening_dimension WHERE screening_id = ? ORDER BY ordinal",
	"SELECT red, yellow, green, indicates, rule FROM screening WHERE id = ?",
	"SELECT sentence FROM screening WHERE id = ?",
	"SELECT score AS id, value, band FROM screening_score WHERE screening_id = ? ORDER BY ordinal",
}, again = {
	"SELECT dimension, level, score, rule FROM rescoring_dimension WHERE rescoring_id = ? ORDER BY ordinal",
	"SELECT red, yellow, green, indicates, rule FROM rescoring WHERE id = ?",
	"SELECT sentence FROM rescoring WHERE id = ?",
	"SELECT score AS id, value, band FROM rescoring_score WHERE rescoring_id = ? ORDER BY ordinal",
};

static void
add_tally(struct finding *f, xmlNode *parent, const struct kept *kept, long long id)
{
	const struct indication *indication;
	struct tally counted = { 0, 0, 0, 0 };
	long long total = 0;
	xmlNode *tally;
	size_t i;

	for (i = 0; i < f->count; i++)
		if (has_level(&f->list[i])) {
			tally_add(&counted, f->list[i].level);
			total++;
		}
	tally = rows_add_one(f->rq->db, parent, "tally", kept->tally, ARGS(INT(id)));
	indication = questionnaire_indication(f->q, node_get(tally, "indicates"));
	node_set_int(tally, "missing", counted.missing);
	node_set_int(tally, "total", total);
	node_set(tally, "plain", f->q->indication_count == 0 ? "yes" : NULL);
	if (indication != NULL) {
		node_set(tally, "title", indication->title);
		node_set(tally, "risk", indication->risk);
		node_set(tally, "limit", indication_limit(f->rq, f->q, indication));
	}
	node_add_text(tally, "sentence", rows_text(f->rq->db, f->rq, kept->sentence, ARGS(INT(id))));
	add_bars(tally, f);
}

static const struct score_rule *
score_rule_of(const struct questionnaire *q, const char *id)
{
	size_t i;

	for (i = 0; id != NULL && i < q->score_count; i++)
		if (strcmp(q->scores[i].id, id) == 0)
			return &q->scores[i];
	return NULL;
}

/* The rows have ids; title and band's words are the questionnaire's. */
static void
add_scores(struct request *rq, const struct questionnaire *q, xmlNode *parent, const struct kept *kept, long long id)
{
	xmlNode *score;
	size_t i;

	if (rows_add(rq->db, parent, "score", kept->scores, ARGS(INT(id))) == 0)
		return;
	for (score = node_child(parent, "score"); score != NULL; score = node_next(score, "score")) {
		const struct score_rule *rule = score_rule_of(q, node_get(score, "id"));
		const char *band = node_get(score, "band"), *value = node_get(score, "value");

		if (rule == NULL)
			continue;
		node_set(score, "title", rule->title);
		if (value != NULL)
			node_set_format(score, "value", "%.*f", rule->decimals, strtod(value, NULL));
		for (i = 0; band != NULL && i < rule->band_count; i++)
			if (strcmp(rule->bands[i].id, band) == 0)
				node_add_text(score, "text", rule->bands[i].text);
	}
}

/* The answers as another version's rules ask for them. */
static const struct answer *
asked_by(struct request *rq, const struct questionnaire *rules, const struct answer *answers)
{
	struct response *response = NULL;

	return response_evaluate(rq, rules, answers, NULL, &response) == FAIL_NONE ? response->answers : answers;
}

/* A dimension of which nothing was asked was not missed, either. */
static void
leave_out(struct finding *f, const struct answer *answers)
{
	size_t i, k, n = 0;

	for (i = 0; i < f->count; i++) {
		const struct dimension *dimension = f->list[i].dimension;

		for (k = dimension->first; k < dimension->first + dimension->count; k++)
			if (answers[k].state != ANSWER_NOT_ASKED)
				break;
		if (k < dimension->first + dimension->count)
			f->list[n++] = f->list[i];
	}
	f->count = n;
}

static void
add(struct request *rq, xmlNode *parent, const struct questionnaire *q, const struct kept *kept, long long id, long long screening)
{
	struct finding f = { rq, q, talloc_zero_array(rq, struct found, (unsigned)q->dimension_count), 0 };
	const struct answer *answers = answers_load(rq, q, (struct answers_of){ ANSWERS_OF_SCREENING, screening });
	size_t i;

	rows_each(rq->db, kept->dimensions, ARGS(INT(id)), note_one, &f);
	leave_out(&f, kept == &again ? asked_by(rq, q, answers) : answers);
	qsort(f.list, f.count, sizeof *f.list, compare);
	add_tally(&f, parent, kept, id);
	for (i = 0; i < f.count; i++)
		add_dimension(&f, parent, &f.list[i], answers);
	add_scores(rq, q, parent, kept, id);
}

void
findings_add(struct request *rq, xmlNode *parent, const struct questionnaire *q, long long screening)
{
	add(rq, parent, q, &first, screening, screening);
}

void
findings_scores_add(struct request *rq, xmlNode *parent, const struct questionnaire *q, long long screening)
{
	add_scores(rq, q, parent, &first, screening);
}

void
findings_add_again(struct request *rq, xmlNode *parent, const struct questionnaire *rules, long long rescoring, long long screening)
{
	add(rq, parent, rules, &again, rescoring, screening);
}
