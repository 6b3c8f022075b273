/*
 * questionnaire.h - questionnaires as data: questions, rules, and what they find in a response.  domain/: may use base/, sql/,
 * xml/, rule/, web/.
 *
 * The XML is documented in xslt/schema/questionnaire.rng.  A questionnaire is read once and only read afterwards.
 */
#ifndef SAMSPIL_DOMAIN_QUESTIONNAIRE_H
#define SAMSPIL_DOMAIN_QUESTIONNAIRE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/fail.h"
#include "domain/reason.h"
#include "rule/change.h"
#include "rule/scoring.h"
#include "web/form.h"
#include "xml/evaluate.h"

#define QUESTIONNAIRE_NAMESPACE "urn:samspil:questionnaire:1"
#define ANSWER_DECLINED_CHOICE "declined"	/* the choice that every question has beside its own */

#define ANSWER_DONT_KNOW_CHOICE "dont-know"	/* and the one that some have */
#define ANSWER_GIVEN_CHOICE "given"	/* of the field beside another: the answer is meant, where both were sent */
#define ANSWER_MISSING_SUFFIX ".missing"	/* of the field beside one that is typed or has many choices */

enum { QUESTIONNAIRE_MAX = 1024 * 1024, QUESTIONNAIRE_QUESTIONS_MAX = 200, QUESTION_OPTIONS_MAX = FORM_CHOICES_MAX - 2, QUESTION_TEXT_MAX = 2000,
    QUESTIONNAIRE_IDS_MAX = 2000, QUESTIONNAIRE_TESTS_MAX = 300, QUESTIONNAIRE_STEPS_MAX = 500000, QUESTIONNAIRE_SENTENCE_MAX = 600 };

/* What one chooses: one option; some of them; a whole number from min to max (the options are the numbers).  Or what one types. */
enum question_kind { QUESTION_SINGLE, QUESTION_MANY, QUESTION_SCALE, QUESTION_NUMBER, QUESTION_DATE, QUESTION_TEXT };

/* alone: it cannot be chosen together with others. */
struct option { const char *id, *text; double score; const char *level; bool alone; };

struct question {
	const char *id, *text, *help, *low, *high, *unit;
	enum question_kind kind;
	bool required;				/* must be answered, or declined, before the questionnaire can be sent */
	bool dont_know, reverse;
	bool scored;				/* counts in sums; a text and a date never do */
	bool most;				/* of many: the highest of the scores chosen, not their sum */
	long min, max;				/* of a number or scale; max also a text's characters */
	int decimals;
	const char *from, *to;			/* a date's: ISO or "today"; NULL: any */
	double weight;				/* in the method gas */
	double change;				/* the least change worth noticing; 0: not said */
	const struct option *options;
	size_t option_count;
	const struct expression *show_if;	/* NULL: always asked; else of earlier questions */
};

struct colour { const char *id, *why; enum level level; const struct expression *test; };

/* The dialogue guide: something to ask about; at one level, or (NONE) at any. */
struct hint { enum level level; const char *text; };

/* Questions first .. first + count - 1 of the questionnaire get one colour; without colours it has no level and is not counted. */
struct dimension {
	const char *id, *title;
	struct missing missing;
	size_t first, count;
	const struct colour *colours;
	size_t colour_count;
	const struct hint *hints;
	size_t hint_count;
};

struct section { const char *id, *title; size_t first, count; };

/* A page of the citizen's: questions first .. first + count - 1, all of one section. */
struct page { size_t section, first, count; struct form form; };

struct indication { const char *id, *risk, *title, *limit, *text; const struct expression *test; };
struct undecided { const char *id, *text; const struct expression *test; };
struct parameter { const char *id, *value; };

/* What a score means: the first whose test is true of its value. */
struct band { const char *id, *text; const struct expression *test; };

/* By an expression, or by a method over questions first .. first + count - 1. */
enum score_method { SCORE_SELECT, SCORE_SUM, SCORE_MEAN, SCORE_GAS };
struct score_rule {
	const char *id, *title;
	const char *uncomputable;		/* what stands for it in a sentence when it cannot be computed */
	enum score_method method;
	const struct expression *select;
	struct missing missing;
	size_t first, count;
	int decimals;
	double change;				/* the least change worth noticing; 0: not said */
	const struct band *bands;
	size_t band_count;
};

/* What a citizen reads, in one language: as many sections, questions and options as the questionnaire has. */
struct question_words { const char *text, *help, *low, *high, *unit; const char *const *options; };
struct words {
	const char *language, *title, *intro, *information;
	const char *const *sections;
	const struct question_words *questions;
};

struct questionnaire {
	const char *code, *language, *audience, *title, *intro, *licence, *legal_basis, *benefit_type;
	const char *information;		/* what is told about the use of the answers; NULL: nothing */
	const char *sentence;			/* NULL: none */
	long version;
	const struct words *words;		/* its own language first */
	const struct parameter *parameters;
	const struct section *sections;
	const struct page *pages;
	const struct dimension *dimensions;
	const struct question *questions;
	const struct score_rule *scores;
	const struct undecided *undecided;
	const struct indication *indications;
	size_t words_count, parameter_count, section_count, page_count, dimension_count, question_count, score_count, undecided_count,
	    indication_count;
	struct form form;			/* all fields; the pages' have the same name */
	const xmlNode *root;			/* belongs to the questionnaire */
	struct evaluator *evaluator;		/* of its rules, one evaluation at a time */
};

