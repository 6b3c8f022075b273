/* faults.h - private to xml/: what the libraries say while they work, one fault a line. */
#ifndef SAMSPIL_XML_FAULTS_H
#define SAMSPIL_XML_FAULTS_H

#include <stddef.h>

#include "base/fail.h"

enum { FAULTS_MAX = 4000 };

/* On the stack of who works; text is terminated. */
struct faults {
	char text[FAULTS_MAX];
	size_t length;
	const void *running;		/* the transformation that is listened to, NULL for none */
	const char *own;		/* the first word of ours, NULL for none */
	char place[200];		/* where it was when the first fault was said */
};

/* From here to faults_hush every word of libxml2 and libxslt lands in faults, which is emptied first. */
void faults_listen(struct faults *faults);
void faults_hush(void);

/* ctxt (libxslt's transformation context) runs now: faults that do not say where they are get its place. */
void faults_watch(struct faults *faults, const void *ctxt);

/* Add that place, unless some fault has named a file and line itself. */
void faults_add_place(struct faults *faults);

/* A message as the libraries say it (also the handler for a transformation's own errors); it may come in pieces. */
void faults_note(void *faults, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Log each line under the sheet's name; returns FAIL_BROKEN. */
enum fail faults_log(const char *name, const struct faults *faults);

/*
 * What can be told of it without a word of the page that was drawn: what kind of fault it was, which function or mode, and where.  For logs and
 * for people who may not see that page.  On owner.
 */
char *faults_plain(const void *owner, const struct faults *faults);

/* A word of ours, which holds nothing of a page. */
void faults_say(struct faults *faults, const char *constant);

/* All of it on owner (talloc), "failed without a word" when there is none. */
char *faults_text(const void *owner, const struct faults *faults);

#endif
