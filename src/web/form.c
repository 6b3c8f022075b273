#include "web/form.h"

#include <string.h>
#include <talloc.h>

#include "base/secret.h"
#include "base/text.h"
#include "web/internals.h"
#include "xml/node.h"

struct form_value *
form_value_of(const struct form_state *state, const char *name)
{
	size_t i;

	for (i = 0; state != NULL && i < state->count; i++)
		if (strcmp(state->values[i].field->name, name) == 0)
			return &state->values[i];
	return NULL;
}

/* All values of one name, separated by spaces; *count of them. */
static char *
gather(struct request *rq, const char *name, size_t *count)
{
	char *all = NULL;
	size_t i;

	*count = 0;
	for (i = 0; i < rq->body.count; i++) {
		if (strcmp(rq->body.list[i].name, name) != 0)
			continue;
		all = all == NULL ? talloc_strdup(rq, rq->body.list[i].value) : talloc_asprintf_append(all, " %s", rq->body.list[i].value);
		(*count)++;
	}
	return all;
}

static size_t
most_files(const struct field *field)
{
	return field->type != FIELD_FILE ? 0 : field->most > 1 ? (size_t)field->most : 1;
}

size_t
form_files(const struct form *form)
{
	const struct field *field;
	size_t count = 0;

	for (field = form == NULL ? NULL : form->fields; field != NULL && field->name != NULL; field++)
		count += most_files(field);
	return count;
}

/* The n-th file of that name; *count of the name's parts.  A field in which no file was chosen comes as one without name and bytes. */
static const struct file *
find_file(const struct request *rq, const char *name, size_t n, size_t *count)
{
	const struct file *found = NULL;
	size_t i;

	*count = 0;
	for (i = 0; i < rq->files.count; i++) {
		const struct file *file = &rq->files.list[i];

		if (strcmp(file->field, name) != 0)
			continue;
		(*count)++;
		if (found == NULL && (file->length > 0 || (file->name != NULL && file->name[0] != '\0')) && n-- == 0)
			found = file;
	}
	return found;
}

const struct file *
field_file_at(const struct request *rq, const char *name, size_t i)
{
	size_t count;

	return field_text(rq, name) == NULL ? NULL : find_file(rq, name, i, &count);
}

const struct file *
field_file(const struct request *rq, const char *name)
{
	return field_file_at(rq, name, 0);
}

static enum fail
read_file(struct request *rq, struct form_value *is)
{
	size_t count, most = most_files(is->field);
	const struct file *file = find_file(rq, is->field->name, 0, &count);

	if (most == 1 && count > 1)
		return FAIL_MALFORMED;
	if (file == NULL)
		is->error = is->field->required == REQUIRED ? "required" : NULL;
	else if (count > most)
		is->error = "too-many-files";
	else if (most > 1)
		is->value = "-";
	else if (file->length == 0)
		is->error = "file-empty";
	else if (is->field->max > 0 && file->length > (size_t)is->field->max)
		is->error = "file-too-large";
	else
		is->value = file->name == NULL || file->name[0] == '\0' ? "-" : file->name;
	if (is->value != NULL && is->field->check != NULL)
		is->error = is->field->check(rq, &is->value);
	if (is->error != NULL)
		is->value = NULL;
	return FAIL_NONE;
}

static enum fail
read_field(struct request *rq, struct form_value *is)
{
	const struct field *field = is->field;
	size_t count;
	char *typed;

	if (field->type == FIELD_FILE)
		return read_file(rq, is);
	typed = gather(rq, field->name, &count);
	if (count > (field->type == FIELD_CHOICES ? FORM_CHOICES_MAX : 1))
		return FAIL_MALFORMED;
	if (field->type == FIELD_PASSWORD)
		secret_wipe(typed);
	else if (typed != NULL)
		typed = text_tidy(rq, typed);
	is->typed = typed;
	is->value = typed == NULL || typed[0] == '\0' ? NULL : typed;
	if (is->value != NULL) {
		is->error = field_check_value(rq, field, &is->value);
		if (is->error == NULL && field->check != NULL)
			is->error = field->check(rq, &is->value);
	} else if (field->required == REQUIRED) {
		is->error = "required";
	}
	if (is->error != NULL)
		is->value = NULL;
	return FAIL_NONE;
}

