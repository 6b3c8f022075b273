#include "tools/check/capture.h"

#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "base/log.h"

struct capture { FILE *file; int before; };

static int
restore(struct capture *capture)
{
	dup2(capture->before, STDERR_FILENO);
	close(capture->before);
	fclose(capture->file);
	return 0;
}

struct capture *
capture_begin(const void *owner)
{
	struct capture *capture = talloc_zero(owner, struct capture);

	capture->file = tmpfile();
	capture->before = dup(STDERR_FILENO);
	if (capture->file == NULL || capture->before < 0 || dup2(fileno(capture->file), STDERR_FILENO) < 0) {
		if (capture->file != NULL)
			fclose(capture->file);
		if (capture->before >= 0)
			close(capture->before);
		talloc_free(capture);
		return NULL;
	}
	talloc_set_destructor(capture, restore);
	return capture;
}

/* The value of a line's field, unescaped in place; NULL when it has none. */
static char *
field(char *line, const char *name)
{
	char *from = strstr(line, name), *to;

	if (from == NULL)
		return NULL;
	from += strlen(name);
	line = to = from;
	while (*from != '\0' && *from != '"') {
		if (*from == '\\' && from[1] != '\0')
			from++;
		*to++ = *from++;
	}
	*to = '\0';
	return line;
}

char *
capture_end(const void *owner, struct capture *capture)
{
	char line[LOG_LINE_MAX + 1], *out = talloc_strdup(owner, "");

	if (capture == NULL)
		return out;
	rewind(capture->file);
	while (fgets(line, sizeof line, capture->file) != NULL) {
		char *text = field(line, "\"text\":\"");

		if (text == NULL)
			text = field(line, "\"problem\":\"");
		if (text != NULL && strstr(out, text) == NULL)
			out = talloc_asprintf_append(out, "%s%s", out[0] == '\0' ? "" : "; ", text);
	}
	talloc_free(capture);
	return out;
}
