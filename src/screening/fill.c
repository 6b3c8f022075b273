/*
 * /screening/:id/fill - staff fill in, with the citizen at hand or from paper: all questions on one page, which two
 * windows do not write at once: what was saved in another one since is shown beside what was typed (409).
 *	<filling how [written-on] code version title total answered> <citizen/> <section id title first/>* <form name="questionnaire"/> </filling>
 * /screening/:id/begin, /screening/:id/begin-paper - POST: from now on it is staff who fill in.  The citizen's code opens nothing any more, so
 * that no two write at once; what the citizen answered stands, and is gone on from.  A new code hands it back.
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "domain/screening.h"
#include "domain/sitting.h"
#include "domain/subject.h"
#include "screening/fill.h"
#include "screening/pages.h"
#include "screening/screening.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const with_submits[] = { "begin", NULL }, *const paper_submits[] = { "begin-paper", NULL };
static const struct form with_form = { .name = "begin", .fields = no_fields, .submits = with_submits };
static const struct field paper_fields[] = {
	{ .name = "written-on", .type = FIELD_DATE, .required = REQUIRED },
	{ 0 }
};
static const struct form paper_form = { .name = "begin-paper", .fields = paper_fields, .submits = paper_submits };

void
fill_forms_add(struct request *rq, xmlNode *screening)
{
	struct date today;
	xmlNode *form;

	if (!request_may(rq, MAY_ASSESS))
		return;
	form_add(rq, screening, &with_form, "/screening/%lld/begin", rq->subject);
	form = form_add(rq, screening, &paper_form, "/screening/%lld/begin-paper", rq->subject);
	date_today(&today);
	if (form != NULL)
		form_set(form, "written-on", today.iso);
}

/* Staff have it from now on.  Also what the citizen did not send in time. */
static void
begin(struct request *rq, const char *by, const char *written_on)
{
	if (exec(rq->db, "UPDATE screening SET state = 'opened', opened_at = COALESCE(opened_at, NOW()), filled_by = ?, written_on = ?,"
	    " changed_by = ?, revision = revision + 1 WHERE id = ? AND state IN ('invited', 'opened', 'expired')",
	    ARGS(TEXT(by), TEXT(written_on), TEXT(rq->user->uid), INT(rq->subject))) == 0) {
		fail_request(rq, FAIL_STALE, "screening-closed");
		return;
	}
	screening_end_code(rq, rq->subject);
	see_other(rq, NULL, "/screening/%lld/fill", rq->subject);
}

static void
begin_post(struct request *rq)
{
	begin(rq, "staff-with-citizen", NULL);
}

/* Paper is written between the issue and today. */
static void
begin_paper_post(struct request *rq)
{
	const char *written = field_text(rq, "written-on"), *issued;
	struct date today;

	date_today(&today);
	issued = rows_text(rq->db, rq, "SELECT " DANISH_DAY("issued_at") " FROM screening WHERE id = ?", ARGS(INT(rq->subject)));
	if (strcmp(written, today.iso) > 0)
		field_error(rq, "written-on", "date-future");
	else if (issued != NULL && strcmp(written, issued) < 0)
		field_error(rq, "written-on", "written-early");
	else
		begin(rq, "staff-from-paper", written);
}

enum { STATE, HOW, WRITTEN_ON, QUESTIONNAIRE, REVISION, COLUMNS };

/* Is it staff who fill in, still? */
static bool
filling(struct request *rq, const char **is)
{
	return rows_one(rq->db, rq, is, COLUMNS, "SELECT state, filled_by, written_on, questionnaire_id, revision FROM screening WHERE id = ?"
	    " FOR UPDATE", ARGS(INT(rq->subject))) && strcmp(is[STATE], "opened") == 0 && strcmp(is[HOW], "citizen") != 0;
}

static struct answers_of
here(const struct request *rq)
{
	return (struct answers_of){ ANSWERS_OF_SCREENING, rq->subject };
}

/* The sections, each with the first of its questions that is asked: its heading stands before that one. */
static void
sections_add(xmlNode *parent, const struct sitting *s)
{
	size_t i, k;

	for (i = 0; i < s->q->section_count; i++) {
		const struct section *section = &s->q->sections[i];

		for (k = section->first; k < section->first + section->count; k++)
			if (s->response->answers[k].state != ANSWER_NOT_ASKED) {
				xmlNode *node = node_add(parent, "section");

				node_set(node, "id", section->id);
				node_set(node, "title", s->words->sections[i]);
				node_set(node, "first", s->q->questions[k].id);
				break;
			}
	}
}

/* Keep what was typed over what this window had seen, and no other has changed. */
static long long
keep(struct request *rq, const struct sitting *s, long long revision)
{
	exec(rq->db, "UPDATE screening SET revision = ?, changed_by = ? WHERE id = ?",
	    ARGS(INT(revision + 1), TEXT(rq->user->uid), INT(rq->subject)));
	sitting_keep(rq, s);
	return revision + 1;
}

