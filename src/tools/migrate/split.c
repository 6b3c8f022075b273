#include "tools/migrate/split.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

/* Where the reading is: text[at] is the next byte, on this line. */
struct reader { const char *name, *text; size_t at; int line; };

static const struct { const char *verb; enum statement_kind kind; } verbs[] = {
	{ "ALTER",   STATEMENT_DDL },
	{ "CREATE",  STATEMENT_DDL },
	{ "DELETE",  STATEMENT_ROWS },
	{ "DROP",    STATEMENT_DDL },
	{ "INSERT",  STATEMENT_ROWS },
	{ "RENAME",  STATEMENT_DDL },
	{ "REPLACE", STATEMENT_ROWS },
	{ "SET",     STATEMENT_SET },
	{ "UPDATE",  STATEMENT_ROWS },
};

static char
next(struct reader *r)
{
	char c = r->text[r->at];

	if (c == '\0')
		return c;
	if (c == '\n')
		r->line++;
	r->at++;
	return c;
}

static void
skip_to(struct reader *r, const char *end)
{
	while (r->text[r->at] != '\0' && strncmp(r->text + r->at, end, strlen(end)) != 0)
		next(r);
	if (r->text[r->at] != '\0' && end[0] != '\n')
		r->at += strlen(end);
}

/* A comment, if one stands here: over it. */
static bool
skip_comment(struct reader *r)
{
	const char *here = r->text + r->at;

	/* The terminator counts: strchr finds it, too. */
	if (*here == '#' || (strncmp(here, "--", 2) == 0 && strchr(" \t\n", here[2]) != NULL)) {
		skip_to(r, "\n");
		return true;
	}
	if (strncmp(here, "/*", 2) != 0)
		return false;
	r->at += 2;
	skip_to(r, "*/");
	return true;
}

static void
skip_blank(struct reader *r)
{
	while (skip_comment(r) || (r->text[r->at] != '\0' && strchr(" \t\r\n", r->text[r->at]) != NULL && next(r)))
		continue;
}

/* Over a quoted text, whose opening quote was read; false when it never ends.  A doubled quote opens the next one at once. */
static bool
skip_quoted(struct reader *r, char quote)
{
	char c;

	while ((c = next(r)) != '\0') {
		if (c == '\\' && quote != '`')
			next(r);
		else if (c == quote)
			return true;
	}
	return false;
}

static enum fail
fault(const struct reader *r, int line, const char *text)
{
	return fail_log(FAIL_INPUT, "migrate: %s:%d: %s", r->name, line, text);
}

/* Is nothing but blanks and a comment left on the line? */
static bool
ends_line(struct reader *r)
{
	while (r->text[r->at] == ' ' || r->text[r->at] == '\t' || r->text[r->at] == '\r')
		r->at++;
	skip_comment(r);
	return r->text[r->at] == '\n' || r->text[r->at] == '\0';
}

static bool
kind_of(const char *text, enum statement_kind *kind)
{
	size_t i, length;

	for (i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		length = strlen(verbs[i].verb);
		if (strncasecmp(text, verbs[i].verb, length) != 0 || strchr(" \t\r\n", text[length]) == NULL)
			continue;
		*kind = verbs[i].kind;
		return true;
	}
	return false;
}

/* From the first byte of a statement to behind its semicolon. */
static enum fail
read_statement(const void *owner, struct reader *r, struct sql_statement *out)
{
	size_t start = r->at;
	char c = ' ';

	out->line = r->line;
	while (c != ';') {
		if (skip_comment(r))
			continue;
		c = next(r);
		if (c == '\0')
			return fault(r, out->line, "this statement has no \";\" at its end");
		if (strchr("'\"`", c) != NULL && !skip_quoted(r, c))
			return fault(r, out->line, "a quote in this statement is never closed");
	}
	out->text = talloc_strndup(owner, r->text + start, r->at - start - 1);
	if (!ends_line(r))
		return fault(r, r->line, "a \";\" must be the last thing of its line");
	if (!kind_of(out->text, &out->kind))
		return fault(r, out->line, "a migration may only ALTER, CREATE, DELETE, DROP, INSERT, RENAME, REPLACE,"
		    " SET, UPDATE");
	return FAIL_NONE;
}

enum fail
split(const void *owner, const char *name, const char *text, struct sql_statement **out, size_t *count)
{
	struct reader r = { name, text, 0, 1 };
	enum fail f = FAIL_NONE;

	*out = NULL;
	*count = 0;
	for (skip_blank(&r); f == FAIL_NONE && r.text[r.at] != '\0'; skip_blank(&r)) {
		*out = talloc_realloc(owner, *out, struct sql_statement, (unsigned)*count + 1);
		f = read_statement(owner, &r, &(*out)[(*count)++]);
	}
	return f;
}
