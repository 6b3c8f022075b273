/*
 * action_plans.h - what the pages of political action plans share.  admin/: may use all folders below.
 *
 * A plan is its department's, as an entry of the catalogue is: everybody reads it, who writes that department's catalogue writes it.
 */
#ifndef SAMSPIL_ADMIN_ACTION_PLANS_H
#define SAMSPIL_ADMIN_ACTION_PLANS_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/form.h"
#include "web/request.h"

struct action_plan { const char *title, *department; long long revision; };

/* The plan that the path names; lock: until the transaction ends.  false: there is none, and the request failed (404). */
bool action_plan_find(struct request *rq, bool lock, struct action_plan *out);

/* As action_plan_find; the request fails (403) for who may not write it. */
bool action_plan_for_change(struct request *rq, bool lock, struct action_plan *out);

/* Keep that a plan was made, changed or (became "") removed, as rule_change keeps it. */
void action_plan_changed(struct request *rq, long long plan, const char *was, const char *became);

/* The criterion that the path names, and as rule_change keeps it; lock: until the transaction ends.  false: there is none, and the request failed (404). */
struct criterion { const char *text, *kept; long long revision; };
bool criterion_read(struct request *rq, bool lock, struct criterion *out);

/* <breadcrumbs> of the catalogue, the plans and, below them, the plan (title NULL: only the first ones). */
void action_plan_add_way(struct request *rq, xmlNode *content, const char *title);

/* A criterion's columns, of success_criterion c with its baseline b; limits as people write them: per cent, or days. */
#define CRITERION_LIMIT_OF(c, column) \
	"CAST(IF(" c ".unit = 'days', " c "." column ", TRIM(TRAILING '.0' FROM CAST(" c "." column " / 10 AS DECIMAL(8,1)))) AS CHAR(12))"
#define CRITERION_LIMIT(column) CRITERION_LIMIT_OF("c", column)
#define CRITERION_COLUMNS \
	"SELECT c.id, c.ordinal, c.text, c.metric, c.unit, " CRITERION_LIMIT("threshold") " AS threshold, " CRITERION_LIMIT("partly") " AS partly," \
	" b.title AS baseline FROM success_criterion c LEFT JOIN baseline b ON b.id = c.baseline_id"

/*
 * Append the criterion's state at the end of each quarter, the latest first, at most so many:
 *	<criterion-state quarter state at [by-name] [numerator denominator share|days] [earlier-share] [missing] [few|round] [note] [metric unit threshold [partly]]/>
 * by-name is absent where it was computed; metric and what follows is the rule that held then, where it is another one now.  state is "hidden" where few people were counted: all but those who may open the plan's department's lists (question_opens_lists) learn
 * nothing else.
 */
struct criterion_states {
	bool all;		/* also what a later one of the same quarter stands for */
	bool opens_lists;
	long limit;
};
void criterion_add_states(struct request *rq, xmlNode *criterion, long long id, const struct criterion_states *which);

/* The page of one criterion, which several routes draw; and on it the form in which a person judges, or from which day on one can. */
void criterion_get(struct request *rq, xmlNode *content);
void criterion_add_judge(struct request *rq, xmlNode *criterion);

#endif
