/*
 * /answer/questionnaire - the questions, page by page.  Answers are kept at every step, also by a step that is refused.
 *	<questionnaire code version title page pages from to total answered> <intro/> <section id title/>
 *	 <form name="questionnaire"> <field name="QUESTION" type="choice" [low high]> <label/> ... </form> </questionnaire>
 */
#include <string.h>
#include <talloc.h>

#include "answer/pages.h"
#include "answer/visitor.h"
#include "domain/answers.h"
#include "sql/exec.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/node.h"

/* What a request is about: the questionnaire, the answers kept, and these with what was sent. */
struct sitting {
	const struct visitor *visitor;
	const struct questionnaire *q;
	const struct answer *kept;
	struct response *response;	/* of what is kept and sent */
};

static struct answers_of
of(const struct visitor *visitor)
{
	return (struct answers_of){ ANSWERS_OF_SCREENING, visitor->screening };
}

/* An answer, or that there is none. */
static bool
sent(const struct request *rq, const struct question *question)
{
	if (field_text(rq, question->id) != NULL)
		return true;
	return question->kind != QUESTION_SINGLE && question->kind != QUESTION_SCALE &&
	    field_text(rq, talloc_asprintf(rq, "%s" ANSWER_MISSING_SUFFIX, question->id)) != NULL;
}

/* Was every question sent?  Then what is kept does not matter. */
static bool
all_sent(const struct request *rq, const struct questionnaire *q)
{
	size_t i;

	for (i = 0; rq->form != NULL && i < q->question_count; i++)
		if (!sent(rq, &q->questions[i]))
			return false;
	return rq->form != NULL;
}

static bool
sit(struct request *rq, struct sitting *out)
{
	*out = (struct sitting){ .visitor = visitor_of(rq) };
	if (out->visitor->screening == 0) {
		fail_request(rq, FAIL_DENIED, NULL);
		return false;
	}
	out->q = questionnaire_load(rq, out->visitor->questionnaire);
	if (out->q == NULL)
		return false;
	out->kept = all_sent(rq, out->q) ? talloc_zero_array(rq, struct answer, (unsigned)out->q->question_count) :
	    answers_load(rq, out->q, of(out->visitor));
	if (response_evaluate(rq, out->q, rq->form == NULL ? out->kept : answers_typed(rq, out->q, out->kept), NULL, &out->response) !=
	    FAIL_NONE)
		fail_request(rq, FAIL_BROKEN, NULL);
	return !request_failed(rq);
}

static bool
asks(const struct sitting *s, size_t page)
{
	const struct page *is = &s->q->pages[page];
	size_t i;

	for (i = is->first; i < is->first + is->count; i++)
		if (s->response->answers[i].state != ANSWER_NOT_ASKED)
			return true;
	return false;
}

/* Pages on which nothing is asked are passed over; at the ends one stays. */
static size_t
step(const struct sitting *s, size_t page, int direction)
{
	size_t last = s->q->page_count - 1, next = page;

	while (direction > 0 ? next < last : next > 0) {
		next = direction > 0 ? next + 1 : next - 1;
		if (asks(s, next))
			return next;
	}
	return page;
}

static bool
missed(const struct sitting *s, size_t i)
{
	return s->q->questions[i].required && s->response->answers[i].state == ANSWER_NONE;
}

/* The first page with a question that must be answered and is not; page where there is none. */
static size_t
first_missed(const struct sitting *s, size_t page)
{
	size_t k, i;

	for (k = 0; k < s->q->page_count; k++)
		for (i = s->q->pages[k].first; i < s->q->pages[k].first + s->q->pages[k].count; i++)
			if (missed(s, i))
				return k;
	return page;
}

static size_t
current_page(const struct sitting *s)
{
	size_t page = s->visitor->page < 0 ? 0 : (size_t)s->visitor->page;

	return page < s->q->page_count ? page : s->q->page_count - 1;
}

/* False when the screening is not open any more: it was sent meanwhile, from another window. */
static bool
turn_to(struct request *rq, const struct sitting *s, size_t page)
{
	if (exec(rq->db, "UPDATE screening SET page = ?, changed_by = ? WHERE id = ? AND state IN ('invited', 'opened')",
	    ARGS(INT((long long)page), TEXT(rq->user->uid), INT(s->visitor->screening))) == 0)
		fail_request(rq, FAIL_STALE, NULL);
	return !request_failed(rq);
}

