/* file_zip.h - the directory of a zip file, for file_kind.c.  A pure rule.  rule/: may use base/. */
#ifndef SAMSPIL_RULE_FILE_ZIP_H
#define SAMSPIL_RULE_FILE_ZIP_H

#include <stdbool.h>
#include <stddef.h>

/* NULL, or why the zip file must not be kept: file-cut, file-bomb (file_kind.h). */
const char *file_zip_judge(const unsigned char *bytes, size_t length);

/* Of one that may be kept: does it hold an entry whose name ends so?  whole: whose name is just this. */
bool file_zip_holds(const unsigned char *bytes, size_t length, const char *name, bool whole);

#endif
