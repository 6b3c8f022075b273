/* rows_faults.h - what is wrong with a file of rows: all is counted, the first are shown, all are written where one asked.  tools/import/: base/, rule/. */
#ifndef SAMSPIL_TOOLS_IMPORT_ROWS_FAULTS_H
#define SAMSPIL_TOOLS_IMPORT_ROWS_FAULTS_H

#include <stdbool.h>
#include <stdio.h>

#include "base/fail.h"

enum { FAULTS_SHOWN = 20 };

/* xml: numbers are of rows, not of lines.  out: NULL where nobody asked. */
struct faults { const char *path; bool xml; FILE *out; unsigned long count; };

/* Begin; to: a new file for all of them ("line;column;reason"), NULL for none.  FAIL_INPUT, told, when it cannot be made, or is there. */
enum fail faults_begin(struct faults *faults, const char *path, const char *to);

/* One more: number 0 is the file as a whole, column NULL the row.  Whatever looks like a CPR number in the words is made unreadable. */
void faults_note(struct faults *faults, long number, const char *column, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Tell how many there were, if any; close the file. */
void faults_end(struct faults *faults);

#endif
