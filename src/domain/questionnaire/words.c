/* words.c - what a citizen reads: in the questionnaire's own language, and in others. */
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"
#include "xml/node.h"

enum { WORDS_MAX = 20 };

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

/* The child called name with this id; NULL when there is none. */
static const xmlNode *
find(const xmlNode *parent, const char *name, const char *id)
{
	const xmlNode *node;

	for (node = node_child(parent, name); node != NULL; node = node_next(node, name))
		if (strcmp(node_get(node, "id"), id) == 0)
			return node;
	return NULL;
}

/* Which one of its kind: a question's id, a translation's language. */
static const char *
of(const xmlNode *node)
{
	return node_get(node, "id") != NULL ? node_get(node, "id") : node_get(node, "lang");
}

/* The element that should be there, and is not. */
static void
lacks(struct reading *r, const xmlNode *parent, const char *kind, const char *id)
{
	reading_fault(r, parent, &(struct reason){ .key = REASON_TRANSLATION_LACKS, .name = id, .where = of(parent), .wanted = kind });
}

/* Each child called name is of something that there is, and once: known[i] are the ids. */
static void
check_ids(struct reading *r, const xmlNode *parent, const char *name, const char *const *known, size_t count)
{
	const xmlNode *node;
	size_t i;

	for (node = node_child(parent, name); node != NULL && !r->wrong; node = node_next(node, name)) {
		for (i = 0; i < count && strcmp(known[i], node_get(node, "id")) != 0; i++)
			;
		if (i == count)
			reading_fault(r, node, &(struct reason){ .key = REASON_TRANSLATION_UNKNOWN, .name = node_get(node, "id") });
		else if (find(parent, name, node_get(node, "id")) != node)
			reading_fault(r, node, &(struct reason){ .key = REASON_TRANSLATION_TWICE, .name = node_get(node, "id") });
	}
}

/* The words of a child where the questionnaire itself has some, and only there. */
static const char *
part(struct reading *r, const xmlNode *parent, const char *name, const char *own)
{
	const xmlNode *node = node_child(parent, name);
	const char *text = reading_text(r, node);

	if (own != NULL && (text == NULL || text[0] == '\0'))
		reading_fault(r, parent, &(struct reason){ .key = REASON_TRANSLATION_LACKS_PART, .name = name, .where = of(parent) });
	if (own == NULL && node != NULL)
		reading_fault(r, node, &(struct reason){ .key = REASON_TRANSLATION_OF_NOTHING, .where = of(parent) });
	return text;
}

static const char *const *
translate_options(struct reading *r, const struct question *question, const xmlNode *node)
{
	const char **options = talloc_zero_array(r->q, const char *, (unsigned)question->option_count);
	const char **ids = talloc_zero_array(r->q, const char *, (unsigned)question->option_count);
	bool scale = question->kind == QUESTION_SCALE;
	size_t i;

	for (i = 0; i < question->option_count; i++) {
		const xmlNode *option = scale ? NULL : find(node, "option", question->options[i].id);

		ids[i] = question->options[i].id;
		options[i] = scale ? question->options[i].text : reading_text(r, option);
		if (options[i] == NULL || options[i][0] == '\0')
			lacks(r, node, "option", ids[i]);
	}
	check_ids(r, node, "option", ids, scale ? 0 : question->option_count);
	return options;
}

static void
translate_question(struct reading *r, const struct question *question, struct question_words *words, const xmlNode *node)
{
	*words = (struct question_words){
	    .text = part(r, node, "text", question->text),
	    .help = part(r, node, "help", question->help),
	    .low = part(r, node, "low", question->low),
	    .high = part(r, node, "high", question->high),
	    .unit = part(r, node, "unit", question->unit),
	    .options = translate_options(r, question, node),
	};
}

static const struct question_words *
translate_questions(struct reading *r, const xmlNode *translation)
{
	struct questionnaire *q = r->q;
	struct question_words *questions = talloc_zero_array(q, struct question_words, (unsigned)q->question_count);
	const char **ids = talloc_zero_array(q, const char *, (unsigned)q->question_count);
	size_t i;

	for (i = 0; i < q->question_count; i++) {
		const xmlNode *node = find(translation, "question", q->questions[i].id);

		ids[i] = q->questions[i].id;
		if (node == NULL)
			lacks(r, translation, "question", ids[i]);
		else
			translate_question(r, &q->questions[i], &questions[i], node);
	}
	check_ids(r, translation, "question", ids, q->question_count);
	return questions;
}

static const char *const *
translate_sections(struct reading *r, const xmlNode *translation)
{
	struct questionnaire *q = r->q;
	const char **sections = talloc_zero_array(q, const char *, (unsigned)q->section_count);
	const char **ids = talloc_zero_array(q, const char *, (unsigned)q->section_count);
	size_t i;

	for (i = 0; i < q->section_count; i++) {
		ids[i] = q->sections[i].id;
		sections[i] = reading_text(r, find(translation, "section", ids[i]));
		if (sections[i] == NULL || sections[i][0] == '\0')
			lacks(r, translation, "section", ids[i]);
	}
	check_ids(r, translation, "section", ids, q->section_count);
	return sections;
}

static void
read_translation(struct reading *r, struct words *words, const xmlNode *node)
{
	struct questionnaire *q = r->q;
	const char *language = node_get(node, "lang");

	if (strcmp(questionnaire_words(q, language)->language, language) == 0)
		reading_fault(r, node, &(struct reason){ .key = REASON_LANGUAGE_TWICE, .name = language });
	words->language = language;
	words->title = part(r, node, "title", q->title);
	words->intro = part(r, node, "intro", q->intro);
	words->information = part(r, node, "information", q->information);
	words->sections = translate_sections(r, node);
	words->questions = translate_questions(r, node);
}

void
questionnaire_read_words(struct reading *r)
{
	size_t count = reading_count(r->q->root, "translation");
	struct words *words = talloc_zero_array(r->q, struct words, (unsigned)count + 1);
	const xmlNode *node;

	if (count > WORDS_MAX) {
		reading_fault(r, r->q->root, &(struct reason){ .key = REASON_TOO_MANY_TRANSLATIONS,
		    .wanted = reading_figure(r, WORDS_MAX) });
		return;
	}
	read_own(r, &words[0]);
	r->q->words = words;
	r->q->words_count = 1;
	for (node = node_child(r->q->root, "translation"); node != NULL && !r->wrong; node = node_next(node, "translation")) {
		read_translation(r, &words[r->q->words_count], node);
		r->q->words_count++;
	}
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
