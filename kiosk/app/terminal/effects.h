/* effects: the one place where what the screens ask for is done. */
#ifndef APP_TERMINAL_EFFECTS_H
#define APP_TERMINAL_EFFECTS_H

#include "app/terminal/vault.h"
#include "screens/journey.h"

/* effect_perform(vault, journey, place, work, effect, moment):
 * Does `effect` with `vault`, using `work` (guarded) for what lives no longer than this call,
 * and tells `journey` how it went. A known code sets in `place` what its vacancy says.
 * EFFECT_PARK and EFFECT_WIPE are the terminal's own: they end the arena that the journey lives
 * in. */
void effect_perform(struct vault *vault, struct journey *journey, struct place *place,
                    struct arena *work, struct effect effect, struct moment moment);

#endif
