#include "xml/render/samples.h"

#include <glob.h>
#include <string.h>
#include <talloc.h>

#include "base/fail.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/render/message.h"

#define SAMPLES_LANGUAGE "da"

const char *const sample_params[] = { "base", "", "version", "1", "site", "Samspil", "demo", "yes", NULL };

static struct sample *
read_sample(struct samples *samples, const char *path)
{
	struct sample *sample = &samples->list[samples->count];
	const char *name = strrchr(path, '/') + 1;
	char *error = NULL;

	sample->name = talloc_strndup(samples->list, name, strlen(name) - strlen(".xml"));
	sample->bytes = parse_file(samples->list, path, MESSAGE_PAGE_MAX, &sample->length, &error);
	if (sample->bytes == NULL)
		fail_log(FAIL_BROKEN, "render: %s: %s", path, error);
	else
		samples->count++;
	return sample->bytes == NULL ? NULL : sample;
}

bool
samples_read(const void *owner, const char *dir, const char *program, struct samples *out)
{
	glob_t paths;
	bool fine = true;
	size_t i;

	if (glob(talloc_asprintf(owner, "%s/samples/%s-*.xml", dir, program), 0, NULL, &paths) != 0)
		return fail_log(FAIL_BROKEN, "render: %s/samples has no page of %s", dir, program) == FAIL_NONE;
	out->list = talloc_zero_array(owner, struct sample, (unsigned)paths.gl_pathc);
	for (i = 0; fine && i < paths.gl_pathc; i++)
		fine = out->list != NULL && read_sample(out, paths.gl_pathv[i]) != NULL;
	globfree(&paths);
	return fine;
}

const struct labels *
samples_labels(const struct labels *const *languages, const struct compiled *look, const xmlDoc *page)
{
	const char *language = node_get(xmlDocGetRootElement(page), "lang");
	const struct labels *own = language == NULL || strcmp(language, SAMPLES_LANGUAGE) == 0 ||
	    strcmp(language, labels_language(look->labels)) == 0 ? NULL : labels_among(languages, language);

	return own == NULL ? look->labels : own;
}

const struct sample *
samples_find(const struct samples *samples, const char *name)
{
	size_t i;

	for (i = 0; name != NULL && i < samples->count; i++)
		if (strcmp(samples->list[i].name, name) == 0)
			return &samples->list[i];
	return NULL;
}
