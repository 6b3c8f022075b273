#include "domain/permission.h"

#include <stddef.h>
#include <string.h>

#define CASEWORK (MAY_SEE_CASES | MAY_SEE_DEPARTMENT | MAY_REGISTER | MAY_ASSESS | MAY_RUN_COURSE | MAY_ANALYSE | MAY_MEASURE | MAY_JOIN_DAYS)
#define ANALYSIS (MAY_SEE_CASES | MAY_ANALYSE | MAY_JOIN_DAYS)

static const struct { const char *role; unsigned long long may; const char *profession; } roles_known[] = {
	{ "caseworker",      CASEWORK,                              "caseworker" },
	{ "team-leader",     CASEWORK | MAY_SEE_ACCESS_LOG | MAY_LEAD | MAY_WRITE_QUESTIONNAIRE | MAY_SURVEY
	    | MAY_WRITE_CATALOGUE | MAY_READ_REPORTS, "caseworker" },
	{ "psychologist",    ANALYSIS,                              "psychologist" },
	{ "physiotherapist", ANALYSIS,                              "physiotherapist" },
	{ "nurse",           ANALYSIS,                              "nurse" },
	{ "adviser",         MAY_SEE_CASES | MAY_JOIN_DAYS,         NULL },
	{ "provider",        MAY_PROVIDE | MAY_MEASURE,             NULL },
	{ "operator",        MAY_SEE_ADMIN | MAY_SEE_ACCESS_LOG | MAY_ACTIVATE_LOOK | MAY_RUN_LOOKS | MAY_WRITE_QUESTIONNAIRE
	    | MAY_WRITE_CATALOGUE | MAY_WRITE_RULES, NULL },
	{ "editor",          MAY_SEE_CASES | MAY_SEE_ADMIN | MAY_EDIT_LOOK | MAY_ACTIVATE_LOOK | MAY_PREVIEW, NULL },
	{ "evaluator",       MAY_READ_REPORTS,                      NULL },
	{ "economist",       MAY_READ_REPORTS | MAY_WRITE_ACCOUNT,  NULL },
};

unsigned long long
permission_of(const char *role)
{
	size_t i;

	for (i = 0; i < sizeof roles_known / sizeof roles_known[0]; i++)
		if (strcmp(role, roles_known[i].role) == 0)
			return roles_known[i].may;
	return 0;
}

bool
permission_role(const char *role)
{
	size_t i;

	for (i = 0; i < sizeof roles_known / sizeof roles_known[0]; i++)
		if (strcmp(role, roles_known[i].role) == 0)
			return true;
	return false;
}

const char *
profession_of(const char *const *roles)
{
	size_t i;

	for (; *roles != NULL; roles++)
		for (i = 0; i < sizeof roles_known / sizeof roles_known[0]; i++)
			if (strcmp(*roles, roles_known[i].role) == 0 && roles_known[i].profession != NULL)
				return roles_known[i].profession;
	return NULL;
}
