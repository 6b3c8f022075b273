#include "portal/next.h"

#include <string.h>

/*
 * Our paths are made of few characters.  What may be anything else in a browser (//host, /\host, /%2fhost, a scheme, dots that
 * climb) is not among them.  In an encoded query there are some more, none of which ends it.
 */
const char *
next_path(const char *wanted)
{
	size_t path;

	if (wanted == NULL || wanted[0] != '/' || strstr(wanted, "//") != NULL || strlen(wanted) > NEXT_MAX)
		return "/";
	path = strspn(wanted, "/abcdefghijklmnopqrstuvwxyz0123456789-");
	if (wanted[path] == '?' && path > 1)
		path += 1 + strspn(wanted + path + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~%=&/");
	if (wanted[path] != '\0')
		return "/";
	return wanted;
}
