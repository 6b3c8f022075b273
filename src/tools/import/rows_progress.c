#include "tools/import/rows_progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

enum { WIDTH = 40, PAUSE_MS = 200 };

void
progress_begin(struct progress *progress)
{
	*progress = (struct progress){ .shown = isatty(STDERR_FILENO) == 1 };
}

void
progress_show(struct progress *progress, const char *doing, int thousandths)
{
	char bar[WIDTH + 1];
	int full = thousandths < 0 ? 0 : thousandths * WIDTH / 1000;

	if (!progress->shown || (thousandths >= 0 && clock_ms() - progress->at_ms < PAUSE_MS))
		return;
	progress->at_ms = clock_ms();
	memset(bar, '.', WIDTH);
	memset(bar, '#', (size_t)(full > WIDTH ? WIDTH : full));
	bar[WIDTH] = '\0';
	if (thousandths < 0)
		fprintf(stderr, "\r\033[K%s ...", doing);
	else
		fprintf(stderr, "\r\033[K%s [%s] %d %%", doing, bar, thousandths / 10);
	fflush(stderr);
}

void
progress_end(struct progress *progress)
{
	if (progress->shown)
		fputs("\r\033[K", stderr);
}
