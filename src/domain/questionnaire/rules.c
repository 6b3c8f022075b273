/* rules.c - the elements that score and indicate become tables. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"
#include "xml/node.h"

/* The text that stands directly in an element, not in its children. */
static const char *
own_text(struct reading *r, const xmlNode *node)
{
	char *text = talloc_strdup(r->q, "");
	const xmlNode *child;

	for (child = node->children; child != NULL; child = child->next)
		if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
			text = talloc_asprintf_append(text, "%s", (const char *)child->content);
	return questionnaire_squeeze(r->q, text);
}

static void
read_bands(struct reading *r, struct score_rule *score, const xmlNode *node)
{
	struct band *bands = talloc_zero_array(r->q, struct band, (unsigned)reading_count(node, "band"));
	const xmlNode *child, *last = NULL;

	score->bands = bands;
	for (child = node_child(node, "band"); child != NULL && !r->wrong; child = node_next(child, "band")) {
		bands[score->band_count++] = (struct band){ .id = reading_id(r, child, "rule"), .text = reading_text(r, child),
		    .test = reading_rule(r, child, "test") };
		last = child;
	}
	reading_need_true(r, last);
}

static enum score_method
method_of(const char *name)
{
	if (name == NULL)
		return SCORE_SELECT;
	return strcmp(name, "sum") == 0 ? SCORE_SUM : strcmp(name, "mean") == 0 ? SCORE_MEAN : SCORE_GAS;
}

/* The questions that it is about: those of a dimension, or all. */
static void
read_scope(struct reading *r, struct score_rule *score, const xmlNode *node)
{
	const char *id = node_get(node, "dimension");
	const struct dimension *dimension = questionnaire_dimension(r->q, id);
	size_t i, scored = 0;

	if (id != NULL && dimension == NULL)
		reading_fault(r, node, &(struct reason){ .key = REASON_NO_DIMENSION, .name = id });
	score->first = dimension == NULL ? 0 : dimension->first;
	score->count = dimension == NULL ? r->q->question_count : dimension->count;
	for (i = score->first; i < score->first + score->count; i++)
		scored += r->q->questions[i].scored;
	if (scored == 0 && !r->wrong)
		reading_fault(r, node, &(struct reason){ .key = REASON_NOTHING_SCORED, .name = score->id });
}

static void
read_scores(struct reading *r)
{
	struct score_rule *scores = talloc_zero_array(r->q, struct score_rule, (unsigned)reading_count(r->q->root, "score"));
	const xmlNode *node;

	r->q->scores = scores;
	for (node = node_child(r->q->root, "score"); node != NULL && !r->wrong; node = node_next(node, "score")) {
		struct score_rule *score = &scores[r->q->score_count++];

		score->id = reading_id(r, node, "rule");
		score->title = own_text(r, node);
		score->method = method_of(node_get(node, "method"));
		score->select = reading_rule(r, node, "select");
		score->decimals = (int)reading_number(node, "decimals", 0);
		score->change = reading_number(node, "change", 0);
		score->uncomputable = node_get(node, "uncomputable") == NULL ? "?" : node_get(node, "uncomputable");
		read_scope(r, score, node);
		read_bands(r, score, node);
		if (!missing_read(node_get(node, "missing"), &score->missing))
			reading_fault(r, node, &(struct reason){ .key = REASON_UNKNOWN_MISSING, .name = node_get(node, "missing") });
	}
}

/* A text whose {names} are the counts, the scores and the parameters. */
static const char *
template_of(struct reading *r, const xmlNode *node, const char *text)
{
	struct filling *known = questionnaire_fillings(r->q, r->q, NULL, NULL);
	char *unknown = text == NULL ? NULL : scoring_unknown(r->q, text, known);

	if (unknown != NULL)
		reading_fault(r, node, &(struct reason){ .key = REASON_UNKNOWN_PLACE, .name = unknown });
	return text;
}

static const char *
longer(const char *one, const char *other)
{
	return text_characters(one) >= text_characters(other) ? one : other;
}

/* What a sentence is filled with, each name with the longest text that it can become. */
static const struct filling *
longest_fillings(const struct questionnaire *q)
{
	struct filling *list = questionnaire_fillings(q, q, NULL, NULL), *one;
	size_t i;

	for (one = list; one->name != NULL; one++) {
		for (i = 0; strcmp(one->name, "indication") == 0 && i < q->indication_count; i++)
			one->text = longer(one->text, q->indications[i].text);
		for (i = 0; i < q->score_count; i++)
			if (strcmp(one->name, q->scores[i].id) == 0)
				one->text = longer(one->text, "-999999999999.99");
		one->text = longer(one->text, "200");
	}
	return list;
}

static void
check_sentence(struct reading *r, const xmlNode *node, size_t longest)
{
	if (longest > QUESTIONNAIRE_SENTENCE_MAX)
		reading_fault(r, node, &(struct reason){ .key = REASON_SENTENCE_LONG, .is = talloc_asprintf(r->q, "%zu", longest),
		    .wanted = talloc_asprintf(r->q, "%d", QUESTIONNAIRE_SENTENCE_MAX) });
}

/* What is said of a response is kept in so many characters. */
static void
check_sentences(struct reading *r, const xmlNode *sentence)
{
	const struct filling *list = longest_fillings(r->q);
	const xmlNode *node = node_child(r->q->root, "undecided");
	size_t i;

	for (i = 0; i < r->q->undecided_count; i++, node = node_next(node, "undecided"))
		check_sentence(r, node, scoring_longest(r->q->undecided[i].text, list));
	if (sentence != NULL)
		check_sentence(r, sentence, scoring_longest(r->q->sentence, list));
}

static void
read_undecided(struct reading *r)
{
	struct undecided *undecided = talloc_zero_array(r->q, struct undecided, (unsigned)reading_count(r->q->root, "undecided"));
	const xmlNode *node;

	r->q->undecided = undecided;
	for (node = node_child(r->q->root, "undecided"); node != NULL && !r->wrong; node = node_next(node, "undecided")) {
		struct undecided *is = &undecided[r->q->undecided_count++];

		is->id = reading_id(r, node, "rule");
		is->test = reading_rule(r, node, "test");
		is->text = template_of(r, node, reading_text(r, node));
	}
}

static void
read_indications(struct reading *r)
{
	struct indication *indications = talloc_zero_array(r->q, struct indication, (unsigned)reading_count(r->q->root, "indication"));
	const xmlNode *node, *last = NULL;

	r->q->indications = indications;
	for (node = node_child(r->q->root, "indication"); node != NULL && !r->wrong; node = node_next(node, "indication")) {
		struct indication *is = &indications[r->q->indication_count++];

		is->id = reading_id(r, node, "rule");
		is->risk = node_get(node, "risk");
		is->title = node_get(node, "title");
		is->limit = template_of(r, node, node_get(node, "limit"));
		is->text = reading_text(r, node);
		is->test = reading_rule(r, node, "test");
		if (strcmp(is->id, "none") == 0)
			reading_fault(r, node, &(struct reason){ .key = REASON_INDICATION_NONE });
		last = node;
	}
	reading_need_true(r, last);
}

void
questionnaire_read_rules(struct reading *r)
{
	const xmlNode *sentence = node_child(r->q->root, "sentence");

	read_scores(r);
	read_undecided(r);
	read_indications(r);
	r->q->sentence = template_of(r, sentence, reading_text(r, sentence));
	if (sentence != NULL && r->q->indication_count == 0)
		reading_fault(r, sentence, &(struct reason){ .key = REASON_SENTENCE_ALONE });
	if (!r->wrong)
		check_sentences(r, sentence);
}
