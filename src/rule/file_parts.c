#include "rule/file_parts.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/bytes.h"

/* Readers look for the end mark in the last kilobyte. */
const char *
file_judge_pdf(const unsigned char *bytes, size_t length)
{
	enum { END_WITHIN = 1024 };
	size_t from = length > END_WITHIN ? length - END_WITHIN : 0;

	return memmem(bytes + from, length - from, "%%EOF", 5) == NULL ? "file-cut" : NULL;
}

const char *
file_judge_rtf(const unsigned char *bytes, size_t length)
{
	while (length > 0 && (bytes[length - 1] == '\0' || isspace(bytes[length - 1])))
		length--;
	return bytes[length - 1] == '}' ? NULL : "file-cut";
}

/* Segments up to the picture's first line; behind that a 0xff means nothing but before a number of its own. */
const char *
file_judge_jpeg(const unsigned char *bytes, size_t length)
{
	size_t at = 2;

	while (at + 4 <= length && bytes[at] == 0xff && bytes[at + 1] != 0xda) {
		if (bytes[at + 1] == 0xff)
			at++;
		else
			at += 2 + (size_t)bytes_big(bytes + at + 2, 2);
	}
	if (at + 4 > length)
		return "file-cut";
	if (bytes[at] != 0xff)
		return "file-lies";
	for (at += 4; at + 2 <= length; at++)
		if (bytes[at] == 0xff && bytes[at + 1] == 0xd9)
			return NULL;
	return "file-cut";
}

const char *
file_judge_png(const unsigned char *bytes, size_t length)
{
	size_t at = 8;

	while (at <= length && length - at >= 12) {
		uint32_t size = bytes_big(bytes + at, 4);

		if (memcmp(bytes + at + 4, "IEND", 4) == 0)
			return NULL;
		if (size > length - at - 12)
			return "file-cut";
		at += 12 + (size_t)size;
	}
	return "file-cut";
}

static bool
is_picture_brand(const unsigned char *brand)
{
	static const char *const brands[] = { "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", NULL };
	const char *const *one;

	for (one = brands; *one != NULL; one++)
		if (memcmp(brand, *one, 4) == 0)
			return true;
	return false;
}

/* Boxes, of which each says how long it is; the last one may go on to the end. */
const char *
file_judge_heic(const unsigned char *bytes, size_t length)
{
	size_t at = 0;

	if (length < 16 || !is_picture_brand(bytes + 8))
		return "file-lies";
	while (length - at >= 8) {
		uint64_t size = bytes_big(bytes + at, 4);

		if (size == 0)
			return NULL;
		if (size == 1 && length - at >= 16)
			size = (uint64_t)bytes_big(bytes + at + 8, 4) << 32 | bytes_big(bytes + at + 12, 4);
		if (size < 8)
			return "file-lies";
		if (size > length - at)
			return "file-cut";
		at += (size_t)size;
	}
	return at == length ? NULL : "file-cut";
}

/* Each sector that is in use stands in the file: says its table, whose own sectors the head lists. */
static bool
has_sectors(const unsigned char *bytes, size_t length)
{
	enum { HEAD = 512, LISTED = 109, FREE = 0xffffffff };
	size_t sector = (size_t)1 << bytes_little(bytes + 30, 2), tables = bytes_little(bytes + 44, 4), i, entry;

	for (i = 0; i < tables && i < LISTED; i++) {
		uint64_t at = ((uint64_t)bytes_little(bytes + 76 + 4 * i, 4) + 1) * sector;

		if (at < HEAD || at + sector > length)
			return false;
		for (entry = 0; entry < sector / 4; entry++) {
			uint64_t stands_at = ((uint64_t)i * (sector / 4) + entry + 1) * sector;

			if (bytes_little(bytes + at + 4 * entry, 4) != (uint32_t)FREE && stands_at >= length)
				return false;
		}
	}
	return tables > 0;
}

/* A mail of Outlook is a file of files with one of this name, in UTF-16. */
const char *
file_judge_msg(const unsigned char *bytes, size_t length)
{
	static const char name[] = "_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0e\0r\0s\0i\0o\0n\0";

	if (length < 512)
		return "file-cut";
	if (bytes_little(bytes + 30, 2) != 9 && bytes_little(bytes + 30, 2) != 12)
		return "file-lies";
	if (!has_sectors(bytes, length))
		return "file-cut";
	return memmem(bytes, length, name, sizeof name - 1) == NULL ? "file-lies" : NULL;
}

/* Behind the name of a field of a mail's head: its length with the colon; 0 where the line is none. */
static size_t
head_field(const unsigned char *line, size_t length)
{
	size_t n;

	for (n = 0; n < length && line[n] > ' ' && line[n] < 0x7f && line[n] != ':'; n++)
		;
	return n > 0 && n < length && line[n] == ':' ? n + 1 : 0;
}

const char *
file_judge_eml(const unsigned char *bytes, size_t length)
{
	bool from = false, other = false;
	size_t at = 0, n;

	if (memchr(bytes, '\0', length) != NULL)
		return "file-lies";
	while (at < length && bytes[at] != '\n' && bytes[at] != '\r') {
		const char *line = (const char *)bytes + at;
		const unsigned char *end = memchr(bytes + at, '\n', length - at);

		n = head_field(bytes + at, length - at);
		if (n == 0 && bytes[at] != ' ' && bytes[at] != '\t')
			return "file-lies";
		from = from || (n == 5 && strncasecmp(line, "From:", 5) == 0);
		other = other || (n == 8 && strncasecmp(line, "Subject:", 8) == 0) || (n == 5 && strncasecmp(line, "Date:", 5) == 0) ||
		    (n == 9 && strncasecmp(line, "Received:", 9) == 0);
		at = end == NULL ? length : (size_t)(end - bytes) + 1;
	}
	return from && other ? NULL : "file-lies";
}

/* Of any alphabet; but what a browser or a shell would run is no text. */
const char *
file_judge_txt(const unsigned char *bytes, size_t length)
{
	size_t i;

	if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
		return length % 2 == 0 ? NULL : "file-cut";
	for (i = 0; i < length; i++)
		if (bytes[i] < 0x20 && strchr("\t\n\r\f\x1a", bytes[i]) == NULL)
			return "file-lies";
	return memchr(bytes, '\0', length) != NULL || (length > 2 && memcmp(bytes, "#!", 2) == 0) ? "file-lies" : NULL;
}
