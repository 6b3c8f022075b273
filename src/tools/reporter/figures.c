#include "tools/reporter/figures.h"

#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/report/question.h"
#include "xml/node.h"

enum { STATEMENT_S = 300, LINE_MAX_LENGTH = 128 };

static void
add_department(struct figures_asked *a, const char *id)
{
	a->departments = talloc_realloc(a->owner, a->departments, const char *, a->count + 1);
	a->departments[a->count++] = talloc_strdup(a->departments, id);
}

static bool
read_departments(struct figures_asked *a, const char *from)
{
	char line[LINE_MAX_LENGTH];

	if (strcmp(from, "-") != 0)
		return false;
	while (fgets(line, sizeof line, stdin) != NULL) {
		line[strcspn(line, "\r\n")] = '\0';
		if (line[0] != '\0')
			add_department(a, line);
	}
	return true;
}

static bool
read_date(const struct figures_asked *a, const char *value, const char **out)
{
	struct date day;

	if (!date_parse(value, &day))
		return false;
	*out = talloc_strdup(a->owner, day.iso);
	return true;
}

/* The data of that moment; their day is its day, unless another one is given. */
static bool
read_moment(struct figures_asked *a, const char *value)
{
	char moment[32], hhmm[6];
	struct date day;

	if (!date_moment(value, moment) || !date_local(moment, &day, hhmm))
		return false;
	a->moment = talloc_strdup(a->owner, moment);
	if (a->ask.today == NULL)
		a->ask.today = talloc_strdup(a->owner, day.iso);
	return true;
}

static bool
read_own(struct figures_asked *a, const char *name, const char *value)
{
	const struct field *field;
	size_t i;

	for (i = 0, field = a->report->fields; field != NULL && field->name != NULL; i++, field++)
		if (strcmp(field->name, name) == 0) {
			a->ask.own[i] = value;
			return true;
		}
	return false;
}

bool
figures_option(struct figures_asked *a, const char *name, const char *value)
{
	a->any = true;
	if (strcmp(name, "--figures") == 0)
		return (a->report = report_find(value)) != NULL;
	if (a->report == NULL || strncmp(name, "--", 2) != 0)
		return false;
	if (strcmp(name, "--from") == 0)
		return read_date(a, value, &a->ask.from);
	if (strcmp(name, "--to") == 0)
		return read_date(a, value, &a->ask.to);
	if (strcmp(name, "--today") == 0)
		return read_date(a, value, &a->ask.today);
	if (strcmp(name, "--as-of") == 0)
		return read_moment(a, value);
	if (strcmp(name, "--departments") == 0)
		return read_departments(a, value);
	if (strcmp(name, "--department") == 0)
		add_department(a, value);
	else if (strcmp(name, "--target-group") == 0)
		a->ask.target_group = value;
	else if (strcmp(name, "--benefit") == 0)
		a->ask.benefit = value;
	else
		return read_own(a, name + 2, value);
	return true;
}

static enum fail
print_one(const struct figures_asked *a, struct db *db, const struct report_ask *ask)
{
	void *owner = talloc_new(NULL);
	xmlDoc *doc = node_document("report", NODE_PAGE_NAMESPACE);
	xmlNode *report = xmlDocGetRootElement(doc);
	size_t length;
	enum fail f;

	node_set(report, "name", a->report->name);
	node_set(report, "department", ask->department);
	a->report->compute(db, owner, ask, report, NULL);
	f = db_failed(db);
	if (f == FAIL_NONE)
		puts(node_bytes(owner, doc, &length));
	xmlFreeDoc(doc);
	talloc_free(owner);
	return f;
}

enum fail
figures_print(const struct figures_asked *a, struct db *db)
{
	struct report_ask ask = a->ask;
	struct date today;
	struct db *own;
	unsigned i;
	enum fail f = db_ready(db);

	if (f != FAIL_NONE)
		return f;
	date_today(&today);
	if (ask.today == NULL)
		ask.today = today.iso;
	if (ask.from == NULL || ask.to == NULL) {
		const char *from, *to;

		question_period(a->owner, a->report, ask.today, &from, &to);
		ask.from = ask.from == NULL ? from : ask.from;
		ask.to = ask.to == NULL ? to : ask.to;
	}
	own = report_connection(a->owner, db, a->moment);
	for (i = 0; f == FAIL_NONE && (i < a->count || (i == 0 && a->count == 0)); i++) {
		ask.department = a->count == 0 ? NULL : a->departments[i];
		f = print_one(a, own, &ask);
	}
	db_rollback(own);
	return f;
}
