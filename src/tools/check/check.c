#include "tools/check/check.h"

#include <stdarg.h>
#include <stdio.h>

void
check_ok(struct check *check, const char *area, const char *format, ...)
{
	va_list ap;

	(void)check;
	printf("ok %s: ", area);
	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	putchar('\n');
}

void
check_fault(struct check *check, const char *area, const char *todo, const char *format, ...)
{
	va_list ap;

	check->faults++;
	printf("FAULT %s: ", area);
	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	printf(" → %s\n", todo);
}
