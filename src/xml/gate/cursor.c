#include "xml/gate/expression_parts.h"

#include <stdio.h>
#include <string.h>

#include "xml/functions.h"
#include "xml/gate/finding.h"
#include "xml/gate/nearest.h"
#include "xml/gate/words.h"
#include "xml/node.h"

bool
cursor_listens(const struct cursor *c)
{
	return c->reader->say != NULL && c->refusals < FINDINGS_MAX;
}

void
cursor_complain(struct cursor *c, const struct complaint *complaint)
{
	if (!cursor_listens(c))
		return;
	c->refusals += complaint->refuses;
	c->reader->say(c->reader->data, complaint);
}

void
cursor_fail_at(struct cursor *c, const char *key, const char *at)
{
	if (!c->failed)
		cursor_complain(c, &(struct complaint){ .key = key, .refuses = true, .at = (size_t)(at - c->begin), .name = at,
		    .name_length = (size_t)(c->end - at) > 30 ? 30 : (size_t)(c->end - at) });
	c->failed = true;
	c->at = c->end;
}

void
cursor_skip_space(struct cursor *c)
{
	while (c->at < c->end && strchr(" \t\r\n", *c->at) != NULL && *c->at != '\0')
		c->at++;
}

char
cursor_peek(struct cursor *c)
{
	cursor_skip_space(c);
	return c->at < c->end ? *c->at : '\0';
}

bool
cursor_peek_two(struct cursor *c, const char *signs)
{
	return cursor_peek(c) == signs[0] && c->end - c->at > 1 && c->at[1] == signs[1];
}

bool
cursor_take(struct cursor *c, char sign)
{
	if (cursor_peek(c) != sign)
		return false;
	c->at++;
	return true;
}

void
cursor_expect(struct cursor *c, char sign)
{
	if (!c->failed && !cursor_take(c, sign))
		cursor_fail_at(c, "bad-expression", c->at);
}

bool
cursor_begins_name(char sign)
{
	return ((sign | 0x20) >= 'a' && (sign | 0x20) <= 'z') || sign == '_' || (unsigned char)sign >= 0x80;
}

size_t
cursor_name_length(const char *at, const char *end)
{
	size_t n = 0;

	if (at == end || !cursor_begins_name(*at))
		return 0;
	while (at + n < end && (cursor_begins_name(at[n]) || (at[n] >= '0' && at[n] <= '9') || at[n] == '-' || at[n] == '.'))
		n++;
	return n;
}

bool
cursor_see_word(struct cursor *c, struct word *word)
{
	size_t n;

	cursor_skip_space(c);
	*word = (struct word){ .begin = c->at, .local = c->at };
	if (c->at < c->end && *c->at == '*') {
		word->any = true;
		word->length = word->local_length = 1;
		return true;
	}
	n = cursor_name_length(c->at, c->end);
	if (n == 0)
		return false;
	word->length = word->local_length = n;
	if (c->end - c->at > (ptrdiff_t)n + 1 && c->at[n] == ':' && c->at[n + 1] != ':') {
		word->prefix = c->at;
		word->prefix_length = n;
		word->local = c->at + n + 1;
		word->any = *word->local == '*';
		word->local_length = word->any ? 1 : cursor_name_length(word->local, c->end);
		word->length = n + 1 + word->local_length;
	}
	return word->local_length > 0;
}

const char *
cursor_namespace(struct cursor *c, const struct word *word)
{
	char prefix[NAME_MAX_BYTES];
	const xmlNs *ns = NULL;

	if (word->prefix_length < sizeof prefix) {
		memcpy(prefix, word->prefix, word->prefix_length);
		prefix[word->prefix_length] = '\0';
		ns = xmlSearchNs(c->reader->node->doc, (xmlNode *)(uintptr_t)c->reader->node, BAD_CAST prefix);
	}
	if (ns != NULL)
		return (const char *)ns->href;
	cursor_complain(c, &(struct complaint){ .key = "unknown-prefix", .refuses = true, .at = (size_t)(word->begin - c->begin),
	    .name = word->prefix, .name_length = word->prefix_length,
	    .nearest = words_same(word->prefix, word->prefix_length, "s") ? "xmlns:s=\"" FUNCTIONS_NAMESPACE "\"" :
	    words_same(word->prefix, word->prefix_length, "p") ? "xmlns:p=\"" NODE_PAGE_NAMESPACE "\"" : NULL });
	return NULL;
}

const char *
cursor_page_prefix(const struct cursor *c)
{
	const xmlNs *ns = xmlSearchNsByHref(c->reader->node->doc, (xmlNode *)(uintptr_t)c->reader->node, BAD_CAST NODE_PAGE_NAMESPACE);

	return ns == NULL || ns->prefix == NULL ? "p" : (const char *)ns->prefix;
}
