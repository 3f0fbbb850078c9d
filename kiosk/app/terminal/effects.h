/* effects: the one place where what the screens ask for is done. */
#ifndef APP_TERMINAL_EFFECTS_H
#define APP_TERMINAL_EFFECTS_H

#include "app/terminal/vault.h"
#include "screens/journey.h"

/* effects_perform(vault, uplink, journey, work, effect, moment):
 * Does `effect` with `vault` and the process behind the socket `uplink` (0: this one), using
 * `work` (guarded) for what lives no longer than this call, and tells `journey` how it went.
 * EFFECT_SUSPEND and EFFECT_WIPE are the terminal's own: they end the arena that the journey
 * lives in. */
void effects_perform(struct vault *vault, int uplink, struct journey *journey,
                     struct arena *work, struct effect effect, struct moment moment);

#endif
