#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "tools/grants/grants.h"
#include "tools/migrate/files.h"

/* What is read; line is where the current GRANT began. */
struct reader { const void *owner; const char *name, *at; int line; struct grants *out; };

static const char *const rights[] = { "SELECT", "INSERT", "UPDATE", "DELETE" };

static void
skip_blank(struct reader *r)
{
	for (;;) {
		if (strncmp(r->at, "--", 2) == 0)
			r->at += strcspn(r->at, "\n");
		else if (*r->at == '\n')
			r->line++, r->at++;
		else if (*r->at == ' ' || *r->at == '\t' || *r->at == '\r')
			r->at++;
		else
			return;
	}
}

/* The sign c, if it stands here. */
static bool
sign(struct reader *r, char c)
{
	skip_blank(r);
	if (*r->at != c)
		return false;
	r->at++;
	return true;
}

static char *
word(struct reader *r)
{
	const char *start;

	skip_blank(r);
	for (start = r->at; isalnum((unsigned char)*r->at) || *r->at == '_'; r->at++)
		continue;
	return r->at == start ? NULL : talloc_strndup(r->owner, start, (size_t)(r->at - start));
}

static bool
keyword(struct reader *r, const char *wanted)
{
	const char *got = word(r);

	return got != NULL && strcasecmp(got, wanted) == 0;
}

static enum fail
fault(const struct reader *r, const char *text)
{
	return fail_log(FAIL_INPUT, "grants: %s:%d: %s", r->name, r->line, text);
}

static const char *
right_of(const char *text)
{
	size_t i;

	for (i = 0; text != NULL && i < sizeof rights / sizeof rights[0]; i++)
		if (strcasecmp(rights[i], text) == 0)
			return rights[i];
	return NULL;
}

static void
add(struct reader *r, const char *right, const char *column)
{
	struct grants *out = r->out;

	out->list = talloc_realloc(r->owner, out->list, struct grant, (unsigned)out->count + 1);
	out->list[out->count++] = (struct grant){ right, NULL, column };
}

/* CREATE TEMPORARY TABLES: the one right on no table, written ON *. */
static enum fail
read_temporary(struct reader *r)
{
	if (!keyword(r, "TEMPORARY") || !keyword(r, "TABLES"))
		return fault(r, "of what can be created only TEMPORARY TABLES is a right");
	add(r, grants_temporary, "");
	return FAIL_NONE;
}

static enum fail
read_right(struct reader *r)
{
	const char *name = word(r), *right = right_of(name), *column;

	if (name != NULL && strcasecmp(name, "CREATE") == 0)
		return read_temporary(r);
	if (right == NULL)
		return fault(r, "a right is SELECT, INSERT, UPDATE or DELETE");
	if (!sign(r, '(')) {
		add(r, right, "");
		return FAIL_NONE;
	}
	if (strcmp(right, "DELETE") == 0)
		return fault(r, "DELETE has no columns");
	do {
		column = word(r);
		if (column == NULL)
			return fault(r, "a column's name is missing");
		add(r, right, column);
	} while (sign(r, ','));
	return sign(r, ')') ? FAIL_NONE : fault(r, "\")\" is missing");
}

/* Is what is on no table CREATE TEMPORARY TABLES, and that on no table? */
static bool
fits(const struct grant *list, size_t count, const char *table)
{
	size_t i;

	for (i = 0; i < count; i++)
		if ((strcmp(list[i].right, grants_temporary) == 0) != (strcmp(table, "*") == 0))
			return false;
	return true;
}

static enum fail
read_grant(struct reader *r)
{
	static const char to[] = "@program@";
	size_t first = r->out->count;
	const char *table;
	enum fail f;

	if (!keyword(r, "GRANT"))
		return fault(r, "only GRANT ... ON table TO @program@; may stand here");
	do {
		f = read_right(r);
	} while (f == FAIL_NONE && sign(r, ','));
	if (f != FAIL_NONE)
		return f;
	if (!keyword(r, "ON") || (table = sign(r, '*') ? "*" : word(r)) == NULL || !keyword(r, "TO"))
		return fault(r, "\"ON table TO\" is missing");
	if (!fits(r->out->list + first, r->out->count - first, table))
		return fault(r, "CREATE TEMPORARY TABLES, and nothing else, is ON *");
	skip_blank(r);
	if (strncmp(r->at, to, strlen(to)) != 0)
		return fault(r, "the account is written @program@");
	r->at += strlen(to);
	for (; first < r->out->count; first++)
		r->out->list[first].table = table;
	return sign(r, ';') ? FAIL_NONE : fault(r, "\";\" is missing");
}

enum fail
grants_parse(const void *owner, const char *name, char *text, struct grants *out)
{
	struct reader r = { owner, name, text, 1, out };
	enum fail f = FAIL_NONE;

	*out = (struct grants){ NULL, 0 };
	for (skip_blank(&r); f == FAIL_NONE && *r.at != '\0'; skip_blank(&r))
		f = read_grant(&r);
	return f;
}

enum fail
grants_read(const void *owner, const char *dir, const char *program, struct grants *out)
{
	char *path = talloc_asprintf(owner, "%s/%s.sql", dir, program), *text = files_text(owner, path);

	return text == NULL ? FAIL_BROKEN : grants_parse(owner, path, text, out);
}
