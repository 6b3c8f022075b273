/* schema.h - a document against its RELAX NG grammar.  xml/: may use base/. */
#ifndef SAMSPIL_XML_SCHEMA_H
#define SAMSPIL_XML_SCHEMA_H

#include <libxml/tree.h>

#include "base/fail.h"

struct schema;

/* Compile the grammar in path; out is owned by owner (talloc).  FAIL_BROKEN, logged, when it cannot be. */
enum fail schema_read(const void *owner, const char *path, struct schema **out);

/* NULL when doc is valid, else the first faults as text ("line 3: ..."), owned by owner (talloc). */
char *schema_check(const void *owner, const struct schema *schema, xmlDoc *doc);

#endif
