#include "plan/missing.h"

#include <string.h>
#include <talloc.h>

#include "domain/course.h"
#include "rule/course_state.h"
#include "xml/node.h"

void
missing_notes_add(struct request *rq, xmlNode *course)
{
	const char *wanted = node_get(course, "professions"), *word;
	char *rest = NULL;

	if (wanted == NULL || course_step(node_get(course, "state")) >= course_step("planning"))
		return;
	for (word = strtok_r(talloc_strdup(rq, wanted), ",", &rest); word != NULL; word = strtok_r(NULL, ",", &rest))
		if (!course_lists(node_get(course, "signed"), word) && !course_lists(node_get(course, "waived"), word))
			node_set(node_add(course, "missing-note"), "profession", word);
}
