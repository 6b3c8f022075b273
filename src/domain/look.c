#include "domain/look.h"

#include <string.h>
#include <talloc.h>

#include "domain/stylesheet.h"
#include "sql/exec.h"
#include "sql/rows.h"

/* Texts that end with "." are the beginnings of keys. */
static const char *const locked[] = {
	"as-of", "citizen.died", "citizen.fictional", "citizen.fictional.", "citizen.interpreter", "citizen.protected", "citizen.protected-to",
	"citizen.replacement", "citizen.replacement.", "demo", "direction", "error.denied.", "gate.", "language.name", "notes.draft", "notes.hidden.", "number.",
	"reason.", "screening.locked", "stylesheet.", "time.", "triage.only-a-hint", NULL
};

bool
look_label_locked(const char *key)
{
	const char *const *text;

	for (text = locked; *text != NULL; text++) {
		size_t n = strlen(*text);

		if (strcmp(*text, key) == 0 || ((*text)[n - 1] == '.' && strncmp(*text, key, n) == 0))
			return true;
	}
	return false;
}

/* The next {place} of a text from *at on: its length, 0 for none; *at is then at its beginning. */
static size_t
next_place(const char **at)
{
	size_t n;

	for (; (*at = strchr(*at, '{')) != NULL; (*at)++) {
		n = strspn(*at + 1, "abcdefghijklmnopqrstuvwxyz-");
		if (n > 0 && (*at)[n + 1] == '}')
			return n + 2;
	}
	return 0;
}

static bool
holds(const char *text, const char *place, size_t length)
{
	return memmem(text, strlen(text), place, length) != NULL;
}

/* Are all places of text in other? */
static bool
all_places_in(const char *text, const char *other)
{
	const char *at = text;
	size_t n;

	for (; (n = next_place(&at)) > 0; at += n)
		if (!holds(other, at, n))
			return false;
	return true;
}

bool
look_label_fits(const char *shipped, const char *own)
{
	return all_places_in(shipped, own) && all_places_in(own, shipped);
}

char *
look_label_places(const void *owner, const char *text)
{
	char *out = talloc_strdup(owner, "");
	const char *at = text;
	size_t n;

	for (; out != NULL && (n = next_place(&at)) > 0; at += n)
		if (!holds(out, at, n))
			out = talloc_asprintf_append(out, "%s%.*s", out[0] == '\0' ? "" : " ", (int)n, at);
	return out;
}

/* Rows as they come, copied. */
struct gathering { const void *owner; const struct labels *base; const char **pairs; struct look_column *columns; size_t count; };

static void
take_label(void *user, const char *const *columns, size_t count)
{
	struct gathering *g = user;
	const char *shipped = labels_find(g->base, columns[0]);

	(void)count;
	if (shipped == NULL || look_label_locked(columns[0]) || !look_label_fits(shipped, columns[1]))
		return;
	g->pairs = talloc_realloc(g->owner, g->pairs, const char *, (unsigned)g->count * 2 + 3);
	g->pairs[g->count * 2] = talloc_strdup(g->pairs, columns[0]);
	g->pairs[g->count * 2 + 1] = talloc_strdup(g->pairs, columns[1]);
	g->pairs[++g->count * 2] = NULL;
}

static struct labels *
read_labels(struct db *db, const void *owner, const char *department, const struct labels *base)
{
	struct gathering g = { .owner = owner, .base = base };

	rows_each(db, "SELECT label_key, text FROM department_label WHERE department_id = ? AND lang = ?",
	    ARGS(TEXT(department), TEXT(labels_language(base))), take_label, &g);
	return g.count == 0 ? NULL : labels_over(owner, base, g.pairs);
}

static void
take_column(void *user, const char *const *columns, size_t count)
{
	struct gathering *g = user;

	(void)count;
	g->columns = talloc_realloc(g->owner, g->columns, struct look_column, (unsigned)g->count + 1);
	g->columns[g->count++] = (struct look_column){ talloc_strdup(g->columns, columns[0]), talloc_strdup(g->columns, columns[1]) };
}

bool
look_read(struct db *db, const void *owner, const char *department, const char *program, const struct labels *base, struct look *out)
{
	enum { BAR, LINK, LOGO, LOGO_TEXT, COLUMNS };
	const char *is[COLUMNS];
	struct gathering g = { .owner = owner };

	memset(out, 0, sizeof *out);
	rows_one(db, owner, is, COLUMNS, "SELECT bar_colour, link_colour, CASE WHEN logo_type IS NOT NULL THEN revision END, logo_text"
	    " FROM department_look WHERE department_id = ?", ARGS(TEXT(department)));
	rows_each(db, "SELECT list_name, column_name FROM department_column WHERE department_id = ? AND program = ?"
	    " ORDER BY list_name, position", ARGS(TEXT(department), TEXT(program)), take_column, &g);
	out->labels = read_labels(db, owner, department, base);
	out->sheet = look_sheet(owner, program, &(struct look_settings){ .department = department, .bar = is[BAR], .link = is[LINK],
	    .logo = is[LOGO], .logo_text = is[LOGO_TEXT], .columns = g.columns, .column_count = g.count });
	return db_failed(db) == FAIL_NONE;
}

void
look_tell_views(struct db *db, const char *department)
{
	const char *const *program;

	for (program = stylesheet_programs; *program != NULL; program++)
		exec(db, "INSERT INTO stylesheet_view (department_id, program, look_revision) VALUES (?, ?, 1)"
		    " ON DUPLICATE KEY UPDATE look_revision = COALESCE(look_revision, 0) + 1", ARGS(TEXT(department), TEXT(*program)));
}
