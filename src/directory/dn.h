/* dn.h - distinguished names compared as names, not as text (RFC 4514).  directory/: may use nothing but its neighbours. */
#ifndef SAMSPIL_DIRECTORY_DN_H
#define SAMSPIL_DIRECTORY_DN_H

#include <stdbool.h>

/*
 * The name in a form that is equal for equal names: letter case, blanks around separators, escapes and the order inside a
 * multi-valued part do not count.  For comparing only.  Owned by owner (talloc); NULL for what is no name, and for "".
 */
char *dn_normal(const void *owner, const char *dn);

/* Do both name the same entry?  What is no name equals nothing. */
bool dn_equal(const char *a, const char *b);

/* A text in the lower case of its script, composed (NFC), blanks inside as one; owned by owner; NULL when it is no UTF-8. */
char *dn_fold(const void *owner, const char *text, long length);

#endif
