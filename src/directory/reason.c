#include "directory/reason.h"

#include <stddef.h>
#include <string.h>

/* Active Directory answers 49 to everything; its diagnostic text has "data 52e,": Windows' error in hexadecimal. */
static const struct { const char *data, *reason; } active_directory[] = {
	{ "data 525,", "unknown" },
	{ "data 52e,", "wrong-password" },
	{ "data 52f,", "account-restriction" },
	{ "data 530,", "not-at-this-time" },
	{ "data 531,", "not-from-this-machine" },
	{ "data 532,", "password-expired" },
	{ "data 533,", "disabled" },
	{ "data 568,", "too-many-groups" },
	{ "data 701,", "account-expired" },
	{ "data 773,", "must-change-password" },
	{ "data 775,", "locked" },
};

/* The password policy's word (OpenLDAP's ppolicy); NULL when it is no reason to refuse. */
static const char *
of_policy(const struct bind_answer *said)
{
	switch (said->policy) {
	case PP_passwordExpired:
		return "password-expired";
	case PP_accountLocked:
		return "locked";
	case PP_changeAfterReset:
		return "must-change-password";
	default:
		return NULL;
	}
}

const char *
reason_of_bind(const struct bind_answer *said)
{
	const char *reason = of_policy(said);
	size_t i;

	if (reason != NULL)
		return reason;
	if (said->code == LDAP_SUCCESS)
		return NULL;
	for (i = 0; i < sizeof active_directory / sizeof active_directory[0]; i++)
		if (strstr(said->diagnostic, active_directory[i].data) != NULL)
			return active_directory[i].reason;
	switch (said->code) {
	case LDAP_INVALID_CREDENTIALS:
		return "wrong-password";
	case LDAP_INAPPROPRIATE_AUTH:
		return "no-password-set";
	case LDAP_NO_SUCH_OBJECT:
		return "unknown";
	default:
		return "refused-by-directory";
	}
}

bool
reason_is_away(const struct bind_answer *said)
{
	switch (said->code) {
	case LDAP_SUCCESS:
	case LDAP_INVALID_CREDENTIALS:
	case LDAP_INAPPROPRIATE_AUTH:
	case LDAP_NO_SUCH_OBJECT:
	case LDAP_UNWILLING_TO_PERFORM:
	case LDAP_CONSTRAINT_VIOLATION:
	case LDAP_INSUFFICIENT_ACCESS:
	case LDAP_INVALID_DN_SYNTAX:
		return false;
	default:
		return true;
	}
}
