/*
 * reason.h - why a questionnaire is refused, or may not be published: a key and values, never a sentence.  domain/: may use base/, xml/.
 *
 * The label reason.KEY says it in the reader's language: on pages in the site's, on the command line in English.
 */
#ifndef SAMSPIL_DOMAIN_REASON_H
#define SAMSPIL_DOMAIN_REASON_H

#include <stddef.h>

#include "xml/labels.h"

enum { REASONS_MAX = 20, REASON_TEXT_MAX = 300 };

enum reason_key {
	/* The text as XML, and as the grammar has it. */
	REASON_TOO_LARGE, REASON_NOT_TEXT, REASON_MANY_ATTRIBUTES, REASON_DOCTYPE, REASON_NOT_WELL_FORMED, REASON_TAG_MISMATCH,
	REASON_UNFINISHED, REASON_EMPTY, REASON_AMPERSAND, REASON_ATTRIBUTE_TWICE, REASON_GRAMMAR, REASON_GRAMMAR_ATTRIBUTE,
	REASON_GRAMMAR_ELEMENT, REASON_GRAMMAR_EXPECTED, REASON_GRAMMAR_SHORT, REASON_ATTRIBUTE_MISSING, REASON_NOT_QUESTIONNAIRE,
	REASON_FAILED,
	/* What it shares. */
	REASON_SHARED_MISSING, REASON_SHARED_IS_NONE, REASON_IS_SHARED, REASON_SHARED_DIMENSION, REASON_SHARED_QUESTION,
	REASON_JOINED_TOO_LARGE,
	/* Ids and figures. */
	REASON_ID_TWICE, REASON_TOO_MANY_IDS, REASON_TOO_MANY_QUESTIONS, REASON_TOO_MANY_DIMENSIONS, REASON_TOO_MANY_OPTIONS,
	REASON_TOO_MANY_TRANSLATIONS, REASON_TOO_MANY_TESTS, REASON_QUESTION_RESERVED, REASON_QUESTION_POINT, REASON_OPTION_RESERVED,
	REASON_OPTION_TWICE, REASON_NOT_ON_SCALE, REASON_SCALE_RANGE, REASON_NUMBER_RANGE, REASON_TEXT_MAX_RANGE, REASON_NO_DATE,
	REASON_FROM_AFTER_TO,
	/* Rules. */
	REASON_RULE_LONG, REASON_RULE_UNKNOWN, REASON_RULE_NOT_XPATH, REASON_RULE_NO_QUESTION, REASON_RULE_NO_ID, REASON_RULE_NO_OPTION,
	REASON_RULE_NO_STATE, REASON_RULE_NO_LEVEL, REASON_RULE_NO_ATTRIBUTE, REASON_ASKED_LATER, REASON_DIMENSION_ASKED_LATER,
	REASON_CONDITION_TOO_EARLY, REASON_SELECT_TOO_EARLY, REASON_LAST_NOT_TRUE, REASON_UNKNOWN_PLACE, REASON_UNKNOWN_MISSING,
	REASON_NO_DIMENSION, REASON_NOTHING_SCORED, REASON_COLOURS_WITHOUT_SCORE, REASON_INDICATION_NONE, REASON_SENTENCE_ALONE,
	REASON_SENTENCE_LONG, REASON_RULE_COSTS, REASON_RULES_COST, REASON_TESTS_SLOW, REASON_NOT_EVALUATED, REASON_OPTION_LEVEL,
	/* Translations. */
	REASON_LANGUAGE_TWICE, REASON_TRANSLATION_LACKS, REASON_TRANSLATION_LACKS_PART, REASON_TRANSLATION_UNKNOWN,
	REASON_TRANSLATION_TWICE, REASON_TRANSLATION_OF_NOTHING,
	/* Its own tests: {test} is the test's id. */
	REASON_TEST_NO_QUESTION, REASON_TEST_NO_ANSWER, REASON_TEST_NO_PARAMETER, REASON_TEST_NO_EARLIER, REASON_TEST_NO_DIMENSION,
	REASON_TEST_NO_SCORE, REASON_TEST_RED, REASON_TEST_YELLOW, REASON_TEST_GREEN, REASON_TEST_MISSING, REASON_TEST_INDICATION,
	REASON_TEST_RULE, REASON_TEST_SENTENCE, REASON_TEST_LEVEL, REASON_TEST_COLOUR, REASON_TEST_SCORE, REASON_TEST_BAND,
	REASON_TEST_ASKED, REASON_TEST_NOT_ASKED,
	/* Beside others in the database. */
	REASON_NO_BENEFIT, REASON_OTHER_DRAFT, REASON_OTHER_PUBLISHED, REASON_LATER_PUBLISHED, REASON_VERSION_THERE,
	REASON_NO_CATEGORY,
	REASON_KEYS
};

/* Which place of a label a value fills: {element} {name} {where} {wanted} {is} {test} {words}. */
enum reason_place { REASON_ELEMENT, REASON_NAME, REASON_WHERE, REASON_WANTED, REASON_IS, REASON_TEST, REASON_WORDS, REASON_PLACES };

struct reason {
	enum reason_key key;
	const char *file;		/* of which file; NULL: the text that is looked at */
	long line;			/* 0: of no line */
	const char *element;		/* the element at fault: "question" */
	const char *name;		/* what it is about: an id, a name, a rule */
	const char *where;		/* in what: an attribute, a question, a translation's language */
	const char *wanted, *is;	/* a limit, or what was expected; what there is */
	const char *test;		/* the test that was run */
	const char *words;		/* as a library says it */
};

/* At most REASONS_MAX, all on owner (talloc); left_out counts the others. */
struct reasons { const void *owner; struct reason *list; size_t count, left_out; };

/* Append a copy, its values cut to REASON_TEXT_MAX bytes at a character's end. */
void reasons_add(struct reasons *reasons, const struct reason *one);

/* "attribute-missing": what stands after "reason." in labels.  "element": the name of a place.  Borrowed. */
const char *reason_key(enum reason_key key);
const char *reason_place(enum reason_place place);

/* What fills a place; NULL: nothing. */
const char *reason_value(const struct reason *reason, enum reason_place place);

/*
 * Its words on one line, without file and line, owned by owner.  labels NULL, or without that label: the key and the values by name
 * (attribute-missing element="question" name="id"), for logs.
 */
char *reason_text(const void *owner, const struct labels *labels, const struct reason *reason);

#endif
