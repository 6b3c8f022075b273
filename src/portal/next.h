/* next.h - where to go after signing in.  portal/: pure. */
#ifndef SAMSPIL_PORTAL_NEXT_H
#define SAMSPIL_PORTAL_NEXT_H

/* The path if it is one of ours, without prefix and query ("/plan/7/notes"), else "/".  NULL is fine. */
const char *next_path(const char *wanted);

#endif
