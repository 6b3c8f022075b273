#include "base/conf.h"

#include <errno.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

struct entry { char *section, *key, *value; };

struct conf { struct entry *entries; size_t count; char *folder; };

static const struct entry *
find(const struct conf *conf, const char *section, const char *key)
{
	size_t i;

	for (i = 0; i < conf->count; i++)
		if (strcmp(conf->entries[i].section, section) == 0 && strcmp(conf->entries[i].key, key) == 0)
			return &conf->entries[i];
	return NULL;
}

/* inih calls this for each line; 0 makes it report the line as wrong. */
static int
take(void *user, const char *section, const char *key, const char *value)
{
	struct conf *conf = user;
	struct entry *entry;

	if (find(conf, section, key) != NULL)
		return 0;
	conf->entries = talloc_realloc(conf, conf->entries, struct entry, (unsigned)conf->count + 1);
	if (conf->entries == NULL)
		return 0;
	entry = &conf->entries[conf->count++];
	entry->section = talloc_strdup(conf->entries, section);
	entry->key = talloc_strdup(conf->entries, key);
	entry->value = talloc_strdup(conf->entries, value);
	return entry->section != NULL && entry->key != NULL && entry->value != NULL;
}

/* inih cuts a longer line in two without a word (INI_MAX_LINE): the number of the first one, 0 for none. */
static int
overlong_line(const char *path)
{
	enum { LINE_MAX_BYTES = 198 };
	FILE *file = fopen(path, "re");
	int line = 1, found = 0, length = 0, c;

	while (file != NULL && found == 0 && (c = getc(file)) != EOF) {
		length = c == '\n' ? 0 : length + 1;
		found = length > LINE_MAX_BYTES ? line : 0;
		line += c == '\n';
	}
	if (file != NULL)
		fclose(file);
	return found;
}

enum fail
conf_read(const void *owner, const char *path, struct conf **out)
{
	struct conf *conf = talloc_zero(owner, struct conf);
	int line;

	if (conf != NULL)
		conf->folder = talloc_strdup(conf, path);
	if (conf == NULL || conf->folder == NULL)
		return fail_log(FAIL_BROKEN, "conf: out of memory");
	*(strrchr(conf->folder, '/') == NULL ? conf->folder : strrchr(conf->folder, '/') + 1) = '\0';
	line = overlong_line(path);
	if (line > 0)
		return fail_log(FAIL_BROKEN, "conf: %s:%d: longer than 198 characters", path, line);
	line = ini_parse(path, take, conf);
	if (line < 0)
		fail_log(FAIL_BROKEN, "conf: %s: %s", path, strerror(errno));
	else if (line > 0)
		fail_log(FAIL_BROKEN, "conf: %s:%d: neither [section] nor a new key = value", path, line);
	if (line != 0) {
		talloc_free(conf);
		return FAIL_BROKEN;
	}
	*out = conf;
	return FAIL_NONE;
}

const char *
conf_text(const struct conf *conf, const char *section, const char *key, const char *fallback)
{
	const struct entry *entry = find(conf, section, key);

	return entry == NULL || entry->value[0] == '\0' ? fallback : entry->value;
}

bool
conf_flag(const struct conf *conf, const char *section, const char *key, bool fallback)
{
	const char *value = conf_text(conf, section, key, NULL);

	if (value == NULL)
		return fallback;
	if (strcmp(value, "yes") == 0)
		return true;
	if (strcmp(value, "no") != 0)
		fail_log(FAIL_BROKEN, "conf: [%s] %s must be yes or no", section, key);
	return strcmp(value, "no") == 0 ? false : fallback;
}

long
conf_number(const struct conf *conf, const char *section, const char *key, long fallback, long min, long max)
{
	const char *value = conf_text(conf, section, key, NULL);
	char *end;
	long number;

	if (value == NULL)
		return fallback;
	errno = 0;
	number = strtol(value, &end, 10);
	if (errno != 0 || end == value || *end != '\0' || number < min || number > max) {
		fail_log(FAIL_BROKEN, "conf: [%s] %s must be a number from %ld to %ld", section, key, min, max);
		return fallback;
	}
	return number;
}

bool
conf_entry(const struct conf *conf, const char *section, size_t i, const char **key, const char **value)
{
	size_t at;

	for (at = 0; at < conf->count; at++) {
		if (strcmp(conf->entries[at].section, section) != 0 || i-- > 0)
			continue;
		*key = conf->entries[at].key;
		*value = conf->entries[at].value;
		return true;
	}
	return false;
}

bool
conf_nth(const struct conf *conf, size_t i, const char **section, const char **key, const char **value)
{
	if (i >= conf->count)
		return false;
	*section = conf->entries[i].section;
	*key = conf->entries[i].key;
	*value = conf->entries[i].value;
	return true;
}

char *
conf_secret_path(const void *owner, const struct conf *conf, const char *name)
{
	const char *credentials = getenv("CREDENTIALS_DIRECTORY");

	if (name[0] == '/')
		return talloc_strdup(owner, name);
	if (credentials != NULL && credentials[0] != '\0')
		return talloc_asprintf(owner, "%s/%s", credentials, name);
	return talloc_asprintf(owner, "%s%s", conf->folder, name);
}

char *
conf_secret(const void *owner, const struct conf *conf, const char *section, const char *key)
{
	char file_key[64], line[1024];
	const char *path;
	FILE *file;
	bool got;

	snprintf(file_key, sizeof file_key, "%s-file", key);
	path = conf_text(conf, section, file_key, NULL);
	if (path == NULL) {
		const char *value = conf_text(conf, section, key, NULL);

		return value == NULL ? NULL : talloc_strdup(owner, value);
	}
	path = conf_secret_path(owner, conf, path);
	file = path == NULL ? NULL : fopen(path, "re");
	got = file != NULL && fgets(line, sizeof line, file) != NULL;
	if (file != NULL)
		fclose(file);
	if (!got) {
		fail_log(FAIL_BROKEN, "conf: [%s] %s: cannot read %s", section, file_key,
		    path == NULL ? "(out of memory)" : path);
		return NULL;
	}
	line[strcspn(line, "\r\n")] = '\0';
	return talloc_strdup(owner, line);
}
