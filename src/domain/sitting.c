#include "domain/sitting.h"

#include <string.h>
#include <talloc.h>

#include "domain/sitting_parts.h"
#include "web/form.h"
#include "xml/node.h"

/* The field of a page with the ids of what was not asked when it was drawn; a question's has no point in it. */
#define UNASKED "page.unasked"

bool
sitting_read(struct request *rq, long long questionnaire, size_t page)
{
	const struct questionnaire *q = questionnaire_load(rq, questionnaire);
	enum fail f;

	if (q == NULL)
		return false;
	if (page != SITTING_ALL && page >= q->page_count) {
		fail_request(rq, FAIL_MISSING, NULL);
		return false;
	}
	f = form_read(rq, page == SITTING_ALL ? &q->form : &q->pages[page].form);
	if (f != FAIL_NONE)
		fail_request(rq, f, NULL);
	return f == FAIL_NONE;
}

bool
sitting_is_typed(const struct request *rq)
{
	return rq->form != NULL && strcmp(rq->form->form->name, "questionnaire") == 0;
}

/* An answer, or that there is none; of both, which is new is known by what is kept. */
static bool
is_sent(const struct request *rq, const struct question *question)
{
	bool given = field_text(rq, question->id) != NULL;

	if (question->kind == QUESTION_SINGLE || question->kind == QUESTION_SCALE || field_refused(rq, question->id))
		return given;
	return given != (field_text(rq, talloc_asprintf(rq, "%s" ANSWER_MISSING_SUFFIX, question->id)) != NULL);
}

/* Was every question sent?  Then what is kept does not matter. */
static bool
all_sent(const struct request *rq, const struct questionnaire *q)
{
	size_t i;

	for (i = 0; sitting_is_typed(rq) && i < q->question_count; i++)
		if (!is_sent(rq, &q->questions[i]))
			return false;
	return sitting_is_typed(rq);
}

bool
sitting_begin(struct request *rq, struct answers_of of, long long questionnaire, const char *language, struct sitting *out)
{
	*out = (struct sitting){ .of = of, .q = questionnaire_load(rq, questionnaire) };
	if (out->q == NULL)
		return false;
	out->words = questionnaire_words(out->q, language);
	out->kept = all_sent(rq, out->q) ? talloc_zero_array(rq, struct answer, (unsigned)out->q->question_count) :
	    answers_load(rq, out->q, of);
	if (response_evaluate(rq, out->q, sitting_is_typed(rq) ? answers_typed(rq, out->q, out->kept) : out->kept, NULL, &out->response) != FAIL_NONE)
		fail_request(rq, FAIL_BROKEN, NULL);
	return !request_failed(rq);
}

bool
sitting_asks(const struct sitting *s, size_t page)
{
	const struct page *is = &s->q->pages[page];
	size_t i;

	for (i = is->first; i < is->first + is->count; i++)
		if (s->response->answers[i].state != ANSWER_NOT_ASKED)
			return true;
	return false;
}

size_t
sitting_step(const struct sitting *s, size_t page, int direction)
{
	size_t next = page;

	while (direction > 0 ? next < s->q->page_count : next > 0) {
		next = direction > 0 ? next + 1 : next - 1;
		if (next == s->q->page_count || sitting_asks(s, next))
			return next;
	}
	return page;
}

bool
sitting_is_missed(const struct sitting *s, size_t i)
{
	return s->q->questions[i].required && s->response->answers[i].state == ANSWER_NONE;
}

size_t
sitting_first_missed(const struct sitting *s, size_t otherwise)
{
	size_t page, i;

	for (page = 0; page < s->q->page_count; page++)
		for (i = s->q->pages[page].first; i < s->q->pages[page].first + s->q->pages[page].count; i++)
			if (sitting_is_missed(s, i))
				return page;
	return otherwise;
}

bool
sitting_is_new(const struct sitting *s)
{
	size_t i;

	for (i = 0; i < s->q->question_count; i++)
		if (s->kept[i].state != ANSWER_NONE)
			return false;
	return true;
}

/* The questions of a page, or of all: from the first to before the end. */
static size_t
first_of(const struct sitting *s, size_t page)
{
	return page == SITTING_ALL ? 0 : s->q->pages[page].first;
}

static size_t
end_of(const struct sitting *s, size_t page)
{
	return page == SITTING_ALL ? s->q->question_count : s->q->pages[page].first + s->q->pages[page].count;
}

void
sitting_mark(struct request *rq, xmlNode *form, const struct sitting *s, size_t page)
{
	char *unasked = NULL;
	xmlNode *field;
	size_t i;

	for (i = first_of(s, page); i < end_of(s, page); i++)
		if (s->response->answers[i].state == ANSWER_NOT_ASKED)
			unasked = unasked == NULL ? talloc_strdup(rq, s->q->questions[i].id) :
			    talloc_asprintf_append(unasked, " %s", s->q->questions[i].id);
	if (form == NULL || unasked == NULL)
		return;
	field = xmlNewDocNode(form->doc, form->ns, BAD_CAST "field", NULL);
	node_set(field, "name", UNASKED);
	node_set(field, "type", "hidden");
	node_add_text(field, "value", unasked);
	xmlAddPrevSibling(node_child(form, "submit"), field);
}

/* Is an id one of those that have spaces between? */
static bool
is_listed(const char *list, const char *id)
{
	size_t length = strlen(id);
	const char *is;

	for (is = list; is != NULL && (is = strstr(is, id)) != NULL; is += length)
		if ((is == list || is[-1] == ' ') && (is[length] == ' ' || is[length] == '\0'))
			return true;
	return false;
}

/* Asked now, and not on the page that was sent. */
static bool
is_added(const struct request *rq, const struct sitting *s, size_t i)
{
	return s->response->answers[i].state == ANSWER_NONE && is_listed(pairs_find(&rq->body, UNASKED), s->q->questions[i].id);
}

bool
sitting_adds(const struct request *rq, const struct sitting *s, size_t page)
{
	size_t i;

	for (i = first_of(s, page); i < end_of(s, page); i++)
		if (is_added(rq, s, i))
			return true;
	return false;
}

bool
sitting_demand(struct request *rq, const struct sitting *s, size_t page)
{
	size_t i;

	for (i = first_of(s, page); i < end_of(s, page); i++)
		if (sitting_is_missed(s, i) && !is_added(rq, s, i))
			field_error(rq, s->q->questions[i].id, "unanswered");
	return !request_failed(rq);
}

bool
sitting_from_summary(const struct request *rq)
{
	const char *from = query_text(rq, "from");

	return from != NULL && strcmp(from, "summary") == 0;
}

bool
sitting_turn(struct request *rq, const struct sitting *s, size_t page, enum sitting_way way, struct sitting_turn *out)
{
	*out = (struct sitting_turn){ page, way == SITTING_ON && sitting_adds(rq, s, page) };
	if (way == SITTING_ON && !sitting_demand(rq, s, page))
		return false;
	if (way == SITTING_PAUSE || way == SITTING_STAY || out->adds)
		return true;
	out->next = sitting_from_summary(rq) ? s->q->page_count : sitting_step(s, page, way == SITTING_BACK ? -1 : 1);
	return true;
}

bool
sitting_keep(struct request *rq, const struct sitting *s)
{
	if (s->of.id != 0 && sitting_is_typed(rq))
		answers_keep(rq, s->q, s->of, s->kept, s->response->answers);
	return !request_failed(rq);
}
