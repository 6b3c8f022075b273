/*
 * /admin/questionnaire/:id/try/:page, /try/summary - a questionnaire as the citizen will see it, answered to the end without a trace.
 *	<trial href title version> <language code href [current]/>* </trial> and what the citizen gets: <questionnaire/>, <summary/> with a
 *	form; after the last page <trial-result red yellow green missing> <sentence/> <trial-dimension/>* <trial-score/>* </trial-result>
 * Nothing is kept: the answers of the other pages travel in the form, as hidden fields.
 */
#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "admin/questionnaires.h"
#include "domain/permission.h"
#include "domain/sitting.h"
#include "web/form.h"
#include "xml/labels.h"
#include "xml/node.h"

static const struct answers_of nobody = { ANSWERS_OF_SCREENING, 0 };
static const char *const try_submits[] = { "next", "back", "send", "show", NULL };
static const char *const summary_submits[] = { "send", "back", NULL };
static const char *const again_submits[] = { "show", NULL };
static const struct field no_fields[] = { { 0 } };
static const struct form summary_form = { .name = "questionnaire", .fields = no_fields, .submits = summary_submits };
static const struct form again_form = { .name = "questionnaire", .fields = no_fields, .submits = again_submits };

/* Which page the address names, from 0; page_count is the summary. */
static size_t
place_of(const struct request *rq, const struct questionnaire *q)
{
	return rq->ids[1] == 0 ? q->page_count : (size_t)rq->ids[1] - 1;
}

/* Where a page of the trial is, in the language that is tried. */
static const char *
path_of(struct request *rq, const struct sitting *s, size_t page, const char *language)
{
	const char *query = strcmp(language, s->q->language) == 0 ? "" : request_format(rq, "?language=%s", language);

	if (page >= s->q->page_count)
		return request_format(rq, "/admin/questionnaire/%lld/try/summary%s", rq->subject, query);
	return request_format(rq, "/admin/questionnaire/%lld/try/%zu%s", rq->subject, page + 1, query);
}

/* A draft may be another text than a moment ago: it is read anew each time. */
static bool
begin(struct request *rq, struct sitting *out)
{
	if (!sitting_begin(rq, nobody, rq->subject, query_text(rq, "language"), out))
		return false;
	if (place_of(rq, out->q) > out->q->page_count)
		fail_request(rq, FAIL_MISSING, NULL);
	return !request_failed(rq);
}

static bool
is_on(const struct questionnaire *q, size_t page, const char *field)
{
	const struct field *own;

	for (own = page < q->page_count ? q->pages[page].form.fields : no_fields; own->name != NULL; own++)
		if (strcmp(own->name, field) == 0)
			return true;
	return false;
}

/* What was typed on the other pages, as it was typed. */
static void
add_hidden(struct request *rq, xmlNode *form, const struct questionnaire *q, size_t page)
{
	const struct form_state *state = rq->form;
	xmlNode *submit = node_child(form, "submit");
	size_t i;

	/* A form that asks is none that was refused. */
	if (form != NULL && form_asks(rq))
		xmlUnsetProp(form, BAD_CAST "state");
	for (i = 0; form != NULL && state != NULL && i < state->count; i++) {
		const struct form_value *is = &state->values[i];
		xmlNode *field;

		if (is->typed == NULL || is->typed[0] == '\0' || is_on(q, page, is->field->name))
			continue;
		field = node_add(form, "field");
		node_set(field, "name", is->field->name);
		node_set(field, "type", "hidden");
		node_add_text(field, "value", is->typed);
		if (submit != NULL)
			xmlAddPrevSibling(submit, field);
	}
}

static void
add_trial(struct request *rq, xmlNode *content, const struct sitting *s, size_t page)
{
	xmlNode *trial = node_add(content, "trial");
	size_t i;

	node_set(trial, "href", request_href(rq, "/admin/questionnaire/%lld", rq->subject));
	node_set(trial, "title", s->words->title);
	node_set_int(trial, "version", s->q->version);
	for (i = 0; i < s->q->words_count; i++) {
		xmlNode *language = node_add(trial, "language");

		node_set(language, "code", s->q->words[i].language);
		node_set(language, "href", request_href(rq, "%s", path_of(rq, s, page, s->q->words[i].language)));
		if (&s->q->words[i] == s->words)
			node_set(language, "current", "yes");
	}
}

/* The questions' language, where there are no labels in it and the page is in another. */
static void
set_language(struct request *rq, xmlNode *node, const struct sitting *s)
{
	if (strcmp(labels_language(request_labels(rq)), s->words->language) != 0)
		node_set(node, "lang", s->words->language);
}

static void
add_page(struct request *rq, xmlNode *content, const struct sitting *s, size_t page)
{
	xmlNode *node = sitting_page_add(rq, content, s, page, path_of(rq, s, page, s->words->language));
	xmlNode *form = node_child(node, "form");

	set_language(rq, node, s);
	/* There is nothing to pause. */
	form_drop(form, "submit", "pause");
	add_hidden(rq, form, s->q, page);
}

static void
add_summary(struct request *rq, xmlNode *content, const struct sitting *s)
{
	xmlNode *summary = sitting_summary_add(rq, content, s, request_format(rq, "/admin/questionnaire/%lld/try", rq->subject));
	xmlNode *section, *asked;
	size_t page = s->q->page_count;

	set_language(rq, summary, s);
	/* A page that is gone back to keeps its language. */
	for (section = node_child(summary, "section"); section != NULL; section = node_next(section, "section"))
		for (asked = node_child(section, "asked"); asked != NULL; asked = node_next(asked, "asked")) {
			const char *href = node_get(asked, "href"), *query = strchr(path_of(rq, s, page, s->words->language), '?');

			node_set(asked, "href", request_format(rq, "%.*s%s", (int)strcspn(href, "?"), href, query == NULL ? "" : query));
		}
	add_hidden(rq, form_add(rq, summary, &summary_form, "%s", path_of(rq, s, page, s->words->language)), s->q, page);
}

