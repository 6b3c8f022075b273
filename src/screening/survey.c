/*
 * /screening/survey/:id - one survey: what is asked, of whom, until when; for who put it the numbers, and a group's code.
 *	<survey id title kind state questionnaire version opens-on closes-on [ended-on] [asked] [answered] [few] [own] [href] [results]>
 *	 <access-code code address expires-on/>? <form name="survey-code"/>? <form name="survey-end"/>? </survey>
 * /screening/survey/:id/code, /screening/survey/:id/end - POST: another code for the group; called off before its last day.
 */
#include "screening/survey.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/permission.h"
#include "domain/screening.h"
#include "domain/subject.h"
#include "domain/survey.h"
#include "screening/pages.h"
#include "sql/day.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/link.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const code_submits[] = { "new-code", NULL };
static const struct form code_form = { .name = "survey-code", .fields = no_fields, .submits = code_submits };
static const char *const end_submits[] = { "end-survey", NULL };
static const struct form end_form = { .name = "survey-end", .fields = no_fields, .submits = end_submits };

bool
survey_leads(const struct request *rq)
{
	return request_may(rq, MAY_SURVEY) && rq->grade != NULL && strcmp(rq->grade, "department") == 0;
}

void
survey_hide_few(xmlNode *survey)
{
	const char *answered = node_get(survey, "answered");

	if (answered == NULL || suppression_allows(atol(answered)))
		return;
	xmlUnsetProp(survey, BAD_CAST "answered");
	node_set(survey, "few", "yes");
}

void
survey_tabs_add(struct request *rq, xmlNode *content, const char *current)
{
	static const struct { const char *name, *href; unsigned long long may; } pages[] = {
		{ "screenings", "/screening", MAY_REGISTER }, { "surveys", "/screening/surveys", 0 },
	};
	xmlNode *tabs = node_add(content, "tabs"), *item;
	size_t i;

	for (i = 0; i < sizeof pages / sizeof pages[0]; i++) {
		if (pages[i].may != 0 && !request_may(rq, pages[i].may))
			continue;
		item = link_add(rq, tabs, pages[i].name, "%s", pages[i].href);
		if (strcmp(pages[i].name, current) == 0)
			node_set(item, "current", "yes");
	}
}

static void
way_add(struct request *rq, xmlNode *content, const xmlNode *survey, const char *here)
{
	xmlNode *way = node_add(content, "breadcrumbs");

	link_add(rq, way, "surveys", "/screening/surveys");
	if (here == NULL) {
		node_add_text(way, "item", node_get(survey, "title"));
		return;
	}
	link_add_title(rq, way, node_get(survey, "title"), "/screening/survey/%lld", rq->subject);
	node_set(node_add(way, "item"), "name", here);
}

xmlNode *
survey_add(struct request *rq, xmlNode *content, const char *here)
{
	struct date today;
	xmlNode *survey;

	date_today(&today);
	survey = rows_add_one(rq->db, content, "survey",
	    "SELECT v.id, v.title, v.kind, " SURVEY_STATE("v", "me.today") " AS state, q.title AS questionnaire, q.version,"
	    "  d.name AS department, v.opens_on AS 'opens-on', v.closes_on AS 'closes-on', " DANISH_DAY("v.ended_at") " AS 'ended-on',"
	    "  IF(me.leads, (SELECT COUNT(*) FROM survey_response r WHERE r.survey_id = v.id AND r.sent = 1), NULL) AS answered,"
	    "  IF(me.leads AND v.kind = 'staff', " SURVEY_STAFF("v.department_id") ", NULL) AS asked"
	    " FROM (SELECT CAST(? AS DATE) AS today, ? AS leads) me JOIN survey v ON v.id = ? JOIN questionnaire q ON q.id = v.questionnaire_id"
	    " JOIN department d ON d.id = v.department_id", ARGS(TEXT(today.iso), INT(survey_leads(rq)), INT(rq->subject)));
	if (survey == NULL) {
		fail_request(rq, FAIL_MISSING, NULL);
		return NULL;
	}
	survey_hide_few(survey);
	way_add(rq, content, survey, here);
	return survey;
}

