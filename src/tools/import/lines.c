#include "tools/import/lines.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"

char *
lines_whole(const void *owner, const char *path, size_t *length)
{
	FILE *file = fopen(path, "re");
	char *bytes = NULL;
	size_t room = 0;

	*length = 0;
	if (file == NULL) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		return NULL;
	}
	do {
		room = room == 0 ? 1 << 16 : room * 2;
		bytes = talloc_realloc(owner, bytes, char, (unsigned)room + 1);
		*length += fread(bytes + *length, 1, room - *length, file);
	} while (*length == room && room <= LINES_BYTES_MAX);
	if (ferror(file) || *length > LINES_BYTES_MAX) {
		fprintf(stderr, "%s: %s\n", path, ferror(file) ? strerror(errno) : "too large");
		TALLOC_FREE(bytes);
	} else {
		bytes[*length] = '\0';
	}
	fclose(file);
	return bytes;
}

/* Each byte of ISO 8859-1 is the character of its number. */
static char *
from_latin_1(const void *owner, const char *bytes, size_t *length)
{
	char *out = talloc_array(owner, char, (unsigned)*length * 2 + 1);
	size_t i, n = 0;

	for (i = 0; i < *length; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (c >= 0x80)
			out[n++] = (char)(0xc0 | c >> 6);
		out[n++] = c >= 0x80 ? (char)(0x80 | (c & 0x3f)) : (char)c;
	}
	out[n] = '\0';
	*length = n;
	return out;
}

static void
split(const void *owner, char *text, struct lines *out)
{
	size_t room = 0;
	char *end;

	for (; *text != '\0'; text = end + 1) {
		end = text + strcspn(text, "\n");
		if (out->count == room) {
			room = room == 0 ? 4096 : room * 2;
			out->list = talloc_realloc(owner, out->list, char *, (unsigned)room);
		}
		out->list[out->count++] = text;
		if (end > text && end[-1] == '\r')
			end[-1] = '\0';
		if (*end == '\0')
			return;
		*end = '\0';
	}
}

enum fail
lines_read(const void *owner, const char *path, struct lines *out)
{
	static const char mark[] = "\xef\xbb\xbf";
	size_t length;
	char *text = lines_whole(owner, path, &length);

	*out = (struct lines){ .path = path };
	if (text == NULL)
		return FAIL_INPUT;
	if (!text_is_clean(text, length))
		text = from_latin_1(owner, text, &length);
	if (!text_is_clean(text, length) || strlen(text) != length) {
		fprintf(stderr, "%s: this is no text\n", path);
		return FAIL_INPUT;
	}
	split(owner, strncmp(text, mark, strlen(mark)) == 0 ? text + strlen(mark) : text, out);
	return FAIL_NONE;
}

void
lines_fault(struct lines *lines, size_t i, const char *format, ...)
{
	va_list ap;

	if (++lines->faults > LINES_FAULTS_SHOWN)
		return;
	fprintf(stderr, "%s:%zu: ", lines->path, i + 1);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
}
