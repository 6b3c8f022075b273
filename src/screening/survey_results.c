/*
 * /screening/survey/:id/results - what a survey that has ended says; nothing while it is open: two looks at it, one taken from the other,
 * would tell a single person's answers.
 *	<survey .../> <results responses|few> <score/>* <dimension/>* <question/>* </results>
 */
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

struct gathering { struct request *rq; struct responses *all; };

static void
add_response(void *user, struct answer *answers)
{
	const struct gathering *gathering = user;
	struct responses *all = gathering->all;

	if (request_failed(gathering->rq))
		return;
	all->list = talloc_realloc(gathering->rq, all->list, struct response *, (unsigned)all->count + 1);
	if (response_evaluate(gathering->rq, all->q, answers, NULL, &all->list[all->count]) != FAIL_NONE)
		fail_request(gathering->rq, FAIL_BROKEN, NULL);
	else
		all->count++;
}

static void
add_results(struct request *rq, xmlNode *content)
{
	xmlNode *results = node_add(content, "results");
	struct responses all = { .q = questionnaire_load(rq, rows_int(rq->db, 0, "SELECT questionnaire_id FROM survey WHERE id = ?",
	    ARGS(INT(rq->subject)))) };

	if (all.q == NULL)
		return;
	answers_load_sent(rq, all.q, rq->subject, add_response, &(struct gathering){ rq, &all });
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
