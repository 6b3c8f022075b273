/* helper.h - what the directory's tests share. */
#ifndef TESTS_DIRECTORY_HELPER_H
#define TESTS_DIRECTORY_HELPER_H

#include "directory/directory.h"

/*
 * A directory from lines of [directory], which replace the usual ones of the same key; its roles and departments are those
 * of the test's groups.  $NAME in lines is the variable of the environment.  Owned by owner.
 */
struct directory *directory_of(const void *owner, const char *lines);

/* What directory_authenticate answered, and what it logged ("" for nothing), borrowed until the next call. */
enum fail sign_in(const void *owner, struct directory *dir, const char *username, const char *password,
    struct person **out);
const char *logged(void);

/* As sign_in, for directory_find. */
enum fail find(const void *owner, struct directory *dir, const char *uid, struct person **out);

/* How long the last sign_in or find took, in milliseconds. */
long long took_ms(void);

#endif
