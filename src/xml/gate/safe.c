#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/gate/judge_parts.h"

static const char *const namespaces[] = { "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg" };

static bool
is_foreign(const xmlNs *ns)
{
	size_t i;

	for (i = 0; ns != NULL && ns->href != NULL && i < sizeof namespaces / sizeof namespaces[0]; i++)
		if (strcmp((const char *)ns->href, namespaces[i]) == 0)
			return false;
	return ns != NULL && ns->href != NULL;
}

static bool
is_one_of(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcasecmp(name, *names) == 0)
			return true;
	return false;
}

/* Addresses */

static bool
holds_address(const char *name)
{
	static const char *const addresses[] = { "action", "archive", "background", "cite", "classid", "codebase", "data", "dynsrc",
	    "formaction", "href", "icon", "imagesrcset", "longdesc", "lowsrc", "manifest", "ping", "poster", "profile", "src", "srcset",
	    "usemap", NULL };

	return is_one_of(name, addresses);
}

/* As browsers read it: without spaces and controls in front, tabs and line ends inside. */
static void
tidy(const char *value, char *out, size_t room)
{
	size_t n = 0;

	while (*value != '\0' && (unsigned char)*value <= ' ')
		value++;
	for (; *value != '\0' && n + 1 < room; value++)
		if ((unsigned char)*value > ' ')
			out[n++] = *value == '\\' ? '/' : *value;
	out[n] = '\0';
}

/* The length of a scheme with its colon; 0: the address has none. */
static size_t
scheme(const char *address)
{
	size_t n = strspn(address, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

	return n > 0 && address[n] == ':' ? n + 1 : 0;
}

/* Which finding an address is; NULL: it stays in this house. */
static const char *
judge_address(const char *value, bool of_link)
{
	static const char *const calls[] = { "mailto:", "tel:" };
	static const char *const networks[] = { "ftp:", "ftps:", "http:", "https:", "mailto:", "tel:", "ws:", "wss:" };
	char address[64];
	size_t i, n;

	tidy(value, address, sizeof address);
	if (address[0] == '/' && address[1] == '/')
		return "page-foreign-address";
	n = scheme(address);
	if (n == 0)
		return NULL;
	for (i = 0; of_link && i < sizeof calls / sizeof calls[0]; i++)
		if (strlen(calls[i]) == n && strncasecmp(address, calls[i], n) == 0)
			return NULL;
	for (i = 0; i < sizeof networks / sizeof networks[0]; i++)
		if (strlen(networks[i]) == n && strncasecmp(address, networks[i], n) == 0)
			return "page-foreign-address";
	return "page-code-address";
}

/* A list of addresses with sizes between them: any that has a scheme or a host. */
static const char *
judge_addresses(const char *value)
{
	const char *found = NULL;

	for (value += strspn(value, " ,\t\r\n"); *value != '\0' && found == NULL; value += strspn(value, " ,\t\r\n")) {
		found = judge_address(value, false);
		value += strcspn(value, " ,\t\r\n");
	}
	return found;
}

/* A form's token belongs into its hidden field: addresses are kept in logs. */
static bool
holds_token(const char *address)
{
	static const char *const names[] = { "token=", "once=" };
	const char *at;
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		for (at = address; (at = strcasestr(at, names[i])) != NULL; at++)
			if (at > address && (at[-1] == '?' || at[-1] == '&' || at[-1] == ';'))
				return true;
	return false;
}

/* One address: where it leads, and whether it is one at all. */
static const char *
judge_single(const char *value, bool of_link)
{
	const char *key = judge_address(value, of_link);

	if (key == NULL && value[strcspn(value, " \t\r\n")] != '\0')
		key = "page-no-address";
	if (key == NULL && holds_token(value))
		key = "page-token-address";
	return key;
}

/* Drawing attributes may fetch: url(#here) alone is fine. */
static bool
fetches(const char *value)
{
	for (; (value = strcasestr(value, "url(")) != NULL; value += 4) {
		const char *to = value + 4 + strspn(value + 4, " \t\r\n'\"");

		if (*to != '#')
			return true;
	}
	return false;
}

/* Attributes */

static const char *
judge_value(const struct thing *thing, const char *name, const char *value)
{
	enum tag tag = thing->element->tag;

	if (holds_address(name))
		return strcasecmp(name, "srcset") == 0 || strcasecmp(name, "ping") == 0 || strcasecmp(name, "imagesrcset") == 0 ?
		    judge_addresses(value) : judge_single(value, tag == TAG_A);
	if (thing->flags & IN_SVG || tag == TAG_SVG)
		return fetches(value) ? "page-foreign-address" : NULL;
	return NULL;
}

static void
check_attribute(const struct outline *outline, const struct thing *thing, const xmlAttr *attr, struct report *report)
{
	const char *name = (const char *)attr->name, *element = (const char *)thing->node->name, *key;
	const char *value = outline_value(outline, thing, name);

	if (attr->ns != NULL && !xmlStrEqual(attr->ns->href, XML_XML_NAMESPACE))
		report_say(report, true, "page-foreign-attribute", thing, name, element);
	if (strncasecmp(name, "on", 2) == 0)
		report_say(report, true, "page-handler", thing, name, element);
	if (strcasecmp(name, "style") == 0)
		report_say(report, true, "page-style", thing, name, element);
	if (strcasecmp(name, "srcdoc") == 0 || strcasecmp(name, "http-equiv") == 0)
		report_say(report, true, "page-instruction", thing, name, element);
	key = judge_value(thing, name, value);
	if (key != NULL)
		report_say(report, true, key, thing, value, name);
}

/* What a <link> or <meta> may say. */
static void
check_head(const struct outline *outline, const struct thing *thing, struct report *report)
{
	static const char *const rels[] = { "alternate", "author", "help", "icon", "license", "next", "prev", "search", "stylesheet", NULL };
	static const char *const names[] = { "application-name", "author", "color-scheme", "description", "format-detection", "generator",
	    "theme-color", "viewport", NULL };
	const char *rel = outline_value(outline, thing, "rel"), *name = outline_value(outline, thing, "name");

	if (thing->element->tag == TAG_LINK && !is_one_of(rel, rels))
		report_say(report, true, "page-instruction", thing, *rel == '\0' ? "rel" : rel, "link");
	if (thing->element->tag == TAG_META && *name != '\0' && !is_one_of(name, names))
		report_say(report, true, "page-instruction", thing, name, "meta");
}

void
safe_check(const struct outline *outline, struct report *report)
{
	const xmlAttr *attr;
	size_t i;

	if (outline->has_markup)
		report_say(report, true, "page-not-escaped", NULL, NULL, NULL);
	for (i = 0; i < outline->count; i++) {
		const struct thing *thing = &outline->list[i];
		const char *name = (const char *)thing->node->name;

		if (thing->element->is & IS_BANNED)
			report_say(report, true, "page-element", thing, name, NULL);
		if (is_foreign(thing->node->ns))
			report_say(report, true, "page-foreign-element", thing, name, NULL);
		if (thing->element->tag == TAG_LINK || thing->element->tag == TAG_META)
			check_head(outline, thing, report);
		for (attr = thing->node->properties; attr != NULL; attr = attr->next)
			check_attribute(outline, thing, attr, report);
	}
}
