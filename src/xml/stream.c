#include "xml/stream.h"

#include <libxml/xmlreader.h>
#include <string.h>
#include <talloc.h>

#include "xml/node.h"

struct stream {
	stream_source *source;
	void *user;
	const char *uri, *root;
	xmlTextReader *reader;
	char *wrong, *invalid;		/* the first thing that is no XML, and that the grammar does not know */
	size_t tag;			/* bytes since the last '<' or '>' */
	long number;
	const char *names[NODE_ATTRIBUTES_MAX], *values[NODE_ATTRIBUTES_MAX];
};

static int
stream_free(struct stream *stream)
{
	xmlFreeTextReader(stream->reader);
	return 0;
}

static void
wrong(struct stream *stream, int line, const char *words)
{
	if (stream->wrong == NULL)
		stream->wrong = line > 0 ? talloc_asprintf(stream, "line %d: %.*s", line, (int)strcspn(words, "\n"), words)
		    : talloc_asprintf(stream, "%.*s", (int)strcspn(words, "\n"), words);
}

/* What the grammar does not know is told when all is read: whoever reads the rows has better words. */
static void
on_error(void *data, xmlErrorPtr error)
{
	struct stream *stream = data;
	const char *words = error->message == NULL ? "this is no XML" : error->message;

	if (error->domain != XML_FROM_RELAXNGV)
		wrong(stream, error->line, words);
	else if (stream->invalid == NULL)
		stream->invalid = talloc_asprintf(stream, "line %d: %.*s", error->line, (int)strcspn(words, "\n"), words);
}

/* A tag that never ends would fill the memory: it is cut, which is no XML. */
static bool
too_long(struct stream *stream, const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) {
		stream->tag = bytes[i] == '<' || bytes[i] == '>' ? 0 : stream->tag + 1;
		if (stream->tag > STREAM_TAG_BYTES_MAX)
			return true;
	}
	return false;
}

static int
give(void *data, char *buffer, int room)
{
	struct stream *stream = data;
	size_t got = stream->wrong != NULL ? 0 : stream->source(stream->user, buffer, (size_t)room);

	if (!too_long(stream, buffer, got))
		return (int)got;
	wrong(stream, 0, "a tag or a text is too long");
	return -1;
}

struct stream *
stream_new(const void *owner, stream_source *source, void *user, const struct schema *grammar, const char *uri, const char *root)
{
	struct stream *stream = talloc_zero(owner, struct stream);

	if (stream == NULL)
		return NULL;
	stream->source = source;
	stream->user = user;
	stream->uri = uri;
	stream->root = root;
	stream->reader = xmlReaderForIO(give, NULL, stream, NULL, NULL, XML_PARSE_NONET);
	if (stream->reader == NULL) {
		talloc_free(stream);
		return NULL;
	}
	talloc_set_destructor(stream, stream_free);
	xmlTextReaderSetStructuredErrorHandler(stream->reader, on_error, stream);
	if (xmlTextReaderRelaxNGSetSchema(stream->reader, schema_grammar(grammar)) != 0)
		wrong(stream, 0, "the grammar cannot be used");
	return stream;
}

static bool
is_ours(struct stream *stream, const char *name)
{
	const char *uri = (const char *)xmlTextReaderConstNamespaceUri(stream->reader);

	return uri != NULL && strcmp(uri, stream->uri) == 0
	    && strcmp((const char *)xmlTextReaderConstLocalName(stream->reader), name) == 0;
}

/* The attributes of the row at which the reader stands; those of other namespaces are the grammar's to refuse. */
static void
take_row(struct stream *stream, struct stream_row *out)
{
	size_t n = 0;

	while (n < NODE_ATTRIBUTES_MAX && xmlTextReaderMoveToNextAttribute(stream->reader) == 1) {
		if (xmlTextReaderIsNamespaceDecl(stream->reader) == 1)
			continue;
		stream->names[n] = (const char *)xmlTextReaderConstLocalName(stream->reader);
		stream->values[n++] = (const char *)xmlTextReaderConstValue(stream->reader);
	}
	xmlTextReaderMoveToElement(stream->reader);
	*out = (struct stream_row){ ++stream->number, n, stream->names, stream->values };
}

/* Where the element stands at which the reader is; the parser is ahead of it.  0: nobody knows, since a node counts no farther than MOST. */
static int
line_here(const struct stream *stream)
{
	enum { MOST = 65535 };
	long line = xmlGetLineNo(xmlTextReaderCurrentNode(stream->reader));

	return line > 0 && line < MOST ? (int)line : 0;
}

/* An element: true when it is a row. */
static bool
element(struct stream *stream)
{
	int line = line_here(stream), depth = xmlTextReaderDepth(stream->reader);

	if (xmlTextReaderAttributeCount(stream->reader) >= NODE_ATTRIBUTES_MAX)
		wrong(stream, line, "too many attributes");
	else if (depth == 0 && !is_ours(stream, stream->root))
		wrong(stream, line, talloc_asprintf(stream, "the root is not <%s xmlns=\"%s\">", stream->root, stream->uri));
	else if (depth > 0 && (depth > 1 || !is_ours(stream, "row")))
		wrong(stream, line, "only <row .../> stands here");
	return depth == 1;
}

enum stream_verdict
stream_next(struct stream *stream, struct stream_row *out)
{
	int more = 1, type;
	bool row = false;

	while (!row && stream->wrong == NULL && (more = xmlTextReaderRead(stream->reader)) == 1) {
		type = xmlTextReaderNodeType(stream->reader);
		if (type == XML_READER_TYPE_DOCUMENT_TYPE)
			wrong(stream, 0, "DOCTYPE is not allowed");
		else if (type == XML_READER_TYPE_ELEMENT)
			row = element(stream);
	}
	if (more < 0)
		wrong(stream, 0, "this is no XML");
	if (stream->wrong == NULL && more == 0 && stream->invalid == NULL && xmlTextReaderIsValid(stream->reader) != 1)
		stream->invalid = talloc_strdup(stream, "the document is not as the grammar says");
	if (stream->wrong != NULL || (more == 0 && stream->invalid != NULL))
		return STREAM_WRONG;
	if (row)
		take_row(stream, out);
	return row ? STREAM_ROW : STREAM_END;
}

const char *
stream_wrong(const struct stream *stream)
{
	return stream->wrong != NULL ? stream->wrong : stream->invalid;
}

bool
stream_well_formed(const struct stream *stream)
{
	return stream->wrong == NULL;
}
