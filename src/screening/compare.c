/*
 * /screening/:id/compare - a screening beside the citizen's earlier ones of the same questionnaire, and what changed from each to the next.
 *	<comparison title> <citizen/> <column id version submitted-at href [current] red yellow green/>*
 *	 <compared kind id title> <at [level] [value] [move] [by] [noticeable] [changed]><text/></at>* </compared>* <other id title submitted-at href/>*
 *	</comparison>
 */
#include <stdlib.h>
#include <string.h>

#include "domain/answers.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "screening/pages.h"
#include "sql/rows.h"
#include "web/link.h"
#include "web/request.h"
#include "xml/node.h"

enum { COLUMNS_MAX = 4 };

/* One screening, as its own version's rules found it when it was sent. */
struct column { long long screening; const struct questionnaire *q; const struct answer *answers; struct response *response; };
struct comparison { struct request *rq; struct column columns[COLUMNS_MAX]; size_t count; };

static const struct score_rule *
score_of(const struct questionnaire *q, const char *id)
{
	size_t i;

	for (i = 0; i < q->score_count; i++)
		if (strcmp(q->scores[i].id, id) == 0)
			return &q->scores[i];
	return NULL;
}

static void
take_level(void *user, const char *const *columns, size_t count)
{
	const struct column *column = user;
	const struct dimension *dimension = questionnaire_dimension(column->q, columns[0]);

	(void)count;
	if (dimension != NULL)
		column->response->dimensions[dimension - column->q->dimensions].level = level_of(columns[1]);
}

static void
take_score(void *user, const char *const *columns, size_t count)
{
	enum { SCORE, VALUE, BAND };
	const struct column *column = user;
	const struct score_rule *score = score_of(column->q, columns[SCORE]);
	struct score_result *result;
	size_t i;

	(void)count;
	if (score == NULL)
		return;
	result = &column->response->scores[score - column->q->scores];
	*result = (struct score_result){ columns[VALUE] != NULL, columns[VALUE] == NULL ? 0 : strtod(columns[VALUE], NULL), NULL };
	for (i = 0; columns[BAND] != NULL && i < score->band_count; i++)
		if (strcmp(score->bands[i].id, columns[BAND]) == 0)
			result->band = &score->bands[i];
}

/* What was found stands, whatever the engine would find today; from before scores were kept, it says them anew. */
static void
take_stored(struct request *rq, struct column *column)
{
	rows_each(rq->db, "SELECT dimension, level FROM screening_dimension WHERE screening_id = ?", ARGS(INT(column->screening)), take_level, column);
	rows_each(rq->db, "SELECT score, value, band FROM screening_score WHERE screening_id = ?", ARGS(INT(column->screening)), take_score, column);
}

static bool
load(struct request *rq, const xmlNode *node, struct column *out)
{
	out->screening = atoll(node_get(node, "id"));
	out->q = questionnaire_load(rq, atoll(node_get(node, "questionnaire-id")));
	if (out->q == NULL)
		return false;
	out->answers = answers_load(rq, out->q, (struct answers_of){ ANSWERS_OF_SCREENING, out->screening });
	if (response_evaluate(rq, out->q, out->answers, NULL, &out->response) != FAIL_NONE)
		fail_request(rq, FAIL_BROKEN, NULL);
	else
		take_stored(rq, out);
	return !request_failed(rq);
}

/* The latest ones of the same questionnaire, whatever its version, and always this one; the earliest first. */
static void
columns_add(struct comparison *c, xmlNode *parent)
{
	struct request *rq = c->rq;
	xmlNode *node;

	rows_add(rq->db, parent, "column", "SELECT * FROM (SELECT o.id, n.version, o.submitted_at AS 'submitted-at', o.red, o.yellow, o.green,"
	    "   o.questionnaire_id AS 'questionnaire-id', IF(o.id = s.id, 'yes', NULL) AS current"
	    "   FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id JOIN screening o ON o.citizen_id = s.citizen_id"
	    "   JOIN questionnaire n ON n.id = o.questionnaire_id AND n.code = q.code"
	    "  WHERE s.id = ? AND s.state IN ('submitted', 'assessed') AND o.state IN ('submitted', 'assessed')"
	    "  ORDER BY o.id = s.id DESC, o.submitted_at DESC, o.id DESC LIMIT ?) c ORDER BY c.`submitted-at`, c.id",
	    ARGS(INT(rq->subject), INT(COLUMNS_MAX)));
	for (node = node_child(parent, "column"); node != NULL && c->count < COLUMNS_MAX; node = node_next(node, "column")) {
		if (!load(rq, node, &c->columns[c->count]))
			return;
		xmlUnsetProp(node, BAD_CAST "questionnaire-id");
		node_set(node, "href", request_href(rq, "/screening/%s", node_get(node, "id")));
		c->count++;
	}
}

static xmlNode *
compared_add(xmlNode *parent, const char *kind, const char *id, const char *title)
{
	xmlNode *node = node_add(parent, "compared");

	node_set(node, "kind", kind);
	node_set(node, "id", id);
	node_set(node, "title", title);
	return node;
}

/* How a figure moved: in words and signs only where it was measured both times. */
static void
set_change(struct request *rq, xmlNode *at, struct change change)
{
	if (!change.measured || (change.by < 0.0005 && change.by > -0.0005))
		return;
	node_set(at, "by", scoring_number(rq, scoring_round(change.by, 2)));
	node_set(at, "changed", "yes");
	if (change.noticeable)
		node_set(at, "noticeable", "yes");
}

