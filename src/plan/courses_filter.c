#include "plan/courses_filter.h"

#include <ctype.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/choice.h"
#include "domain/course.h"
#include "domain/permission.h"
#include "web/form.h"

static const char *const states[] = { "new", "screened", "assessed-risk", "assessment", "conference-ready", "planning", "active",
    "paused", "closed", "closed-low", "any", NULL };
static const char *const whose[] = { "mine", "all", NULL };
static const char *const whom[] = { "citizen", "caseworker", "team", "provider", NULL };

/* For whom each of them waits: keys of course_waits_for. */
static const char *const waits[] = { "screening,agreement,return", "assessment,conference,interventions,provider,offer", "notes",
    "acceptance,start,measurement" };

static void
department_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT d.id, d.name FROM department d WHERE EXISTS (SELECT 1 FROM course c WHERE c.department_id = d.id)"
	    " ORDER BY d.id <> ?, d.name, d.id", ARGS(TEXT(rq->user->department)));
}

/* Who has courses in the user's department, or works there with courses. */
static void
caseworker_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT s.uid, s.name FROM staff s WHERE EXISTS (SELECT 1 FROM course c WHERE c.caseworker_uid = s.uid"
	    " AND c.department_id = ?) ORDER BY s.name, s.uid", ARGS(TEXT(rq->user->department)));
}

static const struct field all_fields[] = {
	{ .name = "q",          .type = FIELD_HIDDEN, .max = 100 },
	{ .name = "state",      .type = FIELD_CHOICE, .choices = states },
	{ .name = "whose",      .type = FIELD_CHOICE, .choices = whose },
	{ .name = "caseworker", .type = FIELD_CHOICE, .source = caseworker_choices },
	{ .name = "department", .type = FIELD_CHOICE, .source = department_choices },
	{ .name = "waits",      .type = FIELD_CHOICE, .choices = whom },
	{ .name = "late",       .type = FIELD_CHECK },
	{ 0 }
};
static const struct form all_form = { .name = "courses", .fields = all_fields, .get = true };

/* For those who see no department's courses there is nothing to choose between. */
static const struct field own_fields[] = {
	{ .name = "q",     .type = FIELD_HIDDEN, .max = 100 },
	{ .name = "state", .type = FIELD_CHOICE, .choices = states },
	{ .name = "waits", .type = FIELD_CHOICE, .choices = whom },
	{ .name = "late",  .type = FIELD_CHECK },
	{ 0 }
};
static const struct form own_form = { .name = "courses", .fields = own_fields, .get = true };

void
courses_form_add(struct request *rq, xmlNode *content)
{
	form_add(rq, content, request_may(rq, MAY_SEE_DEPARTMENT) ? &all_form : &own_form, "/plan");
}

/* Parts of a name in any order; from the third on they have to follow each other. */
static void
read_words(struct request *rq, const char *q, struct sought *out)
{
	char *text = text_tidy(rq, q), *rest = text, *word;
	size_t i;

	for (i = 0; i < SOUGHT_WORDS && rest != NULL && *rest != '\0'; i++) {
		rest += strspn(rest, " ,");
		word = i + 1 < SOUGHT_WORDS ? strsep(&rest, " ,") : strsep(&rest, "");
		if (word != NULL && *word != '\0')
			out->words[i] = text_like(rq, "%", text_spell(rq, word));
	}
}

/* What was searched for: a course's number (also "#12"), a birth date, else parts of a name.  A CPR number stands in no address: courses_find.c. */
static void
read_q(struct request *rq, const char *q, struct sought *out)
{
	char *digits = talloc_strdup(rq, "");
	const char *at;
	bool plain = true;

	q += *q == '#';
	for (at = q; plain && *at != '\0'; at++) {
		if (isdigit((unsigned char)*at))
			digits = talloc_strndup_append(digits, at, 1);
		else if (*at != '-' && *at != ' ')
			plain = false;
	}
	if (!plain || digits[0] == '\0') {
		read_words(rq, q, out);
		return;
	}
	if (strlen(digits) < 10)
		out->number = digits;
	if (strlen(digits) == 6)
		out->cpr = request_format(rq, "%s%%", digits);
	if (out->number == NULL && out->cpr == NULL)
		out->number = "0";
}

static const char *
waits_of(const char *asked)
{
	size_t i;

	for (i = 0; asked != NULL && whom[i] != NULL; i++)
		if (strcmp(asked, whom[i]) == 0)
			return waits[i];
	return NULL;
}

/* A search looks everywhere that one may look; the plain list shows one's own work, a team leader's the team's. */
static bool
shows_all(const struct request *rq, const struct sought *sought)
{
	const char *asked = query_text(rq, "whose");

	if (!request_may(rq, MAY_SEE_DEPARTMENT))
		return false;
	if (asked != NULL)
		return strcmp(asked, "all") == 0;
	return query_text(rq, "q") != NULL || sought->caseworker != NULL || sought->department != NULL || request_may(rq, MAY_LEAD);
}

void
courses_sought(struct request *rq, struct sought *out)
{
	const char *q = query_text(rq, "q"), *state = query_text(rq, "state");
	bool seen = request_may(rq, MAY_SEE_DEPARTMENT);

	*out = (struct sought){ .open = state == NULL && q == NULL, .late = query_text(rq, "late") != NULL,
	    .waits = waits_of(query_text(rq, "waits")), .department = seen ? query_text(rq, "department") : NULL,
	    .caseworker = seen ? query_text(rq, "caseworker") : NULL };
	if (state != NULL && strcmp(state, "any") != 0)
		out->state = state;
	if (q != NULL)
		read_q(rq, q, out);
	out->all = shows_all(rq, out);
	/* Who asks for a list in some order, or for a part of it, wants to see it. */
	out->one = q != NULL && query_text(rq, "sort") == NULL && query_text(rq, "limit") == NULL && query_text(rq, "offset") == NULL;
}
