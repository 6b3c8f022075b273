#include "web/route.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/internals.h"

/* One segment of the pattern against one of the path: the length that matched in the path, 0 for none. */
static size_t
match_segment(const char *pattern, size_t pattern_length, const char *path, long long *id)
{
	enum { ID_DIGITS_MAX = 18 };
	size_t n = strcspn(path, "/");

	if (pattern[0] != ':')
		return n == pattern_length && strncmp(pattern, path, n) == 0 ? n : 0;
	if (n == 0 || n > ID_DIGITS_MAX || strspn(path, "0123456789") != n || path[0] == '0')
		return 0;
	*id = atoll(path);
	return n;
}

static bool
matches(const char *pattern, const char *path, long long *ids)
{
	size_t count = 0;

	memset(ids, 0, REQUEST_IDS_MAX * sizeof *ids);
	while (*pattern == '/' && *path == '/') {
		size_t wanted = strcspn(++pattern, "/"), n;

		path++;
		if (wanted == 0 && *path == '\0')
			return true;
		n = match_segment(pattern, wanted, path, &ids[count]);
		if (n == 0)
			return false;
		if (pattern[0] == ':' && ++count == REQUEST_IDS_MAX)
			return false;
		pattern += wanted;
		path += n;
	}
	return *pattern == '\0' && *path == '\0';
}

const struct route *
route_find(const struct program *program, const char *path, long long *ids)
{
	const struct route *const *route;

	for (route = program->routes; *route != NULL; route++)
		if (matches((*route)->path, path, ids))
			return *route;
	return NULL;
}

int
route_print(const struct program *program)
{
	const struct route *const *at;

	for (at = program->routes; *at != NULL; at++) {
		const struct route *route = *at;

		printf("%s\t%s%s\t%s\t%s\t%llx\t%llx\n", route->path, route->get == NULL ? "" : "GET",
		    route->post == NULL ? "" : route->get == NULL ? "POST" : ",POST", route->page,
		    route->open ? "open" : route->subject == NULL ? "-" : route->subject->name, route->may,
		    route->may_post == 0 ? route->may : route->may_post);
	}
	return 0;
}
