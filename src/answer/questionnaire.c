/*
 * /answer/questionnaire - leads to where the citizen is.  POST: a program may send all fields of all pages at once.
 * /answer/questionnaire/:page - one page: the answers are kept whenever it is left, also by a step that is refused.
 *	<questionnaire code version title page pages from to total answered [then]> <section/> <form name="questionnaire"/> <languages/>
 * The page comes again when an answer asks a question of the same page.  With ?from=summary it leads back there.  Sent with a field
 * "language", or submit=keep, the page stays; the language is changed.
 * What is kept by the script names the form that it was typed in (kept-of): once that one is sent, it comes too late.
 * /answer/information - what it is about and what the answers are used for, before the first question.
 *	<questionnaire code version title pages total answered href> <intro/> <information/> </questionnaire> <form name="language"/>
 */
#include <string.h>

#include "answer/pages.h"
#include "answer/sit.h"
#include "domain/survey.h"
#include "sql/exec.h"
#include "web/form.h"
#include "xml/labels.h"
#include "xml/node.h"

bool
sit(struct request *rq, struct sitting *out)
{
	const struct visitor *visitor = visitor_of(rq);

	if (visitor->of.id == 0) {
		fail_request(rq, FAIL_DENIED, NULL);
		return false;
	}
	return sitting_begin(rq, visitor->of, visitor->questionnaire, labels_language(request_labels(rq)), out);
}

bool
sit_down(struct request *rq, struct sitting *out)
{
	if (!visitor_of(rq)->used)
		return sit(rq, out);
	see_other(rq, NULL, "/answer/done");
	return false;
}

size_t
sit_page(struct request *rq, const struct sitting *s)
{
	long page = visitor_of(rq)->page;

	return page < 0 ? 0 : (size_t)page < s->q->page_count ? (size_t)page : s->q->page_count;
}

bool
sit_turn_to(struct request *rq, const struct sitting *s, size_t page)
{
	if (s->of.kind == ANSWERS_OF_RESPONSE)
		survey_turn_to(rq, s->of.id, page);
	else if (exec(rq->db, "UPDATE screening SET page = ?, changed_by = ? WHERE id = ? AND state IN ('invited', 'opened')",
	    ARGS(INT((long long)page), TEXT(rq->user->uid), INT(s->of.id))) == 0)
		fail_request(rq, FAIL_STALE, NULL);
	return !request_failed(rq);
}

void
sit_offer(xmlNode *form, const struct sitting *s)
{
	if (s->of.kind == ANSWERS_OF_RESPONSE)
		form_drop(form, "submit", "pause");
}

void
sit_finish(struct request *rq, const struct sitting *s)
{
	if (s->of.kind == ANSWERS_OF_RESPONSE ? !visitor_send(rq) : !response_keep(rq, s->q, s->of.id, s->response)) {
		fail_request(rq, FAIL_STALE, NULL);
		return;
	}
	sitting_keep(rq, s);
	if (s->of.kind == ANSWERS_OF_SCREENING)
		visitor_use_up(rq);
	see_other(rq, NULL, "/answer/done");
}

void
sit_lead_to(struct request *rq, const struct sitting *s, size_t page, bool from_summary)
{
	if (page >= s->q->page_count)
		see_other(rq, NULL, "/answer/summary");
	else
		see_other(rq, NULL, "/answer/questionnaire/%zu%s", page + 1, from_summary ? "?from=summary" : "");
}

static void
page_draw(struct request *rq, xmlNode *content, const struct sitting *s, size_t page)
{
	bool from_summary = sitting_from_summary(rq);
	xmlNode *node, *form;

	if (rq->form != NULL && !sit_turn_to(rq, s, page))
		return;
	node = sitting_page_add(rq, content, s, page, request_format(rq, "/answer/questionnaire/%zu%s", page + 1,
	    from_summary ? "?from=summary" : ""));
	languages_add(rq, node, NULL);
	if (from_summary)
		node_set(node, "then", "summary");
	form = node_child(node, "form");
	/* Before the first page there is the information. */
	if (page == 0 && form != NULL)
		node_set(node_add(form, "submit"), "name", "back");
	sit_offer(form, s);
	visitor_watch(rq);
}

static void
page_get(struct request *rq, xmlNode *content)
{
	size_t page = (size_t)rq->ids[0] - 1;
	struct sitting s;

	if (!sit_down(rq, &s))
		return;
	if (page >= s.q->page_count)
		fail_request(rq, FAIL_MISSING, NULL);
	else if (rq->form == NULL && !sitting_asks(&s, page))
		sit_lead_to(rq, &s, sitting_step(&s, page, 1), sitting_from_summary(rq));
	else
		page_draw(rq, content, &s, page);
}

