/* secret.h - random tokens and their hashes (libsodium).  base/: may use nothing of ours but its neighbours. */
#ifndef SAMSPIL_BASE_SECRET_H
#define SAMSPIL_BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>

enum { SECRET_TOKEN_LENGTH = 43, SECRET_HASH_LENGTH = 64, SECRET_CODE_LENGTH = 14 };

/* Once, at start.  False when the system gives no randomness: the program must not go on. */
bool secret_start(void);

/* A new random 256-bit token: SECRET_TOKEN_LENGTH characters of A-Z a-z 0-9 - _, owned by owner (talloc). */
char *secret_token(const void *owner);

/* A new random number from 1 to 2^53 - 1: an id that tells no order, and that every program can count with. */
long long secret_number(void);

/*
 * A new access code for a citizen: 12 characters of 31 (58 bits, no 0 O 1 I L), as XXXX-XXXX-XXXX, owned by owner (talloc).
 * Source: domain.md b, screening: "random >= 50 bits, printed in groups without 0/O/1/I".
 */
char *secret_code(const void *owner);

/* What a person typed as a code, in the form that secret_code gave it: upper case, grouped; NULL when it cannot be one. */
char *secret_code_tidy(const void *owner, const char *typed);

/*
 * The SHA-256 of purpose, a zero byte and text, in SECRET_HASH_LENGTH hexadecimal digits; owned by owner (talloc).  The
 * purpose keeps the hash of one kind of secret from being good as another's.
 */
char *secret_hash(const void *owner, const char *purpose, const char *text);

/* From now on text, which is talloc's, is overwritten when it is freed; NULL is fine. */
void secret_wipe(char *text);

/* Are they equal?  Takes the same time wherever they differ; NULL equals nothing. */
bool secret_equal(const char *a, const char *b);

#endif
