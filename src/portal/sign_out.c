/*
 * /sign-out - the session ends, and the browser forgets what it kept of us.  The form stands on every page.  ?then=answer hands the screen to a citizen: what the
 * form's address has behind # the browser takes along, and it is in no log.
 */
#include <string.h>

#include "portal/pages.h"
#include "web/request.h"
#include "web/session.h"

static void
sign_out_post(struct request *rq)
{
	const char *then = query_text(rq, "then");

	session_end(rq);
	if (then != NULL && strcmp(then, "answer") == 0)
		see_other(rq, NULL, "/answer");
	else
		see_other(rq, "signed-out", "/sign-in");
}

const struct route portal_sign_out = { .path = "/sign-out", .page = "sign-out", .post = sign_out_post };