/*
 * Read a questionnaire; doc (of which nothing is shared any more) is then the questionnaire's.  out is owned by owner (talloc, with
 * a destructor).  FAIL_INPUT and the first fault appended to faults for what the grammar cannot say: a rule that is no XPath or reads
 * what is not there, an id used twice, a last rule that is not true().
 */
enum fail questionnaire_read(const void *owner, xmlDoc *doc, struct questionnaire **out, struct reasons *faults);

/* The indication or the question called id; NULL when there is none (id NULL is fine). */
const struct indication *questionnaire_indication(const struct questionnaire *q, const char *id);
const struct question *questionnaire_question(const struct questionnaire *q, const char *id);
const struct dimension *questionnaire_dimension(const struct questionnaire *q, const char *id);

/* The colour rule of a dimension by its id; NULL when there is none (both NULL is fine). */
const struct colour *dimension_colour(const struct dimension *dimension, const char *id);

/* The dimension that question number i belongs to. */
const struct dimension *questionnaire_dimension_of(const struct questionnaire *q, size_t i);

/* Its words in a language; its own where it has none in that language, or language is NULL. */
const struct words *questionnaire_words(const struct questionnaire *q, const char *language);

/* The option of a question called id; NULL when there is none. */
const struct option *question_option(const struct question *question, const char *id);

enum answer_state { ANSWER_NONE, ANSWER_GIVEN, ANSWER_DONT_KNOW, ANSWER_DECLINED, ANSWER_NOT_ASKED };

struct answer {
	enum answer_state state;
	const struct option *option;		/* single, scale */
	unsigned long long chosen;		/* many: bit i is option i */
	const char *given;			/* number ("37.5"), date (ISO), text */
};

/* "none", "answered", "dont-know", "declined", "not-asked", as in the database and in pages; NONE for any other word. */
const char *answer_state_name(enum answer_state state);
enum answer_state answer_state_of(const char *name);

/*
 * An answer by its text: an option's id, ids with spaces between, a number, an ISO date, words (copied, owned by owner, talloc).
 * State NONE for NULL, and for what is no option.  Numbers and dates are taken as they are.
 */
struct answer answer_read(const void *owner, const struct question *question, const char *text);

/*
 * What only the question can say of an answer given: the key of a form's error ("alone", "decimals", "out-of-range", "too-early",
 * "too-late"), or NULL.
 */
const char *answer_fault(const struct question *question, const struct answer *answer);

/* Do both say the same? */
bool answer_equal(const struct answer *one, const struct answer *other);

/* What an answer scores: false when it has no score (no answer, or its question never scores). */
bool answer_score(const struct question *question, const struct answer *answer, double *out);

/* What the rules found.  colour is NULL, and level NONE, where it cannot be computed, or (not asked) no question came up. */
struct dimension_result { enum level level; const struct colour *colour; bool asked, scored; double score; };
struct score_result { bool computed; double value; const struct band *band; };

struct response {
	struct answer *answers;			/* as given, but NOT_ASKED where show-if says so */
	struct dimension_result *dimensions;
	struct score_result *scores;
	struct tally tally;
	const struct indication *indication;	/* NULL: nothing is indicated */
	const char *rule;			/* the id of the rule that said so */
	const char *sentence;
	size_t asked, unanswered;		/* questions; unanswered ones that are required and neither answered nor declined */
};

/*
 * Apply the rules to answers (one for each question).  parameters, if not NULL, ends with a NULL id and gives values other than
 * the questionnaire's own.  out is owned by owner (talloc).  FAIL_BROKEN, logged, when a rule cannot be evaluated.
 */
enum fail response_evaluate(const void *owner, const struct questionnaire *q, const struct answer *answers,
    const struct parameter *parameters, struct response **out);

/*
 * The change of one question's score, and of score number i, from one response to a later one: none where one of the two was not
 * measured.  The change of a mean is that of the questions measured both times.
 */
struct change question_change(const struct question *question, const struct answer *before, const struct answer *now);
struct change score_change(const struct questionnaire *q, size_t i, const struct response *before, const struct response *now);

/* A dimension's "why" in words ("4 point. Rød fra 3."), owned by owner; "" without a rule. */
const char *colour_why(const void *owner, const struct questionnaire *q, const struct colour *colour, double score);

/* An indication's limit in words ("Grænsen er 5 røde."), owned by owner; NULL when it has none. */
const char *indication_limit(const void *owner, const struct questionnaire *q, const struct indication *indication);

/*
 * Put a questionnaire and the file that it shares together: every <use> becomes what it names.  shared is NULL when there is no
 * such file, and only read.  false: the first fault was appended.
 */
bool questionnaire_join(xmlDoc *doc, xmlDoc *shared, struct reasons *faults);

/*
 * Is it fit to be published?  Rules must not cost too much on the largest response, its own tests must pass, and options must say
 * what the rules say.  false: what failed was appended.
 */
bool questionnaire_try(const struct questionnaire *q, struct reasons *failed);

#endif
