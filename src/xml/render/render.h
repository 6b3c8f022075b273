/*
 * render.h - the inside of samspil-render: one socket, closed to all else, layers compiled and run.  For src/tools/render.c.
 * Messages: src/xml/render/message.h.
 */
#ifndef SAMSPIL_XML_RENDER_RENDER_H
#define SAMSPIL_XML_RENDER_RENDER_H

/*
 * Read stylesheets and labels of the share directory (program not NULL: also what a check of that program needs), close up, and answer
 * until the socket, which is descriptor 0, ends.  Returns the exit code; what goes wrong before it is closed is logged.
 */
int render_main(const char *share, const char *language, const char *program);

#endif
