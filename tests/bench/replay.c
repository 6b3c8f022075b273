#include "replay.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "sql/exec.h"
#include "sql/rows.h"

enum { HEX_MAX = 64 };

enum kind { KIND_NUMBER, KIND_ID_TEXT, KIND_TEXT, KIND_NULL, KIND_HEX };

struct argument { enum kind kind; long long times, plus; const char *text; };

struct step { const char *sql; bool reads; size_t rows; struct argument *arguments; size_t count; };

struct replay { struct step *steps; size_t count; };

/* The rest of a line that begins with word; NULL when it does not. */
static const char *
after(const char *line, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(line, word, n) != 0 || (line[n] != ' ' && line[n] != '\0'))
		return NULL;
	return line[n] == '\0' ? line + n : line + n + 1;
}

static void
add_step(struct replay *replay, const char *sql)
{
	struct step *step;

	replay->steps = talloc_realloc(replay, replay->steps, struct step, (unsigned)replay->count + 1);
	step = &replay->steps[replay->count++];
	*step = (struct step){ .sql = talloc_strdup(replay, sql), .reads = strncmp(sql, "SELECT", 6) == 0 };
}

static void
add_argument(struct replay *replay, struct argument argument)
{
	struct step *step = &replay->steps[replay->count - 1];

	step->arguments = talloc_realloc(replay, step->arguments, struct argument, (unsigned)step->count + 1);
	step->arguments[step->count++] = argument;
}

/* "K C" */
static struct argument
numbers(enum kind kind, const char *text)
{
	struct argument argument = { .kind = kind };
	char *end;

	argument.times = strtoll(text, &end, 10);
	argument.plus = strtoll(end, NULL, 10);
	return argument;
}

static bool
read_line(struct replay *replay, const char *line)
{
	const char *rest;

	if ((rest = after(line, "sql")) != NULL)
		add_step(replay, rest);
	else if (replay->count == 0)
		return false;
	else if ((rest = after(line, "rows")) != NULL)
		replay->steps[replay->count - 1].rows = (size_t)atoll(rest);
	else if ((rest = after(line, "number")) != NULL)
		add_argument(replay, numbers(KIND_NUMBER, rest));
	else if ((rest = after(line, "id-text")) != NULL)
		add_argument(replay, numbers(KIND_ID_TEXT, rest));
	else if ((rest = after(line, "text")) != NULL)
		add_argument(replay, (struct argument){ .kind = KIND_TEXT, .text = talloc_strdup(replay, rest) });
	else if (after(line, "null") != NULL)
		add_argument(replay, (struct argument){ .kind = KIND_NULL });
	else if ((rest = after(line, "hex")) != NULL && atoll(rest) <= HEX_MAX)
		add_argument(replay, (struct argument){ .kind = KIND_HEX, .times = atoll(rest) });
	else
		return false;
	return true;
}

bool
replay_read(const void *owner, const char *path, struct replay **out)
{
	struct replay *replay = *out = talloc_zero(owner, struct replay);
	FILE *file = fopen(path, "re");
	char *line = NULL;
	size_t room = 0;
	bool fine = true;

	if (file == NULL) {
		perror(path);
		return false;
	}
	while (fine && getline(&line, &room, file) > 0) {
		line[strcspn(line, "\n")] = '\0';
		fine = read_line(replay, line);
		if (!fine)
			fprintf(stderr, "%s: what is this: %s\n", path, line);
	}
	free(line);
	fclose(file);
	return fine && replay->count > 0;
}

static char *
random_hex(const void *owner, size_t digits)
{
	unsigned char bytes[HEX_MAX / 2];
	char text[HEX_MAX + 1];

	randombytes_buf(bytes, sizeof bytes);
	sodium_bin2hex(text, sizeof text, bytes, sizeof bytes);
	return talloc_strndup(owner, text, digits);
}

static struct value
value_of(const void *owner, const struct argument *argument, long long id)
{
	switch (argument->kind) {
	case KIND_NUMBER:
		return INT(argument->times * id + argument->plus);
	case KIND_ID_TEXT:
		return TEXT(talloc_asprintf(owner, "%lld", argument->times * id + argument->plus));
	case KIND_TEXT:
		return TEXT(argument->text);
	case KIND_HEX:
		return TEXT(random_hex(owner, (size_t)argument->times));
	default:
		return NOTHING;
	}
}

static void
pass(void *user, const char *const *columns, size_t count)
{
	(void)user, (void)columns, (void)count;
}

static long
run_step(const struct step *step, struct db *db, const void *memory, long long id)
{
	struct value *values = talloc_zero_array(memory, struct value, (unsigned)step->count + 1);
	size_t i;

	for (i = 0; i < step->count; i++)
		values[i] = value_of(values, &step->arguments[i], id);
	values[i] = (struct value){ .kind = VALUE_END };
	if (step->reads)
		return (long)rows_each(db, step->sql, values, pass, NULL);
	if (step->rows > 0)
		exec_rows(db, step->sql, values, step->count / step->rows, step->rows);
	else
		exec(db, step->sql, values);
	return 0;
}

long
replay_run(const struct replay *replay, struct db *db, long long id)
{
	void *memory = talloc_new(replay);
	long rows = 0;
	size_t i;

	db_ready(db);
	for (i = 0; i < replay->count; i++)
		rows += run_step(&replay->steps[i], db, memory, id);
	if (db_commit(db) != FAIL_NONE) {
		db_rollback(db);
		rows = -1;
	}
	talloc_free(memory);
	return rows;
}
