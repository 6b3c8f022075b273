/* rules.c - the elements that score and indicate become tables. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"
#include "xml/node.h"

static void
read_scores(struct reading *r)
{
	struct score_rule *scores = talloc_zero_array(r->q, struct score_rule, (unsigned)reading_count(r->q->root, "score"));
	const xmlNode *node;

	r->q->scores = scores;
	for (node = node_child(r->q->root, "score"); node != NULL; node = node_next(node, "score")) {
		struct score_rule *score = &scores[r->q->score_count++];
		const char *decimals = node_get(node, "decimals");

		score->id = reading_id(r, node, "rule");
		score->title = reading_text(r, node);
		score->decimals = decimals == NULL ? 0 : atoi(decimals);
		score->select = reading_rule(r, node, "select");
		if (!missing_read(node_get(node, "missing"), &score->missing))
			reading_fault(r, node, "missing=\"%s\" is not known", node_get(node, "missing"));
	}
}

/* A text whose {names} are the counts, the scores and the parameters. */
static const char *
template_of(struct reading *r, const xmlNode *node, const char *text)
{
	struct filling *known = questionnaire_fillings(r->q, r->q, NULL, NULL);
	char *unknown = text == NULL ? NULL : scoring_unknown(r->q, text, known);

	if (unknown != NULL)
		reading_fault(r, node, "%s is not known", unknown);
	return text;
}

static void
read_undecided(struct reading *r)
{
	struct undecided *undecided = talloc_zero_array(r->q, struct undecided, (unsigned)reading_count(r->q->root, "undecided"));
	const xmlNode *node;

	r->q->undecided = undecided;
	for (node = node_child(r->q->root, "undecided"); node != NULL; node = node_next(node, "undecided")) {
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
	for (node = node_child(r->q->root, "indication"); node != NULL; node = node_next(node, "indication")) {
		struct indication *is = &indications[r->q->indication_count++];

		is->id = reading_id(r, node, "rule");
		is->risk = node_get(node, "risk");
		is->title = node_get(node, "title");
		is->limit = template_of(r, node, node_get(node, "limit"));
		is->text = reading_text(r, node);
		is->test = reading_rule(r, node, "test");
		if (strcmp(is->id, "none") == 0)
			reading_fault(r, node, "\"none\" means that nothing is indicated");
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
}
