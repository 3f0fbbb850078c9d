/* keeper_received: the desk says with a configuration which entries of this terminal it has; their
 * payloads go here, the chain stays. The hash of the last one must be the one that stands here, and
 * it covers all before it: nothing goes on the word of another chain. */
#ifndef APP_TERMINAL_KEEPER_KEEPER_RECEIVED_H
#define APP_TERMINAL_KEEPER_KEEPER_RECEIVED_H

#include "app/terminal/keeper/keeper.h"

/* keeper_received_check(keeper, config): whether what `config` says was received can be true of
 * this terminal: STATUS_WRONG_KEY when it is said of another one, STATUS_REFUSED when it names
 * an entry that is not here, or less than an earlier configuration did. */
must_check enum status keeper_received_check(struct keeper *keeper,
                                             const struct config *config);

/* keeper_received_obey(keeper, config): drops the payloads of what was received, once the check
 * holds; else it drops nothing. What a power cut has left half done is done. */
must_check enum status keeper_received_obey(struct keeper *keeper,
                                            const struct config *config);

/* keeper_received_from(keeper, out_sequence): the first entry that the desk has not, as far as the
 * configurations said; 1 when none did. */
must_check enum status keeper_received_from(struct keeper *keeper,
                                            uint64_t *out_sequence);

#endif
