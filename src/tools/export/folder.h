/*
 * folder.h - files that are there all together or not at all: written beside where they shall stand, listed with their sums, and put there by
 * one renaming.  Only their owner may read them.  tools/export/: may use base/.
 */
#ifndef SAMSPIL_TOOLS_EXPORT_FOLDER_H
#define SAMSPIL_TOOLS_EXPORT_FOLDER_H

#include <stdbool.h>
#include <stdio.h>

#include "base/fail.h"

enum { FOLDER_SUM = 64 };

/* What fails is told on standard error, once, and sticks: folder_wrong says it. */
struct folder {
	const void *owner;
	const char *final;	/* the name that is asked for */
	char *working;		/* where they are until then; NULL: there is nothing */
	char *sums;		/* "SUM  NAME\n" of each */
	FILE *file;		/* the one that is open */
	const char *name;
	enum fail wrong;
};

/* Begin one; FAIL_INPUT where something stands there already.  folder belongs to owner (talloc). */
struct folder *folder_begin(const void *owner, const char *final);

/* Open a new file; NULL after a failure.  folder_close ends it; what could not be written fails then. */
FILE *folder_open(struct folder *folder, const char *name);
void folder_close(struct folder *folder);

/* The sum of what stands in a file, from its beginning; false when it cannot be read. */
bool folder_sum(FILE *file, char sum[FOLDER_SUM + 1]);

/* Write the list of sums, SHA256SUMS (sha256sum -c reads it), and give its own sum. */
void folder_seal(struct folder *folder, char sum[FOLDER_SUM + 1]);

/* Put it where it shall stand; where that fails it is dropped.  folder_drop leaves nothing; after folder_hand_over it does nothing. */
enum fail folder_hand_over(struct folder *folder);
void folder_drop(struct folder *folder);

#endif
