/* next.h - where to go after signing in.  portal/: pure. */
#ifndef SAMSPIL_PORTAL_NEXT_H
#define SAMSPIL_PORTAL_NEXT_H

enum { NEXT_MAX = 2000 };

/*
 * The path if it is one of ours, without prefix ("/plan/7/notes", "/admin/rules/new?rule=frame": its query encoded), else "/".  NULL is fine.
 */
const char *next_path(const char *wanted);

#endif
