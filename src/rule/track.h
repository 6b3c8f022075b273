/* track.h - where a finding's help is looked for first.  rule/: pure functions; may use base/. */
#ifndef SAMSPIL_RULE_TRACK_H
#define SAMSPIL_RULE_TRACK_H

/*
 * The catalogue's track that a finding points to, by the chapter of its ICF code ("FB28013", with the SKS prefix): "physical", "mild-mental",
 * "developmental", "lifestyle" or "social".  NULL where it points to none: personal factors (code NULL), work, surroundings that are things.
 * It only says what is shown first.
 * Source: our own assumption, from the chapters of WHO's classification; no analysis is decided by it.
 */
const char *track_of(const char *icf_code);

#endif