static xmlNode *
add_head(xmlNode *content, const struct sitting *s, size_t page)
{
	const struct page *is = &s->q->pages[page];
	const struct section *section = &s->q->sections[is->section];
	xmlNode *node = node_add(content, "questionnaire"), *part;
	size_t i, number = 0, from = 0, answered = 0;

	for (i = 0; i < s->q->question_count; i++) {
		bool asked = s->response->answers[i].state != ANSWER_NOT_ASKED;

		number += asked;
		answered += asked && s->response->answers[i].state != ANSWER_NONE;
		if (asked && from == 0 && i >= is->first)
			from = number;
		if (i + 1 == is->first + is->count)
			node_set_int(node, "to", (long long)number);
	}
	node_set(node, "code", s->q->code);
	node_set_int(node, "version", s->q->version);
	node_set(node, "title", s->q->title);
	node_set_int(node, "page", (long long)page + 1);
	node_set_int(node, "pages", (long long)s->q->page_count);
	node_set_int(node, "from", (long long)from);
	node_set_int(node, "total", (long long)s->response->asked);
	node_set_int(node, "answered", (long long)answered);
	if (page == 0)
		node_add_text(node, "intro", s->q->intro);
	part = node_add(node, "section");
	node_set(part, "id", section->id);
	node_set(part, "title", section->title);
	return node;
}

/* The form came back: what it brought is kept all the same. */
static void
keep_refused(struct request *rq, const struct sitting *s, size_t page)
{
	if (turn_to(rq, s, page))
		answers_keep(rq, s->q, of(s->visitor), s->kept, s->response->answers);
}

static void
questionnaire_get(struct request *rq, xmlNode *content)
{
	struct sitting s;
	size_t page;

	if (visitor_of(rq)->used) {
		answered_add(rq, content);
		return;
	}
	if (!sit(rq, &s))
		return;
	page = current_page(&s);
	if (rq->form != NULL) {
		page = strcmp(rq->submit, "send") == 0 ? first_missed(&s, page) : page;
		keep_refused(rq, &s, page);
	}
	answers_form_add(rq, add_head(content, &s, page), s.q, questionnaire_words(s.q, NULL), page, s.response, "/answer/questionnaire");
}

/* Each question of these that must be answered and is not gets its error. */
static void
demand(struct request *rq, const struct sitting *s, size_t first, size_t count)
{
	size_t i;

	for (i = first; i < first + count; i++)
		if (missed(s, i))
			field_error(rq, s->q->questions[i].id, "unanswered");
}

static void
finish(struct request *rq, const struct sitting *s)
{
	demand(rq, s, 0, s->q->question_count);
	if (request_failed(rq))
		return;
	if (!response_keep(rq, s->q, s->visitor->screening, s->response)) {
		fail_request(rq, FAIL_STALE, NULL);
		return;
	}
	answers_keep(rq, s->q, of(s->visitor), s->kept, s->response->answers);
	visitor_use_up(rq);
	see_other(rq, NULL, "/answer/done");
}

/* On from a page with every answer it must have; back and to a pause from any. */
static void
go_on(struct request *rq, const struct sitting *s)
{
	bool pause = strcmp(rq->submit, "pause") == 0, back = strcmp(rq->submit, "back") == 0;
	size_t page = current_page(s);

	if (!pause && !back)
		demand(rq, s, s->q->pages[page].first, s->q->pages[page].count);
	if (request_failed(rq))
		return;
	if (!pause)
		page = step(s, page, back ? -1 : 1);
	if (!turn_to(rq, s, page))
		return;
	answers_keep(rq, s->q, of(s->visitor), s->kept, s->response->answers);
	if (pause)
		visitor_end(rq);
	see_other(rq, NULL, pause ? "/answer/paused" : "/answer/questionnaire");
}

static void
questionnaire_post(struct request *rq)
{
	const struct visitor *visitor = visitor_of(rq);
	const struct questionnaire *q;
	struct sitting s;
	enum fail f;

	if (visitor->used) {
		see_other(rq, NULL, "/answer/done");
		return;
	}
	q = visitor->screening == 0 ? NULL : questionnaire_load(rq, visitor->questionnaire);
	if (q == NULL) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	f = form_read(rq, &q->form);
	if (f != FAIL_NONE)
		fail_request(rq, f, NULL);
	if (request_failed(rq) || !sit(rq, &s))
		return;
	if (strcmp(rq->submit, "send") == 0)
		finish(rq, &s);
	else
		go_on(rq, &s);
}

const struct route answer_questionnaire = {
	.path = "/answer/questionnaire", .page = "questionnaire", .get = questionnaire_get, .post = questionnaire_post,
};