/* Where one is; before anything is answered, what it is about. */
static void
questionnaire_get(struct request *rq, xmlNode *content)
{
	struct sitting s;
	size_t page;

	if (!sit_down(rq, &s))
		return;
	page = sit_page(rq, &s);
	if (rq->form != NULL)
		page_draw(rq, content, &s, sitting_first_missed(&s, 0));
	else if (page == 0 && sitting_is_new(&s))
		see_other(rq, NULL, "/answer/information");
	else
		sit_lead_to(rq, &s, page, false);
}

/* All pages' fields, and sent: what a program does. */
static void
questionnaire_post(struct request *rq)
{
	const struct visitor *visitor = visitor_of(rq);
	struct sitting s;

	if (visitor->used) {
		see_other(rq, NULL, "/answer/done");
		return;
	}
	if (visitor->of.id == 0)
		fail_request(rq, FAIL_DENIED, NULL);
	else if (sitting_read(rq, visitor->questionnaire, SITTING_ALL) && sit(rq, &s) && sitting_demand(rq, &s, SITTING_ALL))
		sit_finish(rq, &s);
}

/* What was pressed; the script's "keep" is no button. */
static bool
is_pressed(const struct request *rq, const char *submit)
{
	const char *sent = pairs_find(&rq->body, "submit");

	return strcmp(sent == NULL ? rq->submit : sent, submit) == 0;
}

static enum sitting_way
way_of(const struct request *rq, const struct sitting *s, bool stays)
{
	if (stays)
		return SITTING_STAY;
	if (s->of.kind == ANSWERS_OF_SCREENING && is_pressed(rq, "pause"))
		return SITTING_PAUSE;
	return is_pressed(rq, "back") ? SITTING_BACK : SITTING_ON;
}

static void
leave(struct request *rq, const struct sitting *s, size_t page, enum sitting_way way)
{
	bool from_summary = sitting_from_summary(rq);
	struct sitting_turn turn;

	if (!sitting_turn(rq, s, page, way, &turn) || !sit_turn_to(rq, s, turn.next) || !sitting_keep(rq, s))
		return;
	if (way == SITTING_PAUSE) {
		visitor_end(rq, "paused");
		see_other(rq, NULL, "/answer/paused");
	} else if (turn.adds)
		see_other(rq, "question-added", "/answer/questionnaire/%zu%s", page + 1, from_summary ? "?from=summary" : "");
	else if (way == SITTING_BACK && turn.next == page)
		see_other(rq, NULL, "/answer/information");
	else
		sit_lead_to(rq, s, turn.next, from_summary);
}

/* What the script sent before the button was pressed, and came after it. */
static bool
comes_too_late(struct request *rq)
{
	return is_pressed(rq, "keep") && form_was_sent(rq, pairs_find(&rq->body, "kept-of"));
}

static void
page_post(struct request *rq)
{
	const struct visitor *visitor = visitor_of(rq);
	size_t page = (size_t)rq->ids[0] - 1;
	struct sitting s;

	if (visitor->used)
		see_other(rq, NULL, "/answer/done");
	else if (comes_too_late(rq))
		see_other(rq, NULL, "/answer/questionnaire");
	else if (visitor->of.id == 0)
		fail_request(rq, FAIL_DENIED, NULL);
	else if (sitting_read(rq, visitor->questionnaire, page) && sit(rq, &s))
		leave(rq, &s, page, way_of(rq, &s, visitor_speak(rq, pairs_find(&rq->body, "language")) || is_pressed(rq, "keep")));
}

static void
information_get(struct request *rq, xmlNode *content)
{
	struct sitting s;
	xmlNode *node;
	size_t page;

	if (!sit_down(rq, &s))
		return;
	page = sit_page(rq, &s);
	node = sitting_intro_add(rq, content, &s);
	if (page >= s.q->page_count)
		node_set(node, "href", request_href(rq, "/answer/summary"));
	else
		node_set(node, "href", request_href(rq, "/answer/questionnaire/%zu", page + 1));
	language_form_add(rq, content);
	visitor_watch(rq);
}

const struct route answer_questionnaire = {
	.path = "/answer/questionnaire", .page = "questionnaire", .get = questionnaire_get, .post = questionnaire_post,
};
const struct route answer_page = { .path = "/answer/questionnaire/:page", .page = "questionnaire", .get = page_get, .post = page_post };
const struct route answer_information = { .path = "/answer/information", .page = "information", .get = information_get };
