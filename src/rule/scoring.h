/* scoring.h - colours counted, scores summed, results put in words.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_SCORING_H
#define SAMSPIL_RULE_SCORING_H

#include <stdbool.h>
#include <stddef.h>

/* NONE: could not be computed. */
enum level { LEVEL_NONE, LEVEL_GREEN, LEVEL_YELLOW, LEVEL_RED };

/* "red", "yellow", "green"; NULL for NONE, and NONE for anything else (NULL is fine). */
const char *level_name(enum level level);
enum level level_of(const char *name);

/* The place of a level where the worst stands first: red 0, yellow 1, what could not be computed 2, green 3. */
int level_rank(enum level level);

struct tally { int red, yellow, green, missing; };
void tally_add(struct tally *tally, enum level level);

/* What to do where a question that was asked has no answer. */
enum missing_kind { MISSING_FAIL, MISSING_NONE, MISSING_PRORATE };
struct missing { enum missing_kind kind; int least; };	/* least answers that PRORATE needs */

/* Read "fail", "none" or "prorate(4)" (NULL: fail); false for anything else. */
bool missing_read(const char *text, struct missing *out);

/*
 * The sum over asked questions of which answered have an answer: as it is, scaled up to all of them, or (false) not to be
 * computed.  With none answered it never is.
 */
bool scoring_sum(struct missing missing, int asked, int answered, double sum, double *out);

/* What a method needs of the answers with a score: how many there are, S(x), S(w), S(w^2), S(w*x) for scores x and weights w. */
struct moments { int asked, answered; double sum, weights, squares, products; };
void moments_add(struct moments *moments, double score, double weight);	/* one that is answered */

/* The mean of what is answered; false where it cannot be computed (as for a sum). */
bool scoring_mean(struct missing missing, const struct moments *moments, double *out);

/*
 * Goal attainment scaling: T = 50 + 10 S(wx) / sqrt(0.7 S(w^2) + 0.3 S(w)^2), of what is answered; 50 is the expected level.
 * False where it cannot be computed (as for a sum).
 */
bool scoring_gas(struct missing missing, const struct moments *moments, double *out);

/* As large as a figure may get: there is room for it where it is kept.  What is larger counts as not computed. */
#define SCORING_MAX 999999999999.0
bool scoring_fits(double number);

/* Round half up (away from zero) to so many decimals. */
double scoring_round(double number, int decimals);

/* A number with as many decimals as it needs, at most three: "4", "5.333"; owned by owner (talloc). */
char *scoring_number(const void *owner, double number);

/* The same with up to nine, as far as it has 15 digits: what rules compare is not rounded to what is shown. */
char *scoring_exact(const void *owner, double number);

/* A name with its text, and its number where it counts something: for {name} and {name:one|other}. */
struct filling { const char *name; const char *text; double number; };

/*
 * template with its braces filled in: {name} by the text, {name:rød|røde} by the first word where the number is exactly 1,
 * else by the second.  An unknown name stays as it stands.  list ends with a NULL name.  Owned by owner (talloc).
 */
char *scoring_fill(const void *owner, const char *template, const struct filling *list);

/* Characters that template has at most when each brace becomes the longest that it can: its text in list, or one of its own words. */
size_t scoring_longest(const char *template, const struct filling *list);

/* The first name in template's braces that list does not have, owned by owner; NULL when all are known. */
char *scoring_unknown(const void *owner, const char *template, const struct filling *list);

/* A decision other than what is indicated (NULL: nothing is) must be reasoned: are these characters of reason too few? */
enum { SCORING_REASON_MIN = 20 };
bool scoring_reason_missing(const char *indicated, const char *decision, size_t characters);

#endif
