/* sitting_draw.c - what somebody at a questionnaire sees: a page, what it is about, and the summary. */
#include <string.h>

#include "domain/sitting.h"
#include "domain/sitting_parts.h"
#include "xml/labels.h"
#include "xml/node.h"

static bool
is_answered(const struct sitting *s, size_t i)
{
	return s->response->answers[i].state != ANSWER_NOT_ASKED && s->response->answers[i].state != ANSWER_NONE;
}

static xmlNode *
head_add(struct request *rq, xmlNode *content, const char *name, const struct sitting *s)
{
	xmlNode *node = node_add(content, name);
	size_t i, answered = 0;

	for (i = 0; i < s->q->question_count; i++)
		answered += is_answered(s, i);
	node_set(node, "code", s->q->code);
	node_set_int(node, "version", s->q->version);
	node_set(node, "title", s->words->title);
	node_set_int(node, "total", (long long)s->response->asked);
	node_set_int(node, "answered", (long long)answered);
	if (strcmp(s->words->language, labels_language(request_labels(rq))) != 0)
		node_set(node, "lang", s->words->language);
	return node;
}

/* Which page this is, and which of the questions that are asked stand on it. */
static void
set_place(xmlNode *node, const struct sitting *s, size_t page)
{
	const struct page *is = &s->q->pages[page];
	size_t i, number = 0, from = 0;

	for (i = 0; i < is->first + is->count; i++) {
		number += s->response->answers[i].state != ANSWER_NOT_ASKED;
		if (from == 0 && i >= is->first && s->response->answers[i].state != ANSWER_NOT_ASKED)
			from = number;
	}
	node_set_int(node, "page", (long long)page + 1);
	node_set_int(node, "pages", (long long)s->q->page_count);
	node_set_int(node, "from", (long long)from);
	node_set_int(node, "to", (long long)number);
}

static void
intro_add(xmlNode *node, const struct sitting *s)
{
	node_add_text(node, "intro", s->words->intro);
	node_add_text(node, "information", s->words->information);
}

static xmlNode *
section_add(xmlNode *node, const struct sitting *s, size_t section)
{
	xmlNode *part = node_add(node, "section");

	node_set(part, "id", s->q->sections[section].id);
	node_set(part, "title", s->words->sections[section]);
	return part;
}

xmlNode *
sitting_page_add(struct request *rq, xmlNode *content, const struct sitting *s, size_t page, const char *action)
{
	xmlNode *node = head_add(rq, content, "questionnaire", s);

	/* Not what was kept from a session that ended, which comes with a GET: it is sent again. */
	if (sitting_is_typed(rq) && rq->post)
		sitting_keep(rq, s);
	set_place(node, s, page);
	if (page == 0)
		intro_add(node, s);
	section_add(node, s, s->q->pages[page].section);
	sitting_mark(rq, answers_form_add(rq, node, s->q, s->words, page, s->response, action), s, page);
	return node;
}

xmlNode *
sitting_intro_add(struct request *rq, xmlNode *content, const struct sitting *s)
{
	xmlNode *node = head_add(rq, content, "questionnaire", s);

	node_set_int(node, "pages", (long long)s->q->page_count);
	intro_add(node, s);
	return node;
}

static const char *
state_word(enum answer_state state)
{
	static const char *const words[] = { [ANSWER_NONE] = "none", [ANSWER_GIVEN] = "answered", [ANSWER_DONT_KNOW] = "dont-know",
	    [ANSWER_DECLINED] = "declined", [ANSWER_NOT_ASKED] = "not-asked" };

	return words[state];
}

static void
asked_add(struct request *rq, xmlNode *section, const struct sitting *s, size_t i, const char *href)
{
	const struct answer *answer = &s->response->answers[i];
	xmlNode *asked = node_add(section, "asked");

	node_set(asked, "question", s->q->questions[i].id);
	node_set(asked, "href", href);
	node_set(asked, "state", state_word(answer->state));
	node_add_text(asked, "question", s->words->questions[i].text);
	node_add_text(asked, "text", answer_text(rq, &s->q->questions[i], &s->words->questions[i], answer));
	if (sitting_is_missed(s, i))
		node_set(asked, "missed", "yes");
}

/* A page's questions, under the section's heading: a new one where another section begins. */
static xmlNode *
page_asked_add(struct request *rq, xmlNode *summary, xmlNode *section, const struct sitting *s, size_t page, const char *page_path)
{
	const struct page *is = &s->q->pages[page];
	size_t i;

	if (!sitting_asks(s, page))
		return section;
	if (section == NULL || !xmlStrEqual(BAD_CAST node_get(section, "id"), BAD_CAST s->q->sections[is->section].id))
		section = section_add(summary, s, is->section);
	for (i = is->first; i < is->first + is->count; i++)
		if (s->response->answers[i].state != ANSWER_NOT_ASKED)
			asked_add(rq, section, s, i, request_href(rq, "%s/%zu?from=summary", page_path, page + 1));
	return section;
}

xmlNode *
sitting_summary_add(struct request *rq, xmlNode *content, const struct sitting *s, const char *page_path)
{
	xmlNode *summary = head_add(rq, content, "summary", s), *section = NULL;
	size_t page;

	node_set_int(summary, "missed", (long long)s->response->unanswered);
	for (page = 0; page < s->q->page_count; page++)
		section = page_asked_add(rq, summary, section, s, page, page_path);
	return summary;
}
