/* pages.h - the pages of samspil-portal: a route or more from each file. */
#ifndef SAMSPIL_PORTAL_PAGES_H
#define SAMSPIL_PORTAL_PAGES_H

#include "web/route.h"

extern const struct route portal_home;
extern const struct route portal_messages;
extern const struct route portal_message;
extern const struct route portal_message_open;
extern const struct route portal_message_receipt;
extern const struct route portal_message_course;
extern const struct route portal_message_intervention;
extern const struct route portal_sign_in;
extern const struct route portal_sign_out;
extern const struct route portal_citizens;
extern const struct route portal_citizens_find;
extern const struct route portal_citizen;
extern const struct route portal_citizen_details;
extern const struct route portal_citizen_screening;
extern const struct route portal_health;
extern const struct route portal_look_style;
extern const struct route portal_look_logo;

#endif
