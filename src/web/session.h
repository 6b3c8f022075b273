/* session.h - who is signed in: rows keyed by the hash of a random token.  web/: may use base/, sql/. */
#ifndef SAMSPIL_WEB_SESSION_H
#define SAMSPIL_WEB_SESSION_H

#include "base/fail.h"
#include "web/request.h"

/* Find the user of the request's cookie: rq->user, or NULL when there is none, it is over, or it was ended. */
enum fail session_identify(struct request *rq);

/* Does the request's cookie name a session, be it over?  Before any transaction: large bodies are read from nobody else. */
bool session_is_ours(struct request *rq);

/*
 * Start a session for uid (whose staff row is there) with these roles (comma-separated) and set the new cookie; the browser's
 * earlier session, if any, ends.
 */
void session_begin(struct request *rq, const char *uid, const char *roles);

/* End the request's session and take the cookie away. */
void session_end(struct request *rq);

/* What goes out as the field `token` of every form and must come back: bound to the browser's cookie.  Owned by the request. */
const char *session_token(struct request *rq);

#endif
