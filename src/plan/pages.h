/* pages.h - the pages of samspil-plan, one constant each. */
#ifndef SAMSPIL_PLAN_PAGES_H
#define SAMSPIL_PLAN_PAGES_H

#include "web/route.h"

extern const struct route plan_find;			/* courses_find.c */
extern const struct route plan_courses;			/* courses.c */
extern const struct route plan_filters;			/* courses_saved.c */
extern const struct route plan_filter_remove;
extern const struct route plan_days;			/* days.c */
extern const struct route plan_day_new;			/* day_new.c */
extern const struct route plan_day;			/* day.c */
extern const struct route plan_day_list;
extern const struct route plan_day_citizen_new;
extern const struct route plan_day_cancel;
extern const struct route plan_day_change;		/* day_edit.c */
extern const struct route plan_day_times;
extern const struct route plan_day_citizen;		/* day_citizen.c */
extern const struct route plan_day_citizen_swap;
extern const struct route plan_day_talk;		/* day_talk.c */
extern const struct route plan_day_talk_cancel;
extern const struct route plan_day_talk_move;
extern const struct route plan_day_talk_swap;
extern const struct route plan_day_member;		/* day_member.c */
extern const struct route plan_day_member_replace;
extern const struct route plan_day_member_cancel;
extern const struct route plan_day_member_room;
extern const struct route plan_calendar;		/* calendar.c */
extern const struct route plan_calendar_new;
extern const struct route plan_calendar_feed;
extern const struct route plan_day_file;
extern const struct route plan_handover;		/* handover.c */
extern const struct route plan_handovers;		/* handovers.c */
extern const struct route plan_absences;		/* absences.c */
extern const struct route plan_absence_end;
extern const struct route plan_overview;		/* overview.c */
extern const struct route plan_contacts;		/* contacts.c */
extern const struct route plan_contact_end;
extern const struct route plan_contact_outside;
extern const struct route plan_new;			/* new.c */
extern const struct route plan_status;			/* status.c */
extern const struct route plan_status_pause;		/* status_change.c */
extern const struct route plan_status_resume;
extern const struct route plan_status_close;
extern const struct route plan_status_reopen;
extern const struct route plan_status_screen;		/* status_start.c */
extern const struct route plan_status_assess;
extern const struct route plan_status_analyse;
extern const struct route plan_status_close_low;
extern const struct route plan_status_waive;
extern const struct route plan_documents;		/* documents.c */
extern const struct route plan_document;		/* document.c */
extern const struct route plan_document_share;
extern const struct route plan_document_wrong;
extern const struct route plan_document_file;		/* documents_file.c */
extern const struct route plan_control;			/* control.c */
extern const struct route plan_control_end;
extern const struct route plan_control_event;
extern const struct route plan_late;			/* late.c */
extern const struct route plan_background;		/* background.c */
extern const struct route plan_background_referral;
extern const struct route plan_background_work;
extern const struct route plan_background_education;
extern const struct route plan_background_social;
extern const struct route plan_background_health;
extern const struct route plan_background_functioning;
extern const struct route plan_background_lifestyle;
extern const struct route plan_background_earlier;
extern const struct route plan_benefits;		/* benefits.c */
extern const struct route plan_benefits_back;		/* benefits_back.c */
extern const struct route plan_benefits_left;		/* benefits_left.c */
extern const struct route plan_notes;			/* notes.c */
extern const struct route plan_notes_saved;
extern const struct route plan_addendum;		/* addendum.c */
extern const struct route plan_addendum_saved;
extern const struct route plan_focus_areas;		/* focus_areas.c */
extern const struct route plan_focus_area;		/* focus_area.c */
extern const struct route plan_focus_area_state;
extern const struct route plan_focus_area_move;
extern const struct route plan_icf;			/* icf_codes.c */
extern const struct route plan_icf_favourite;
extern const struct route plan_conference;		/* conference.c */
extern const struct route plan_conference_plan;
extern const struct route plan_conference_off;
extern const struct route plan_conference_now;
extern const struct route plan_conferences;		/* conferences.c */
extern const struct route plan_room;			/* room.c */
extern const struct route plan_room_open;
extern const struct route plan_room_saved;
extern const struct route plan_interventions;		/* interventions.c */
extern const struct route plan_intervention_end;
extern const struct route plan_intervention_order;
extern const struct route plan_intervention_current;
extern const struct route plan_intervention_own;
extern const struct route plan_intervention_change;	/* intervention_change.c */
extern const struct route plan_intervention_dates;
extern const struct route plan_intervention_replace;
extern const struct route plan_intervention_started;
extern const struct route plan_intervention_stop;
extern const struct route plan_intervention_withdraw;
extern const struct route plan_plan;			/* plan_agreement.c */
extern const struct route plan_approve;
extern const struct route plan_words;			/* plan_write.c */
extern const struct route plan_drop;
extern const struct route plan_next;
extern const struct route plan_my_plan;			/* my_plan.c */
extern const struct route plan_my_plan_pdf;
extern const struct route plan_inbox;			/* inbox.c */
extern const struct route plan_intervention;		/* provider.c */
extern const struct route plan_intervention_accept;
extern const struct route plan_intervention_start;
extern const struct route plan_intervention_decline;
extern const struct route plan_intervention_absences;	/* provider_absence.c */
extern const struct route plan_intervention_absence_wrong;
extern const struct route plan_intervention_finish;	/* provider_end.c */
extern const struct route plan_intervention_propose_stop;
extern const struct route plan_goals;			/* goals.c */
extern const struct route plan_goals_choose;
extern const struct route plan_goals_own;
extern const struct route plan_measuring_plan;
extern const struct route plan_goal;			/* goal.c */
extern const struct route plan_goal_end;
extern const struct route plan_measure;			/* measure.c */
extern const struct route plan_measure_code;
extern const struct route plan_measure_correct;
extern const struct route plan_employment;		/* employment.c */
extern const struct route plan_progression;		/* progression.c */
extern const struct route plan_citizen_code;
extern const struct route plan_stop;			/* stop.c */
extern const struct route plan_case;			/* case.c */
extern const struct route plan_difference;		/* difference.c */
extern const struct route plan_history;			/* history.c */

#endif
