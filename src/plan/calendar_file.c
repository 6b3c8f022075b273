#include "plan/calendar_file.h"

#include <libical/ical.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

/* "2026-04-15 06:30:00" in UTC. */
static icaltimetype
moment(const char *sql)
{
	icaltimetype at = icaltime_null_time();

	if (sscanf(sql, "%4d-%2d-%2d%*[ T]%2d:%2d:%2d", &at.year, &at.month, &at.day, &at.hour, &at.minute, &at.second) != 6)
		return icaltime_null_time();
	at.zone = icaltimezone_get_utc_timezone();
	return at;
}

static icalcomponent *
event(const struct calendar_event *e)
{
	return icalcomponent_vanew(ICAL_VEVENT_COMPONENT,
	    icalproperty_new_uid(e->id),
	    icalproperty_new_dtstamp(moment(e->stamp)),
	    icalproperty_new_dtstart(moment(e->from)),
	    icalproperty_new_dtend(moment(e->to)),
	    icalproperty_new_summary(e->summary),
	    icalproperty_new_location(e->place),
	    icalproperty_new_sequence(e->revision),
	    icalproperty_new_status(e->cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED),
	    icalproperty_new_class(ICAL_CLASS_PRIVATE),
	    (void *)0);
}

char *
calendar_file(const void *owner, const char *name, const struct calendar_event *events, size_t count)
{
	icalcomponent *calendar = icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT,
	    icalproperty_new_version("2.0"), icalproperty_new_prodid("-//Samspil//Samspil 1//DA"), icalproperty_new_method(ICAL_METHOD_PUBLISH), (void *)0);
	icalproperty *named = icalproperty_new_x(name);
	char *text, *out;
	size_t i;

	icalproperty_set_x_name(named, "X-WR-CALNAME");
	icalcomponent_add_property(calendar, named);
	for (i = 0; i < count; i++)
		icalcomponent_add_component(calendar, event(&events[i]));
	text = icalcomponent_as_ical_string_r(calendar);
	out = text == NULL ? NULL : talloc_strdup(owner, text);
	icalmemory_free_buffer(text);
	icalcomponent_free(calendar);
	return out;
}
