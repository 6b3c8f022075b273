/* reason.h - why a sign-in was refused, in a word for the log.  directory/: may use nothing but its neighbours. */
#ifndef SAMSPIL_DIRECTORY_REASON_H
#define SAMSPIL_DIRECTORY_REASON_H

#include <stdbool.h>

#include "directory/connection.h"

/*
 * What a server's answer to a person's bind means: "wrong-password", "locked", "disabled", "expired", "must-change-password"
 * ...; NULL: the password is right and may be used.  Constant.
 */
const char *reason_of_bind(const struct bind_answer *said);

/* Does the answer say nothing about the person, but that this server cannot tell now? */
bool reason_is_away(const struct bind_answer *said);

#endif
