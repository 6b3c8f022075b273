/* throttle.h - how long the next guess of a password must wait.  rule/: pure. */
#ifndef SAMSPIL_RULE_THROTTLE_H
#define SAMSPIL_RULE_THROTTLE_H

enum { THROTTLE_WINDOW_S = 15 * 60 };

/* The first `free` failures of a window cost nothing, each further one doubles the wait from step_s to longest_s; `most` at most. */
struct throttle { long free, most, step_s, longest_s; };

/* Source: security.md 6.1.1: growing delay, at most 10 guesses in 15 minutes for an account, never a permanent lock. */
extern const struct throttle throttle_account;

/* Many people can share an address, so it may fail more often. */
extern const struct throttle throttle_address;

/*
 * Seconds until the next guess is taken; 0 for now.  failures are those of the window, last_s and oldest_s the seconds since
 * the latest and the first of them.
 */
long throttle_wait(const struct throttle *limits, long failures, long last_s, long oldest_s);

#endif
