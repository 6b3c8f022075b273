#include "tools/stylesheet/outline.h"

#include <stdbool.h>
#include <string.h>
#include <talloc.h>

static void
append(const void *owner, struct outline *out, struct outline_line line)
{
	out->lines = talloc_realloc(owner, out->lines, struct outline_line, (unsigned)out->count + 1);
	out->lines[out->count++] = line;
}

/* "h2 Fokusområder" is a heading. */
static bool
is_heading(const char *line)
{
	return line[0] == 'h' && line[1] >= '1' && line[1] <= '6' && line[2] == ' ';
}

static struct outline
read_outline(const void *owner, const char *text)
{
	struct outline out = { 0 };
	const char *under = NULL;

	while (*text != '\0') {
		size_t length = strcspn(text, "\n");
		const char *line = talloc_strndup(owner, text, length);

		if (length > 0)
			append(owner, &out, (struct outline_line){ .text = line, .under = is_heading(line) ? NULL : under });
		if (is_heading(line))
			under = line;
		text += length + (text[length] == '\n');
	}
	return out;
}

void
outline_without(const void *owner, struct outline *lines, const struct outline *others, struct outline *taken)
{
	bool *used = talloc_zero_array(owner, bool, (unsigned)others->count + 1);
	struct outline kept = { 0 }, out = { 0 };
	size_t i, j;

	for (i = 0; i < lines->count; i++) {
		for (j = 0; j < others->count; j++)
			if (!used[j] && strcmp(lines->lines[i].text, others->lines[j].text) == 0)
				break;
		if (j < others->count)
			used[j] = true;
		append(owner, j < others->count ? &out : &kept, lines->lines[i]);
	}
	*lines = kept;
	if (taken != NULL)
		*taken = out;
}

void
outline_differ(const void *owner, const char *from, const char *to, struct outline *vanished, struct outline *appeared)
{
	const struct outline old = read_outline(owner, from), new = read_outline(owner, to);

	*vanished = old;
	*appeared = new;
	outline_without(owner, vanished, &new, NULL);
	outline_without(owner, appeared, &old, NULL);
}
