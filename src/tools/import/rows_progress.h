/* rows_progress.h - a bar on a terminal, and nothing anywhere else.  tools/import/: may use base/. */
#ifndef SAMSPIL_TOOLS_IMPORT_ROWS_PROGRESS_H
#define SAMSPIL_TOOLS_IMPORT_ROWS_PROGRESS_H

#include <stdbool.h>

struct progress { bool shown; long long at_ms; };

/* The bar is on standard error, where that is a terminal. */
void progress_begin(struct progress *progress);

/* What is being done and how far it has come, in thousandths (-1: not known); drawn some times a second. */
void progress_show(struct progress *progress, const char *doing, int thousandths);

/* The bar goes away. */
void progress_end(struct progress *progress);

#endif
