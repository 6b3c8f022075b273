#include "xml/faults.h"

#include <libxml/xmlerror.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#define NO_WORD "failed without a word"

/* The instruction that is carried out; said the way the library says it. */
static void
note_place(struct faults *faults)
{
	const xsltTransformContext *ctxt = faults->running;

	if (ctxt == NULL || ctxt->inst == NULL || ctxt->inst->doc == NULL || ctxt->inst->doc->URL == NULL || faults->place[0] != '\0')
		return;
	snprintf(faults->place, sizeof faults->place, "runtime error: file %.100s line %ld element %.60s",
	    (const char *)ctxt->inst->doc->URL, xmlGetLineNo(ctxt->inst), (const char *)ctxt->inst->name);
}

void
faults_watch(struct faults *faults, const void *ctxt)
{
	faults->running = ctxt;
}

void
faults_add_place(struct faults *faults)
{
	const char *file = strstr(faults->text, "file samspil:");

	faults->running = NULL;
	if (faults->length > 0 && faults->place[0] != '\0' && (file == NULL || strstr(file, " line ") == NULL))
		faults_note(faults, "%s", faults->place);
}

/* A message may come in pieces; one that begins an error begins a line. */
void
faults_note(void *data, const char *format, ...)
{
	struct faults *faults = data;
	size_t room = sizeof faults->text - faults->length, start = faults->length, i;
	va_list ap;
	int n;

	note_place(faults);
	if (room < 2)
		return;
	va_start(ap, format);
	n = vsnprintf(faults->text + start, room, format, ap);
	va_end(ap);
	if (n <= 0)
		return;
	faults->length += (size_t)n < room ? (size_t)n : room - 1;
	for (i = start; i < faults->length; i++)
		if (faults->text[i] == '\n')
			faults->text[i] = ' ';
	if (start > 0 && (strncmp(faults->text + start, "compilation error", 17) == 0 ||
	    strncmp(faults->text + start, "runtime error", 13) == 0))
		faults->text[start - 1] = '\n';
}

static void
note_structured(void *data, xmlErrorPtr error)
{
	faults_note(data, "%s%s%s ", error->message == NULL ? "unknown" : error->message, error->str1 == NULL ? "" : ": ",
	    error->str1 == NULL ? "" : error->str1);
}

void
faults_listen(struct faults *faults)
{
	faults->length = 0;
	faults->text[0] = faults->place[0] = '\0';
	faults->running = NULL;
	xsltSetGenericErrorFunc(faults, faults_note);
	xmlSetStructuredErrorFunc(faults, note_structured);
	xmlSetGenericErrorFunc(faults, faults_note);
}

static void
quiet(void *data, const char *format, ...)
{
	(void)data, (void)format;
}

static void
quiet_structured(void *data, xmlErrorPtr error)
{
	(void)data, (void)error;
}

void
faults_hush(void)
{
	xsltSetGenericErrorFunc(NULL, quiet);
	xmlSetStructuredErrorFunc(NULL, quiet_structured);
	xmlSetGenericErrorFunc(NULL, quiet);
}

enum fail
faults_log(const char *name, const struct faults *faults)
{
	const char *line = faults->text, *end;

	do {
		end = strchrnul(line, '\n');
		fail_log(FAIL_BROKEN, "sheet: %s: %.*s", name, (int)(end - line), line);
		line = end + 1;
	} while (*end != '\0');
	return FAIL_BROKEN;
}

char *
faults_text(const void *owner, const struct faults *faults)
{
	return talloc_strdup(owner, faults->text[0] == '\0' ? NO_WORD : faults->text);
}
