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
#include "rule/scoring.h"
#include "web/form.h"
#include "xml/evaluate.h"

#define QUESTIONNAIRE_NAMESPACE "urn:samspil:questionnaire:1"
#define ANSWER_DECLINED_CHOICE "declined"	/* the choice that every question has beside its own */

enum { QUESTIONNAIRE_MAX = 1024 * 1024, QUESTIONNAIRE_QUESTIONS_MAX = 200 };

struct option { const char *id, *text; double score; const char *level; };

/* An answer to choose, or a whole number from min to max (then the options are the numbers). */
struct question {
	const char *id, *text, *help, *low, *high;
	bool required, scale, reverse;
	long min, max;
	const struct option *options;
	size_t option_count;
	const struct expression *show_if;	/* NULL: always asked */
};

struct colour { const char *id, *why; enum level level; const struct expression *test; };

/* Questions first .. first + count - 1 of the questionnaire get one colour. */
struct dimension {
	const char *id, *title;
	struct missing missing;
	size_t first, count;
	const struct colour *colours;
	size_t colour_count;
	const char *const *hints;		/* the dialogue guide, NULL-terminated */
};

/* A page of the citizen's: questions first .. first + count - 1. */
struct section { const char *id, *title; size_t first, count; };

struct indication { const char *id, *risk, *title, *limit, *text; const struct expression *test; };
struct undecided { const char *id, *text; const struct expression *test; };
struct score_rule { const char *id, *title; struct missing missing; int decimals; const struct expression *select; };
struct parameter { const char *id, *value; };

struct questionnaire {
	const char *code, *language, *title, *intro, *licence, *legal_basis, *benefit_type, *sentence;
	long version;
	const struct parameter *parameters;
	const struct section *sections;
	const struct dimension *dimensions;
	const struct question *questions;
	const struct score_rule *scores;
	const struct undecided *undecided;
	const struct indication *indications;
	size_t parameter_count, section_count, dimension_count, question_count, score_count, undecided_count, indication_count;
	struct form form;			/* all questions; its fields are named by them */
	const struct form *pages;		/* one a section, of the same name and submits */
	const xmlNode *root;			/* belongs to the questionnaire */
	struct evaluator *evaluator;		/* of its rules, one evaluation at a time */
};

/*
 * Read a questionnaire; doc (of which nothing is shared any more) is then the questionnaire's.  out is owned by owner (talloc, with
 * a destructor).  FAIL_INPUT and the first fault ("line 12: ...", owned by owner) in *error for what the grammar cannot say: a
 * rule that is no XPath or reads what is not there, an id used twice, a last rule that is not true().
 */
enum fail questionnaire_read(const void *owner, xmlDoc *doc, struct questionnaire **out, char **error);

/* The indication or the question called id; NULL when there is none (id NULL is fine). */
const struct indication *questionnaire_indication(const struct questionnaire *q, const char *id);
const struct question *questionnaire_question(const struct questionnaire *q, const char *id);
const struct dimension *questionnaire_dimension(const struct questionnaire *q, const char *id);

/* The colour rule of a dimension by its id; NULL when there is none (both NULL is fine). */
const struct colour *dimension_colour(const struct dimension *dimension, const char *id);

/* The dimension that question number i belongs to. */
const struct dimension *questionnaire_dimension_of(const struct questionnaire *q, size_t i);

/* The option of a question called id; NULL when there is none. */
const struct option *question_option(const struct question *question, const char *id);

enum answer_state { ANSWER_NONE, ANSWER_GIVEN, ANSWER_DECLINED, ANSWER_NOT_ASKED };
struct answer { enum answer_state state; const struct option *option; };

/* What the rules found.  colour is NULL, and level NONE, where it cannot be computed, or (not asked) no question came up. */
struct dimension_result { enum level level; const struct colour *colour; bool asked, scored; double score; };
struct score_result { bool computed; double value; };

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

/* A dimension's "why" in words ("4 point. Rød fra 3."), owned by owner; "" without a rule. */
const char *colour_why(const void *owner, const struct questionnaire *q, const struct colour *colour, double score);

/* An indication's limit in words ("Grænsen er 5 røde."), owned by owner; NULL when it has none. */
const char *indication_limit(const void *owner, const struct questionnaire *q, const struct indication *indication);

/*
 * Put a questionnaire and the file that it shares together: every <use> becomes what it names.  shared is NULL when there is no
 * such file, and only read.  NULL, or the first fault, owned by owner.
 */
char *questionnaire_join(const void *owner, xmlDoc *doc, xmlDoc *shared);

/* Run the questionnaire's own tests: NULL when all pass, else what failed, a line each, owned by owner. */
char *questionnaire_try(const void *owner, const struct questionnaire *q);

#endif
