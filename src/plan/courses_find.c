/*
 * /plan/find - POST: a CPR number leads to the course, or to the citizen of several, and comes into no address; what else is typed becomes
 * /plan?q=, which opens a single hit.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/courses_filter.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/form.h"

static const struct field find_fields[] = {
	{ "q", FIELD_LINE, REQUIRED, .max = 100 },
	{ 0 }
};
static const char *const find_submits[] = { "find", NULL };
static const struct form find_form = { .name = "find", .fields = find_fields, .submits = find_submits };

void
courses_find_add(struct request *rq, xmlNode *content)
{
	xmlNode *form = form_add(rq, content, &find_form, "/plan/find");

	if (rq->form == NULL && query_text(rq, "q") != NULL)
		form_set(form, "q", query_text(rq, "q"));
}

/* The ten digits of a CPR number; NULL when it is none. */
static const char *
cpr_of(struct request *rq, const char *typed)
{
	char *digits = talloc_strdup(rq, "");

	for (; *typed != '\0'; typed++) {
		if (isdigit((unsigned char)*typed))
			digits = talloc_strndup_append(digits, typed, 1);
		else if (*typed != '-' && *typed != ' ')
			return NULL;
	}
	return strlen(digits) == 10 ? digits : NULL;
}

enum { COURSES_MAX = 50 };

/* The newest of one citizen, open ones first. */
struct found { long long ids[COURSES_MAX], citizen; size_t count, open; };

static void
take_course(void *user, const char *const *columns, size_t count)
{
	struct found *found = user;

	(void)count;
	found->citizen = atoll(columns[1]);
	found->open += strcmp(columns[2], "1") == 0;
	found->ids[found->count++] = atoll(columns[0]);
}

/* Leave those that the user sees. */
static void
leave_seen(struct request *rq, struct found *found)
{
	size_t i, kept = 0, open = 0;

	for (i = 0; i < found->count; i++) {
		if (!request_sees(rq, &subject_course, found->ids[i]))
			continue;
		open += i < found->open;
		found->ids[kept++] = found->ids[i];
	}
	found->count = kept;
	found->open = open;
}

static void
find_post(struct request *rq)
{
	const char *q = field_text(rq, "q"), *cpr = cpr_of(rq, q);
	struct found found = { .count = 0 };

	if (cpr == NULL) {
		see_other(rq, NULL, "/plan?q=%s", uri_encode(rq, q));
		return;
	}
	rows_each(rq->db, "SELECT c.id, c.citizen_id, c.state NOT IN ('closed', 'closed-low') FROM citizen_cpr p JOIN course c"
	    " ON c.citizen_id = p.citizen_id WHERE p.cpr = ? ORDER BY 3 DESC, c.id DESC LIMIT ?", ARGS(TEXT(cpr), INT(COURSES_MAX)), take_course, &found);
	leave_seen(rq, &found);
	if (found.count == 0)
		field_error(rq, "q", "nobody-found");
	else if (found.open == 1 || found.count == 1)
		see_other(rq, NULL, "/plan/%lld", found.ids[0]);
	else
		see_other(rq, NULL, "/citizens/%lld", found.citizen);
}

const struct route plan_find = {
	.path = "/plan/find", .page = "courses", .menu = "courses", .may = MAY_SEE_CASES,
	.get = courses_get, .post = find_post, .form = &find_form,
};
