/* fail.h - the one error idiom.  base/: may use nothing of ours but its neighbours. */
#ifndef SAMSPIL_BASE_FAIL_H
#define SAMSPIL_BASE_FAIL_H

/* What went wrong, named by what the user is told.  0 is fine. */
enum fail {
	FAIL_NONE = 0,
	FAIL_INPUT,	/* 422: a field is wrong; the form is shown again */
	FAIL_MALFORMED,	/* 400: the request itself is broken */
	FAIL_SIGNED_OUT,/* 303 to the sign-in page */
	FAIL_DENIED,	/* 403: not allowed, or not there for this user */
	FAIL_MISSING,	/* 404 */
	FAIL_METHOD,	/* 405 */
	FAIL_STALE,	/* 409: somebody else changed it in between */
	FAIL_LARGE,	/* 413 */
	FAIL_THROTTLED,	/* 429: too many tries */
	FAIL_BUSY,	/* 503: deadlock or time-out; the request is run again, then given up */
	FAIL_AWAY,	/* 503: database or directory cannot be reached */
	FAIL_BROKEN,	/* 500 */
};

/*
 * Log a failure where it is found, once, and return f.  The text is for operators: no personal data.
 */
enum fail fail_log(enum fail f, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The HTTP status of f; 200 for FAIL_NONE.  Never fails. */
int fail_status(enum fail f);

/* The key of f in the labels ("broken", "denied", ...): borrowed, constant.  Never fails. */
const char *fail_key(enum fail f);

#endif
