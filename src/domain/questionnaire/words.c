/* words.c - what a citizen reads: in the questionnaire's own language, and in others. */
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"
#include "xml/node.h"

static const char *const *
own_options(struct reading *r, const struct question *question)
{
	const char **options = talloc_zero_array(r->q, const char *, (unsigned)question->option_count);
	size_t i;

	for (i = 0; i < question->option_count; i++)
		options[i] = question->options[i].text;
	return options;
}

static void
read_own(struct reading *r, struct words *words)
{
	struct questionnaire *q = r->q;
	const char **sections = talloc_zero_array(q, const char *, (unsigned)q->section_count);
	struct question_words *questions = talloc_zero_array(q, struct question_words, (unsigned)q->question_count);
	size_t i;

	for (i = 0; i < q->section_count; i++)
		sections[i] = q->sections[i].title;
	for (i = 0; i < q->question_count; i++) {
		const struct question *is = &q->questions[i];

		questions[i] = (struct question_words){ is->text, is->help, is->low, is->high, is->unit, own_options(r, is) };
	}
	*words = (struct words){ q->language, q->title, q->intro, q->information, sections, questions };
}

void
questionnaire_read_words(struct reading *r)
{
	struct words *words = talloc_zero_array(r->q, struct words, 1);

	read_own(r, &words[0]);
	r->q->words = words;
	r->q->words_count = 1;
}

const struct words *
questionnaire_words(const struct questionnaire *q, const char *language)
{
	size_t i;

	for (i = 0; language != NULL && i < q->words_count; i++)
		if (strcmp(q->words[i].language, language) == 0)
			return &q->words[i];
	return &q->words[0];
}
