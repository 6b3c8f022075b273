/*
 * /screening/:id/paper - the empty questionnaire, to be printed on A4 and written on: ?language= one that it has.
 *	<paper screening code version title lang dir> <form name="paper"/> <intro/> <information/> <declined/> <dont-know/>
 *	 <part title> <ask id kind number ...> <text/> <help/> <tick [value]>text</tick>* </ask>* </part>* </paper>
 */
#include <stdlib.h>
#include <string.h>

#include "domain/answers.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "screening/pages.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/site.h"
#include "xml/labels.h"
#include "xml/node.h"

static const struct questionnaire *
questionnaire_here(struct request *rq)
{
	return questionnaire_load(rq, rows_int(rq->db, 0, "SELECT questionnaire_id FROM screening WHERE id = ?", ARGS(INT(rq->subject))));
}

/* What the language is called by its speakers; its short name where there are no labels in it. */
static const struct labels *
labels_of(const struct request *rq, const char *language)
{
	const struct labels *const *one;

	for (one = site_languages(rq->site); *one != NULL; one++)
		if (strcmp(labels_language(*one), language) == 0)
			return *one;
	return NULL;
}

static void
language_choices(struct request *rq, xmlNode *field)
{
	const struct questionnaire *q = questionnaire_here(rq);
	size_t i;

	for (i = 0; q != NULL && i < q->words_count; i++) {
		const struct labels *labels = labels_of(rq, q->words[i].language);

		node_set(node_add_text(field, "choice", labels == NULL ? q->words[i].language : labels_find(labels, "language.name")),
		    "value", q->words[i].language);
	}
}

static const struct field paper_fields[] = {
	{ "language", FIELD_CHOICE, REQUIRED, .source = language_choices },
	{ 0 }
};
static const char *const paper_submits[] = { "show", NULL };
static const struct form paper_form = { .name = "paper", .fields = paper_fields, .submits = paper_submits, .get = true };

static const char *const kinds[] = { [QUESTION_SINGLE] = "single", [QUESTION_MANY] = "many", [QUESTION_SCALE] = "scale",
    [QUESTION_NUMBER] = "number", [QUESTION_DATE] = "date", [QUESTION_TEXT] = "text" };

static void
question_add(xmlNode *part, const struct question *question, const struct question_words *words, size_t number)
{
	xmlNode *ask = node_add(part, "ask");
	size_t i;

	node_set(ask, "id", question->id);
	node_set(ask, "kind", kinds[question->kind]);
	node_set_int(ask, "number", (long long)number);
	node_add_text(ask, "text", words->text);
	node_add_text(ask, "help", words->help);
	for (i = 0; i < question->option_count; i++)
		node_add_text(ask, "tick", question->kind == QUESTION_SCALE ? question->options[i].id : words->options[i]);
	node_set(ask, "low", words->low);
	node_set(ask, "high", words->high);
	node_set(ask, "unit", words->unit);
	if (question->dont_know)
		node_set(ask, "dont-know", "yes");
	if (question->show_if != NULL)
		node_set(ask, "perhaps", "yes");
}

static void
parts_add(xmlNode *paper, const struct questionnaire *q, const struct words *words)
{
	size_t i, k;

	for (i = 0; i < q->section_count; i++) {
		xmlNode *part = node_add(paper, "part");

		node_set(part, "title", words->sections[i]);
		for (k = q->sections[i].first; k < q->sections[i].first + q->sections[i].count; k++)
			question_add(part, &q->questions[k], &words->questions[k], k + 1);
	}
}

/* What the citizen's language is, where nobody asked for another one. */
static const char *
wanted_language(struct request *rq)
{
	const char *asked = query_text(rq, "language");

	return asked != NULL ? asked : rows_text(rq->db, rq, "SELECT language FROM citizen WHERE id = ?", ARGS(INT(rq->citizen)));
}

static void
paper_get(struct request *rq, xmlNode *content)
{
	const struct questionnaire *q = questionnaire_here(rq);
	const struct words *words = q == NULL ? NULL : questionnaire_words(q, wanted_language(rq));
	const struct labels *labels;
	xmlNode *paper, *form;

	if (words == NULL)
		return;
	labels = labels_of(rq, words->language);
	if (labels == NULL)
		labels = request_labels(rq);
	page_script(rq, "print.js", NULL);
	paper = node_add(content, "paper");
	node_set_int(paper, "screening", rq->subject);
	node_set(paper, "code", q->code);
	node_set_int(paper, "version", q->version);
	node_set(paper, "title", words->title);
	node_set(paper, "lang", words->language);
	node_set(paper, "dir", labels_find(labels, "direction"));
	node_set(paper, "back", request_href(rq, "/screening/%lld", rq->subject));
	form = q->words_count > 1 ? form_add(rq, paper, &paper_form, "/screening/%lld/paper", rq->subject) : NULL;
	if (form != NULL)
		form_set(form, "language", words->language);
	node_add_text(paper, "intro", words->intro);
	node_add_text(paper, "information", words->information);
	node_add_text(paper, "declined", labels_find(labels, "choice.declined"));
	node_add_text(paper, "dont-know", labels_find(labels, "choice.dont-know"));
	parts_add(paper, q, words);
}

const struct route screening_paper = {
	.path = "/screening/:id/paper", .page = "paper", .menu = "screening", .subject = &subject_screening, .may = MAY_REGISTER,
	.get = paper_get,
};
