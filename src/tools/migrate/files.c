#include "tools/migrate/files.h"

#include <ctype.h>
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/secret.h"

char *
files_text(const void *owner, const char *path)
{
	enum { FILE_MAX = 16 * 1024 * 1024, PIECE = 64 * 1024 };
	FILE *file = fopen(path, "re");
	char *text = NULL;
	size_t length = 0, n = 0;

	do {
		text = talloc_realloc(owner, text, char, (unsigned)(length + PIECE + 1));
		n = file == NULL || text == NULL ? 0 : fread(text + length, 1, PIECE, file);
		length += n;
	} while (n > 0 && length < FILE_MAX);
	if (file == NULL || text == NULL || ferror(file) || length >= FILE_MAX || memchr(text, '\0', length) != NULL) {
		fail_log(FAIL_BROKEN, "%s: %s", path, file == NULL ? strerror(errno) : "no text, or too long");
		TALLOC_FREE(text);
	}
	if (file != NULL)
		fclose(file);
	if (text != NULL)
		text[length] = '\0';
	return text;
}

static enum fail
read_migration(const void *owner, const char *path, struct migration *out)
{
	const char *text = files_text(owner, path);

	if (text == NULL)
		return FAIL_BROKEN;
	out->name = talloc_strdup(owner, strrchr(path, '/') + 1);
	out->number = strtol(out->name, NULL, 10);
	out->checksum = secret_hash(owner, "migration", text);
	return split(owner, out->name, text, &out->statements, &out->count);
}

/* As the shell orders names, which of four digits each is the order of numbers. */
static enum fail
read_all(const void *owner, const glob_t *paths, struct migration *list)
{
	enum fail f = FAIL_NONE, worst = FAIL_NONE;
	size_t i;

	for (i = 0; i < paths->gl_pathc; i++) {
		f = read_migration(owner, paths->gl_pathv[i], &list[i]);
		if (f == FAIL_NONE && i > 0 && list[i].number == list[i - 1].number)
			f = fail_log(FAIL_INPUT, "migrate: %s and %s have one number", list[i - 1].name, list[i].name);
		if (f != FAIL_NONE)
			worst = f;
	}
	return worst;
}

enum fail
files_read(const void *owner, const char *dir, struct migration **out, size_t *count)
{
	char *pattern = talloc_asprintf(owner, "%s/[0-9][0-9][0-9][0-9]-*.sql", dir);
	glob_t paths;
	enum fail f;

	if (glob(pattern, 0, NULL, &paths) != 0)
		return fail_log(FAIL_BROKEN, "migrate: no file NNNN-name.sql in %s", dir);
	*count = paths.gl_pathc;
	*out = talloc_zero_array(owner, struct migration, (unsigned)paths.gl_pathc);
	f = read_all(owner, &paths, *out);
	globfree(&paths);
	return f;
}
