/*
 * extract_few.h - what of a file's rows is told, so that no value is one of few people.  tools/export/, for extract_rows.c alone.
 *
 *	- A code, and what stands in place of a value, is left out (".E") in a column where fewer than five persons have it, and with it all that some
 *	  others have in that column, until five persons have something left out there: by citizen, since rows of two extracts can be joined, and what
 *	  the one left out would stand in the other.
 *	- Numbers that fewer than five persons have are told with their neighbours as one: the one in the middle of these.
 *	- A file of fewer than five persons has no rows.
 */
#ifndef SAMSPIL_TOOLS_EXPORT_EXTRACT_FEW_H
#define SAMSPIL_TOOLS_EXPORT_EXTRACT_FEW_H

#include "tools/export/extract.h"

/* How many persons have a letter in a column, or (the last of them) a number; hidden: it may not be told. */
struct few_letter { long persons; size_t last; bool hidden; };

/* The rows of a file, which stand with the persons. */
struct gathering {
	struct extract *extract;
	const struct extract_file *file;
	struct extract_codes *codes;
	size_t width;
	struct few_letter letters[EXTRACT_COLUMNS_MAX][EXTRACT_LETTER_COUNT + 1];
};

/* Decide it, when all rows are there. */
void few_settle(struct gathering *g);

/* What is told of a cell of a person's row: itself, or EXTRACT_FEW. */
int few_told(const struct gathering *g, const struct extract_person *person, const int *row, size_t column);

#endif
