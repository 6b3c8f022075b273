/* conf.h - the configuration file (inih).  base/: may use nothing of ours but its neighbours. */
#ifndef SAMSPIL_BASE_CONF_H
#define SAMSPIL_BASE_CONF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fail.h"

struct conf;

/*
 * Read an INI file ([section], key = value, ; and # start a comment line).  out is owned by owner (talloc).  FAIL_BROKEN,
 * logged with the line, when it cannot be read, is malformed, or names a key twice.
 */
enum fail conf_read(const void *owner, const char *path, struct conf **out);

/* The value of section.key, or fallback (NULL is fine) when it is absent or empty.  Borrowed from conf. */
const char *conf_text(const struct conf *conf, const char *section, const char *key, const char *fallback);

/* As conf_text, for "yes" and "no"; anything else is logged and the fallback. */
bool conf_flag(const struct conf *conf, const char *section, const char *key, bool fallback);

/* As conf_text, for an integer from min to max; anything else is logged and the fallback. */
long conf_number(const struct conf *conf, const char *section, const char *key, long fallback, long min, long max);

/* Entry i of a section, in the file's order; false past the last.  key and value are borrowed from conf. */
bool conf_entry(const struct conf *conf, const char *section, size_t i, const char **key, const char **value);

/* Entry i of the whole file, in its order; false past the last.  section, key and value are borrowed from conf. */
bool conf_nth(const struct conf *conf, size_t i, const char **section, const char **key, const char **value);

/*
 * Where the file of a secret is: an absolute name stands for itself; another one is in $CREDENTIALS_DIRECTORY, where systemd
 * hands a service its secrets, or else beside the configuration file.  Owned by owner; NULL when memory is out.
 */
char *conf_secret_path(const void *owner, const struct conf *conf, const char *name);

/*
 * A secret: the first line of the file that section.key-file names, or the value of section.key.  owned by owner (talloc);
 * NULL when neither is given, or (logged) when the file cannot be read.
 */
char *conf_secret(const void *owner, const struct conf *conf, const char *section, const char *key);

#endif
