#include "portal/next.h"

#include <string.h>

/*
 * Our paths are made of few characters.  What may be anything else in a browser (//host, /\host, /%2fhost, a scheme, dots that
 * climb) is not among them.
 */
const char *
next_path(const char *wanted)
{
	if (wanted == NULL || wanted[0] != '/' || strstr(wanted, "//") != NULL ||
	    strspn(wanted, "/abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(wanted))
		return "/";
	return wanted;
}
