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
	faults->own = NULL;
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

void
faults_say(struct faults *faults, const char *constant)
{
	if (faults->own == NULL)
		faults->own = constant;
	faults_note(faults, "%s ", constant);
}

/* What the libraries say of a fault whatever the page was. */
static const char *
kind_of(const char *text)
{
	static const char *const kinds[] = {
		"Operation limit exceeded", "Memory allocation failed", "Recursion limit exceeded", "infinite template recursion", "Invalid expression",
		"Undefined variable", "Undefined namespace prefix", "Invalid type", "Invalid number of arguments", "Invalid context",
		"not a valid QName", "denied", "refused",
	};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcasestr(text, kinds[i]) != NULL)
			return kinds[i];
	return NULL;
}

/* "function nothing-of-the-kind not found": a name out of the stylesheet. */
static char *
function_of(const void *owner, const char *text)
{
	const char *at = strstr(text, "function "), *name = at == NULL ? NULL : at + strlen("function ");
	size_t n = name == NULL ? 0 : strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:");

	if (n == 0 || n > 60 || strncmp(name + n, " not found", strlen(" not found")) != 0)
		return NULL;
	return talloc_asprintf(owner, "function %.*s not found", (int)n, name);
}

/* "file samspil:layer/plan.xsl line 5"; NULL for none. */
static char *
place_of(const void *owner, const char *text)
{
	const char *at = strstr(text, "file samspil:");
	char file[100];
	int line = 0;

	if (at == NULL || sscanf(at, "file %99s line %d", file, &line) != 2 ||
	    file[strspn(file, "abcdefghijklmnopqrstuvwxyz-/:.")] != '\0')
		return NULL;
	return talloc_asprintf(owner, "file %s line %d", file, line);
}

char *
faults_plain(const void *owner, const struct faults *faults)
{
	const char *kind = faults->own != NULL ? faults->own : kind_of(faults->text);
	char *function = function_of(owner, faults->text), *place = place_of(owner, faults->text);

	if (place == NULL)
		place = place_of(owner, faults->place);
	if (function != NULL)
		kind = function;
	return talloc_asprintf(owner, "%s%s%s", kind == NULL ? "it failed, or said a message" : kind, place == NULL ? "" : ": ",
	    place == NULL ? "" : place);
}
