/*
 * rules.h - the rules that are data: course frames, target groups, categories, benefit types, deadlines, when to stop.  admin/: may use all folders below.
 *
 * A row is in force from a day to a day.  What was in force never changes: a row that is can only be given its last day, and a
 * change of law is a new row.  Each change leaves a row in rule_change.
 */
#ifndef SAMSPIL_ADMIN_RULES_H
#define SAMSPIL_ADMIN_RULES_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/form.h"
#include "web/request.h"

enum { RULE_FIELDS_MAX = 14, RULE_SAME_MAX = 5 };

/*
 * A kind of rules.  Statements: list gives code, title, valid_from, valid_to, uses and a column for each of shown, on a day (NULL: all);
 * find the form's fields in their order, and the revision, by the key; insert and update take the fields (update: then the key); end
 * takes the last day and the key; overlap tells how many others of the same are in force then (until, from, key, the fields same);
 * depends tells how many rows name it; dependents (NULL: none can) which rows that reach beyond a day do: rule, key, title, from, to (key, day).
 */
struct rule {
	const char *name;		/* frame, target-group, category, benefit, deadline, stop */
	const struct form *form;
	const char *const *shown;
	const char *same[RULE_SAME_MAX];	/* what no two may have at a time, up to a NULL */
	const char *same_at;		/* the field that is wrong then */
	bool numbered;			/* the key is made by the database; else it is the field code */
	const char *list, *find, *insert, *update, *end, *remove, *overlap, *depends, *dependents;
};

extern const struct rule rules[];	/* ends with a NULL name */

/* The kind that the request is about, by ?rule=, or by its name; NULL: none. */
const struct rule *rule_of(const struct request *rq);
const struct rule *rule_named(const char *name);

/* A row by its key: the fields' values, how many, its days, its state today, its revision. */
struct rule_row { const char *key, *is[RULE_FIELDS_MAX], *from, *to, *state; size_t count; long long revision; };

/* The row of that key (NULL: none); false, and the request fails (404), where there is none.  What it has in a field; NULL: nothing. */
bool rule_find(struct request *rq, const struct rule *rule, const char *key, struct rule_row *out);
const char *rule_value(const struct rule *rule, const struct rule_row *row, const char *field);

/* How many others of the same are in force then; the fields' values as typed, or (row) as they stand. */
long long rule_overlaps(struct request *rq, const struct rule *rule, const struct rule_row *row, const char *key, const char *from, const char *to);

/*
 * A row must not reach beyond the days of the target group and the benefit that it names: true, and the request fails at the field valid-from or
 * valid-to, where it does.  row NULL: what was typed.
 */
bool rule_reaches_out(struct request *rq, const struct rule *rule, const struct rule_row *row, const char *from, const char *to);

/* Give it its last day, and keep that. */
void rule_end(struct request *rq, const struct rule *rule, const char *key, const char *to);

/* Append <dependent rule title valid-from [valid-to] href/> for each row that names it and is in force after a day; how many. */
size_t rule_dependents_add(struct request *rq, xmlNode *parent, const struct rule *rule, const char *key, const char *day);

/* The page of one rule, which several routes draw; and there, after a change. */
void rule_get(struct request *rq, xmlNode *content);
void rule_new_get(struct request *rq, xmlNode *content);
void rule_see(struct request *rq, const struct rule *rule, const char *key);
extern const struct form rule_end_form, rule_withdraw_form;

/* "in-force", "coming" or "ended", on this day. */
const char *rule_state(const char *today, const char *from, const char *to);

/* Append <dated-rule ...> for each row of the kind: key NULL and day NULL for all. */
void rules_add(struct request *rq, xmlNode *parent, const struct rule *rule, const char *key, const char *day);

/* Append the latest changes, of one row or (rule NULL) of all: <rule-change ...> <value field [was] [became]/>* </rule-change>. */
void rules_add_changes(struct request *rq, xmlNode *parent, const struct rule *rule, const char *key, long limit);

/* The row as rule_change keeps it: a line "field<tab>value" for each field.  NULL: there is none.  Owned by the request. */
const char *rule_text(struct request *rq, const struct rule *rule, const char *key);

/* Keep what changed: was NULL for what is new, became "" for what was taken back. */
void rule_changed(struct request *rq, const struct rule *rule, const char *key, const char *was, const char *became);

#endif
