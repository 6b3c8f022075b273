/*
 * /screening/survey/:id/answer/:page - a member of staff answers: a page of the questions; kept when it is left.  It comes
 *	again when an answer asks a question of the same page.
 *	<survey/> <questionnaire .../>
 * /screening/survey/:id/answer/summary - all answers, each with a link to change it; send.
 *	<survey/> <summary ...> ... <form name="survey-summary"/> </summary>
 * Until it is sent, the row of the person names the response; then nothing does.
 */
#include <string.h>

#include "domain/sitting.h"
#include "domain/subject.h"
#include "domain/survey.h"
#include "screening/pages.h"
#include "screening/survey.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const summary_submits[] = { "send", "back", NULL };
static const struct form summary_form = { .name = "survey-summary", .fields = no_fields, .submits = summary_submits };

/* Where the user is.  False: there is nothing to answer (any more), which the survey's page says. */
static bool
find_own(struct request *rq, struct survey_sitting *own)
{
	if (survey_of_staff(rq, rq->subject, own) && !own->answered)
		return true;
	see_other(rq, own->answered ? "survey-answered" : "survey-closed", "/screening/survey/%lld", rq->subject);
	return false;
}

static bool
sit(struct request *rq, const struct survey_sitting *own, struct sitting *out)
{
	return sitting_begin(rq, (struct answers_of){ ANSWERS_OF_RESPONSE, own->response }, own->questionnaire, rq->language, out);
}

static void
lead_to(struct request *rq, const struct sitting *s, size_t page)
{
	if (page >= s->q->page_count)
		see_other(rq, NULL, "/screening/survey/%lld/answer/summary", rq->subject);
	else
		see_other(rq, NULL, "/screening/survey/%lld/answer/%zu", rq->subject, page + 1);
}

static void
page_draw(struct request *rq, xmlNode *content, const struct sitting *s, size_t page)
{
	xmlNode *node;

	if (survey_add(rq, content, "survey-answer") == NULL)
		return;
	node = sitting_page_add(rq, content, s, page, request_format(rq, "/screening/survey/%lld/answer/%zu%s", rq->subject, page + 1,
	    sitting_from_summary(rq) ? "?from=summary" : ""));
	if (sitting_from_summary(rq))
		node_set(node, "then", "summary");
}

static void
page_get(struct request *rq, xmlNode *content)
{
	size_t page = (size_t)rq->ids[1] - 1;
	struct survey_sitting own;
	struct sitting s;

	if (!find_own(rq, &own) || !sit(rq, &own, &s))
		return;
	if (page > s.q->page_count || rq->ids[1] < 1)
		fail_request(rq, FAIL_MISSING, NULL);
	else if (page == s.q->page_count || (rq->form == NULL && !sitting_asks(&s, page)))
		lead_to(rq, &s, page == s.q->page_count ? page : sitting_step(&s, page, 1));
	else
		page_draw(rq, content, &s, page);
}

static void
leave(struct request *rq, const struct survey_sitting *own, const struct sitting *s, size_t page)
{
	enum sitting_way way = strcmp(rq->submit, "back") == 0 ? SITTING_BACK : strcmp(rq->submit, "pause") == 0 ? SITTING_PAUSE : SITTING_ON;
	struct sitting_turn turn;

	if (!sitting_turn(rq, s, page, way, &turn))
		return;
	survey_turn_to(rq, own->response, turn.next);
	if (!sitting_keep(rq, s))
		return;
	if (way == SITTING_PAUSE)
		see_other(rq, "survey-paused", "/screening/survey/%lld", rq->subject);
	else if (turn.adds)
		see_other(rq, "question-added", "/screening/survey/%lld/answer/%zu%s", rq->subject, page + 1,
		    sitting_from_summary(rq) ? "?from=summary" : "");
	else
		lead_to(rq, s, turn.next);
}

static void
page_post(struct request *rq)
{
	size_t page = (size_t)rq->ids[1] - 1;
	struct survey_sitting own;
	struct sitting s;

	if (!find_own(rq, &own) || !sitting_read(rq, own.questionnaire, page))
		return;
	if (own.response == 0)
		own.response = survey_begin_staff(rq, rq->subject);
	if (own.response != 0 && sit(rq, &own, &s))
		leave(rq, &own, &s, page);
}

static void
summary_get(struct request *rq, xmlNode *content)
{
	struct survey_sitting own;
	struct sitting s;

	if (!find_own(rq, &own) || !sit(rq, &own, &s) || survey_add(rq, content, "survey-answer") == NULL)
		return;
	form_add(rq, sitting_summary_add(rq, content, &s, request_format(rq, "/screening/survey/%lld/answer", rq->subject)), &summary_form,
	    "/screening/survey/%lld/answer/summary", rq->subject);
}

static void
send(struct request *rq, const struct survey_sitting *own, const struct sitting *s)
{
	if (s->response->unanswered > 0 || own->response == 0)
		lead_to(rq, s, sitting_first_missed(s, 0));
	else if (!survey_send_staff(rq, rq->subject, own->response))
		fail_request(rq, FAIL_STALE, "survey-ended");
	else
		see_other(rq, "survey-sent", "/screening/survey/%lld", rq->subject);
}

static void
summary_post(struct request *rq)
{
	struct survey_sitting own;
	struct sitting s;

	if (!find_own(rq, &own) || !sit(rq, &own, &s))
		return;
	if (strcmp(rq->submit, "back") == 0)
		lead_to(rq, &s, sitting_step(&s, s.q->page_count, -1));
	else
		send(rq, &own, &s);
}

static const struct form *
page_form(struct request *rq)
{
	struct survey_sitting own;
	const struct questionnaire *q = survey_of_staff(rq, rq->subject, &own) && !own.answered ? questionnaire_load(rq, own.questionnaire) : NULL;

	return q == NULL || rq->ids[1] < 1 || (size_t)rq->ids[1] > q->page_count ? NULL : &q->pages[rq->ids[1] - 1].form;
}

const struct route screening_survey_answer = {
	.path = "/screening/survey/:id/answer/:page", .page = "survey-answer", .menu = "screening", .subject = &subject_survey, .get = page_get,
	.post = page_post, .made_form = page_form,
};

const struct route screening_survey_summary = {
	.path = "/screening/survey/:id/answer/summary", .page = "survey-answer", .menu = "screening", .subject = &subject_survey,
	.get = summary_get, .post = summary_post, .form = &summary_form,
};
