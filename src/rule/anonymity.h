/*
 * anonymity.h - persons told of by a few traits, so coarsely that nobody stands out.  rule/: pure.
 *
 * Source: domain.md e ("Exports ... suppress cells of 1-4 persons"); k-anonymity (Samarati and Sweeney, 1998) with k = 5, by making coarser what
 * those have who are fewer than five alike, trait after trait, and leaving all others as they are.
 */
#ifndef SAMSPIL_RULE_ANONYMITY_H
#define SAMSPIL_RULE_ANONYMITY_H

#include <stdbool.h>
#include <stddef.h>

enum { ANONYMITY_LEAST = 5, ANONYMITY_TRAITS = 8, ANONYMITY_LEVELS = 4 };

/*
 * A person's traits: value[t][l] is trait t at level l, of which 0 is the finest; level[t] is what may be told, and begins as 0.  Persons who share
 * a value at one level share those above it.  The last level of a trait tells nothing: all have the same value there.
 */
struct anonymous { int value[ANONYMITY_TRAITS][ANONYMITY_LEVELS]; unsigned char level[ANONYMITY_TRAITS]; };

/*
 * Raise levels until each person shares what may be told of all traits with ANONYMITY_LEAST persons or more, with themselves.  last[t] is a trait's last
 * level; steps are traits, in the order in which they are made coarser by a level, each as often as it has levels above the first.  Who is alone after
 * that has nothing told, and shares it with the smallest others where they are too few.  False, and nobody may be told of, where count
 * itself is less than ANONYMITY_LEAST; true for nobody.
 */
bool anonymity_apply(struct anonymous *persons, size_t count, size_t traits, const unsigned char *last, const unsigned char *steps, size_t steps_count);

#endif
