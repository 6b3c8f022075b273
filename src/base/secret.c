#include "base/secret.h"

#include <sodium.h>
#include <stdint.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"

static const char code_letters[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

bool
secret_start(void)
{
	return sodium_init() >= 0;
}

char *
secret_token(const void *owner)
{
	unsigned char bytes[32];
	char text[sodium_base64_ENCODED_LEN(sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];

	randombytes_buf(bytes, sizeof bytes);
	sodium_bin2base64(text, sizeof text, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return talloc_strdup(owner, text);
}

long long
secret_number(void)
{
	const uint64_t most = (UINT64_C(1) << 53) - 1;
	uint64_t number;

	do {
		randombytes_buf(&number, sizeof number);
		number &= most;
	} while (number == 0);
	return (long long)number;
}

char *
secret_code(const void *owner)
{
	char code[SECRET_CODE_LENGTH + 1];
	size_t i;

	for (i = 0; i < SECRET_CODE_LENGTH; i++)
		code[i] = i % 5 == 4 ? '-' : code_letters[randombytes_uniform(sizeof code_letters - 1)];
	code[SECRET_CODE_LENGTH] = '\0';
	return talloc_strdup(owner, code);
}

char *
secret_code_tidy(const void *owner, const char *typed)
{
	char code[SECRET_CODE_LENGTH + 1];
	size_t n = 0;

	for (; *typed != '\0'; typed++) {
		char c = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A') : *typed;

		if (c == ' ' || c == '-')
			continue;
		if (strchr(code_letters, c) == NULL || n >= SECRET_CODE_LENGTH)
			return NULL;
		if (n % 5 == 4)
			code[n++] = '-';
		code[n++] = c;
	}
	if (n != SECRET_CODE_LENGTH)
		return NULL;
	code[n] = '\0';
	return talloc_strdup(owner, code);
}

char *
secret_hash(const void *owner, const char *purpose, const char *text)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
	crypto_hash_sha256_update(&state, (const unsigned char *)text, strlen(text));
	crypto_hash_sha256_final(&state, hash);
	return text_hex(owner, hash, sizeof hash);
}

bool
secret_equal(const char *a, const char *b)
{
	size_t length;

	if (a == NULL || b == NULL)
		return false;
	length = strlen(a);
	return length == strlen(b) && sodium_memcmp(a, b, length) == 0;
}

static int
wipe(char *text)
{
	explicit_bzero(text, talloc_get_size(text));
	return 0;
}

void
secret_wipe(char *text)
{
	if (text != NULL)
		talloc_set_destructor(text, wipe);
}
