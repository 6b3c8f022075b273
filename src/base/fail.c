#include "base/fail.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/log.h"

static const struct { int status; const char *key; } fails[] = {
	[FAIL_NONE]       = { 200, "none" },
	[FAIL_INPUT]      = { 422, "input" },
	[FAIL_MALFORMED]  = { 400, "malformed" },
	[FAIL_SIGNED_OUT] = { 303, "signed-out" },
	[FAIL_DENIED]     = { 403, "denied" },
	[FAIL_MISSING]    = { 404, "missing" },
	[FAIL_METHOD]     = { 405, "method" },
	[FAIL_STALE]      = { 409, "stale" },
	[FAIL_LARGE]      = { 413, "large" },
	[FAIL_THROTTLED]  = { 429, "throttled" },
	[FAIL_BUSY]       = { 503, "busy" },
	[FAIL_AWAY]       = { 503, "away" },
	[FAIL_BROKEN]     = { 500, "broken" },
};

enum fail
fail_log(enum fail f, const char *format, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	log_event("fail", LOG_FIELDS(LOG_TEXT("kind", fail_key(f)), LOG_TEXT("text", text)));
	return f;
}

int
fail_status(enum fail f)
{
	return fails[f].status;
}

const char *
fail_key(enum fail f)
{
	return fails[f].key;
}