/* Which submit was pressed: the first of the form's that came; browsers send just one. */
static void
read_submit(struct request *rq, const struct form *form)
{
	size_t i;

	rq->submit = form->submits == NULL ? "save" : form->submits[0];
	for (i = 0; form->submits != NULL && form->submits[i] != NULL; i++) {
		if (pairs_find(&rq->body, form->submits[i]) == NULL)
			continue;
		rq->submit = form->submits[i];
		return;
	}
	if (form->submits != NULL && pairs_find(&rq->body, "submit") != NULL)
		for (i = 0; form->submits[i] != NULL; i++)
			if (strcmp(form->submits[i], pairs_find(&rq->body, "submit")) == 0)
				rq->submit = form->submits[i];
}

/* What was typed is a value, whatever it is. */
static void
keep_typed(struct form_value *is)
{
	is->error = NULL;
	is->value = is->typed == NULL || is->typed[0] == '\0' ? NULL : is->typed;
}

enum fail
form_read(struct request *rq, const struct form *form)
{
	struct form_state *state = talloc_zero(rq, struct form_state);
	size_t i;

	for (state->count = 0; form->fields[state->count].name != NULL; state->count++)
		;
	state->form = form;
	state->values = talloc_zero_array(state, struct form_value, (unsigned)state->count);
	rq->form = state;
	read_submit(rq, form);
	for (i = 0; i < state->count; i++) {
		state->values[i].field = &form->fields[i];
		if (read_field(rq, &state->values[i]) != FAIL_NONE)
			return FAIL_MALFORMED;
		if (form_keeps(rq))
			keep_typed(&state->values[i]);
		if (form_asks(rq))
			state->values[i].error = NULL;
		state->errors += state->values[i].error != NULL;
	}
	return state->errors == 0 && !form_asks(rq) ? FAIL_NONE : FAIL_INPUT;
}

bool
form_keeps(const struct request *rq)
{
	return rq->form != NULL && rq->form->form->keeps != NULL && strcmp(rq->form->form->keeps, rq->submit) == 0;
}

bool
form_asks(const struct request *rq)
{
	return rq->form != NULL && rq->form->form->asks != NULL && strcmp(rq->form->form->asks, rq->submit) == 0;
}

const char *
field_text(const struct request *rq, const char *name)
{
	const struct form_value *is = form_value_of(rq->form, name);

	return is == NULL ? NULL : is->value;
}

bool
field_emptied(const struct request *rq, const char *name)
{
	const struct form_value *is = form_value_of(rq->form, name);

	return is != NULL && is->typed != NULL && is->typed[0] == '\0';
}

bool
field_refused(const struct request *rq, const char *name)
{
	const struct form_value *is = form_value_of(rq->form, name);

	return is != NULL && is->error != NULL;
}

long long
field_int(const struct request *rq, const char *name, long long fallback)
{
	const char *value = field_text(rq, name);

	return value == NULL ? fallback : atoll(value);
}

bool
field_check(const struct request *rq, const char *name)
{
	return field_text(rq, name) != NULL;
}

struct value
FIELD(const struct request *rq, const char *name)
{
	const struct form_value *is = form_value_of(rq->form, name);

	if (is == NULL || is->value == NULL)
		return NOTHING;
	if (is->field->type == FIELD_INTEGER || is->field->type == FIELD_SCALE)
		return INT(atoll(is->value));
	if (is->field->type == FIELD_CHECK)
		return INT(1);
	return TEXT(is->value);
}

void
field_error(struct request *rq, const char *field, const char *key)
{
	struct form_value *is = form_value_of(rq->form, field);

	if (is != NULL && is->error == NULL) {
		is->error = key;
		is->value = NULL;
		((struct form_state *)rq->form)->errors++;
	}
	fail_request(rq, FAIL_INPUT, NULL);
}

long long
form_revision(const struct request *rq)
{
	const char *revision = pairs_find(&rq->body, "revision");

	return revision == NULL ? 0 : atoll(revision);
}

bool
revision_stale(struct request *rq, long long revision_now)
{
	if (form_revision(rq) == revision_now)
		return false;
	fail_request(rq, FAIL_STALE, NULL);
	return true;
}
