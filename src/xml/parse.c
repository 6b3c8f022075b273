#include "xml/parse.h"

#include <errno.h>
#include <libxml/parser.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/node.h"

/* The first fault of a parse, with the context that it is told on. */
struct fault { const void *owner; char *text; struct parse_fault *detail; };

static void
tell_detail(struct fault *fault, xmlParserCtxt *ctxt, const xmlError *error)
{
	struct parse_fault *detail = fault->detail;
	long at = xmlByteConsumed(ctxt);
	size_t words = error->message == NULL ? 0 : strcspn(error->message, "\n");

	detail->code = error->code;
	detail->line = error->line;
	detail->at = at < 0 ? 0 : (size_t)at;
	detail->message = talloc_strndup(fault->owner, error->message == NULL ? "" : error->message, words);
	detail->name = error->str1 == NULL ? NULL : talloc_strdup(fault->owner, error->str1);
	detail->other = error->str2 == NULL ? NULL : talloc_strdup(fault->owner, error->str2);
}

/* What was not libxml2's word. */
static void
tell_wrong(struct parse_fault *detail, enum node_wrong wrong, long line)
{
	if (detail == NULL)
		return;
	detail->wrong = wrong;
	detail->line = line;
}

static void
on_error(void *data, xmlErrorPtr error)
{
	xmlParserCtxt *ctxt = data;
	struct fault *fault = ctxt->_private;

	if (fault->text != NULL)
		return;
	fault->text = talloc_asprintf(fault->owner, "line %d: %.*s", error->line,
	    error->message == NULL ? 0 : (int)strcspn(error->message, "\n"), error->message);
	if (fault->detail != NULL)
		tell_detail(fault, ctxt, error);
}

/* A DOCTYPE could name files and bombs: stop before it is read. */
static void
on_doctype(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	xmlParserCtxt *ctxt = data;
	struct fault *fault = ctxt->_private;

	(void)name, (void)public_id, (void)system_id;
	if (fault->text == NULL) {
		fault->text = talloc_asprintf(fault->owner, "line %d: DOCTYPE is not allowed", ctxt->input->line);
		tell_wrong(fault->detail, NODE_DOCTYPE, ctxt->input->line);
	}
	xmlStopParser(ctxt);
}

/* Where what starts at `at` with opening ends: after closing; the whole length when it does not; `at` when it does not start. */
static size_t
skip(const struct parse *parse, size_t at, const char *opening, const char *closing)
{
	const char *end;
	size_t n = strlen(opening);

	if (parse->length - at < n || memcmp(parse->bytes + at, opening, n) != 0)
		return at;
	end = memmem(parse->bytes + at + n, parse->length - at - n, closing, strlen(closing));
	return end == NULL ? parse->length : (size_t)(end - parse->bytes) + strlen(closing);
}

/* The end of the tag that starts at `at`, and how many values it has in quotes. */
static size_t
skip_tag(const struct parse *parse, size_t at, size_t *values)
{
	char quote = '\0';

	*values = 0;
	for (; at < parse->length; at++) {
		char c = parse->bytes[at];

		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (c == '>')
			break;
		else if (c == '"' || c == '\'')
			quote = c, (*values)++;
	}
	return at;
}

/*
 * A well-formed document's tags, found the way a parser finds them.  What is not well-formed may be miscounted from the first
 * fault on, where the parser stops too.
 */
static bool
too_many_attributes(const struct parse *parse, size_t *where)
{
	const char *bytes = parse->bytes, *tag;
	size_t at = 0, next, values;

	while (at < parse->length && (tag = memchr(bytes + at, '<', parse->length - at)) != NULL) {
		at = (size_t)(tag - bytes);
		next = skip(parse, at, "<!--", "-->");
		next = next > at ? next : skip(parse, at, "<![CDATA[", "]]>");
		next = next > at ? next : skip(parse, at, "<?", "?>");
		if (next == at)
			next = skip_tag(parse, at, &values);
		else
			values = 0;
		*where = at;
		if (values > NODE_ATTRIBUTES_MAX)
			return true;
		at = next;
	}
	return false;
}

