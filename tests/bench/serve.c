#include "serve.h"

#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE = 4096 };

/* The page's size and no more of it: "fixed bytes " again and again. */
static char *
make_bytes(size_t length)
{
	static const char text[] = "fixed bytes ";
	char *bytes = malloc(length + 1);
	size_t i;

	for (i = 0; bytes != NULL && i < length; i++)
		bytes[i] = text[i % (sizeof text - 1)];
	return bytes;
}

static long long
last_number(const char *uri)
{
	const char *slash = uri == NULL ? NULL : strrchr(uri, '/');

	return slash == NULL ? 0 : atoll(slash + 1);
}

static void
read_body(FCGX_Request *fcgi)
{
	char piece[PIECE];

	while (FCGX_GetStr(piece, sizeof piece, fcgi->in) == (int)sizeof piece)
		;
}

int
serve(size_t length, serve_work *work, void *data)
{
	char *bytes = make_bytes(length);
	FCGX_Request fcgi;

	signal(SIGPIPE, SIG_IGN);
	if (bytes == NULL || FCGX_Init() != 0 || FCGX_InitRequest(&fcgi, 0, 0) != 0)
		return 1;
	signal(SIGTERM, SIG_DFL);
	while (FCGX_Accept_r(&fcgi) == 0) {
		long rows = 0;

		read_body(&fcgi);
		if (work != NULL)
			rows = work(data, last_number(FCGX_GetParam("REQUEST_URI", fcgi.envp)));
		FCGX_FPrintF(fcgi.out, "Status: %d\r\nContent-Type: text/html; charset=utf-8\r\nX-Rows: %ld\r\nContent-Length: %d\r\n\r\n",
		    rows < 0 ? 500 : 200, rows, (int)length);
		FCGX_PutStr(bytes, (int)length, fcgi.out);
		FCGX_Finish_r(&fcgi);
	}
	free(bytes);
	return 0;
}
