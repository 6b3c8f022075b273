#include "portal/person.h"

#include <string.h>
#include <talloc.h>

const char *const citizen_languages[] = { "da", "en", "ar", "de", "fa", "pl", "ro", "so", "ti", "tr", "uk", "other", NULL };

static bool
all_digits(const char *text, size_t least, size_t most)
{
	size_t length = strlen(text);

	return strspn(text, "0123456789") == length && length >= least && length <= most;
}

const char *
check_phone(struct request *rq, const char **value)
{
	char *number = talloc_strdup(rq, "");
	const char *at;

	for (at = *value; *at != '\0'; at++)
		if (strchr(" -.()", *at) == NULL)
			number = talloc_strndup_append(number, at, 1);
	if (strncmp(number, "+45", 3) == 0)
		number += 3;
	else if (strncmp(number, "0045", 4) == 0)
		number += 4;
	if (number[0] == '+' ? !all_digits(number + 1, 7, 15) : !all_digits(number, 8, 8))
		return "not-a-phone-number";
	*value = number;
	return NULL;
}
