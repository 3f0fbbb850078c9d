/* staff_effects: what staff do on their page of the terminal, by the process with the ledger. */
#ifndef APP_TERMINAL_STAFF_STAFF_EFFECTS_H
#define APP_TERMINAL_STAFF_STAFF_EFFECTS_H

#include "app/terminal/vault.h"

/* staff_effects_open(vault, journey, moment): tries the PIN that stands on the page, and tells the
 * journey. staff_effects_act(vault, journey, act, moment): does `act`, but for those that the
 * program does itself (after STAFF_TRUST), and tells the journey.
 * is_staff_effects_next(vault, journey, moment): a signing key waits for a yes to its words, and
 * the journey asks for it now.
 * staff_effects_facts(vault, journey): tells the journey what staff read of the terminal, as it is
 * now. staff_effects_close(vault): the page is closed. Fail as keeper_staff_open and
 * keeper_staff_do. */
must_check enum status staff_effects_open(struct vault *vault, struct journey *journey,
                                          struct moment moment);
must_check enum status staff_effects_act(struct vault *vault, struct journey *journey,
                                         enum staff_act act, struct moment moment);
bool is_staff_effects_next(struct vault *vault, struct journey *journey,
                           struct moment moment);
must_check enum status staff_effects_facts(struct vault *vault, struct journey *journey);
void staff_effects_close(struct vault *vault);

#endif
