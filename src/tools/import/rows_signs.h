/* rows_signs.h - in which signs a file is written, found out while its bytes pass.  tools/import/: may use nothing of ours. */
#ifndef SAMSPIL_TOOLS_IMPORT_ROWS_SIGNS_H
#define SAMSPIL_TOOLS_IMPORT_ROWS_SIGNS_H

#include <stdbool.h>
#include <stddef.h>

enum { SIGNS_LONGEST = 3 };	/* bytes of UTF-8 for one of Windows-1252 */

/*
 * xml: it begins as XML does, which says itself in which signs it is.  latin: it is no UTF-8, so Windows-1252 (of which ISO 8859-1 is a part).  wrong: why it is
 * neither, and in which line; NULL when all is well.  The rest is for the look.
 */
struct signs {
	bool xml, latin;
	const char *wrong;
	long wrong_line;
	bool begun;
	size_t seen, mark, expected;
	long line, bad_line;
	unsigned long whole;
	unsigned char first[2];
};

void signs_look(struct signs *signs, const char *bytes, size_t length);
void signs_end(struct signs *signs);

/* In place: length bytes of Windows-1252 as UTF-8; there must be room for SIGNS_LONGEST times as many.  Returns how many it are then. */
size_t signs_utf8(char *bytes, size_t length);

#endif
