/* operator.h - who runs a tool.  tools/. */
#ifndef SAMSPIL_TOOLS_OPERATOR_H
#define SAMSPIL_TOOLS_OPERATOR_H

#include "base/fail.h"

/*
 * The name of the user that this process runs as; where somebody signed in with another name and became root since (the kernel keeps who: /proc/self/loginuid),
 * or sudo says so (SUDO_USER, which root alone can set for us), "anna (root)".  At most OPERATOR_MAX bytes, owned by owner (talloc).
 */
enum { OPERATOR_MAX = 64 };
const char *operator_name(const void *owner);

/* A failure that the log alone has told so far: where the database is away, say so on standard error, and what then.  Returns f. */
enum fail operator_told(const char *program, enum fail f);

#endif
