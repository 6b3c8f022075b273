#include "directory/dn.h"

#include <ldap.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <utf8proc.h>

/* Runs of blanks become one, those at the ends go. */
static void
squeeze(char *text)
{
	char *to = text;
	const char *from;

	for (from = text; *from != '\0'; from++)
		if (*from != ' ' || (to > text && to[-1] != ' '))
			*to++ = *from;
	if (to > text && to[-1] == ' ')
		to--;
	*to = '\0';
}

char *
dn_fold(const void *owner, const char *text, long length)
{
	utf8proc_uint8_t *folded = NULL;
	char *out;

	if (utf8proc_map((const utf8proc_uint8_t *)text, length, &folded,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD) < 0)
		return NULL;
	out = talloc_strdup(owner, (char *)folded);
	free(folded);
	if (out != NULL)
		squeeze(out);
	return out;
}

/* "attribute=LENGTH:value+": the length keeps a value from posing as a separator. */
static char *
ava_normal(const void *owner, const LDAPAVA *ava)
{
	char *attribute = dn_fold(owner, ava->la_attr.bv_val, (long)ava->la_attr.bv_len);
	char *value = memchr(ava->la_value.bv_val, '\0', ava->la_value.bv_len) != NULL ? NULL
	    : dn_fold(owner, ava->la_value.bv_val, (long)ava->la_value.bv_len);

	if (attribute == NULL || value == NULL)
		return NULL;
	return talloc_asprintf(owner, "%s=%zu:%s+", attribute, strlen(value), value);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* One part of the name appended to out; NULL when it cannot be. */
static char *
rdn_append(char *out, LDAPRDN rdn)
{
	size_t count = 0, i;
	char **parts;

	while (rdn[count] != NULL)
		count++;
	parts = talloc_array(out, char *, (unsigned)count);
	for (i = 0; parts != NULL && i < count; i++)
		if ((parts[i] = ava_normal(parts, rdn[i])) == NULL)
			return NULL;
	if (parts == NULL)
		return NULL;
	qsort(parts, count, sizeof parts[0], by_text);
	for (i = 0; i < count && out != NULL; i++)
		out = talloc_strdup_append(out, parts[i]);
	talloc_free(parts);
	return out == NULL ? NULL : talloc_strdup_append(out, ",");
}

char *
dn_normal(const void *owner, const char *dn)
{
	char *out = talloc_strdup(owner, ""), *longer;
	LDAPDN parts = NULL;
	size_t i;

	if (out == NULL || ldap_str2dn(dn, &parts, LDAP_DN_FORMAT_LDAPV3) != LDAP_SUCCESS || parts == NULL) {
		talloc_free(out);
		return NULL;
	}
	for (i = 0; parts[i] != NULL; i++) {
		longer = rdn_append(out, parts[i]);
		if (longer == NULL)
			talloc_free(out);
		if ((out = longer) == NULL)
			break;
	}
	ldap_dnfree(parts);
	return out;
}

bool
dn_equal(const char *a, const char *b)
{
	void *scratch = talloc_new(NULL);
	const char *x = dn_normal(scratch, a), *y = dn_normal(scratch, b);
	bool equal = x != NULL && y != NULL && strcmp(x, y) == 0;

	talloc_free(scratch);
	return equal;
}
