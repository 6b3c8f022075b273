/*
 * multipart.c - bodies of multipart/form-data: texts become pairs, files stay bytes.  The only home of GMime.
 *
 * GMime forgives much, since mail must be shown; a form that a browser sent needs none of that.  So the frame is looked at before,
 * and each part after it: what is cut, nested, encoded or overlong is refused as a whole.  Source: RFC 7578, RFC 2046 5.1.1.
 */
#include <gmime/gmime.h>
#include <stdbool.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "web/internals.h"

enum { BOUNDARY_MAX = 70, PARTS_MAX = 100, FILES_MAX = 4, HEADERS_MAX = 4, HEADER_BYTES_MAX = 2000, NAME_MAX_BYTES = 255 };


/* Whole from the first boundary to the last one, and nothing before or behind. */
static bool
framed(const char *line, const char *body, size_t length)
{
	size_t n = strlen(line);

	if (length >= 2 && memcmp(body + length - 2, "\r\n", 2) == 0)
		length -= 2;
	return length > 2 * n + 2 && memcmp(body, line + 2, n - 2) == 0 && memcmp(body + n - 2, "\r\n", 2) == 0 &&
	    memcmp(body + length - n - 2, line, n) == 0 && memcmp(body + length - 2, "--", 2) == 0;
}

/* Few parts with short heads: GMime takes seconds over two megabytes of anything else. */
static bool
modest(const char *line, const char *body, size_t length)
{
	const char *end = body + length, *at;
	unsigned parts = 0;

	for (at = body; at != NULL; at = memmem(at, (size_t)(end - at), line, strlen(line))) {
		size_t rest;

		at += at == body ? strlen(line) - 2 : strlen(line);
		rest = (size_t)(end - at);
		if (rest >= 2 && memcmp(at, "--", 2) == 0)
			return true;
		if (++parts > PARTS_MAX || memmem(at, rest < HEADER_BYTES_MAX ? rest : HEADER_BYTES_MAX, "\r\n\r\n", 4) == NULL)
			return false;
	}
	return false;
}

/* May the body be given to GMime?  boundary is its parameter, NULL for none. */
static bool
acceptable(const void *owner, const char *boundary, const char *body, size_t length)
{
	const char *line;

	if (boundary == NULL || boundary[0] == '\0' || strlen(boundary) > BOUNDARY_MAX)
		return false;
	line = talloc_asprintf(owner, "\r\n--%s", boundary);
	return line != NULL && framed(line, body, length) && modest(line, body, length);
}

/* Text that came as a header's parameter, on the request; NULL when there is none, or none that may be kept. */
static const char *
parameter(struct request *rq, GMimeObject *part, const char *name)
{
	const char *value = g_mime_object_get_content_disposition_parameter(part, name);

	if (value == NULL || strlen(value) > NAME_MAX_BYTES || !text_is_clean(value, strlen(value)) || strpbrk(value, "\r\n\t") != NULL)
		return NULL;
	return talloc_strdup(rq, value);
}

/* Is it one plain part of a form, with little in its head, and sent as it is? */
static bool
is_plain(GMimeObject *part)
{
	GMimeHeaderList *headers = g_mime_object_get_header_list(part);
	const char *disposition = g_mime_object_get_disposition(part);
	const char *encoding = g_mime_object_get_header(part, "Content-Transfer-Encoding");
	char *text;
	bool fine;

	if (!GMIME_IS_PART(part) || headers == NULL || g_mime_header_list_get_count(headers) > HEADERS_MAX)
		return false;
	text = g_mime_object_get_headers(part, NULL);
	fine = text != NULL && strlen(text) <= HEADER_BYTES_MAX;
	g_free(text);
	if (encoding != NULL && strcasecmp(encoding, "binary") != 0 && strcasecmp(encoding, "8bit") != 0 && strcasecmp(encoding, "7bit") != 0)
		return false;
	return fine && disposition != NULL && strcasecmp(disposition, "form-data") == 0;
}

static char *
content_of(struct request *rq, GMimeObject *part, size_t *length)
{
	GMimeDataWrapper *wrapper = g_mime_part_get_content((GMimePart *)part);
	GMimeStream *stream = g_mime_stream_mem_new();
	GByteArray *bytes;
	char *out = NULL;

	if (wrapper == NULL || g_mime_data_wrapper_write_to_stream(wrapper, stream) >= 0) {
		bytes = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
		out = talloc_array(rq, char, bytes->len + 1);
		if (bytes->len > 0)
			memcpy(out, bytes->data, bytes->len);
		out[bytes->len] = '\0';
		*length = bytes->len;
	}
	g_object_unref(stream);
	return out;
}

