/*
 * key.h - the key that pseudonyms are made with, and the pseudonyms.  tools/export/: may use base/; libsodium.
 *
 * The key is kept by another than those who use the extract, in a file that only its owner can read.  Who has it, and the number of the extract, can
 * find out whose a pseudonym is by trying everybody; nobody else can, nor say that two extracts tell of the same person.
 */
#ifndef SAMSPIL_TOOLS_EXPORT_KEY_H
#define SAMSPIL_TOOLS_EXPORT_KEY_H

#include "base/fail.h"

enum { KEY_BYTES = 32, KEY_MARK = 16, KEY_NUMBER = 16, PSEUDONYM_LENGTH = 24 };

struct key {
	unsigned char bytes[KEY_BYTES];
	char mark[KEY_MARK + 1];	/* which key it is; says nothing about it */
};

/* A new key in a new file, 0600; FAIL_INPUT, told on standard error, where there is a file, or none can be made. */
enum fail key_make(const char *path);

/*
 * Read one.  FAIL_INPUT, told on standard error: not there, no key of ours, or others than its owner may read it.  key_forget overwrites it.
 */
enum fail key_read(const char *path, struct key *out);
void key_forget(struct key *key);

/* A new extract's number, random: 2 * KEY_NUMBER hexadecimal digits, and a terminator. */
void key_number(char out[2 * KEY_NUMBER + 1]);

/* The pseudonym of a citizen in the extract of that number: a letter and hexadecimal digits, PSEUDONYM_LENGTH in all, and a terminator. */
void key_pseudonym(const struct key *key, const char *number, long long citizen, char out[PSEUDONYM_LENGTH + 1]);

#endif
