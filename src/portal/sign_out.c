/* /sign-out - the session ends, and the browser forgets what it kept of us.  The form stands on every page. */
#include <stddef.h>

#include "portal/pages.h"
#include "web/request.h"
#include "web/session.h"

static void
sign_out_post(struct request *rq)
{
	session_end(rq);
	see_other(rq, "signed-out", "/sign-in");
}

const struct route portal_sign_out = { .path = "/sign-out", .page = "sign-out", .post = sign_out_post };