static long
line_at(const struct parse *parse, size_t at)
{
	const char *newline = parse->bytes;
	long line = 1;

	while ((newline = memchr(newline, '\n', (size_t)(parse->bytes + at - newline))) != NULL) {
		newline++;
		line++;
	}
	return line;
}

/* The line of the first byte that is not clean text. */
static long
unclean_line(const struct parse *parse)
{
	size_t clean = 0, length = parse->length, half;

	/* Half by half: what is clean up to a point is clean before it, but for a character that is cut. */
	while (clean < length) {
		half = clean + (length - clean + 1) / 2;
		if (text_is_clean(parse->bytes, text_cut(parse->bytes, parse->length, half)))
			clean = half;
		else
			length = half - 1;
	}
	return line_at(parse, clean);
}

static char *
refusal(const void *owner, const struct parse *parse)
{
	size_t at = 0;
	long line;

	if (parse->length > parse->max) {
		tell_wrong(parse->fault, NODE_TOO_LARGE, 0);
		return talloc_asprintf(owner, "more than %zu bytes", parse->max);
	}
	if (!text_is_clean(parse->bytes, parse->length)) {
		line = unclean_line(parse);
		tell_wrong(parse->fault, NODE_NOT_TEXT, line);
		return talloc_asprintf(owner, "line %ld: not UTF-8, or characters that XML does not allow", line);
	}
	if (too_many_attributes(parse, &at)) {
		line = line_at(parse, at);
		tell_wrong(parse->fault, NODE_MANY_ATTRIBUTES, line);
		return talloc_asprintf(owner, "line %ld: more than %d attributes on an element", line, NODE_ATTRIBUTES_MAX);
	}
	return NULL;
}

static void
share_dictionary(xmlParserCtxt *ctxt, xmlDict *dict)
{
	if (dict == NULL)
		return;
	xmlDictFree(ctxt->dict);
	ctxt->dict = dict;
	xmlDictReference(dict);
}

xmlDoc *
parse_document(const void *owner, const struct parse *parse, char **error)
{
	struct fault fault = { .owner = owner, .detail = parse->fault };
	xmlParserCtxt *ctxt;
	xmlDoc *doc = NULL;

	*error = refusal(owner, parse);
	if (*error != NULL)
		return NULL;
	ctxt = xmlNewParserCtxt();
	if (ctxt == NULL) {
		*error = talloc_strdup(owner, "out of memory");
		return NULL;
	}
	share_dictionary(ctxt, parse->dict);
	ctxt->_private = &fault;
	ctxt->sax->serror = on_error;
	ctxt->sax->internalSubset = on_doctype;
	/* The encoding is given, so that a declared one cannot make the bytes mean something that was not looked at. */
	doc = xmlCtxtReadMemory(ctxt, parse->bytes, (int)parse->length, parse->name, "UTF-8", XML_PARSE_NONET | parse->options);
	if (fault.text != NULL) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	if (doc == NULL)
		*error = fault.text != NULL ? fault.text : talloc_strdup(owner, "not well-formed");
	xmlFreeParserCtxt(ctxt);
	return doc;
}

char *
parse_file(const void *owner, const char *path, size_t max, size_t *length, char **error)
{
	FILE *file = fopen(path, "re");
	char *bytes = NULL;
	size_t room = 0;

	*length = 0;
	*error = NULL;
	if (file == NULL) {
		*error = talloc_asprintf(owner, "cannot be read: %s", strerror(errno));
		return NULL;
	}
	while (*length == room && room <= max) {
		room = room == 0 ? 16384 : room * 2;
		bytes = talloc_realloc(owner, bytes, char, (unsigned)room + 1);
		if (bytes == NULL)
			break;
		*length += fread(bytes + *length, 1, room - *length, file);
	}
	if (bytes == NULL || ferror(file))
		*error = talloc_strdup(owner, bytes == NULL ? "out of memory" : "cannot be read");
	else if (*length > max)
		*error = talloc_asprintf(owner, "more than %zu bytes", max);
	fclose(file);
	if (*error != NULL) {
		talloc_free(bytes);
		return NULL;
	}
	bytes[*length] = '\0';
	return bytes;
}
