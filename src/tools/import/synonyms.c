#include "tools/import/synonyms.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "sql/exec.h"
#include "sql/rows.h"

enum { CODE_MAX = 12 };

static bool
is_code(const char *code)
{
	size_t i;

	for (i = 0; code[i] != '\0'; i++)
		if (!isupper((unsigned char)code[i]) && !isdigit((unsigned char)code[i]))
			return false;
	return code[0] == 'F' && i > 1 && i <= CODE_MAX;
}

/* In place: one space between two words. */
static char *
single_spaced(char *text)
{
	char *from = text, *to = text;

	for (; *from != '\0'; from++)
		if (*from != ' ' || (to > text && to[-1] != ' '))
			*to++ = *from;
	*to = '\0';
	return text;
}

static void
read_line(const void *owner, struct lines *lines, size_t i, struct synonym_list *out)
{
	char *code = lines->list[i], *word = strsep(&code, "\t");

	word = code == NULL ? NULL : text_tidy(owner, word);
	code = code == NULL ? NULL : text_tidy(owner, code);
	if (word == NULL || code == NULL || strchr(code, '\t') != NULL)
		lines_fault(lines, i, "not two columns, a word and a code");
	else if (word[0] == '\0' || text_characters(single_spaced(word)) > SYNONYM_WORD_MAX)
		lines_fault(lines, i, "a word has 1 to %d characters", SYNONYM_WORD_MAX);
	else if (!is_code(code))
		lines_fault(lines, i, "\"%s\" is no code of the classification", code);
	else
		out->rows[out->count++] = (struct synonym){ .word = word, .code = code, .line = i };
}

static int
compare(const void *a, const void *b)
{
	const struct synonym *one = a, *other = b;
	int order = strcmp(one->word, other->word);

	return order != 0 ? order : strcmp(one->code, other->code);
}

enum fail
synonyms_read(const void *owner, struct lines *lines, struct synonym_list *out)
{
	size_t i;

	*out = (struct synonym_list){ .rows = talloc_array(owner, struct synonym, (unsigned)lines->count + 1) };
	if (lines->count == 0 || strcmp(lines->list[0], "word\tcode") != 0)
		lines_fault(lines, 0, "the first line must be \"word\" and \"code\" with a tab between");
	for (i = 1; i < lines->count && lines->faults < LINES_FAULTS_SHOWN; i++)
		if (lines->list[i][0] != '\0')
			read_line(owner, lines, i, out);
	qsort(out->rows, out->count, sizeof out->rows[0], compare);
	for (i = 1; i < out->count; i++)
		if (compare(&out->rows[i - 1], &out->rows[i]) == 0)
			lines_fault(lines, out->rows[i].line, "\"%s\" for %s stands there twice", out->rows[i].word, out->rows[i].code);
	return lines->faults == 0 ? FAIL_NONE : FAIL_INPUT;
}

static const struct synonym *
find(const struct synonym_list *list, const struct synonym *wanted)
{
	return list->count == 0 ? NULL : bsearch(wanted, list->rows, list->count, sizeof list->rows[0], compare);
}

static void
note_standing(void *user, const char *const *columns, size_t count)
{
	struct synonym_list *standing = user;

	(void)count;
	standing->rows = talloc_realloc(talloc_parent(standing->rows), standing->rows, struct synonym, (unsigned)standing->count + 1);
	standing->rows[standing->count++] = (struct synonym){ .word = talloc_strdup(standing->rows, columns[0]),
	    .code = talloc_strdup(standing->rows, columns[1]) };
}

/* A word that another list has for the same code, or that differs in case alone, is there already. */
enum fail
synonyms_store(struct db *db, const struct synonym_list *list, const char *source, struct synonyms_done *done)
{
	void *owner = talloc_new(NULL);
	struct synonym_list standing = { .rows = talloc_array(owner, struct synonym, 1) };
	size_t i;

	*done = (struct synonyms_done){ 0 };
	rows_each(db, "SELECT word, code FROM icf_synonym WHERE source = ?", ARGS(TEXT(source)), note_standing, &standing);
	qsort(standing.rows, standing.count, sizeof standing.rows[0], compare);
	for (i = 0; i < standing.count; i++)
		if (find(list, &standing.rows[i]) == NULL)
			done->removed += (size_t)exec(db, "DELETE FROM icf_synonym WHERE word = ? AND code = ?",
			    ARGS(TEXT(standing.rows[i].word), TEXT(standing.rows[i].code)));
	for (i = 0; i < list->count; i++)
		if (find(&standing, &list->rows[i]) == NULL)
			done->added += (size_t)exec(db, "INSERT IGNORE INTO icf_synonym (word, code, source) VALUES (?, ?, ?)",
			    ARGS(TEXT(list->rows[i].word), TEXT(list->rows[i].code), TEXT(source)));
	done->same = list->count - done->added;
	done->unknown = (size_t)rows_int(db, 0, "SELECT COUNT(*) FROM icf_synonym s LEFT JOIN icf i ON i.code = s.code"
	    " WHERE s.source = ? AND i.code IS NULL", ARGS(TEXT(source)));
	talloc_free(owner);
	return db_failed(db);
}
