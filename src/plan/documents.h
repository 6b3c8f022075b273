/* documents.h - how files become documents of a course.  plan/: may use domain/ and what is below it. */
#ifndef SAMSPIL_PLAN_DOCUMENTS_H
#define SAMSPIL_PLAN_DOCUMENTS_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/scan.h"
#include "rule/file_kind.h"
#include "web/form.h"

enum { DOCUMENTS_AT_ONCE = 10, DOCUMENT_TITLE_MAX = 200 };

/* Of a request with files, forms and their multipart frame included; nginx lets as much through. */
#define DOCUMENTS_BYTES_MAX ((size_t)12 * 1024 * 1024)

/* A file that came, as it may be stored. */
struct taken {
	const struct file *file;
	const char *name, *title, *sha256;
	const struct file_kind *kind;
	enum scan scan;
	char found[SCAN_FOUND_MAX];
};
struct takings { struct taken list[DOCUMENTS_AT_ONCE]; size_t count; };

/*
 * Look at the files of the field "files", and have clamd look at them (outside of the transaction: request_ask_outside).  Must any be refused, the request fails (422, "files-refused") and says
 * <refused-file name why [found]/> of each; then none is stored.  Takes no lock.  documents_take.c
 */
bool documents_take(struct request *rq, struct takings *out);

/* Of a locked course: is one of them there already, or twice?  Then the request fails (422, "files-twice") and says <refused-file name why [on] [href]/>. */
bool documents_told_twice(struct request *rq, const struct takings *these);

/*
 * Store one for a locked course, by the form's fields; state is draft or final.  Returns its id.  documents_store.c
 */
long long document_store(struct request *rq, const struct taken *one, const char *state);

/* The fields of a document beside its file, for forms that take them: what it is, from whom, when. */
#define DOCUMENT_FIELDS \
	{ .name = "document-kind",     .type = FIELD_CHOICE, .required = REQUIRED, .choices = document_kinds }, \
	{ .name = "source",            .type = FIELD_LINE, .max = 200 }, \
	{ .name = "received-on",       .type = FIELD_DATE, .required = REQUIRED, .check = document_check_received }, \
	{ .name = "journal-ref",       .type = FIELD_LINE, .max = 60 }, \
	{ .name = "sensitive",         .type = FIELD_CHECK }, \
	{ .name = "document-provider", .type = FIELD_CHOICE, .source = document_provider_choices }

/* Interventions of the request's course whose provider may be given a document, or has one. */
void document_provider_choices(struct request *rq, xmlNode *field);
const char *document_check_received(struct request *rq, const char **value);

/* Where no provider could be given anything, there is no such field; form NULL is fine. */
void documents_tidy_form(xmlNode *form);

/* What is sensitive goes to no provider: false, and the field is refused. */
bool document_goes_together(struct request *rq);

/* What there is of the course to print.  documents_print.c */
void documents_print_add(struct request *rq, xmlNode *course);

#endif
