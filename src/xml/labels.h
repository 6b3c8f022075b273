/* labels.h - every word that a person reads, by key and language.  xml/: may use base/, xml/node.h. */
#ifndef SAMSPIL_XML_LABELS_H
#define SAMSPIL_XML_LABELS_H

#include <stddef.h>

#include "base/fail.h"

enum { LABELS_LANGUAGES_MAX = 32 };

struct labels;

/*
 * Read DIR/LANG.xml (urn:samspil:labels:1: <labels lang="da"><label key="course.state">Tilstand</label>...</labels>).
 * out is owned by owner (talloc).  FAIL_BROKEN, logged with file and line, for a file that is missing, malformed or names a
 * key twice.
 */
enum fail labels_read(const void *owner, const char *dir, const char *lang, struct labels **out);

/*
 * Read every file of dir: the language first (FAIL_BROKEN when it has no file), then the others by name, up to a NULL.  What a file that says
 * partial="..." lacks is found in the first one's.  *out is owned by owner; all faults are logged.
 */
enum fail labels_read_all(const void *owner, const char *dir, const char *first, const struct labels *const **out);

/* Those of that language; NULL for none, and where language is NULL. */
const struct labels *labels_among(const struct labels *const *all, const char *language);

/* Whom a file that has not all keys is for ("citizen"), borrowed; NULL: it has all. */
const char *labels_partial(const struct labels *labels);

/*
 * Other texts over those of base: pairs of key and text, NULL-terminated, copied.  A key that base does not have is passed over.
 * base is borrowed and must live as long.  NULL only without memory.
 */
struct labels *labels_over(const void *owner, const struct labels *base, const char *const *pairs);

/* What labels_over was given, pairs up to a NULL, borrowed; for other labels an empty list. */
const char *const *labels_pairs_over(const struct labels *labels);

/* The text of key, borrowed; NULL when there is none. */
const char *labels_find(const struct labels *labels, const char *key);

/* All keys of its own one after the other, in no order: *at begins with 0.  The key is borrowed; NULL after the last. */
const char *labels_next(const struct labels *labels, size_t *at);

/* The language, borrowed. */
const char *labels_language(const struct labels *labels);

#endif
