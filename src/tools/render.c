/*
 * samspil-render - draws pages with departments' layers, closed to everything but the socket on descriptor 0.  Started by the programs
 * and by samspil-stylesheet, never by hand: samspil-render [--check PROGRAM] SHARE LANGUAGE [idle], where idle is to run only when the
 * processor has nothing else to do.
 */
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "base/log.h"
#include "xml/render/render.h"

int
main(int argc, char **argv)
{
	const char *program = NULL;
	int kind;
	socklen_t length = sizeof kind;

	log_program("render");
	if (argc == 5 && strcmp(argv[1], "--check") == 0) {
		program = argv[2];
		argv += 2;
		argc -= 2;
	}
	if (argc == 4 && strcmp(argv[3], "idle") == 0) {
		/* Where that is forbidden it runs as others do. */
		sched_setscheduler(0, SCHED_IDLE, &(struct sched_param){ 0 });
		argc--;
	}
	if (argc != 3 || getsockopt(0, SOL_SOCKET, SO_TYPE, &kind, &length) != 0) {
		fputs("samspil-render is started by Samspil's programs: [--check PROGRAM] SHARE LANGUAGE, a socket on descriptor 0\n", stderr);
		return 2;
	}
	return render_main(argv[1], argv[2], program);
}
