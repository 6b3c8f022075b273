#include "xml/writer.h"

#include <libxml/parserInternals.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/writer_rules.h"

enum { FIRST_ROOM = 32 * 1024 };

struct writer { const void *owner; char *bytes; size_t length, room; const char *error; bool frames; };

/* What an element's name means to the writer. */
enum kind { KIND_PLAIN, KIND_VOID, KIND_LINK, KIND_EMPTY_ONLY, KIND_LEADING_NEWLINE, KIND_FRAME, KIND_REFUSED };

static void
refuse(struct writer *w, const char *why)
{
	if (w->error == NULL)
		w->error = why;
}

static bool
grow(struct writer *w, size_t more)
{
	size_t room = w->room;
	char *bytes;

	while (room < w->length + more + 1)
		room *= 2;
	if (w->error != NULL || w->length + more >= WRITER_MAX) {
		refuse(w, "the page is too large");
		return false;
	}
	bytes = talloc_realloc(w->owner, w->bytes, char, (unsigned)room);
	if (bytes == NULL) {
		refuse(w, "out of memory");
		return false;
	}
	w->bytes = bytes;
	w->room = room;
	return true;
}

static inline void
put(struct writer *w, const char *bytes, size_t n)
{
	if (w->length + n + 1 > w->room && !grow(w, n))
		return;
	memcpy(w->bytes + w->length, bytes, n);
	w->length += n;
}

static inline void
put_char(struct writer *w, char c)
{
	if (w->length + 2 > w->room && !grow(w, 1))
		return;
	w->bytes[w->length++] = c;
}

/* What stands for a character that may not stand for itself; NULL for all others.  A bare CR would come back as a line feed. */
static const char *const escapes[256] = {
	['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\r'] = "&#13;",
};

static void
put_escaped(struct writer *w, const xmlChar *text)
{
	const xmlChar *from = text, *to;

	if (text == NULL)
		return;
	for (;;) {
		for (to = from; *to > '>' || (*to != '\0' && escapes[*to] == NULL); to++)
			;
		put(w, (const char *)from, (size_t)(to - from));
		if (*to == '\0')
			return;
		put(w, escapes[*to], strlen(escapes[*to]));
		from = to + 1;
	}
}

static const struct { const char *name; enum kind kind; } kinds[] = {
	{ "area", KIND_VOID }, { "base", KIND_REFUSED }, { "br", KIND_VOID }, { "col", KIND_VOID }, { "embed", KIND_REFUSED },
	{ "frame", KIND_REFUSED }, { "frameset", KIND_REFUSED }, { "hr", KIND_VOID }, { "iframe", KIND_FRAME },
	{ "img", KIND_VOID }, { "input", KIND_VOID }, { "link", KIND_LINK }, { "meta", KIND_VOID }, { "noscript", KIND_REFUSED },
	{ "object", KIND_REFUSED }, { "plaintext", KIND_REFUSED }, { "pre", KIND_LEADING_NEWLINE }, { "script", KIND_EMPTY_ONLY },
	{ "source", KIND_VOID }, { "style", KIND_EMPTY_ONLY }, { "textarea", KIND_LEADING_NEWLINE }, { "track", KIND_VOID },
	{ "wbr", KIND_VOID }, { "xmp", KIND_REFUSED },
};

static enum kind
kind_of(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if ((kinds[i].name[0] | 0x20) == (name[0] | 0x20) && strcasecmp(kinds[i].name, name) == 0)
			return kinds[i].kind;
	return KIND_PLAIN;
}

/* Names that most elements have, told apart without a search. */
static bool
is_common(const char *name)
{
	switch (name[0]) {
	case 'd': case 'u': case 'g': case 'r':
		return true;
	case 't':
		return name[1] == 'd' || name[1] == 'h' || (name[1] == 'r' && name[2] == '\0');
	case 's':
		return name[1] == 'p' || name[1] == 'e' || name[1] == 'v';
	case 'a': case 'p':
		return name[1] == '\0';
	case 'l':
		return name[1] == 'a' || name[1] == 'e' || (name[1] == 'i' && name[2] == '\0');
	default:
		return false;
	}
}

static bool
is_ours(const xmlNs *ns)
{
	static const char *const allowed[] = { "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg" };
	size_t i;

	if (ns == NULL || ns->href == NULL)
		return true;
	for (i = 0; i < sizeof allowed / sizeof allowed[0]; i++)
		if (strcmp((const char *)ns->href, allowed[i]) == 0)
			return true;
	return false;
}

