/* publishing_version.c - the version of a text, where it stands. */
#include <string.h>
#include <talloc.h>

#include "domain/publishing.h"

#define SPACES " \t\r\n"

/* After the first that of text; at its end where it is not there. */
static const char *
after(const char *text, const char *that)
{
	const char *found = strstr(text, that);

	return found == NULL ? text + strlen(text) : found + strlen(that);
}

/* The name of the first element, which comments and instructions may stand before. */
static const char *
root_name(const char *text)
{
	const char *at = text + strcspn(text, "<");

	while (*at != '\0') {
		if (strncmp(at, "<!--", 4) == 0)
			at = after(at + 4, "-->");
		else if (strncmp(at, "<?", 2) == 0)
			at = after(at + 2, "?>");
		else
			return at + 1;
		at += strcspn(at, "<");
	}
	return at;
}

/* An attribute of an element, from its name on. */
struct attribute { const char *name, *value, *end; size_t name_length; };

/* The attribute at *at or after the spaces there; *at goes to what follows it. */
static bool
next_attribute(const char **at, struct attribute *out)
{
	out->name = *at + strspn(*at, SPACES);
	out->name_length = strcspn(out->name, SPACES "=/>");
	out->value = out->name + out->name_length;
	out->value += strspn(out->value, SPACES "=");
	if (out->name_length == 0 || (*out->value != '"' && *out->value != '\''))
		return false;
	out->end = strchr(out->value + 1, *out->value);
	out->value++;
	if (out->end == NULL)
		return false;
	*at = out->end + 1;
	return true;
}

const char *
publishing_with_version(const void *owner, const char *text, long long version)
{
	const char *at = root_name(text);
	struct attribute one;

	at += strcspn(at, SPACES "/>");
	while (next_attribute(&at, &one))
		if (one.name_length == strlen("version") && strncmp(one.name, "version", one.name_length) == 0)
			return talloc_asprintf(owner, "%.*s%lld%s", (int)(one.value - text), text, version, one.end);
	return text;
}
