/* form_check.c - may what was typed stand in a field?  A tidied value is the request's. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "base/text.h"
#include "web/internals.h"
#include "xml/node.h"

static const char *
check_length(const struct field *field, const char *value)
{
	static const long limits[] = { [FIELD_LINE] = FIELD_LINE_MAX, [FIELD_TEXT] = FIELD_TEXT_MAX, [FIELD_CODE] = 40,
	    [FIELD_PASSWORD] = 1024, [FIELD_HIDDEN] = FIELD_LINE_MAX };
	long limit = field->max > 0 ? field->max : limits[field->type];
	long length = (long)text_characters(value);

	if (length > limit)
		return "too-long";
	if (length < field->min)
		return "too-short";
	return field->type != FIELD_TEXT && strchr(value, '\n') != NULL ? "one-line" : NULL;
}

static const char *
check_integer(const struct field *field, const char *value)
{
	char *end;
	long long number = strtoll(value, &end, 10);
	long max = field->type == FIELD_SCALE && field->max == 0 ? 10 : field->max;

	if (*end != '\0' || strlen(value) > 18)
		return "not-a-number";
	if ((field->min != 0 || max != 0) && (number < field->min || number > max))
		return "out-of-range";
	return NULL;
}

/* "1.158,5" becomes 1158.5.  A point that does not mark thousands is asked, never guessed: domain.md c. */
static const char *
check_decimal(struct request *rq, const struct field *field, const char **value)
{
	double number;
	const char *at = *value;
	char *out = talloc_strdup(rq, ""), *end;
	size_t group = strcspn(at, ".");

	if (strchr(at, '.') != NULL && (group > 3 || group == 0))
		return "not-a-number";
	for (; *at != '\0' && *at != ','; at++) {
		if (*at != '.')
			out = talloc_strndup_append(out, at, 1);
		else if (strspn(at + 1, "0123456789") != 3)
			return "not-a-number";
	}
	if (*at == ',')
		out = talloc_asprintf_append(out, ".%s", at + 1);
	number = strtod(out, &end);
	if (*end != '\0' || end == out || strspn(out, "-0123456789.") != strlen(out))
		return "not-a-number";
	if ((field->min != 0 || field->max != 0) && (number < (double)field->min || number > (double)field->max))
		return "out-of-range";
	*value = out;
	return NULL;
}

static const char *
check_date(struct request *rq, const char **value)
{
	struct date date;

	if (!date_parse(*value, &date))
		return "not-a-date";
	*value = talloc_strdup(rq, date.iso);
	return NULL;
}

static const char *
check_time(struct request *rq, const char **value)
{
	unsigned hour, minute;
	char separator, rest;

	if (sscanf(*value, "%2u%c%2u%c", &hour, &separator, &minute, &rest) != 3 || (separator != ':' && separator != '.') ||
	    hour > 23 || minute > 59)
		return "not-a-time";
	*value = request_format(rq, "%02u:%02u", hour, minute);
	return NULL;
}

static const char *
check_choice(struct request *rq, const struct field *field, const char *value)
{
	const char *const *choice;
	const xmlNode *node;
	xmlDoc *doc;
	bool found = false;

	for (choice = field->choices; choice != NULL && *choice != NULL; choice++)
		if (strcmp(*choice, value) == 0)
			return NULL;
	if (field->source == NULL)
		return "unknown-choice";
	/* Choices that are data are those that the form would offer now. */
	doc = node_document("field", NODE_PAGE_NAMESPACE);
	field->source(rq, xmlDocGetRootElement(doc));
	for (node = node_child(xmlDocGetRootElement(doc), "choice"); node != NULL; node = node_next(node, "choice"))
		found = found || strcmp(node_get(node, "value"), value) == 0;
	xmlFreeDoc(doc);
	return found ? NULL : "unknown-choice";
}

static const char *
check_choices(struct request *rq, const struct field *field, const char *values)
{
	char *rest = NULL, *word;
	const char *error = NULL;

	for (word = strtok_r(talloc_strdup(rq, values), " ", &rest); word != NULL && error == NULL; word = strtok_r(NULL, " ", &rest))
		error = check_choice(rq, field, word);
	return error;
}

const char *
field_check_value(struct request *rq, const struct field *field, const char **value)
{
	switch (field->type) {
	case FIELD_INTEGER: case FIELD_SCALE:
		return check_integer(field, *value);
	case FIELD_DECIMAL:
		return check_decimal(rq, field, value);
	case FIELD_DATE:
		return check_date(rq, value);
	case FIELD_TIME:
		return check_time(rq, value);
	case FIELD_CHOICE:
		return check_choice(rq, field, *value);
	case FIELD_CHOICES:
		return check_choices(rq, field, *value);
	case FIELD_CHECK:
		return strcmp(*value, "yes") == 0 ? NULL : "unknown-choice";
	default:
		return check_length(field, *value);
	}
}
