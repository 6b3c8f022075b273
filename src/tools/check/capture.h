/* capture.h - what the libraries log while something is tried becomes the text of a fault.  tools/check/: may use base/. */
#ifndef SAMSPIL_TOOLS_CHECK_CAPTURE_H
#define SAMSPIL_TOOLS_CHECK_CAPTURE_H

struct capture;

/* From now on standard error is kept; owned by owner (talloc).  NULL when it cannot be: then it goes where it went. */
struct capture *capture_begin(const void *owner);

/* The texts logged since then, with "; " between, owned by owner; "" for none.  Standard error is as before; NULL is fine. */
char *capture_end(const void *owner, struct capture *capture);

#endif
