/*
 * stream.h - rows of an XML file, while they come: <KIND><row name="value" .../>*</KIND>.  xml/: may use base/.
 *
 * Memory does not grow with the file.  No network, no external entities, no DOCTYPE; at most STREAM_TAG_BYTES_MAX bytes a tag and NODE_ATTRIBUTES_MAX
 * attributes.
 */
#ifndef SAMSPIL_XML_STREAM_H
#define SAMSPIL_XML_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "xml/schema.h"

enum { STREAM_TAG_BYTES_MAX = 256 * 1024 };

struct stream;

/* Where the bytes come from: at most room bytes into buffer; 0 at the end. */
typedef size_t stream_source(void *user, char *buffer, size_t room);

/* number counts rows from 1; names and values are borrowed until the next row. */
struct stream_row { long number; size_t count; const char **names, **values; };

enum stream_verdict { STREAM_ROW, STREAM_END, STREAM_WRONG };

/*
 * A document whose root is <root xmlns="uri">, and which grammar (borrowed) describes.  Owned by owner (talloc); NULL when out of memory.
 */
struct stream *stream_new(const void *owner, stream_source *source, void *user, const struct schema *grammar, const char *uri, const char *root);

/*
 * STREAM_WRONG: nothing more can be read, or all is read and was not as the grammar says (stream_well_formed); stream_wrong has the words ("line 3: ...").
 * So a row's values may be any.
 */
enum stream_verdict stream_next(struct stream *stream, struct stream_row *out);
const char *stream_wrong(const struct stream *stream);
bool stream_well_formed(const struct stream *stream);

#endif
