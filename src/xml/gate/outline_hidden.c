/* What hides a thing from those who see, from those who listen, or from both. */
#include <string.h>
#include <strings.h>

#include "xml/gate/outline_parts.h"

static bool
has_hiding_class(const char *classes, const char *const *names)
{
	for (; *names != NULL; names++)
		if (outline_lists(classes, *names, false))
			return true;
	return false;
}

static unsigned
hidden_by_class(const char *classes)
{
	static const char *const unseen[] = { "sr-only", "skipnav", "visually-hidden", NULL };
	/* What the design system hides, at some width, or lays over everything else. */
	static const char *const hidden[] = { "accordion-content", "collapsed", "cookie-container", "d-lg-none", "d-md-none", "d-none",
	    "d-print-none", "d-sm-none", "d-xl-none", "embed-container", "fds-modal", "fds-modal-inert", "fixed-bottom", "fixed-top",
	    "hide-base-svg", "language-switcher-header", "modal-backdrop", "overlay", "position-fixed", "toast-container", NULL };

	if (*classes == '\0')
		return 0;
	return (has_hiding_class(classes, unseen) ? UNSEEN : 0) | (has_hiding_class(classes, hidden) ? HIDDEN : 0);
}

static bool
is_nothing(const char *size)
{
	return size != NULL && size[strspn(size, " +-0.")] == '\0' && *size != '\0';
}

static bool
is_hidden_svg(const struct outline *outline, const struct thing *thing)
{
	static const char *const shelves[] = { "clipPath", "defs", "filter", "linearGradient", "marker", "mask", "metadata", "pattern",
	    "radialGradient", "symbol", NULL };
	const char *name = (const char *)thing->node->name;
	const char *const *shelf;

	for (shelf = shelves; *shelf != NULL; shelf++)
		if (strcasecmp(name, *shelf) == 0)
			return true;
	return is_nothing(outline_get(outline, thing, "opacity")) || is_nothing(outline_get(outline, thing, "font-size")) ||
	    is_nothing(outline_get(outline, thing, "fill-opacity")) || outline_lists(outline_value(outline, thing, "display"), "none", true) ||
	    outline_lists(outline_value(outline, thing, "visibility"), "hidden", true) ||
	    (strcasecmp(name, "text") == 0 && outline_lists(outline_value(outline, thing, "fill"), "none", true));
}

static unsigned
hidden_by_element(const struct outline *outline, const struct thing *thing)
{
	switch (thing->element->tag) {
	case TAG_INPUT:
		return outline_lists(outline_value(outline, thing, "type"), "hidden", true) ? HIDDEN : 0;
	case TAG_DIALOG:
		return outline_has(thing, "open") ? 0 : HIDDEN;
	case TAG_DETAILS:
		return outline_has(thing, "open") ? 0 : CLOSED;
	case TAG_MEDIA:
	case TAG_METER:
		return CLOSED;
	case TAG_SVG:
		return is_nothing(outline_get(outline, thing, "width")) || is_nothing(outline_get(outline, thing, "height")) ? HIDDEN : 0;
	default:
		return thing->element->is & IS_UNSEEN ? HIDDEN : 0;
	}
}

unsigned
outline_own_flags(const struct outline *outline, const struct thing *thing)
{
	unsigned flags = hidden_by_class(outline_value(outline, thing, "class")) | hidden_by_element(outline, thing);

	if (thing->node->properties == NULL)
		return flags;
	if (outline_has(thing, "hidden") || outline_has(thing, "inert") || outline_has(thing, "popover"))
		flags |= HIDDEN;
	if (outline_lists(outline_value(outline, thing, "aria-hidden"), "true", true))
		flags |= UNHEARD;
	if (outline_has(thing, "disabled"))
		flags |= DISABLED;
	if (thing->flags & IN_SVG && is_hidden_svg(outline, thing))
		flags |= HIDDEN;
	return flags;
}
