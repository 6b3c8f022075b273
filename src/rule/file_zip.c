#include "rule/file_zip.h"

#include <stdint.h>
#include <string.h>

#include "base/bytes.h"
#include "rule/file_kind.h"

enum { END_SIZE = 22, ENTRY_SIZE = 46, COMMENT_MAX = 65535, ENTRIES_MAX = 10000, RATIO_MAX = 200, HARMLESS = 16 * 1024 * 1024 };

struct directory { const unsigned char *at, *end; size_t entries, offset; };

/* The record at the file's end; its comment must end where the file does. */
static bool
find_directory(const unsigned char *bytes, size_t length, struct directory *out)
{
	size_t at, first;

	if (length < END_SIZE)
		return false;
	first = length > END_SIZE + COMMENT_MAX ? length - END_SIZE - COMMENT_MAX : 0;
	for (at = length - END_SIZE + 1; at-- > first;) {
		size_t size, offset;

		if (memcmp(bytes + at, "PK\5\6", 4) != 0 || at + END_SIZE + bytes_little(bytes + at + 20, 2) != length)
			continue;
		size = bytes_little(bytes + at + 12, 4);
		offset = bytes_little(bytes + at + 16, 4);
		if (offset > at || size > at - offset)
			return false;
		*out = (struct directory){ bytes + offset, bytes + offset + size, bytes_little(bytes + at + 10, 2), offset };
		return true;
	}
	return false;
}

struct entry { const char *name; size_t name_length, packed, unpacked; };

static bool
next_entry(struct directory *in, struct entry *out)
{
	size_t left = (size_t)(in->end - in->at), name, all;

	if (left < ENTRY_SIZE || memcmp(in->at, "PK\1\2", 4) != 0)
		return false;
	name = bytes_little(in->at + 28, 2);
	all = ENTRY_SIZE + name + bytes_little(in->at + 30, 2) + bytes_little(in->at + 32, 2);
	if (all > left)
		return false;
	*out = (struct entry){ (const char *)in->at + ENTRY_SIZE, name, bytes_little(in->at + 20, 4), bytes_little(in->at + 24, 4) };
	in->at += all;
	return true;
}

/* What is packed stands before the directory, each of it once: entries that overlap are a bomb's trick. */
const char *
file_zip_judge(const unsigned char *bytes, size_t length)
{
	uint64_t packed = 0, unpacked = 0;
	struct directory directory;
	struct entry entry;
	size_t i;

	if (!find_directory(bytes, length, &directory))
		return "file-cut";
	if (directory.entries > ENTRIES_MAX)
		return "file-bomb";
	for (i = 0; i < directory.entries; i++) {
		if (!next_entry(&directory, &entry))
			return "file-cut";
		packed += entry.packed;
		unpacked += entry.unpacked;
	}
	if (packed > directory.offset || unpacked > FILE_UNPACKED_MAX || (unpacked > HARMLESS && unpacked > RATIO_MAX * (uint64_t)length))
		return "file-bomb";
	return NULL;
}

bool
file_zip_holds(const unsigned char *bytes, size_t length, const char *name, bool whole)
{
	size_t n = strlen(name);
	struct directory directory;
	struct entry entry;

	if (!find_directory(bytes, length, &directory))
		return false;
	while (directory.entries-- > 0 && next_entry(&directory, &entry))
		if (entry.name_length >= n && (!whole || entry.name_length == n) && memcmp(entry.name + entry.name_length - n, name, n) == 0)
			return true;
	return false;
}
