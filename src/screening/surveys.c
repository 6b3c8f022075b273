/*
 * /screening/surveys - the surveys of one's department, and those that ask oneself; for those who put them a form.
 *	<tabs/> <surveys> <list name="surveys"> <survey id title kind state questionnaire opens-on closes-on [asked answered|few] href/>* </list>
 *	 <form name="survey"/>? </surveys>
 */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "domain/choice.h"
#include "domain/permission.h"
#include "domain/survey.h"
#include "screening/pages.h"
#include "screening/survey.h"
#include "sql/day.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/list.h"
#include "web/request.h"
#include "xml/node.h"

static void
offer_questionnaires(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT id, title FROM questionnaire WHERE state = 'published' AND audience = 'survey' ORDER BY title, id DESC",
	    NO_ARGS);
}

static const char *const kinds[] = { "staff", "group", NULL };

static const struct field survey_fields[] = {
	{ "questionnaire", FIELD_CHOICE, REQUIRED, .source = offer_questionnaires },
	{ "title", FIELD_LINE, REQUIRED, .max = 120 },
	{ "kind", FIELD_CHOICE, REQUIRED, .choices = kinds },
	{ "opens-on", FIELD_DATE, .required = REQUIRED },
	{ "closes-on", FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const char *const survey_submits[] = { "put", NULL };
static const struct form survey_form = { .name = "survey", .fields = survey_fields, .submits = survey_submits };

/* Open ones first, then what comes, then what was. */
#define VISIBLE \
	"  FROM (SELECT ? AS department, CAST(? AS DATE) AS today, ? AS leads) me JOIN survey v JOIN questionnaire q ON q.id = v.questionnaire_id" \
	" WHERE (v.department_id = me.department OR " SURVEY_ASKS("v", "me.department") ")"
#define SENT "(SELECT COUNT(*) FROM survey_response r WHERE r.survey_id = v.id AND r.sent = 1)"
#define ROWS \
	"SELECT v.id, v.title, v.kind, " SURVEY_STATE("v", "me.today") " AS state, q.title AS questionnaire, v.opens_on AS 'opens-on'," \
	" v.closes_on AS 'closes-on', " DANISH_DAY("v.ended_at") " AS 'ended-on'," \
	" IF(me.leads AND v.department_id = me.department, " SENT ", NULL) AS answered," \
	" IF(me.leads AND v.department_id = me.department AND v.kind = 'staff', " SURVEY_STAFF("v.department_id") "," \
	"  NULL) AS asked" VISIBLE

static const struct list_sort sorts[] = {
	{ "state",  ROWS " ORDER BY FIELD(" SURVEY_STATE("v", "me.today") ", 'open', 'coming', 'ended'), v.closes_on DESC, v.id DESC LIMIT ? OFFSET ?" },
	{ "title",  ROWS " ORDER BY v.title, v.id LIMIT ? OFFSET ?" },
	{ "-title", ROWS " ORDER BY v.title DESC, v.id DESC LIMIT ? OFFSET ?" },
	{ "opens",  ROWS " ORDER BY v.opens_on, v.id LIMIT ? OFFSET ?" },
	{ "-opens", ROWS " ORDER BY v.opens_on DESC, v.id DESC LIMIT ? OFFSET ?" },
	{ 0 }
};

/* Which dates are offered can be changed; that something must be chosen is said by what is there to choose. */
static void
form_add_new(struct request *rq, xmlNode *surveys)
{
	struct date today, last;
	xmlNode *form = form_add(rq, surveys, &survey_form, "/screening/surveys");

	date_today(&today);
	date_add_days(today.iso, 14, &last);
	form_set(form, "opens-on", today.iso);
	form_set(form, "closes-on", last.iso);
}

static void
surveys_get(struct request *rq, xmlNode *content)
{
	xmlNode *surveys, *list, *row;
	struct date today;

	date_today(&today);
	survey_tabs_add(rq, content, "surveys");
	surveys = node_add(content, "surveys");
	list = list_add(rq, surveys, "surveys", "survey", sorts, "SELECT COUNT(*)" VISIBLE,
	    ARGS(TEXT(rq->user->department), TEXT(today.iso), INT(request_may(rq, MAY_SURVEY))));
	for (row = node_child(list, "survey"); row != NULL; row = node_next(row, "survey")) {
		survey_hide_few(row);
		node_set(row, "href", request_href(rq, "/screening/survey/%s", node_get(row, "id")));
	}
	if (request_may(rq, MAY_SURVEY))
		form_add_new(rq, surveys);
}

/* What only all fields together can say. */
static bool
right(struct request *rq, const struct survey *survey)
{
	/* Asked first: once a field is wrong, no statement is run any more. */
	bool few = strcmp(survey->kind, "staff") == 0 && survey_asked(rq, rq->user->department) < SURVEY_LEAST_ASKED;
	struct date today;

	date_today(&today);
	if (strcmp(survey->opens_on, today.iso) < 0)
		field_error(rq, "opens-on", "survey-opens-past");
	if (strcmp(survey->closes_on, survey->opens_on) < 0)
		field_error(rq, "closes-on", "survey-closes-first");
	else if (date_days(survey->opens_on, survey->closes_on) > SURVEY_DAYS_MAX)
		field_error(rq, "closes-on", "survey-long");
	if (few)
		field_error(rq, "kind", "survey-few");
	return !request_failed(rq);
}

static void
surveys_post(struct request *rq)
{
	const struct survey survey = { .title = field_text(rq, "title"), .kind = field_text(rq, "kind"), .opens_on = field_text(rq, "opens-on"),
	    .closes_on = field_text(rq, "closes-on"), .questionnaire = field_int(rq, "questionnaire", 0) };
	long long id;

	if (!right(rq, &survey))
		return;
	id = survey_create(rq, &survey);
	if (id != 0)
		see_other(rq, "survey-put", "/screening/survey/%lld", id);
}

const struct route screening_surveys = {
	.path = "/screening/surveys", .page = "surveys", .menu = "screening", .may_post = MAY_SURVEY, .get = surveys_get, .post = surveys_post,
	.form = &survey_form,
};
