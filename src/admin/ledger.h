/*
 * ledger.h - what the account and the caseload are computed from: budget, rates, refunds, targets, hours, baselines.  admin/: may use all folders below.
 *
 * A row is never changed: a newer day's stands for it.  One that was typed wrong is taken out; what has an end can be given its last day.  Each leaves a row
 * in rule_change, and the tables keep their history.
 */
#ifndef SAMSPIL_ADMIN_LEDGER_H
#define SAMSPIL_ADMIN_LEDGER_H

#include <libxml/tree.h>
#include <stddef.h>

#include "admin/rules.h"
#include "web/form.h"
#include "web/request.h"

enum { LEDGER_FIELDS_MAX = 9, LEDGER_CHANGES_SHOWN = 20 };

/*
 * A kind of rows.  Statements: list gives key, state (in-force, coming, replaced, ended) and a column for each field, in words, of the day and of one key or (NULL)
 * all; find the fields as they stand, by the key; insert takes the fields, then who did it; remove takes the key; end (NULL: it has none) the day and the key; used
 * (NULL: by nothing) tells how many rows name it; before (NULL: none ever) the key of the row that stands where this one is taken out; others (NULL: the table's own keys refuse) how many there are at the same time, by the fields.
 */
struct ledger {
	struct rule rule;		/* its name and form: what rule_change calls it */
	size_t keys;			/* so many fields, with spaces between, are the key; 0: the number that the database gave */
	const char *list, *find, *insert, *remove, *end, *used, *before, *others;
	void (*check)(struct request *rq);	/* what goes beyond single fields: field_error; NULL: nothing */
	const char *same_at;		/* the field that says that there is one like it */
};

/* A day that somebody can mean: from 1990 until five years ahead. */
const char *ledger_check_day(struct request *rq, const char **value);

#define LEDGER_ROUTE .menu = "admin", .may = MAY_WRITE_ACCOUNT

/* The kind that the request is about; the budget where none is named.  NULL: there is no such kind.  And the path of its page. */
const struct ledger *ledger_here(struct request *rq);
const char *ledger_page(struct request *rq, const struct ledger *ledger);

/* Begin <ledger> with its kinds and columns; append its rows, or the one of that key, which leads on no more: how many. */
xmlNode *ledger_begin(struct request *rq, xmlNode *content, const struct ledger *ledger);
size_t ledger_add_rows(struct request *rq, xmlNode *parent, const struct ledger *ledger, const char *key);

/* The row as rule_change keeps it: a line a field.  NULL: there is none of that key, which is written in one way alone. */
const char *ledger_text(struct request *rq, const struct ledger *ledger, const char *key);

extern const struct ledger ledgers[];	/* ends with a NULL name */

#endif
