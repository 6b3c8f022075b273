#include "tools/export/codebook.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "sql/rows.h"
#include "xml/node.h"

static const char *const kinds[] = { [EXTRACT_KEY] = "number", [EXTRACT_NUMBER] = "number", [EXTRACT_TENTHS] = "number", [EXTRACT_CODE] = "code" };

static void
add_words(const struct codebook *book, xmlNode *to, const char *key, const char *otherwise)
{
	const char *danish = labels_find(book->danish, key), *english = labels_find(book->english, key);

	node_set(node_add_text(to, "word", danish == NULL ? otherwise : danish), "lang", "da");
	node_set(node_add_text(to, "word", english == NULL ? otherwise : english), "lang", "en");
}

enum fail
codebook_begin(void *owner, const struct conf *conf, struct codebook *out)
{
	const char *dir = talloc_asprintf(owner, "%s/xslt/labels", conf_text(conf, "site", "share", SAMSPIL_SHARE)), *letter;
	enum fail f;

	*out = (struct codebook){ .owner = owner, .doc = node_document("codebook", NULL) };
	f = labels_read(owner, dir, "da", &out->danish);
	if (f == FAIL_NONE)
		f = labels_read(owner, dir, "en", &out->english);
	node_add(xmlDocGetRootElement(out->doc), "extract");
	for (letter = EXTRACT_LETTERS; f == FAIL_NONE && *letter != '\0'; letter++) {
		xmlNode *missing = node_add(xmlDocGetRootElement(out->doc), "missing");

		node_set_format(missing, "code", ".%c", *letter);
		add_words(out, missing, talloc_asprintf(owner, "extract.missing.%c", *letter), "");
	}
	return f;
}

void
codebook_end(struct codebook *book)
{
	if (book->doc != NULL)
		xmlFreeDoc(book->doc);
	book->doc = NULL;
}

/* Titles that are data: both languages say them as they are. */
struct titling { const struct codebook *book; xmlNode *column; };

static void
add_title(void *user, const char *const *c, size_t count)
{
	const struct titling *t = user;
	xmlNode *value;

	(void)count;
	for (value = node_child(t->column, "value"); value != NULL; value = node_next(value, "value"))
		if (node_child(value, "word") == NULL && strcmp(node_get(value, "code"), c[0]) == 0)
			add_words(t->book, value, "", c[1] == NULL || *c[1] == '\0' ? c[0] : c[1]);
}

static int
by_code(const void *one, const void *other)
{
	return strcmp((*(struct extract_code *const *)one)->text, (*(struct extract_code *const *)other)->text);
}

/* codes are put in order here, when nobody asks for one by its number any more. */
static void
add_values(struct codebook *book, struct db *db, xmlNode *node, const struct extract_column *column, struct extract_codes *codes)
{
	struct titling t = { book, node };
	xmlNode *value;
	size_t i;

	if (codes->count > 0)
		qsort(codes->list, codes->count, sizeof(codes->list[0]), by_code);
	for (i = 0; i < codes->count; i++) {
		for (value = node_child(node, "value"); value != NULL && strcmp(node_get(value, "code"), codes->list[i]->text) != 0;)
			value = node_next(value, "value");
		if (codes->list[i]->shown && codes->list[i]->text[0] != '.' && value == NULL)
			node_set(node_add(node, "value"), "code", codes->list[i]->text);
	}
	if (column->titles != NULL)
		rows_each(db, column->titles, NO_ARGS, add_title, &t);
	for (value = node_child(node, "value"); value != NULL; value = node_next(value, "value"))
		if (node_child(value, "word") == NULL)
			add_words(book, value, talloc_asprintf(book->owner, "%s.%s", column->words == NULL ? "extract.code" : column->words, node_get(value, "code")),
			    node_get(value, "code"));
}

void
codebook_file(struct codebook *book, struct db *db, const struct extract_file *file, struct extract_codes *codes, long rows)
{
	xmlNode *told = node_add(xmlDocGetRootElement(book->doc), "file"), *node;
	size_t i;

	node_set_format(told, "name", "%s.csv", file->name);
	node_set_int(told, "rows", rows);
	add_words(book, told, talloc_asprintf(book->owner, "extract.file.%s", file->name), "");
	node = node_add(told, "column");
	node_set(node, "name", "person");
	node_set(node, "kind", "code");
	add_words(book, node, "extract.column.person", "");
	for (i = 0; file->columns[i].name != NULL; i++) {
		node = node_add(told, "column");
		node_set(node, "name", file->columns[i].name);
		node_set(node, "kind", kinds[file->columns[i].kind]);
		add_words(book, node, talloc_asprintf(book->owner, "extract.column.%s", file->columns[i].name), "");
		if (file->columns[i].kind == EXTRACT_CODE)
			add_values(book, db, node, &file->columns[i], &codes[i]);
	}
}

/* RFC 4180: always in quotes, which are doubled.  What a spreadsheet would compute begins with an apostrophe. */
static void
cell(FILE *out, const char *text, char end)
{
	fputc('"', out);
	if (*text != '\0' && strchr("=+-@\t\r", *text) != NULL)
		fputc('\'', out);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputs(end == ',' ? "\"," : "\"\r\n", out);
}

static void
line(FILE *out, const char *file, const char *column, const char *code, const xmlNode *of)
{
	const xmlNode *danish = node_child(of, "word"), *english = node_next(danish, "word");

	cell(out, file, ',');
	cell(out, column, ',');
	cell(out, code, ',');
	cell(out, danish == NULL ? "" : node_text(danish), ',');
	cell(out, english == NULL ? "" : node_text(english), '\n');
}

static void
write_lines(const struct codebook *book, FILE *out)
{
	const xmlNode *root = xmlDocGetRootElement(book->doc), *file, *column, *value;

	fputs("file,column,code,da,en\r\n", out);
	for (value = node_child(root, "missing"); value != NULL; value = node_next(value, "missing"))
		line(out, "", "", node_get(value, "code"), value);
	for (file = node_child(root, "file"); file != NULL; file = node_next(file, "file")) {
		line(out, node_get(file, "name"), "", "", file);
		for (column = node_child(file, "column"); column != NULL; column = node_next(column, "column")) {
			line(out, node_get(file, "name"), node_get(column, "name"), "", column);
			for (value = node_child(column, "value"); value != NULL; value = node_next(value, "value"))
				line(out, node_get(file, "name"), node_get(column, "name"), node_get(value, "code"), value);
		}
	}
}

void
codebook_write(struct codebook *book, struct folder *folder)
{
	size_t length = 0;
	char *bytes = node_bytes(book->owner, book->doc, &length);
	FILE *out = folder_open(folder, "codebook.xml");

	if (out != NULL && bytes != NULL)
		fwrite(bytes, 1, length, out);
	folder_close(folder);
	out = folder_open(folder, "codebook.csv");
	if (out != NULL)
		write_lines(book, out);
	folder_close(folder);
}
