#include "tools/import/rows_faults.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "rule/cpr.h"

enum { WORDS_MAX = 400 };

enum fail
faults_begin(struct faults *faults, const char *path, const char *to)
{
	*faults = (struct faults){ .path = path };
	if (to == NULL)
		return FAIL_NONE;
	faults->out = fopen(to, "wxe");		/* x: nothing is written over, not even by mistake the file that is read */
	if (faults->out == NULL) {
		fprintf(stderr, "%s: %s\n", to, strerror(errno));
		return FAIL_INPUT;
	}
	fputs("line;column;reason\r\n", faults->out);
	return FAIL_NONE;
}

static void
hide_numbers(char *words)
{
	const char *number;
	size_t length;

	while ((number = cpr_stands_in(words, &length)) != NULL)
		memset(words + (number - words), '*', length);
}

/* A cell with quotes; one that a spreadsheet would take for a formula begins with an apostrophe. */
static void
write_cell(FILE *out, const char *text)
{
	fputc('"', out);
	if (strchr("=+-@\t\r", text[0]) != NULL && text[0] != '\0')
		fputc('\'', out);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

static void
write_fault(FILE *out, long number, const char *column, const char *words)
{
	if (number > 0)
		fprintf(out, "%ld", number);
	fprintf(out, ";%s;", column == NULL ? "" : column);
	write_cell(out, words);
	fputs("\r\n", out);
}

void
faults_note(struct faults *faults, long number, const char *column, const char *format, ...)
{
	char words[WORDS_MAX];
	va_list ap;

	va_start(ap, format);
	vsnprintf(words, sizeof words, format, ap);
	va_end(ap);
	hide_numbers(words);
	if (faults->out != NULL)
		write_fault(faults->out, number, column, words);
	if (++faults->count > FAULTS_SHOWN)
		return;
	fputs(faults->path, stderr);
	if (number > 0)
		fprintf(stderr, faults->xml ? ": row %ld" : ":%ld", number);
	fprintf(stderr, ": %s%s%s\n", column == NULL ? "" : column, column == NULL ? "" : ": ", words);
}

void
faults_end(struct faults *faults)
{
	if (faults->count > FAULTS_SHOWN)
		fprintf(stderr, "%s: ... and %lu more\n", faults->path, faults->count - FAULTS_SHOWN);
	if (faults->count > 0)
		fprintf(stderr, "%s: %lu fault%s, nothing is taken\n", faults->path, faults->count, faults->count == 1 ? "" : "s");
	if (faults->out != NULL && fclose(faults->out) != 0)
		fprintf(stderr, "%s: the list of faults could not be written: %s\n", faults->path, strerror(errno));
	faults->out = NULL;
}
