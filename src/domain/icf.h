/* icf.h - the classification: look up, check, search.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_ICF_H
#define SAMSPIL_DOMAIN_ICF_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

/* The components that a focus area can have: keys of the labels, NULL-terminated.  Personal factors have no codes. */
extern const char *const icf_components[];

enum { ICF_HITS_MAX = 12, ICF_WORDS_MAX = 3, ICF_RECENT_MAX = 5 };

/*
 * What a person typed as a code, in the list's form: "fb 280.13" and (as the international b28013 names it) "b28013" become
 * "FB28013"; the international d is FP for participation, else FA.  component NULL is fine.  Owned by the request.  What is no
 * such thing is given back in upper case: icf_check refuses it.
 */
const char *icf_code_tidy(struct request *rq, const char *typed, const char *component);

/*
 * Can code describe an observation of that component today?  NULL when it can; *title is then its title today, owned by the
 * request.  Else an error's key: icf-unknown, icf-not-selectable, icf-retired, icf-other-component.
 */
const char *icf_check(struct request *rq, const char *component, const char *code, const char **title);

/*
 * As icf_check for a qualifier (FZ...): icf-unknown, icf-other-component, and icf-other-sign where an environment factor's
 * sign does not go with kind ("barrier" or "resource").
 */
const char *icf_check_qualifier(struct request *rq, const char *component, const char *kind, const char *code, const char **title);

/* Could it be a code at all?  What is not is never given to the database as one.  Never fails. */
bool icf_is_ascii(const char *code);

/* The component of a code that can be chosen today, owned by the request; NULL when there is none. */
const char *icf_component(struct request *rq, const char *code);

/*
 * Append a <choice value>title</choice> for each qualifier, those of the first position only: the ones that professionals grade
 * by.  The third letter of a value is its component's.
 */
void icf_add_qualifiers(struct request *rq, xmlNode *field);

/*
 * Find what can be chosen by code or a part of it ("FB280", "b28013", "28013"), by words of its title or by synonyms ("ryg", "ondt
 * ryggen"), in component or (NULL) all, and append
 *	<icf-hits q sought component?> <icf-hit code title component word? recent? favourite? href?/>* </icf-hits>
 * the best first, at most ICF_HITS_MAX: the whole code; then what the user has used lately and the favourites of the user's
 * profession; then what begins with the word.  word: the synonym that it was found by.  sought: what was sought in place of a q
 * that finds nothing ("soevn": "søvn"; "ryggens": "ryg").  href is path with the hit chosen; path NULL: none.
 */
xmlNode *icf_add_hits(struct request *rq, xmlNode *parent, const char *q, const char *component, const char *path);

/* <icf-hits> without q: what the user has used lately, then the favourites of the user's profession. */
xmlNode *icf_add_usual(struct request *rq, xmlNode *parent, const char *component, const char *path);

/* The code that q alone stands for, in component or (NULL) any: as a code, as a title or synonym, or as the only hit; else NULL.  Owned by the request. */
const char *icf_meant(struct request *rq, const char *q, const char *component);

#endif
