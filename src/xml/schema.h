/* schema.h - a document against its RELAX NG grammar.  xml/: may use base/. */
#ifndef SAMSPIL_XML_SCHEMA_H
#define SAMSPIL_XML_SCHEMA_H

#include <libxml/tree.h>

#include "base/fail.h"

struct schema;

/* Compile the grammar in path; out is owned by owner (talloc).  FAIL_BROKEN, logged, when it cannot be. */
enum fail schema_read(const void *owner, const char *path, struct schema **out);

enum { SCHEMA_FAULTS_MAX = 20 };

/* What the grammar says of an element. */
enum schema_wrong {
	SCHEMA_OTHER,		/* words: as libxml2 says it */
	SCHEMA_FAILED,		/* the element's attributes or content are not right; another fault says more, mostly */
	SCHEMA_ATTRIBUTE,	/* name: the attribute that is not known, or has a wrong value */
	SCHEMA_ELEMENT,		/* name: the element that cannot stand there, in element, or is wrong in itself */
	SCHEMA_EXPECTED,	/* name: the element that should be there */
	SCHEMA_SHORT,		/* it ends too early */
};
struct schema_fault { enum schema_wrong wrong; long line; const char *element, *name, *words; };

/* The first faults of a document, list and texts owned by owner (talloc); 0: it is valid. */
size_t schema_faults(const void *owner, const struct schema *schema, xmlDoc *doc, struct schema_fault **out);

/* NULL when doc is valid, else the first faults as text ("line 3: ..."), owned by owner (talloc). */
char *schema_check(const void *owner, const struct schema *schema, xmlDoc *doc);

/* For xml/stream.c alone: libxml2's own, borrowed. */
struct _xmlRelaxNG *schema_grammar(const struct schema *schema);

#endif
