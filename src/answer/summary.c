/*
 * /answer/summary - all answers by section, each with a link to change it; what is missing is said; send.
 *	<summary code version title total answered missed> <section id title> <asked question page href state [missed]> <question/>
 *	 <text/> </asked>* </section>* <form name="summary"/> </summary> <form name="language"/>
 */
#include <string.h>

#include "answer/pages.h"
#include "answer/sit.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const summary_submits[] = { "send", "back", "pause", NULL };
static const struct form summary_form = { .name = "summary", .fields = no_fields, .submits = summary_submits };

static void
summary_get(struct request *rq, xmlNode *content)
{
	struct sitting s;

	if (!sit_down(rq, &s))
		return;
	sit_offer(form_add(rq, sitting_summary_add(rq, content, &s, "/answer/questionnaire"), &summary_form, "/answer/summary"), &s);
	language_form_add(rq, content);
	visitor_watch(rq);
}

static void
send(struct request *rq, const struct sitting *s)
{
	if (s->response->unanswered > 0)
		fail_request(rq, FAIL_INPUT, "answers-missing");
	else
		sit_finish(rq, s);
}

static void
summary_post(struct request *rq)
{
	struct sitting s;
	size_t last;

	if (!sit_down(rq, &s))
		return;
	last = sitting_step(&s, s.q->page_count, -1);
	if (strcmp(rq->submit, "send") == 0)
		send(rq, &s);
	else if (strcmp(rq->submit, "back") == 0 && sit_turn_to(rq, &s, last))
		sit_lead_to(rq, &s, last, false);
	else if (strcmp(rq->submit, "pause") == 0 && s.of.kind == ANSWERS_OF_SCREENING && sit_turn_to(rq, &s, s.q->page_count)) {
		visitor_end(rq, "paused");
		see_other(rq, NULL, "/answer/paused");
	}
}

const struct route answer_summary = {
	.path = "/answer/summary", .page = "summary", .get = summary_get, .post = summary_post, .form = &summary_form,
};
