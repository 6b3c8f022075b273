/* form.c - a questionnaire's questions as the fields of forms. */
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"

static const char *const submits[] = { "next", "back", "pause", "send", NULL };
static const char *const middle_submits[] = { "next", "back", "pause", NULL };
static const char *const first_submits[] = { "next", "pause", NULL };
static const char *const last_submits[] = { "send", "back", "pause", NULL };
static const char *const only_submits[] = { "send", "pause", NULL };

static const char *const *
choices_of(const void *owner, const struct question *question)
{
	const char **choices = talloc_zero_array(owner, const char *, (unsigned)question->option_count + 2);
	size_t i;

	for (i = 0; i < question->option_count; i++)
		choices[i] = question->options[i].id;
	choices[i] = ANSWER_DECLINED_CHOICE;
	return choices;
}

/* The pages' fields are runs of all fields, each run with an end of its own. */
static struct field *
fields_of(const struct questionnaire *q, const struct section *section)
{
	struct field *fields = talloc_zero_array(q, struct field, (unsigned)section->count + 1);
	size_t i;

	for (i = 0; i < section->count; i++)
		fields[i] = q->form.fields[section->first + i];
	return fields;
}

static const char *const *
submits_of(const struct questionnaire *q, size_t page)
{
	if (q->section_count == 1)
		return only_submits;
	if (page == 0)
		return first_submits;
	return page + 1 == q->section_count ? last_submits : middle_submits;
}

void
questionnaire_make_forms(struct questionnaire *q)
{
	struct field *fields = talloc_zero_array(q, struct field, (unsigned)q->question_count + 1);
	struct form *pages = talloc_zero_array(q, struct form, (unsigned)q->section_count);
	size_t i;

	for (i = 0; i < q->question_count; i++)
		fields[i] = (struct field){ .name = q->questions[i].id, .type = FIELD_CHOICE, .choices = choices_of(q, &q->questions[i]) };
	q->form = (struct form){ .name = "questionnaire", .fields = fields, .submits = submits };
	for (i = 0; i < q->section_count; i++)
		pages[i] = (struct form){ .name = "questionnaire", .fields = fields_of(q, &q->sections[i]), .submits = submits_of(q, i) };
	q->pages = pages;
}
