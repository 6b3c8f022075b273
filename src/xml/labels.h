/* labels.h - every word that a person reads, by key and language.  xml/: may use base/, xml/node.h. */
#ifndef SAMSPIL_XML_LABELS_H
#define SAMSPIL_XML_LABELS_H

#include <stddef.h>

#include "base/fail.h"

struct labels;

/*
 * Read DIR/LANG.xml (urn:samspil:labels:1: <labels lang="da"><label key="course.state">Tilstand</label>...</labels>).
 * out is owned by owner (talloc).  FAIL_BROKEN, logged with file and line, for a file that is missing, malformed or names a
 * key twice.
 */
enum fail labels_read(const void *owner, const char *dir, const char *lang, struct labels **out);

/*
 * Other texts over those of base: pairs of key and text, NULL-terminated, copied.  A key that base does not have is passed over.
 * base is borrowed and must live as long.  NULL only without memory.
 */
struct labels *labels_over(const void *owner, const struct labels *base, const char *const *pairs);

/* What labels_over was given, pairs up to a NULL, borrowed; for other labels an empty list. */
const char *const *labels_pairs_over(const struct labels *labels);

/* The text of key, borrowed; NULL when there is none. */
const char *labels_find(const struct labels *labels, const char *key);

/* All keys one after the other, in no order: *at begins with 0.  The key is borrowed; NULL after the last. */
const char *labels_next(const struct labels *labels, size_t *at);

/* The language, borrowed. */
const char *labels_language(const struct labels *labels);

#endif