/* Every page's fields in one form: that of the last page, which sends. */
static xmlNode *
form_of_all(struct request *rq, xmlNode *parent, const struct sitting *s)
{
	const char *action = request_format(rq, "/screening/%lld/fill", rq->subject);
	size_t last = s->q->page_count - 1, i;
	xmlNode *form = answers_form_add(rq, parent, s->q, s->words, last, s->response, action), *page, *field, *first;

	first = form == NULL ? NULL : node_child(form, "field") != NULL ? node_child(form, "field") : node_child(form, "submit");
	for (i = 0; first != NULL && i < last; i++) {
		page = answers_form_add(rq, parent, s->q, s->words, i, s->response, action);
		while (page != NULL && (field = node_child(page, "field")) != NULL)
			xmlAddPrevSibling(first, field);
		xmlUnlinkNode(page);
		xmlFreeNode(page);
	}
	sitting_mark(rq, form, s, SITTING_ALL);
	return form;
}

/* What the next save is over: what is here now, unless what was refused had not seen it. */
static void
form_of_all_add(struct request *rq, xmlNode *node, const struct sitting *s, long long revision, bool kept)
{
	xmlNode *form = form_of_all(rq, node, s);
	const char *state = form == NULL ? NULL : node_get(form, "state");

	if (kept)
		node_set_int(form, "revision", revision);
	else
		form_set_revision(form, revision);
	if (state != NULL && strcmp(state, "stale") == 0)
		answers_theirs_add(form, s->q, s->words, s->response->answers, answers_load(rq, s->q, s->of));
}

static void
fill_get(struct request *rq, xmlNode *content)
{
	const char *is[COLUMNS];
	struct sitting s;
	xmlNode *node, *citizen;
	size_t i, answered = 0;
	long long revision;
	bool kept;

	if (!filling(rq, is)) {
		fail_request(rq, FAIL_MISSING, "not-filling");
		return;
	}
	if (!sitting_begin(rq, here(rq), atoll(is[QUESTIONNAIRE]), NULL, &s))
		return;
	page_script(rq, "fill.js", NULL);
	revision = atoll(is[REVISION]);
	kept = rq->form != NULL && rq->post && form_revision(rq) == revision;
	if (kept)
		revision = keep(rq, &s, revision);
	node = node_add(content, "filling");
	node_set(node, "how", is[HOW]);
	node_set(node, "code", s.q->code);
	node_set(node, "title", s.words->title);
	for (i = 0; i < s.q->question_count; i++)
		answered += s.response->answers[i].state != ANSWER_NONE && s.response->answers[i].state != ANSWER_NOT_ASKED;
	node_set_int(node, "total", (long long)s.response->asked);
	node_set_int(node, "answered", (long long)answered);
	citizen = citizen_add(rq, node, rq->citizen);
	citizen_add_way(rq, content, citizen, "fill");
	sections_add(node, &s);
	form_of_all_add(rq, node, &s, revision, kept);
	node_set(node, "written-on", is[WRITTEN_ON]);
}

/*
 * Save and stop, or send: the latter with every answer that there must be, as the citizen would.  Where an answer asks a question that
 * was not on the page, it is kept, and the page comes again.
 */
static void
fill_post(struct request *rq)
{
	const char *is[COLUMNS];
	struct sitting s;
	bool stop, adds;

	if (!filling(rq, is)) {
		fail_request(rq, FAIL_STALE, "not-filling");
		return;
	}
	if (!sitting_read(rq, atoll(is[QUESTIONNAIRE]), SITTING_ALL) || revision_stale(rq, atoll(is[REVISION])) ||
	    !sitting_begin(rq, here(rq), atoll(is[QUESTIONNAIRE]), NULL, &s))
		return;
	stop = strcmp(rq->submit, "pause") == 0;
	if (!stop && !sitting_demand(rq, &s, SITTING_ALL))
		return;
	adds = !stop && sitting_adds(rq, &s, SITTING_ALL);
	if (!stop && !adds && !response_keep(rq, s.q, rq->subject, s.response)) {
		fail_request(rq, FAIL_STALE, "not-filling");
		return;
	}
	keep(rq, &s, atoll(is[REVISION]));
	if (adds)
		see_other(rq, "question-added", "/screening/%lld/fill", rq->subject);
	else
		see_other(rq, stop ? "saved" : "screening-filled", "/screening/%lld", rq->subject);
}

static const struct form *
fill_form(struct request *rq)
{
	const char *is[COLUMNS];
	const struct questionnaire *q = filling(rq, is) ? questionnaire_load(rq, atoll(is[QUESTIONNAIRE])) : NULL;

	return q == NULL ? NULL : &q->form;
}

const struct route screening_fill = {
	.path = "/screening/:id/fill", .page = "fill", .menu = "screening", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = fill_get, .post = fill_post, .made_form = fill_form,
};

const struct route screening_begin = {
	.path = "/screening/:id/begin", .page = "screening", .menu = "screening", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = screening_get, .post = begin_post, .form = &with_form,
};

const struct route screening_begin_paper = {
	.path = "/screening/:id/begin-paper", .page = "screening", .menu = "screening", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = screening_get, .post = begin_paper_post, .form = &paper_form,
};
