#include "domain/icf.h"

#include <ctype.h>
#include <string.h>
#include <talloc.h>

#include "domain/choice.h"
#include "sql/rows.h"

const char *const icf_components[] = { "function", "anatomy", "activity", "participation", "environment", "personal", NULL };

#define OF_TODAY(alias) \
	"((" alias ".valid_from IS NULL OR " alias ".valid_from <= t.today) AND (" alias ".valid_to IS NULL OR " alias ".valid_to >= t.today))"

const char *
icf_code_tidy(struct request *rq, const char *typed, const char *component)
{
	char *out = talloc_strdup(rq, typed);
	size_t length = 0;

	for (; *typed != '\0'; typed++)
		if (strchr(" .-\t", *typed) == NULL)
			out[length++] = (char)toupper((unsigned char)*typed);
	out[length] = '\0';
	if (length < 2 || strchr("ABDEPS", out[0]) == NULL || !isdigit((unsigned char)out[1]))
		return out;
	if (out[0] == 'D')
		out[0] = component != NULL && strcmp(component, "participation") == 0 ? 'P' : 'A';
	return talloc_asprintf(rq, "F%s", out);
}

/* Codes are ASCII, and the database compares them with nothing else. */
bool
icf_is_ascii(const char *code)
{
	for (; *code != '\0'; code++)
		if ((unsigned char)*code >= 0x80)
			return false;
	return true;
}

const char *
icf_check(struct request *rq, const char *component, const char *code, const char **title)
{
	const char *is[4];

	*title = NULL;
	if (!icf_is_ascii(code) || !rows_one(rq->db, rq, is, 4, "SELECT i.title, i.component, i.selectable AND i.kind <> 'qualifier'," OF_TODAY("i")
	    " FROM (SELECT CAST(? AS DATE) AS today) t JOIN icf i ON i.code = ?", ARGS(TEXT(request_today(rq)), TEXT(code))))
		return "icf-unknown";
	if (strcmp(is[2], "1") != 0)
		return "icf-not-selectable";
	if (strcmp(is[3], "1") != 0)
		return "icf-retired";
	if (component != NULL && strcmp(is[1], component) != 0)
		return "icf-other-component";
	*title = is[0];
	return NULL;
}

const char *
icf_check_qualifier(struct request *rq, const char *component, const char *kind, const char *code, const char **title)
{
	const char *is[2];

	*title = NULL;
	if (!rows_one(rq->db, rq, is, 2, "SELECT title, component FROM icf WHERE code = ? AND kind = 'qualifier' AND selectable",
	    ARGS(TEXT(code))))
		return "icf-unknown";
	if (strcmp(is[1], component) != 0)
		return "icf-other-component";
	if (strncmp(code, "FZEG1N", 6) == 0 && strcmp(kind, "resource") == 0)
		return "icf-other-sign";
	if (strncmp(code, "FZEG1P", 6) == 0 && strcmp(kind, "barrier") == 0)
		return "icf-other-sign";
	*title = is[0];
	return NULL;
}

const char *
icf_component(struct request *rq, const char *code)
{
	if (!icf_is_ascii(code))
		return NULL;
	return rows_text(rq->db, rq, "SELECT component FROM icf WHERE code = ? AND selectable AND kind <> 'qualifier'", ARGS(TEXT(code)));
}

void
icf_add_qualifiers(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT i.code, i.title FROM icf i WHERE i.kind = 'qualifier' AND i.selectable"
	    " AND (i.code LIKE 'FZ_G1_' OR i.code LIKE 'FZEG1__') ORDER BY FIELD(i.component, 'function', 'anatomy', 'activity',"
	    " 'participation', 'environment'), i.code", NO_ARGS);
}
