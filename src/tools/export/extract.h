/*
 * extract.h - rows for evaluators, of persons who have a pseudonym.  tools/export/: may use all of the house.
 *
 * What leaves the house is a number, or a code that the code book explains; nothing that somebody wrote is read at all.  Months count from that of a
 * person's first course in the extract.  What stands in place of a value is a point and a letter:
 *	.A declined	.B does not know	.C not asked	.D could not be computed	.E left out, since it fits few people
 *	.F was not possible	.G has not happened	.H not known
 */
#ifndef SAMSPIL_TOOLS_EXPORT_EXTRACT_H
#define SAMSPIL_TOOLS_EXPORT_EXTRACT_H

#include <libxml/tree.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "rule/anonymity.h"
#include "sql/db.h"
#include "tools/export/key.h"

/* A cell is a number, a code's number in its column, or EXTRACT_MISSING('A') .... */
#define EXTRACT_MISSING(letter)	(INT_MIN + ((letter) - 'A'))
#define EXTRACT_FEW	EXTRACT_MISSING('E')
#define EXTRACT_LETTERS	"ABCDEFGH"
enum { EXTRACT_LETTER_COUNT = sizeof EXTRACT_LETTERS - 1 };

/*
 * KEY: which of the person's things it is.  NUMBER: whole.  TENTHS: with a decimal.  CODE: a word of ours.  What is no key is told as
 * extract_few.h has it.
 */
enum extract_kind { EXTRACT_KEY, EXTRACT_NUMBER, EXTRACT_TENTHS, EXTRACT_CODE };

struct extract_column {
	const char *name;	/* label extract.column.NAME */
	enum extract_kind kind;
	char missing;		/* what SQL's NULL is: a letter */
	int within;		/* a code means another thing in each code of the column of this number (from 1); 0: it means the same in all rows */
	const char *words;	/* a code's words: label WORDS.CODE; NULL: it says itself */
	const char *titles;	/* ... or SQL of the period's dates: code, title */
};

/* A file: sql gives the citizen, and then its columns; it begins with EXTRACT_PERSONS, and takes extract_args(). */
struct extract_file { const char *name, *sql; const struct extract_column *columns; };
extern const struct extract_file extract_files[];	/* ends with a NULL name; the first is of the persons, by their traits */

enum { EXTRACT_COLUMNS_MAX = 16 };

/* A code, and how many persons have it (last: the last of them that was counted); shown: it may be told. */
struct extract_code { const char *text; int number, within; long persons; size_t last; bool shown; };
struct extract_codes { struct extract_code **list; size_t count; void *tree; };

struct extract_person {
	long long citizen;
	char pseudonym[PSEUDONYM_LENGTH + 1];
	int *cells;		/* of the file at hand: rows one after the other */
	size_t used, room;
	unsigned few, veiled;	/* the columns (bits) in which something of the person is left out, and those in which all is, so that five are */
};

struct extract {
	void *owner;
	struct db *db;
	const char *from, *to, *today;
	const struct key *key;
	char number[2 * KEY_NUMBER + 1];
	struct extract_person *persons;		/* by pseudonym */
	struct extract_person **by_citizen;	/* ... and by citizen */
	size_t count;
	long long most;				/* courses of a person that are told of */
	long protected;				/* left out, since their address is protected */
	struct anonymous *traits;		/* beside persons */
	int *courses;				/* ... how many each has */
	struct extract_codes trait_texts;
	long rows, hidden;			/* of all files; values left out */
};

const struct value *extract_args(const struct extract *extract);

/*
 * Who is in it, and how coarsely they may be told of.  FAIL_INPUT, told on standard error, where they are fewer than five.  What fails in the
 * database is its own to say.
 */
enum fail extract_find(struct extract *extract);

/*
 * SQL, with EXTRACT_RECEIVER's arguments: is the receiver of a row the one that is given, however it is spelt: in which case, with which blanks and signs, and
 * where one of them only has more behind it ("AAU", "AAU, afdeling 2").
 */
#define EXTRACT_SPELT(text)	"REGEXP_REPLACE(" text ", '[^[:alnum:]]+', '')"
#define EXTRACT_GIVEN		EXTRACT_SPELT("CONVERT(? USING utf8mb4) COLLATE utf8mb4_danish_ci")
#define EXTRACT_RECEIVER_IS \
	"(LOCATE(" EXTRACT_SPELT("receiver") ", " EXTRACT_GIVEN ") = 1 OR LOCATE(" EXTRACT_GIVEN ", " EXTRACT_SPELT("receiver") ") = 1)"
#define EXTRACT_RECEIVER(given)	TEXT(given), TEXT(given)

/*
 * FAIL_INPUT, told on standard error, where fewer than five persons (but not nobody) would be in one of the receiver's extracts, this one or an earlier
 * one, and not in some others of them taken together: they could be told.
 */
enum fail extract_differs(struct extract *extract, const char *receiver);

/*
 * Write a file, in the order of pseudonyms: the persons', or another one.  codes has room for EXTRACT_COLUMNS_MAX: which codes it has, for the code
 * book.  Returns its rows.
 */
long extract_write_persons(struct extract *extract, const struct extract_file *file, FILE *out, struct extract_codes *codes);
long extract_write(struct extract *extract, const struct extract_file *file, FILE *out, struct extract_codes *codes);

/* The code of a text in a column, new where it is not there; within is the number that it is counted in, or -1. */
struct extract_code *extract_code_of(const void *owner, struct extract_codes *codes, const char *text, int within);
void extract_codes_drop(struct extract_codes *codes);

#endif