/* "https:" and the like; letters, digits and "+-." up to a colon. */
static bool
has_scheme(const char *head)
{
	size_t n = strspn(head, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

	return n > 0 && head[n] == ':' && strncasecmp(head, "mailto:", 7) != 0 && strncasecmp(head, "tel:", 4) != 0;
}

/*
 * Does an address lead to another host, or name a scheme?  What stands in it goes there, perhaps before anybody presses it.  Browsers skip
 * spaces and controls in front and tabs and line ends inside, and take a backslash for a slash.
 */
static bool
leads_away(const xmlAttr *attr)
{
	char head[80];
	size_t n = 0;
	const xmlNode *text = attr->children;
	const xmlChar *c;

	for (; text != NULL; text = text->next)
		for (c = text->content; c != NULL && *c != '\0' && n < sizeof head - 1; c++)
			if (*c > ' ')
				head[n++] = (char)*c;
	head[n] = '\0';
	return has_scheme(head) || ((head[0] == '/' || head[0] == '\\') && (head[1] == '/' || head[1] == '\\'));
}

static bool
is_address(const char *name)
{
	return strcasecmp(name, "href") == 0 || strcasecmp(name, "src") == 0 || strcasecmp(name, "action") == 0 ||
	    strcasecmp(name, "formaction") == 0 || strcasecmp(name, "srcset") == 0 || strcasecmp(name, "poster") == 0 ||
	    strcasecmp(name, "ping") == 0 || strcasecmp(name, "background") == 0;
}

static void
put_attribute(struct writer *w, const xmlAttr *attr)
{
	const char *name = (const char *)attr->name;
	const xmlNode *text;

	if (attr->ns != NULL && !xmlStrEqual(attr->ns->href, XML_XML_NAMESPACE))
		refuse(w, "an attribute of a foreign namespace");
	if ((name[0] == 'o' || name[0] == 'O') && (name[1] == 'n' || name[1] == 'N'))
		refuse(w, "an event handler");
	if ((name[0] | 0x20) == 'h' && strcasecmp(name, "http-equiv") == 0)
		refuse(w, "an instruction to the browser");
	if (strchr("hHsSaAfFpPbB", name[0]) != NULL && is_address(name) && leads_away(attr))
		refuse(w, "an address of another host, or one that runs code");
	put_char(w, ' ');
	put(w, name, strlen(name));
	put(w, "=\"", 2);
	for (text = attr->children; text != NULL; text = text->next)
		put_escaped(w, text->content);
	put_char(w, '"');
}

static enum kind
put_opening(struct writer *w, const xmlNode *node)
{
	const char *name = (const char *)node->name;
	enum kind kind = is_common(name) ? KIND_PLAIN : kind_of(name);
	const xmlAttr *attr;

	if (kind == KIND_REFUSED || (kind == KIND_FRAME && (!w->frames || !writer_is_closed_frame(node))))
		refuse(w, "an element that a page must not hold");
	if (kind == KIND_EMPTY_ONLY && node->children != NULL)
		refuse(w, "script or style with text in it");
	if (kind == KIND_LINK && !writer_is_plain_link(node))
		refuse(w, "a link that is no stylesheet");
	if (kind == KIND_LINK)
		kind = KIND_VOID;
	if (kind == KIND_VOID && node->children != NULL)
		refuse(w, "a void element with content");
	if (node->ns != NULL && !is_ours(node->ns))
		refuse(w, "an element of a foreign namespace");
	put_char(w, '<');
	put(w, name, strlen(name));
	for (attr = node->properties; attr != NULL; attr = attr->next)
		put_attribute(w, attr);
	put_char(w, '>');
	/* HTML drops a line feed that comes first here: one more keeps the text as it was typed. */
	if (kind == KIND_LEADING_NEWLINE && node->children != NULL && node->children->content != NULL &&
	    node->children->content[0] == '\n')
		put_char(w, '\n');
	return kind;
}

static void
put_closing(struct writer *w, const xmlNode *node)
{
	put(w, "</", 2);
	put(w, (const char *)node->name, strlen((const char *)node->name));
	put_char(w, '>');
}

static void
put_text(struct writer *w, const xmlNode *node)
{
	if (node->name == xmlStringTextNoenc)
		refuse(w, "text that asks not to be escaped");
	put_escaped(w, node->content);
}

/* One node without its children's end: true when the walk goes down into it. */
static bool
put_node(struct writer *w, const xmlNode *node)
{
	switch (node->type) {
	case XML_ELEMENT_NODE:
		if (put_opening(w, node) == KIND_VOID)
			return false;
		if (node->children != NULL)
			return true;
		put_closing(w, node);
		return false;
	case XML_TEXT_NODE:
	case XML_CDATA_SECTION_NODE:
		put_text(w, node);
		return false;
	case XML_COMMENT_NODE:
	case XML_PI_NODE:
	case XML_DTD_NODE:
		return false;
	default:
		refuse(w, "a node that is neither element nor text");
		return false;
	}
}

/* Depth first, without recursion: a result may be as deep as its maker likes. */
static void
put_tree(struct writer *w, const xmlNode *node)
{
	const xmlNode *top = node == NULL ? NULL : node->parent;

	while (node != NULL && w->error == NULL) {
		if (put_node(w, node)) {
			node = node->children;
			continue;
		}
		while (node->next == NULL && node->parent != top) {
			node = node->parent;
			put_closing(w, node);
		}
		node = node->next;
	}
}

static char *
write_html(const void *owner, const xmlDoc *result, bool frames, size_t *length, const char **error)
{
	static const char head[] = "<!DOCTYPE html>\n";
	struct writer w = { .owner = owner, .room = FIRST_ROOM, .frames = frames };

	*length = 0;
	*error = "out of memory";
	w.bytes = talloc_array(owner, char, FIRST_ROOM);
	if (w.bytes == NULL)
		return NULL;
	if (xmlDocGetRootElement(result) == NULL)
		refuse(&w, "no element");
	put(&w, head, sizeof head - 1);
	put_tree(&w, result->children);
	put_char(&w, '\n');
	*length = w.length;
	*error = w.error;
	if (w.error != NULL) {
		talloc_free(w.bytes);
		return NULL;
	}
	w.bytes[w.length] = '\0';
	return w.bytes;
}

char *
writer_html(const void *owner, const xmlDoc *result, size_t *length, const char **error)
{
	return write_html(owner, result, false, length, error);
}

char *
writer_html_with_frames(const void *owner, const xmlDoc *result, size_t *length, const char **error)
{
	return write_html(owner, result, true, length, error);
}
