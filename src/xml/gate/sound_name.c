/* What a thing is called: by those who listen, and in a finding. */
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/gate/sound_parts.h"

enum { TEXT_IN_FINDING = 80 };

bool
sound_is_away(const struct thing *thing)
{
	return (thing->flags & (HIDDEN | UNHEARD)) != 0;
}

const char *
sound_text(const struct outline *outline, const struct thing *thing)
{
	struct slice slice = outline_heard(outline, thing);

	slice.length = text_cut(slice.bytes, slice.length, TEXT_IN_FINDING);
	return slice_text(outline->owner, slice);
}

const char *
sound_called(const struct outline *outline, const struct thing *thing)
{
	static const char *const names[] = { "id", "name", "href", "src" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (*outline_value(outline, thing, names[i]) != '\0')
			return outline_value(outline, thing, names[i]);
	return (const char *)thing->node->name;
}

/* Does any of the ids lead to something that has a text? A hidden one may name too. */
static bool
is_labelled_by(const struct outline *outline, const char *ids)
{
	for (ids += strspn(ids, " \t\r\n"); *ids != '\0'; ids += strspn(ids, " \t\r\n")) {
		size_t n = strcspn(ids, " \t\r\n");
		char *id = talloc_strndup(outline->owner, ids, n);
		unsigned to = id == NULL ? NONE : outline_find(outline, id);

		talloc_free(id);
		if (to != NONE && (outline_heard(outline, &outline->list[to]).length > 0 ||
		    (sound_is_away(&outline->list[to]) && outline->list[to].node->children != NULL)))
			return true;
		ids += n;
	}
	return false;
}

bool
sound_is_labelled(const struct outline *outline, const struct thing *thing)
{
	return !is_blank(outline_value(outline, thing, "aria-label")) || !is_blank(outline_value(outline, thing, "title")) ||
	    is_labelled_by(outline, outline_value(outline, thing, "aria-labelledby"));
}

bool
sound_has_name(const struct outline *outline, const struct thing *thing)
{
	return outline_heard(outline, thing).length > 0 || sound_is_labelled(outline, thing);
}
