/* form.c - a questionnaire's questions as the fields of forms, and its pages. */
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"
#include "xml/node.h"

/* After the last page comes the summary, from which all is sent. */
static const char *const submits[] = { "next", "back", "pause", "send", NULL };
static const char *const middle_submits[] = { "next", "back", "pause", NULL };
static const char *const first_submits[] = { "next", "pause", NULL };

/* Who does not answer: "declined", and "dont-know" where the question has it; and that the answer beside it is meant. */
static const char *const dont_know_choices[] = { ANSWER_DONT_KNOW_CHOICE, ANSWER_DECLINED_CHOICE, ANSWER_GIVEN_CHOICE, NULL };
static const char *const *const missing_choices = dont_know_choices + 1;

static const char *const *
choices_of(const void *owner, const struct question *question)
{
	const char **choices = talloc_zero_array(owner, const char *, (unsigned)question->option_count + 3);
	size_t i;

	for (i = 0; i < question->option_count; i++)
		choices[i] = question->options[i].id;
	if (question->kind == QUESTION_MANY)
		return choices;
	if (question->dont_know)
		choices[i++] = ANSWER_DONT_KNOW_CHOICE;
	choices[i] = ANSWER_DECLINED_CHOICE;
	return choices;
}

static struct field
field_of(const void *owner, const struct question *question)
{
	struct field field = { .name = question->id };

	switch (question->kind) {
	case QUESTION_NUMBER:
		field.type = question->decimals > 0 ? FIELD_DECIMAL : FIELD_INTEGER;
		field.min = question->min;
		field.max = question->max;
		break;
	case QUESTION_DATE:
		field.type = FIELD_DATE;
		break;
	case QUESTION_TEXT:
		field.type = FIELD_TEXT;
		field.max = question->max;
		break;
	default:
		field.type = question->kind == QUESTION_MANY ? FIELD_CHOICES : FIELD_CHOICE;
		field.choices = choices_of(owner, question);
	}
	return field;
}

/* Write the fields of questions first .. first + count - 1, and the end. */
static struct field *
fields_of(const struct questionnaire *q, size_t first, size_t count)
{
	struct field *fields = talloc_zero_array(q, struct field, (unsigned)count * 2 + 1);
	size_t i, n = 0;

	for (i = first; i < first + count; i++) {
		const struct question *question = &q->questions[i];

		fields[n++] = field_of(fields, question);
		if (question->kind == QUESTION_SINGLE || question->kind == QUESTION_SCALE)
			continue;
		fields[n++] = (struct field){ .name = talloc_asprintf(fields, "%s" ANSWER_MISSING_SUFFIX, question->id),
		    .type = FIELD_CHOICE, .choices = question->dont_know ? dont_know_choices : missing_choices };
	}
	return fields;
}

/* A section is one page, or each of its questions has its own. */
static void
add_pages(struct questionnaire *q, struct page *pages, size_t section, const xmlNode *node)
{
	const struct section *is = &q->sections[section];
	const char *kind = node_get(node, "page");
	bool whole = kind != NULL && strcmp(kind, "section") == 0;
	size_t i;

	for (i = 0; i < is->count; i += whole ? is->count : 1)
		pages[q->page_count++] = (struct page){ .section = section, .first = is->first + i, .count = whole ? is->count : 1 };
}

void
questionnaire_make_forms(struct questionnaire *q)
{
	struct page *pages = talloc_zero_array(q, struct page, (unsigned)q->question_count);
	const xmlNode *node = node_child(q->root, "section");
	size_t i;

	q->form = (struct form){ .name = "questionnaire", .fields = fields_of(q, 0, q->question_count), .submits = submits };
	q->pages = pages;
	for (i = 0; i < q->section_count; i++, node = node_next(node, "section"))
		add_pages(q, pages, i, node);
	for (i = 0; i < q->page_count; i++)
		pages[i].form = (struct form){ .name = "questionnaire", .fields = fields_of(q, pages[i].first, pages[i].count),
		    .submits = i == 0 ? first_submits : middle_submits };
}
