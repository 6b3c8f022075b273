/* plan.h - the plan's versions, for the files that show and change them.  plan/: may use all of the house. */
#ifndef SAMSPIL_PLAN_PLAN_H
#define SAMSPIL_PLAN_PLAN_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/form.h"
#include "web/request.h"

/* plan.c: the page; also draws a form that was refused. */
void plan_get(struct request *rq, xmlNode *content);

/*
 * The newest version, locked, of the request's course, which is locked, too; id 0: there is none.  Texts are owned by the request.
 * wanted: how many interventions somebody could say yes to (its own, and those that go on from earlier ones).
 */
struct plan_version { long long id, revision, wanted; const char *state, *agreement, *goal, *earlier_from, *opened_on, *presented_on; };

struct plan_version plan_newest_lock(struct request *rq);

/* Is it still being made: a draft, or shown to the citizen and not agreed on? */
bool plan_is_open(const char *state);

/* plan_write.c: its words, the next version, and that one taken back. */
extern const struct form plan_words_form, plan_next_form, plan_drop_form;

/* SQL: is the draft p one that was never shown, of which no intervention is, beside a version in force: begun, and nothing more? */
#define PLAN_HOLDS_NOTHING(p) \
	p ".presented_on IS NULL AND EXISTS (SELECT 1 FROM plan q WHERE q.course_id = " p ".course_id AND q.state = 'agreed')" \
	" AND NOT EXISTS (SELECT 1 FROM intervention i WHERE i.plan_id = " p ".id)"

/* plan_agreement.c: what the citizen says, and the leader.  plan_waits_approval: the citizen did not say yes, and why is said. */
extern const struct form plan_agreement_form, plan_approve_form;
bool plan_waits_approval(const xmlNode *plan);

/*
 * plan_changes.c: what is other in plan than in earlier, as <changes since> <change what [title href]> <before/> <after/> </change>* </changes>;
 * nothing where there is no difference.
 */
void plan_changes_add(struct request *rq, xmlNode *plan, const xmlNode *earlier);

#endif
