/* text.h - UTF-8 text.  base/: may use nothing of ours but its neighbours. */
#ifndef SAMSPIL_BASE_TEXT_H
#define SAMSPIL_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the well-formed UTF-8 character that text starts with; 0 at the end and where the bytes are no UTF-8. */
size_t text_utf8_length(const char *text);

/*
 * Is this text that a page may carry: well-formed UTF-8 whose characters XML 1.0 allows (so no NUL, no controls but tab,
 * line feed and carriage return, no surrogates, no U+FFFE or U+FFFF)?  length in bytes.
 */
bool text_is_clean(const char *text, size_t length);

/*
 * In place, what is pasted from other programs: their signs for a new line (vertical tab, form feed, U+0085, U+2028, U+2029) become "\n", and
 * other controls, which nobody sees and XML mostly forbids, go, as do U+FEFF, U+FFFE, U+FFFF
 * and what turns text round (U+202A-202E, U+2066-2069).  What is no UTF-8 stays as it is.
 */
void text_heal(char *text);

/* Characters (not bytes) of a clean text. */
size_t text_characters(const char *text);

/* The bytes of bytes[0..length) that fit in most, up to where a character ends. */
size_t text_cut(const char *bytes, size_t length, size_t most);

/*
 * A tidied copy: NFC, line ends as "\n", blank lines and spaces at both ends taken off; line breaks inside stay.
 * Owned by owner (talloc).  NULL when out of memory or when the text is not clean.
 */
char *text_tidy(const void *owner, const char *text);

/*
 * A copy in which letters' case, marks and width, spaces and invisible characters are gone: names that a directory may take for
 * the same one are equal then.  Owned by owner (talloc).  NULL when out of memory or when the text is not clean.
 */
char *text_fold(const void *owner, const char *text);

/*
 * A pattern for SQL's LIKE: before, text with LIKE's own signs made ordinary, and "%".  Owned by owner (talloc); NULL when
 * out of memory.
 */
char *text_like(const void *owner, const char *before, const char *text);

/*
 * A copy with aa, ae, oe for å, æ, ø (and Å, Æ, Ø): Danish names and words are spelled either way.  sql/spelling.h does the same to a column.  Owned by owner
 * (talloc); NULL when out of memory.
 */
char *text_spell(const void *owner, const char *text);

/* Lower-case hexadecimal of bytes, owned by owner (talloc); NULL when out of memory. */
char *text_hex(const void *owner, const unsigned char *bytes, size_t length);

#endif