static void
add_dimensions(struct request *rq, xmlNode *result, const struct sitting *s)
{
	size_t i;

	for (i = 0; i < s->q->dimension_count; i++) {
		const struct dimension_result *is = &s->response->dimensions[i];
		xmlNode *node = node_add(result, "trial-dimension");

		node_set(node, "id", s->q->dimensions[i].id);
		node_set(node, "title", s->q->dimensions[i].title);
		node_set(node, "level", level_name(is->level));
		if (is->scored)
			node_set(node, "score", scoring_number(rq, is->score));
		if (is->colour != NULL) {
			node_set(node, "rule", is->colour->id);
			node_set(node, "why", colour_why(rq, s->q, is->colour, is->score));
		}
	}
}

static void
add_scores(struct request *rq, xmlNode *result, const struct sitting *s)
{
	size_t i;

	for (i = 0; i < s->q->score_count; i++) {
		const struct score_result *is = &s->response->scores[i];
		xmlNode *node = node_add(result, "trial-score");

		node_set(node, "id", s->q->scores[i].id);
		node_set(node, "title", s->q->scores[i].title);
		if (is->computed)
			node_set(node, "value", scoring_number(rq, is->value));
		if (is->band != NULL) {
			node_set(node, "rule", is->band->id);
			node_set(node, "words", is->band->text);
		}
	}
}

static void
add_result(struct request *rq, xmlNode *content, const struct sitting *s)
{
	const struct response *response = s->response;
	xmlNode *result = node_add(content, "trial-result");

	node_set_int(result, "red", response->tally.red);
	node_set_int(result, "yellow", response->tally.yellow);
	node_set_int(result, "green", response->tally.green);
	node_set_int(result, "missing", response->tally.missing);
	node_set(result, "indication", response->indication == NULL ? NULL : response->indication->title);
	node_set(result, "rule", response->rule);
	node_add_text(result, "sentence", response->sentence);
	add_dimensions(rq, result, s);
	add_scores(rq, result, s);
	add_hidden(rq, form_add(rq, result, &again_form, "%s", path_of(rq, s, s->q->page_count, s->words->language)), s->q, s->q->page_count);
}

/* Does going on ask a question more on the page that was sent? */
static bool
stays(const struct request *rq, const struct sitting *s, size_t page)
{
	return page < s->q->page_count && rq->form != NULL && form_asks(rq) && strcmp(rq->submit, "show") != 0 &&
	    strcmp(rq->submit, "back") != 0 && sitting_adds(rq, s, page);
}

/* The page that comes: the one that the address names, or, from a form that was right, where its button leads. */
static size_t
next_place(const struct request *rq, const struct sitting *s, size_t page)
{
	if (rq->form == NULL || !form_asks(rq) || strcmp(rq->submit, "show") == 0 || stays(rq, s, page))
		return page;
	return sitting_step(s, page, strcmp(rq->submit, "back") == 0 ? -1 : 1);
}

static void
try_get(struct request *rq, xmlNode *content)
{
	struct sitting s;
	bool sent = rq->form != NULL && form_asks(rq) && strcmp(rq->submit, "send") == 0;
	size_t page;

	if (!rq->post)
		questionnaire_forget(rq->subject);
	if (!begin(rq, &s))
		return;
	page = place_of(rq, s.q);
	if (stays(rq, &s, page))
		notice_add(rq, "success", "question-added");
	/* "Send" on the last page leads over the summary, as it does for the citizen. */
	if (!(sent && page == s.q->page_count))
		page = next_place(rq, &s, page);
	add_trial(rq, content, &s, page);
	if (sent && place_of(rq, s.q) == s.q->page_count)
		add_result(rq, content, &s);
	else if (page == s.q->page_count)
		add_summary(rq, content, &s);
	else
		add_page(rq, content, &s, page);
}

/*
 * Nothing is changed, so no 303 follows: a form that is right "asks", and its answer is the page where its button leads.  A wrong one
 * comes again with its faults, as it does for the citizen.
 */
static void
try_post(struct request *rq)
{
	const struct questionnaire *q;
	struct form *form;
	struct sitting s;
	enum fail f;

	questionnaire_forget(rq->subject);
	q = questionnaire_load(rq, rq->subject);
	if (q == NULL)
		return;
	form = talloc_memdup(rq, &q->form, sizeof q->form);
	form->submits = try_submits;
	f = form_read(rq, form);
	if (f != FAIL_NONE)
		fail_request(rq, f, NULL);
	if (request_failed(rq) || !begin(rq, &s))
		return;
	/* On with every answer that the page, at the end all pages, must have; back from any. */
	if (strcmp(rq->submit, "next") == 0 || strcmp(rq->submit, "send") == 0)
		sitting_demand(rq, &s, place_of(rq, q) < q->page_count ? place_of(rq, q) : SITTING_ALL);
	if (request_failed(rq))
		return;
	form->asks = rq->submit;
	fail_request(rq, FAIL_INPUT, NULL);
}

const struct route admin_questionnaire_try = {
	.path = "/admin/questionnaire/:id/try/:page", .page = "questionnaire-try", .menu = "admin", .shipped_look = true,
	.may = MAY_WRITE_QUESTIONNAIRE, .get = try_get, .post = try_post,
};

const struct route admin_questionnaire_try_summary = {
	.path = "/admin/questionnaire/:id/try/summary", .page = "questionnaire-try", .menu = "admin", .shipped_look = true,
	.may = MAY_WRITE_QUESTIONNAIRE, .get = try_get, .post = try_post,
};
