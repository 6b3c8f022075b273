/* bytes.h - numbers as files have them.  base/: may use nothing of ours. */
#ifndef SAMSPIL_BASE_BYTES_H
#define SAMSPIL_BASE_BYTES_H

#include <stddef.h>
#include <stdint.h>

/* The number in so many bytes (at most 4), the greatest first, or the least first; that they are there is the caller's to know. */
static inline uint32_t
bytes_big(const unsigned char *at, size_t bytes)
{
	uint32_t number = 0;

	while (bytes-- > 0)
		number = number << 8 | *at++;
	return number;
}

static inline uint32_t
bytes_little(const unsigned char *at, size_t bytes)
{
	uint32_t number = 0;

	while (bytes-- > 0)
		number = number << 8 | at[bytes];
	return number;
}

#endif