/* What somebody called his file: the last one to be blamed for signs that nobody sees.  NULL when it is no text. */
static const char *
file_name(struct request *rq, GMimeObject *part)
{
	char *name = talloc_strdup(rq, g_mime_object_get_content_disposition_parameter(part, "filename")), *at;

	text_heal(name);
	for (at = name; *at != '\0'; at++)
		if (strchr("\r\n\t", *at) != NULL)
			*at = ' ';
	return text_is_clean(name, strlen(name)) ? name : NULL;
}

/* Who chose too many is told so by the form. */
static unsigned
files_room(size_t most)
{
	return most < FILES_MAX ? FILES_MAX : PARTS_MAX;
}

static bool
take_file(struct request *rq, size_t most, struct file file)
{
	if (rq->files.count == files_room(most))
		return false;
	rq->files.list[rq->files.count++] = file;
	return true;
}

static bool
take_text(struct request *rq, const char *name, const char *text, size_t length)
{
	if (rq->body.count == PARTS_MAX || !text_is_clean(text, length))
		return false;
	rq->body.list[rq->body.count++] = (struct pair){ name, text };
	return true;
}

static bool
take_part(struct request *rq, size_t most, GMimeObject *part)
{
	const char *name, *content;
	char *type;
	size_t length;

	if (!is_plain(part))
		return false;
	name = parameter(rq, part, "name");
	content = content_of(rq, part, &length);
	if (name == NULL || name[0] == '\0' || content == NULL)
		return false;
	if (g_mime_object_get_content_disposition_parameter(part, "filename") == NULL)
		return take_text(rq, name, content, length);
	type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(part));
	if (!take_file(rq, most, (struct file){ name, file_name(rq, part), talloc_strdup(rq, type), content, length }))
		name = NULL;
	g_free(type);
	return name != NULL;
}

static enum fail
take_parts(struct request *rq, size_t most, GMimeMultipart *form)
{
	int i, count = g_mime_multipart_get_count(form);

	if (count < 1 || count > PARTS_MAX)
		return FAIL_MALFORMED;
	rq->body = (struct pairs){ talloc_array(rq, struct pair, PARTS_MAX), 0 };
	rq->files = (struct files){ talloc_array(rq, struct file, files_room(most)), 0 };
	for (i = 0; i < count; i++)
		if (!take_part(rq, most, g_mime_multipart_get_part(form, i)))
			return FAIL_MALFORMED;
	return FAIL_NONE;
}

/* GMime wants the body's own head before it. */
static GMimeObject *
parse(const char *content_type, const char *body, size_t length)
{
	GMimeStream *stream = g_mime_stream_mem_new();
	GMimeParser *parser;
	GMimeObject *object;

	g_mime_stream_printf(stream, "Content-Type: %s\r\n\r\n", content_type);
	g_mime_stream_write(stream, body, length);
	g_mime_stream_reset(stream);
	parser = g_mime_parser_new_with_stream(stream);
	object = g_mime_parser_construct_part(parser, NULL);
	g_object_unref(parser);
	g_object_unref(stream);
	return object;
}

enum fail
multipart_read(struct request *rq, size_t most, const char *content_type, const char *body, size_t length)
{
	GMimeContentType *type;
	GMimeObject *object = NULL;
	const char *boundary;
	enum fail f = FAIL_MALFORMED;

	g_mime_init();
	type = g_mime_content_type_parse(NULL, content_type);
	boundary = type == NULL ? NULL : g_mime_content_type_get_parameter(type, "boundary");
	if (strlen(content_type) <= NAME_MAX_BYTES && text_is_clean(content_type, strlen(content_type)) &&
	    strpbrk(content_type, "\r\n") == NULL && acceptable(rq, boundary, body, length))
		object = parse(content_type, body, length);
	if (object != NULL && GMIME_IS_MULTIPART(object))
		f = take_parts(rq, most, (GMimeMultipart *)object);
	if (object != NULL)
		g_object_unref(object);
	if (type != NULL)
		g_object_unref(type);
	return f;
}
