/* samspil-answer: the citizen's own pages, opened by a code.  Its account reads and writes one person's answers, little more. */
#include <stddef.h>

#include "answer/pages.h"
#include "answer/visitor.h"
#include "domain/look.h"
#include "web/serve.h"

static const struct route *const routes[] = {
	&answer_code,
	&answer_information,
	&answer_questionnaire,
	&answer_page,
	&answer_summary,
	&answer_measurement,
	&answer_language,
	&answer_still,
	&answer_closed,
	&answer_done,
	&answer_paused,
	NULL
};

/* Citizens have no roles: what the code opens is all that they may do. */
static unsigned long long
may_nothing(const char *role)
{
	(void)role;
	return 0;
}

static const struct program program = {
	.name = "answer", .routes = routes, .may = may_nothing, .identify = visitor_identify, .find_view = visitor_view, .looks = &look_source, .sign_in = "/answer/closed",
	.cookie_path = "/answer", .visitors = true,
};

int
main(int argc, char **argv)
{
	return serve_main(&program, argc, argv);
}
