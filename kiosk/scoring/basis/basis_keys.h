/* basis_keys: the part of a basis that is not the profile: what the raters say of the drivers,
 * and how effective they find each option of a situation. Too few raters give no means. */
#ifndef SCORING_BASIS_BASIS_KEYS_H
#define SCORING_BASIS_BASIS_KEYS_H

#include "scoring/basis/basis.h"
#include "sitting/sitting.h"

/* basis_keys_drivers(arena, sittings, count, basis), basis_keys_situations(...): fill drivers
 * and situations of `basis` from the `count` rater `sittings` that are used. */
void basis_keys_drivers(struct arena *arena, const struct sitting *const *sittings,
                        size_t count, struct basis *basis);
void basis_keys_situations(struct arena *arena, const struct sitting *const *sittings,
                           size_t count, struct basis *basis);

#endif
