/*
 * kinds.h - what samspil-import takes from other systems as rows, and samspil-export rows writes: a table of kinds.  tools/rows/: may use base/, sql/, rule/bounds.h.
 *
 * A file's rows come into a table `staged` that only this connection has: line, citizen_id, own_id (the row of ours that it is), kept (somebody changed that one here
 * since, and it stays), fresh (it is new, or other in what something follows from), and a column for each of the kind's, called as in the file.  All else is SQL over that table.
 */
#ifndef SAMSPIL_TOOLS_ROWS_KINDS_H
#define SAMSPIL_TOOLS_ROWS_KINDS_H

#include <stdbool.h>
#include <stddef.h>

#include "rule/bounds.h"

enum rows_cell {
	CELL_CPR, CELL_DATE,
	CELL_BORN,		/* a date; empty: the CPR number's */
	CELL_MONTH,		/* kept as its first day; none that is to come */
	CELL_NUMBER,		/* with so many decimals, from min to max */
	CELL_INTEGER,		/* from min to max */
	CELL_YES,		/* yes or no */
	CELL_CHOICE,		/* one of choices */
	CELL_CHOICES,		/* some of choices, with spaces or commas between them */
	CELL_PHONE, CELL_EMAIL,
	CELL_LINE,		/* at most max characters */
	CELL_TEXT,		/* the same, with line breaks */
};

struct rows_column {
	const char *name;
	enum rows_cell kind;
	bool required;			/* the column, and something in each of its cells */
	unsigned decimals;
	long long min, max;
	const char *const *choices;	/* ends with NULL */
	bool past;			/* a date: not one that is to come */
	bool meant;			/* a date: one that somebody can mean (bounds_day) */
	long ahead;			/* a date: at most so many days to come; 0: no matter */
	const char *keep;		/* SQL: where a file has no such column, what stands already goes into staged */
	const char *spelt;		/* SQL (ROWS_SPELT): a code of ours, however it is written, is kept as ours is */
	const char *about;		/* for the list of columns; NULL: its kind says all */
};

/* A query for what is wrong: line, and words for it; column NULL: the row as a whole. */
struct rows_check { const char *column, *sql; };

struct rows_kind {
	const char *name;
	const char *about;
	const struct rows_column *columns;	/* ends with a NULL name */
	const char *keys;			/* of the table staged, after columns that only SQL fills: "gone DATE, KEY (...)" */
	bool citizens;				/* a row whose citizen_id is NULL after resolve is of somebody unknown */
	const char *persons;			/* ... and a query for the citizens of all that is written */
	const char *lock;			/* a query that keeps others from adding to what is looked at; NULL: none is needed */
	const char *const *resolve;		/* statements, end with NULL: who and what the rows are */
	const char *const *keep;		/* statements, end with NULL: what is kept, and what the file says beside it; NULL: nothing ever is */
	const char *kept;			/* a query: line, and words for what is kept */
	const struct rows_check *checks;	/* ends with a NULL sql */
	const struct rows_check *doubts;	/* the same, but not where one says that it is meant (--old-absence take); NULL: there are none */
	const char *changed;			/* how many rows are known and other */
	const char *const *change;
	/* Where a new row gets a number that others point at: insert in order of line, give `? + n` to the fresh ones, count those that have their own. */
	struct { const char *insert, *assign, *verify; } number;
	const char *const *add;			/* the first one's rows are those added, where there is no number.insert */
	/* The open courses after ?, at most ?: course, first day of the benefit, of absence (NULL: nothing new), days of absence that are said no more. */
	const char *follow;
	const char *notes;			/* what else should be known: a query for words; NULL: nothing */
	const char *write;			/* all of them, in the order of columns */
};

/* All of them; ends with NULL.  One by its name; NULL where there is none. */
extern const struct rows_kind *const rows_kinds[];
const struct rows_kind *rows_kind_find(const char *name);

/* The column of that name; NULL where there is none.  How many a kind has. */
const struct rows_column *rows_column_find(const struct rows_kind *kind, const char *name);
size_t rows_columns(const struct rows_kind *kind);

/* For SQL: as whom changes are told, and whether two texts are the same to the letter. */
#define ROWS_BY "'samspil-import'"
#define ROWS_SAME(a, b) "BINARY " a " <=> BINARY " b

/* The code of a table's row, which SQL finds in whatever letters it is written, and C does not. */
#define ROWS_SPELT(cell, table, code) \
	"UPDATE staged s JOIN " table " t ON t." code " = s.`" cell "` SET s.`" cell "` = t." code " WHERE BINARY t." code " <> BINARY s.`" cell "`"

/* For resolve: whose number it is, also a replacement number that was replaced since. */
#define ROWS_REPLACED \
	"(SELECT cpr, MIN(citizen_id) AS citizen_id FROM citizen_cpr FOR SYSTEM_TIME ALL WHERE kind = 'replacement' GROUP BY cpr HAVING COUNT(DISTINCT citizen_id) = 1)"
#define ROWS_WHO \
	"UPDATE staged s JOIN citizen_cpr p ON p.cpr = s.cpr SET s.citizen_id = p.citizen_id", \
	"UPDATE staged s JOIN " ROWS_REPLACED " p ON p.cpr = s.cpr SET s.citizen_id = p.citizen_id WHERE s.citizen_id IS NULL"

/*
 * A row of rule_change, as the pages of the account leave one (admin/ledger.c): rule and key of the row, its text before (NULL: it is new) and now.  A text is a
 * ROWS_LINE for each field of the page's form, in its order.
 */
#define ROWS_LINE(field, value)	"COALESCE(CONCAT('" field "\t', " value ", '\n'), '')"
#define ROWS_TRACE(rule, key, was, became, from) \
	"INSERT INTO rule_change (rule, code, uid, was, became) SELECT '" rule "', " key ", " ROWS_BY ", " was ", " became " FROM " from " ORDER BY s.line"

extern const struct rows_kind rows_citizens, rows_benefit_periods, rows_outcomes, rows_staff_hours, rows_rates, rows_refunds, rows_caseload_targets, rows_budget,
    rows_regional, rows_effects, rows_catalogue;

#endif
