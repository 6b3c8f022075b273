#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "portal/next.h"

/* What open redirects are made of: none of it may leave the site. */
static const char *const hostile[] = {
	"", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/\\/evil.example", "https://evil.example",
	"https:evil.example", "javascript:alert(1)", "data:text/html,x", "//evil.example/%2f..", "/%2f/evil.example", "/%5cevil.example",
	"/%09/evil.example", "/\t/evil.example", "/\n/evil.example", "/\r\nLocation: https://evil.example", "/..//evil.example",
	"/../evil", "/./plan", "@evil.example", "/@evil.example", "evil.example", "plan/7", "/plan//evil.example", "/plan/7?x=//evil",
	"/plan/7#x", "/plan/7;x", "/plan/7?x=1?y", "/plan/7?x=1#y", "/plan?x=\r\nLocation:x", "/plan?x=\\evil", "/PLAN", "/\xe2\x80\x8b/evil", " /plan", "/plan ", "?next=/", ".", "/\\", "/.evil.example",
};

static const char *const ours[] = { "/", "/plan/7", "/plan/7/focus-areas", "/citizens/12", "/admin/access-log",
    "/admin/rules/new?rule=frame&follows=A%20b-1.2_~" };

static void
leaves_nobody_elsewhere(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof hostile / sizeof hostile[0]; i++)
		if (strcmp(next_path(hostile[i]), "/") != 0)
			fail_msg("\"%s\" was taken", hostile[i]);
	assert_string_equal(next_path(NULL), "/");
}

static void
keeps_our_own(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof ours / sizeof ours[0]; i++)
		assert_string_equal(next_path(ours[i]), ours[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_nobody_elsewhere),
		cmocka_unit_test(keeps_our_own),
	};

	return cmocka_run_group_tests_name("next", tests, NULL, NULL);
}
