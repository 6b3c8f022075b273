/* pages.h - the pages of samspil-admin: a route or more from each file. */
#ifndef SAMSPIL_ADMIN_PAGES_H
#define SAMSPIL_ADMIN_PAGES_H

#include "web/route.h"

extern const struct route admin_home;
extern const struct route admin_departments;
extern const struct route admin_access_log;

#endif
