/* A text that is no XML, or none that the gate would read: said as what one does about it. */
#include <libxml/parser.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/gate/source_parts.h"

/* The words of libxml2's commonest faults, said as what one does about them. */
static const char *
fault_key(int code)
{
	switch (code) {
	case XML_ERR_TAG_NAME_MISMATCH:
		return "tag-mismatch";
	case XML_ERR_TAG_NOT_FINISHED:
	case XML_ERR_DOCUMENT_END:
		return "unfinished";
	case XML_ERR_DOCUMENT_EMPTY:
		return "empty";
	case XML_ERR_ATTRIBUTE_REDEFINED:
		return "attribute-twice";
	case XML_ERR_ATTRIBUTE_NOT_STARTED:
	case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
		return "quotes";
	case XML_ERR_LT_IN_ATTRIBUTE:
		return "less-than";
	case XML_ERR_ENTITYREF_SEMICOL_MISSING:
		return "ampersand";
	case XML_ERR_UNDECLARED_ENTITY:
	case XML_WAR_UNDECLARED_ENTITY:
		return "unknown-entity";
	case XML_NS_ERR_UNDEFINED_NAMESPACE:
		return "undeclared-prefix";
	default:
		return "not-well-formed";
	}
}

/* The parser's "&" without a name after it has a code that it uses elsewhere, too. */
static bool
is_ampersand(const struct source *source, const struct parse_fault *fault)
{
	size_t from = fault->at > 2 ? fault->at - 2 : 0, n = fault->at - from + 1;

	if (fault->code != XML_ERR_NAME_REQUIRED && fault->code != XML_ERR_ENTITYREF_SEMICOL_MISSING)
		return false;
	if (from + n > source->places->length)
		n = source->places->length - from;
	return fault->code == XML_ERR_ENTITYREF_SEMICOL_MISSING || memchr(source->places->text + from, '&', n) != NULL;
}

void
source_say_fault(struct source *source, const struct parse_fault *fault)
{
	const char *key = is_ampersand(source, fault) ? "ampersand" : fault_key(fault->code);
	bool named = strcmp(key, "not-well-formed") != 0;

	source_say(source, &(struct saying){ .key = key, .refuses = true, .at = strcmp(key, "empty") == 0 ? 0 : fault->at > source->places->length ? source->places->length : fault->at,
	    .name = named && fault->name != NULL ? fault->name : fault->message, .where = fault->other });
}

/* The name at a place of the text. */
static char *
name_at(const struct source *source, size_t at)
{
	size_t n = 0;

	while (at + n < source->places->length && n < 60 && strchr(" \t\r\n/<>=", source->places->text[at + n]) == NULL)
		n++;
	return talloc_strndup(source->owner, source->places->text + at, n);
}

static void
say_trouble(struct source *source)
{
	static const char *const keys[] = { [SPOT_DOCTYPE] = "doctype", [SPOT_INSTRUCTION] = "processing-instruction",
	    [SPOT_ATTRIBUTES] = "many-attributes", [SPOT_DEEP] = "deep", [SPOT_COMMENT] = "comment", [SPOT_OPEN] = "unfinished", [SPOT_TAG] = "unfinished-tag" };

	source_say(source, &(struct saying){ .key = keys[source->places->trouble], .refuses = true, .at = source->places->trouble_at,
	    .name = name_at(source, source->places->trouble_at) });
}

/* A text that says that it is written in another way than UTF-8 would mean something else elsewhere. */
static bool
declares_other_encoding(const char *text, size_t length)
{
	const char *end, *encoding;
	size_t mark = length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

	if (length < mark + 5 || memcmp(text + mark, "<?xml", 5) != 0 || (end = memmem(text, length, "?>", 2)) == NULL)
		return false;
	encoding = memmem(text, (size_t)(end - text), "encoding", 8);
	if (encoding == NULL)
		return false;
	for (encoding += 8; encoding < end && strchr(" \t\r\n=\"'", *encoding) != NULL; encoding++)
		;
	return end - encoding < 5 || strncasecmp(encoding, "utf-8", 5) != 0;
}

/* The first byte that is not clean text, or length. */
static size_t
clean_until(const char *text, size_t length)
{
	size_t at = 0, n;

	if (text_is_clean(text, length))
		return length;
	while (at < length) {
		for (n = 1; n <= 4 && n <= length - at && !text_is_clean(text + at, n); n++)
			;
		if (n > 4 || n > length - at)
			return at;
		at += n;
	}
	return length;
}

bool
source_is_readable(struct source *source)
{
	const char *text = source->places->text;
	size_t length = source->places->length, clean = clean_until(text, length);

	if (clean < length) {
		source_say(source, &(struct saying){ .key = "not-text", .refuses = true, .at = clean });
		return false;
	}
	if (declares_other_encoding(text, length))
		source_say(source, &(struct saying){ .key = "encoding", .refuses = true });
	if (source->places->trouble == SPOT_FINE)
		return true;
	say_trouble(source);
	return false;
}
