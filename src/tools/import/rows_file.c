#include "tools/import/rows_file.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>

#include "base/csv_reader.h"
#include "base/text.h"
#include "tools/import/rows_signs.h"
#include "xml/schema.h"
#include "xml/stream.h"

enum { NO_COLUMN = -1, PIECE = 64 * 1024 };

struct rows_file {
	const struct rows_kind *kind;
	struct faults *faults;
	FILE *file;
	long long size, read;
	char sha256[ROWS_SHA256 + 1];
	struct signs signs;
	struct csv_reader *csv;
	struct stream *stream;
	int place[CSV_CELLS_MAX];	/* the kind's column of each of the file's */
	size_t width;			/* columns of the file */
	bool has[ROWS_WIDTH_MAX], unended, stopped;
};

static int
close_file(struct rows_file *file)
{
	if (file->file != NULL)
		fclose(file->file);
	return 0;
}

/* For the readers: bytes as they are, or as UTF-8. */
static size_t
give(void *user, char *buffer, size_t room)
{
	struct rows_file *file = user;
	bool convert = file->csv != NULL && file->signs.latin;
	size_t got = fread(buffer, 1, convert ? room / SIGNS_LONGEST : room, file->file);

	file->read += (long long)got;
	return convert ? signs_utf8(buffer, got) : got;
}

/* Once over all bytes: their hash, and in which signs they are. */
static void
look(struct rows_file *file)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state hash;
	char piece[PIECE];
	size_t got;

	crypto_hash_sha256_init(&hash);
	while ((got = fread(piece, 1, sizeof piece, file->file)) > 0) {
		crypto_hash_sha256_update(&hash, (const unsigned char *)piece, got);
		signs_look(&file->signs, piece, got);
	}
	signs_end(&file->signs);
	crypto_hash_sha256_final(&hash, digest);
	sodium_bin2hex(file->sha256, sizeof file->sha256, digest, sizeof digest);
	rewind(file->file);
}

/* The header's cell as a name: without blanks around it; NULL where it is no text. */
static const char *
header_name(const void *owner, const struct csv_row *row, size_t i)
{
	if (!text_is_clean(row->cells[i], row->lengths[i]))
		return NULL;
	return text_tidy(owner, row->cells[i]);
}

static void
take_column(struct rows_file *file, const struct csv_row *row, size_t i)
{
	const char *name = header_name(file, row, i);
	const struct rows_column *column = name == NULL ? NULL : rows_column_find(file->kind, name);
	size_t at = column == NULL ? 0 : (size_t)(column - file->kind->columns);

	file->place[i] = NO_COLUMN;
	if (column == NULL) {
		faults_note(file->faults, row->line, NULL, "there is no column \"%.60s\"", name == NULL ? "" : name);
	} else if (file->has[at]) {
		faults_note(file->faults, row->line, NULL, "the column \"%s\" stands there twice", name);
	} else {
		file->place[i] = (int)at;
		file->has[at] = true;
	}
}

static void
missing_columns(struct rows_file *file, long number)
{
	size_t i;

	for (i = 0; file->kind->columns[i].name != NULL; i++)
		if (file->kind->columns[i].required && !file->has[i])
			faults_note(file->faults, number, NULL, "the column \"%s\" is missing", file->kind->columns[i].name);
}

static enum fail
read_header(struct rows_file *file)
{
	unsigned long before = file->faults->count;
	enum csv_verdict verdict;
	struct csv_row row;
	size_t i;

	csv_reader_separator(file->csv);
	verdict = csv_reader_next(file->csv, &row);
	if (verdict != CSV_ROW) {
		faults_note(file->faults, row.line, NULL, "%s", verdict == CSV_END ? "the file is empty" : csv_verdict_words(verdict));
		return FAIL_INPUT;
	}
	file->width = row.count;
	file->unended = row.unended;
	for (i = 0; i < row.count; i++)
		take_column(file, &row, i);
	missing_columns(file, row.line);
	return file->faults->count == before ? FAIL_NONE : FAIL_INPUT;
}

static enum fail
open_xml(struct rows_file *file, const char *share)
{
	struct schema *grammar;
	enum fail f = schema_read(file, talloc_asprintf(file, "%s/xslt/schema/import.rng", share), &grammar);

	if (f != FAIL_NONE)
		return f;
	file->faults->xml = true;
	file->stream = stream_new(file, give, file, grammar, "urn:samspil:import:1", file->kind->name);
	return file->stream == NULL ? FAIL_BROKEN : FAIL_NONE;
}

