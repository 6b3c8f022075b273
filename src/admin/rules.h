/*
 * rules.h - the rules that are data: course frames, target groups, categories, benefit types.  admin/: may use all folders below.
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

enum { RULE_FIELDS_MAX = 12, RULE_SHOWN_MAX = 8 };

/*
 * A kind of rules.  Statements: list gives code, title, valid_from, valid_to, uses and a column for each of shown, on a day (NULL: all);
 * find the form's fields in their order, and the revision, by the key; insert and update take the fields (update: then the key); end
 * takes the last day and the key; overlap tells how many others of the same are in force then (until, from, key, the fields same).
 */
struct rule {
	const char *name;		/* frame, target-group, category, benefit */
	const struct form *form;
	const char *const *shown;
	const char *same[2];		/* what no two may have at a time; the second may be NULL */
	bool numbered;			/* the key is made by the database; else it is the field code */
	const char *list, *find, *insert, *update, *end, *remove, *overlap, *depends;
};

extern const struct rule rules[];	/* ends with a NULL name */

/* The kind that the request is about, by ?rule=; NULL: none. */
const struct rule *rule_of(const struct request *rq);

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
