/*
 * file_kind.h - which kinds of files may be documents of a course, and whether one is what its name says, and whole.  A pure rule.
 * rule/: may use base/.
 *
 * Nothing is unpacked or drawn: what is looked at is where a file begins and ends, and the directory that it holds of itself.
 * Sources: ISO 32000-1 7.5 (PDF), PKWARE APPNOTE 4.3 (zip), ECMA-376 2 (OOXML), OASIS ODF 1.2 part 3, ITU-T T.81 B (JPEG), RFC 2083 (PNG),
 * ISO/IEC 23008-12 (HEIC), MS-CFB 2 and MS-OXMSG (msg), RFC 5322 (eml).
 */
#ifndef SAMSPIL_RULE_FILE_KIND_H
#define SAMSPIL_RULE_FILE_KIND_H

#include <stddef.h>

struct file_kind {
	const char *name;	/* "pdf": the ending that a file without one gets, and the end of label file-kind.NAME */
	const char *endings;	/* with a space before and behind each: " jpg jpeg " */
	const char *media_type;
};

/* The last one's name is NULL. */
extern const struct file_kind file_kinds[];

/* Our own assumption: no letter, table or picture of a case is larger when it is unpacked. */
enum { FILE_UNPACKED_MAX = 256 * 1024 * 1024 };

/*
 * May this be kept?  ending as file_name_ending gives it, magic: the media type that libmagic says.  NULL when it may, and *kind is set; else an
 * error's key: file-empty; file-unknown (none of the kinds); file-lies (not what its name says); file-cut (its end is missing); file-bomb (it
 * would become far too large when it is opened, or its directory says nonsense); file-macros (it holds programs).
 */
const char *file_kind_judge(const char *ending, const char *magic, const unsigned char *bytes, size_t length, const struct file_kind **kind);

#endif
