/*
 * /screening/survey/:id/results - what a survey that has ended says; nothing while it is open: two looks at it, one taken from the other,
 * would tell a single person's answers.
 *	<survey .../> <results responses|few> <score/>* <dimension/>* <question/>* </results>
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/answers.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "domain/survey.h"
#include "screening/figures.h"
#include "screening/pages.h"
#include "screening/survey.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { RESPONSES_MAX = 2000 };

struct ids { long long *list; size_t count; };

static void
note_id(void *user, const char *const *columns, size_t count)
{
	struct ids *ids = user;

	(void)count;
	if (ids->count < RESPONSES_MAX)
		ids->list[ids->count++] = atoll(columns[0]);
}

static void
load_responses(struct request *rq, struct responses *all)
{
	struct ids ids = { talloc_array(rq, long long, RESPONSES_MAX), 0 };
	size_t i;

	rows_each(rq->db, "SELECT id FROM survey_response WHERE survey_id = ? AND sent = 1 ORDER BY id", ARGS(INT(rq->subject)), note_id, &ids);
	all->list = talloc_array(rq, struct response *, RESPONSES_MAX);
	for (i = 0; i < ids.count && !request_failed(rq); i++) {
		const struct answer *answers = answers_load(rq, all->q, (struct answers_of){ ANSWERS_OF_RESPONSE, ids.list[i] });

		if (response_evaluate(rq, all->q, answers, NULL, &all->list[i]) != FAIL_NONE)
			fail_request(rq, FAIL_BROKEN, NULL);
	}
	all->count = ids.count;
}

static void
add_results(struct request *rq, xmlNode *content)
{
	xmlNode *results = node_add(content, "results");
	struct responses all = { .q = questionnaire_load(rq, rows_int(rq->db, 0, "SELECT questionnaire_id FROM survey WHERE id = ?",
	    ARGS(INT(rq->subject)))) };

	if (all.q == NULL)
		return;
	load_responses(rq, &all);
	if (request_failed(rq))
		return;
	if (all.count < SUPPRESSION_LEAST) {
		node_set(results, "few", "yes");
		return;
	}
	node_set_int(results, "responses", (long long)all.count);
	figures_add(rq, results, &all);
}

static void
results_get(struct request *rq, xmlNode *content)
{
	xmlNode *survey;

	if (!survey_leads(rq)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	survey = survey_add(rq, content, "results");
	if (survey == NULL)
		return;
	if (strcmp(node_get(survey, "state"), "ended") == 0)
		add_results(rq, content);
	else
		node_set(node_add(content, "results"), "waits", "yes");
}

const struct route screening_survey_results = {
	.path = "/screening/survey/:id/results", .page = "survey-results", .menu = "screening", .subject = &subject_survey, .may = MAY_SURVEY,
	.get = results_get,
};