/* Unlike a citizen's, a group's code is shown as long as it opens something: it is written on the wall. */
static void
add_code(struct request *rq, xmlNode *survey)
{
	xmlNode *code = rows_add_one(rq->db, survey, "access-code",
	    "SELECT shown_once AS code, expires_on AS 'expires-on' FROM access_code WHERE survey_id = ? AND shown_once IS NOT NULL"
	    "  AND revoked_at IS NULL ORDER BY id DESC LIMIT 1", ARGS(INT(rq->subject)));
	const char *address;

	if (code == NULL)
		return;
	page_script(rq, "print.js", NULL);
	address = request_format(rq, "%s%s", request_origin(rq), request_href(rq, "/answer"));
	node_set(code, "address", address);
	screening_qr_add(rq, code, address);
}

/* What the user himself has to do with it: may he answer, has he begun, has he answered? */
static void
add_own(struct request *rq, xmlNode *survey)
{
	struct survey_sitting own;

	if (!survey_of_staff(rq, rq->subject, &own))
		return;
	node_set(survey, "own", own.answered ? "answered" : own.response != 0 ? "begun" : "asked");
	if (!own.answered)
		node_set(survey, "href", request_href(rq, "/screening/survey/%lld/answer/%lld", rq->subject, own.page + 1));
}

static void
survey_get(struct request *rq, xmlNode *content)
{
	xmlNode *survey = survey_add(rq, content, NULL);
	bool ended;

	if (survey == NULL)
		return;
	ended = strcmp(node_get(survey, "state"), "ended") == 0;
	add_own(rq, survey);
	if (!survey_leads(rq))
		return;
	if (ended) {
		node_set(survey, "results", request_href(rq, "/screening/survey/%lld/results", rq->subject));
		return;
	}
	if (strcmp(node_get(survey, "kind"), "group") == 0) {
		add_code(rq, survey);
		form_add(rq, survey, &code_form, "/screening/survey/%lld/code", rq->subject);
	}
	form_add(rq, survey, &end_form, "/screening/survey/%lld/end", rq->subject);
}

/* The guard has found a relation; that it is the one of who put it is asked here. */
static bool
refused(struct request *rq)
{
	if (!survey_leads(rq))
		fail_request(rq, FAIL_DENIED, NULL);
	return request_failed(rq);
}

static void
code_post(struct request *rq)
{
	struct date today;

	if (refused(rq))
		return;
	date_today(&today);
	if (rows_int(rq->db, 0, "SELECT 1 FROM survey WHERE id = ? AND kind = 'group' AND ended_at IS NULL AND closes_on >= ?",
	    ARGS(INT(rq->subject), TEXT(today.iso))) != 1) {
		fail_request(rq, FAIL_STALE, "survey-ended");
		return;
	}
	survey_new_code(rq, rq->subject);
	see_other(rq, "survey-code", "/screening/survey/%lld", rq->subject);
}

static void
end_post(struct request *rq)
{
	if (refused(rq))
		return;
	if (!survey_end(rq, rq->subject))
		fail_request(rq, FAIL_STALE, "survey-ended");
	see_other(rq, "survey-ended", "/screening/survey/%lld", rq->subject);
}

const struct route screening_survey = {
	.path = "/screening/survey/:id", .page = "survey", .menu = "screening", .subject = &subject_survey, .get = survey_get,
};

const struct route screening_survey_code = {
	.path = "/screening/survey/:id/code", .page = "survey", .menu = "screening", .subject = &subject_survey, .may = MAY_SURVEY,
	.get = survey_get, .post = code_post, .form = &code_form,
};

const struct route screening_survey_end = {
	.path = "/screening/survey/:id/end", .page = "survey", .menu = "screening", .subject = &subject_survey, .may = MAY_SURVEY,
	.get = survey_get, .post = end_post, .form = &end_form,
};