static void
dimension_add(struct comparison *c, xmlNode *parent, const struct dimension *dimension)
{
	xmlNode *row = compared_add(parent, "dimension", dimension->id, dimension->title), *at;
	enum level before = LEVEL_NONE;
	size_t i;

	for (i = 0; i < c->count; i++) {
		const struct questionnaire *q = c->columns[i].q;
		const struct dimension *here = questionnaire_dimension(q, dimension->id);
		enum level level = here == NULL ? LEVEL_NONE : c->columns[i].response->dimensions[here - q->dimensions].level;

		at = node_add(row, "at");
		node_set(at, "level", level == LEVEL_NONE ? NULL : level_name(level));
		if (before != LEVEL_NONE && level != LEVEL_NONE && level != before) {
			node_set(at, "move", level_rank(level) > level_rank(before) ? "better" : "worse");
			node_set(at, "changed", "yes");
		}
		before = level;
	}
}

static bool
is_same(const struct answer *one, const char *text, const struct answer *other, const char *other_text)
{
	return one->state == other->state && (text == NULL) == (other_text == NULL) && (text == NULL || strcmp(text, other_text) == 0);
}

static void
question_add(struct comparison *c, xmlNode *parent, const struct question *question)
{
	xmlNode *row = compared_add(parent, "question", question->id, question->text), *at;
	const struct answer *before = NULL;
	const char *before_text = NULL;
	size_t i;

	for (i = 0; i < c->count; i++) {
		const struct questionnaire *q = c->columns[i].q;
		const struct question *here = questionnaire_question(q, question->id);
		const struct answer *answer = here == NULL ? NULL : &c->columns[i].response->answers[here - q->questions];
		const char *text = answer == NULL ? NULL : answer_text(c->rq, here, NULL, answer);

		at = node_add(row, "at");
		if (answer == NULL)
			continue;
		node_set(at, "state", answer_state_name(answer->state));
		node_add_text(at, "text", text);
		if (before != NULL && !is_same(before, before_text, answer, text)) {
			node_set(at, "changed", "yes");
			/* An option's points say nothing beside its words. */
			if (here->kind == QUESTION_SCALE || here->kind == QUESTION_NUMBER)
				set_change(c->rq, at, question_change(here, before, answer));
		}
		before = answer;
		before_text = text;
	}
}

/* Under one version as the rule says; from one version to another only the figures can be compared. */
static struct change
score_moved(const struct column *before, const struct column *now, const struct score_rule *was, const struct score_rule *is)
{
	const struct score_result *one, *other = &now->response->scores[is - now->q->scores];

	if (before->q == now->q)
		return score_change(now->q, (size_t)(is - now->q->scores), before->response, now->response);
	one = &before->response->scores[was - before->q->scores];
	return change_of((struct measured){ one->computed, one->value }, (struct measured){ other->computed, other->value }, is->change);
}

static void
score_add(struct comparison *c, xmlNode *parent, const struct score_rule *score)
{
	xmlNode *row = compared_add(parent, "score", score->id, score->title), *at;
	const struct score_rule *before = NULL, *here;
	size_t i;

	for (i = 0; i < c->count; i++, before = here) {
		const struct column *column = &c->columns[i];
		const struct score_result *result;

		here = score_of(column->q, score->id);
		at = node_add(row, "at");
		if (here == NULL)
			continue;
		result = &column->response->scores[here - column->q->scores];
		node_set(at, "state", result->computed ? "answered" : "none");
		node_add_text(at, "text", result->computed && result->band != NULL ? result->band->text : NULL);
		if (result->computed)
			node_set_format(at, "value", "%.*f", here->decimals, result->value);
		if (before != NULL)
			set_change(c->rq, at, score_moved(&c->columns[i - 1], column, before, here));
	}
}

/* In the words of the latest: figures, then each dimension with its questions. */
static void
rows_of(struct comparison *c, xmlNode *parent)
{
	const struct questionnaire *q = c->columns[c->count - 1].q;
	size_t i, k;

	for (i = 0; i < q->score_count; i++)
		score_add(c, parent, &q->scores[i]);
	for (i = 0; i < q->dimension_count; i++) {
		dimension_add(c, parent, &q->dimensions[i]);
		for (k = q->dimensions[i].first; k < q->dimensions[i].first + q->dimensions[i].count; k++)
			question_add(c, parent, &q->questions[k]);
	}
}

/* What the citizen answered of other questionnaires. */
static void
others_add(struct request *rq, xmlNode *parent)
{
	rows_add(rq->db, parent, "other", "SELECT o.id, n.title, o.submitted_at AS 'submitted-at'"
	    "  FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id JOIN screening o ON o.citizen_id = s.citizen_id"
	    "  JOIN questionnaire n ON n.id = o.questionnaire_id AND n.code <> q.code"
	    " WHERE s.id = ? AND o.state IN ('submitted', 'assessed') ORDER BY o.submitted_at DESC, o.id DESC LIMIT 20", ARGS(INT(rq->subject)));
	link_rows(rq, parent, "other", "id", "/screening");
}

static void
compare_get(struct request *rq, xmlNode *content)
{
	struct comparison c = { .rq = rq };
	xmlNode *comparison = node_add(content, "comparison");

	citizen_add_way(rq, content, citizen_add(rq, comparison, rq->citizen), "compare");
	columns_add(&c, comparison);
	if (request_failed(rq))
		return;
	if (c.count == 0) {
		fail_request(rq, FAIL_MISSING, "not-submitted");
		return;
	}
	node_set(comparison, "title", c.columns[c.count - 1].q->title);
	node_set(comparison, "href", request_href(rq, "/screening/%lld", rq->subject));
	rows_of(&c, comparison);
	others_add(rq, comparison);
}

const struct route screening_compare = {
	.path = "/screening/:id/compare", .page = "compare", .menu = "screening", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = compare_get,
};