static enum fail
open_csv(struct rows_file *file)
{
	if (file->signs.wrong != NULL) {
		faults_note(file->faults, file->signs.wrong_line, NULL, "%s", file->signs.wrong);
		return FAIL_INPUT;
	}
	if (file->signs.latin)
		fprintf(stderr, "%s: this is no UTF-8: taken as Windows-1252 (ISO 8859-1)\n", file->faults->path);
	file->csv = csv_reader_new(file, give, file);
	return file->csv == NULL ? FAIL_BROKEN : read_header(file);
}

enum fail
rows_file_open(const void *owner, const char *path, const struct rows_kind *kind, const char *share, struct faults *faults, struct rows_file **out)
{
	struct rows_file *file = *out = talloc_zero(owner, struct rows_file);
	struct stat is;

	talloc_set_destructor(file, close_file);
	file->kind = kind;
	file->faults = faults;
	file->file = fopen(path, "re");
	if (file->file == NULL || fstat(fileno(file->file), &is) != 0 || !S_ISREG(is.st_mode)) {
		faults_note(faults, 0, NULL, "%s", file->file == NULL ? strerror(errno) : "this is no file");
		return FAIL_INPUT;
	}
	file->size = is.st_size;
	look(file);
	return file->signs.xml ? open_xml(file, share) : open_csv(file);
}

static enum rows_next
next_csv(struct rows_file *file, struct rows_row *out)
{
	struct csv_row row;
	enum csv_verdict verdict = csv_reader_next(file->csv, &row);
	size_t i;

	if (verdict == CSV_END)
		return ROWS_END;
	if (verdict != CSV_ROW) {
		faults_note(file->faults, row.line, NULL, "%s", csv_verdict_words(verdict));
		return verdict == CSV_UNCLOSED || verdict == CSV_TOO_LONG ? ROWS_END : ROWS_BAD;
	}
	out->number = row.line;
	file->unended = row.unended;
	if (row.count != file->width) {
		faults_note(file->faults, row.line, NULL, "%zu cells, and the header has %zu", row.count, file->width);
		return ROWS_BAD;
	}
	for (i = 0; i < row.count; i++) {
		out->cells[file->place[i]] = row.cells[i];
		out->lengths[file->place[i]] = row.lengths[i];
	}
	return ROWS_ROW;
}

static enum rows_next
next_xml(struct rows_file *file, struct rows_row *out)
{
	enum rows_next next = ROWS_ROW;
	struct stream_row row;
	size_t i;

	switch (stream_next(file->stream, &row)) {
	case STREAM_END:
		return ROWS_END;
	case STREAM_WRONG:
		if (file->faults->count == 0 || !stream_well_formed(file->stream))
			faults_note(file->faults, 0, NULL, "%s", stream_wrong(file->stream));
		return ROWS_END;
	case STREAM_ROW:
		break;
	}
	out->number = row.number;
	for (i = 0; i < row.count; i++) {
		const struct rows_column *column = rows_column_find(file->kind, row.names[i]);
		size_t at = column == NULL ? 0 : (size_t)(column - file->kind->columns);

		if (column == NULL) {
			faults_note(file->faults, row.number, NULL, "there is no attribute \"%.60s\"", row.names[i]);
			next = ROWS_BAD;
			continue;
		}
		file->has[at] = true;
		out->cells[at] = row.values[i];
		out->lengths[at] = strlen(row.values[i]);
	}
	return next;
}

enum rows_next
rows_file_next(struct rows_file *file, struct rows_row *out)
{
	enum rows_next next;

	*out = (struct rows_row){ 0 };
	if (file->stopped)
		return ROWS_END;
	next = file->csv != NULL ? next_csv(file, out) : next_xml(file, out);
	file->stopped = next == ROWS_END;
	return next;
}

bool
rows_file_is_xml(const struct rows_file *file)
{
	return file->stream != NULL;
}

bool
rows_file_has(const struct rows_file *file, size_t column)
{
	return file->has[column];
}

bool
rows_file_unended(const struct rows_file *file)
{
	return file->unended;
}

const char *
rows_file_sha256(const struct rows_file *file)
{
	return file->sha256;
}

int
rows_file_thousandths(const struct rows_file *file)
{
	return file->size == 0 ? 1000 : (int)(file->read * 1000 / file->size);
}
