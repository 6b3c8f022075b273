/*
 * evaluate.h - XPath 1.0 over a small tree of ours: closed and bounded.  xml/: may use base/.
 *
 * An expression reads the tree and the parameters that it was compiled with, nothing else: no document(), no extension
 * functions, no namespaces.  What a stranger wrote can therefore be evaluated in a worker.
 */
#ifndef SAMSPIL_XML_EVALUATE_H
#define SAMSPIL_XML_EVALUATE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/fail.h"

enum { EXPRESSION_MAX = 1000, EVALUATE_STEPS_MAX = 200000 };

struct expression;

/* Why a text is no expression; with UNKNOWN the function, prefix or parameter that may not stand there, owned by who asked. */
enum expression_wrong { EXPRESSION_FINE, EXPRESSION_LONG, EXPRESSION_UNKNOWN, EXPRESSION_NOT_XPATH };
struct expression_fault { enum expression_wrong wrong; const char *name; };

/*
 * Compile text, which may name $parameters of the list (NULL-terminated).  Owned by owner (talloc, with a destructor).
 * NULL and the reason in *fault for what is no XPath, too long, calls a function that is not XPath's own, or names another
 * parameter.
 */
struct expression *expression_compile(const void *owner, const char *text, const char *const *parameters,
    struct expression_fault *fault);

/* What it was compiled of; belongs to it. */
const char *expression_text(const struct expression *expression);

struct evaluator;

/*
 * What evaluates; it may be kept, since making one costs more than most evaluations.  out is owned by owner (talloc, with a
 * destructor).
 */
enum fail evaluator_new(const void *owner, struct evaluator **out);

/* What expressions are evaluated over from now on: borrowed until the next call (NULL: nothing). */
void evaluator_over(struct evaluator *evaluator, xmlDoc *doc);

/* The steps that all evaluations over this document took together. */
unsigned long evaluator_steps(const struct evaluator *evaluator);

/* Give a parameter its value, a number where it reads as one, else a text.  Copied; a later value replaces an earlier. */
void evaluator_set(struct evaluator *evaluator, const char *parameter, const char *value);

/*
 * Is the expression true at node (NULL: the document's root)?  Its number there (NaN when it is none)?  FAIL_BROKEN, logged,
 * when it takes more than EVALUATE_STEPS_MAX steps or names a parameter without value; out is then false, or NaN.
 */
enum fail evaluate_truth(struct evaluator *evaluator, const struct expression *expression, xmlNode *node, bool *out);
enum fail evaluate_number(struct evaluator *evaluator, const struct expression *expression, xmlNode *node, double *out);

#endif
