/*
 * sitting.h - somebody at a questionnaire: what is kept and typed, which page comes, what is missed.  The same for citizens, for
 * staff who fill in with them, for surveys and for trials.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * A page is read with sitting_read, sat down to with sitting_begin, and left with sitting_keep.  Pages count from 0 here, and from
 * 1 in addresses.
 */
#ifndef SAMSPIL_DOMAIN_SITTING_H
#define SAMSPIL_DOMAIN_SITTING_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "domain/answers.h"
#include "domain/questionnaire.h"
#include "web/request.h"

#define SITTING_ALL SIZE_MAX			/* instead of a page: all of them */

struct sitting {
	struct answers_of of;
	const struct questionnaire *q;
	const struct words *words;
	const struct answer *kept;
	struct response *response;		/* of what is kept, and what was typed over it */
};

/*
 * Read what was sent of a page (SITTING_ALL: of any) into rq->form.  False: the request failed; FAIL_INPUT for a wrong field,
 * FAIL_MISSING when there is no such page.
 */
bool sitting_read(struct request *rq, long long questionnaire, size_t page);

/*
 * What is kept of these answers, with rq->form over it.  language NULL: the questionnaire's own.  False: the request failed
 * (FAIL_INPUT for what only the questionnaire can say of an answer: then the form has the error, and the page is drawn again).
 */
bool sitting_begin(struct request *rq, struct answers_of of, long long questionnaire, const char *language, struct sitting *out);

/* Is any question of the page asked? */
bool sitting_asks(const struct sitting *s, size_t page);

/*
 * The next page in a direction (1, -1) on which something is asked.  Past the last one it is page_count, which is the summary; before
 * the first one one stays.
 */
size_t sitting_step(const struct sitting *s, size_t page, int direction);

/* The first page with a question that must be answered and is not; otherwise, where there is none. */
size_t sitting_first_missed(const struct sitting *s, size_t otherwise);

/* Has nothing been answered yet? */
bool sitting_is_new(const struct sitting *s);

/*
 * <questionnaire code version title page pages from to total answered> <intro/> <information/> <section id title/> <form/>
 * </questionnaire>: a page; intro and information on the first.  action is a path of ours.  Where the form was refused (rq->form)
 * what was typed stands there again, and what is right of it is kept.
 */
xmlNode *sitting_page_add(struct request *rq, xmlNode *content, const struct sitting *s, size_t page, const char *action);

/* The same without a page: what the questionnaire is about, before its first question. */
xmlNode *sitting_intro_add(struct request *rq, xmlNode *content, const struct sitting *s);

/*
 * <summary code version title total answered missed> <section id title> <asked question page href state [missed]> <question/> <text/>
 * </asked>* </section>* </summary>: every question that is asked with its answer in words, and a link to its page: page_path with
 * "/N?from=summary".
 */
xmlNode *sitting_summary_add(struct request *rq, xmlNode *content, const struct sitting *s, const char *page_path);

/*
 * Say in a page's form (SITTING_ALL: in one of all pages) which of its questions are not asked yet, so that sitting_adds can tell.
 * sitting_page_add does; form NULL is fine.
 */
void sitting_mark(struct request *rq, xmlNode *form, const struct sitting *s, size_t page);

/*
 * Does an answer of the page that was sent ask a question of the same page (SITTING_ALL: of any), which was not on it and has no
 * answer?  Then the page comes again before one goes on.
 */
bool sitting_adds(const struct request *rq, const struct sitting *s, size_t page);

/*
 * Does the page (SITTING_ALL: do all) have every answer that it must have?  False: each field that has none gets its error, 422.
 * What sitting_adds finds is not demanded: nobody has seen it.
 */
bool sitting_demand(struct request *rq, const struct sitting *s, size_t page);

/* How a page is left: on, back, for a pause, or not at all (it only keeps, or changes its language). */
enum sitting_way { SITTING_ON, SITTING_BACK, SITTING_PAUSE, SITTING_STAY };

/* Did the visitor come from the summary (?from=summary), and will lead back there? */
bool sitting_from_summary(const struct request *rq);

/*
 * Where a page that was sent leads: out's next page, and whether that is the same one again since its answers ask a question more.
 * False: going on, an answer is missing that must be there, and its field says so (422).
 */
struct sitting_turn { size_t next; bool adds; };
bool sitting_turn(struct request *rq, const struct sitting *s, size_t page, enum sitting_way way, struct sitting_turn *out);

/* Keep what was typed; false: the request failed. */
bool sitting_keep(struct request *rq, const struct sitting *s);

#endif
