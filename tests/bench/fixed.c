/* fixed LENGTH - a FastCGI program that answers with LENGTH bytes and does nothing else. */
#include <stdio.h>
#include <stdlib.h>

#include "serve.h"

int
main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: fixed LENGTH <listening socket\n", stderr);
		return 2;
	}
	return serve((size_t)atoll(argv[1]), NULL, NULL);
}
