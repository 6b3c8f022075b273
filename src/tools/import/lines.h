/* lines.h - a text file as lines, and what is wrong with it.  tools/import/: may use base/. */
#ifndef SAMSPIL_TOOLS_IMPORT_LINES_H
#define SAMSPIL_TOOLS_IMPORT_LINES_H

#include <stddef.h>

#include "base/fail.h"

enum { LINES_BYTES_MAX = 64 * 1024 * 1024, LINES_FAULTS_SHOWN = 20 };

/* Lines without their ends, in UTF-8; faults counts what lines_fault was told. */
struct lines { const char *path; char **list; size_t count; unsigned faults; };

/*
 * Read a file.  Bytes that are no UTF-8 are taken as ISO 8859-1, in which the official lists come; a byte order mark is left
 * out.  out is owned by owner (talloc).  FAIL_INPUT, told on standard error, when it cannot be read or holds control characters.
 */
enum fail lines_read(const void *owner, const char *path, struct lines *out);

/* A whole file, owned by owner (talloc) and terminated; NULL, told on standard error, when it cannot be read. */
char *lines_whole(const void *owner, const char *path, size_t *length);

/* Tell on standard error "FILE:LINE: reason" (i counts from 0), the first LINES_FAULTS_SHOWN times. */
void lines_fault(struct lines *lines, size_t i, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
