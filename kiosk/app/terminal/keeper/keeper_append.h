/* keeper_append: the one way into the ledger. The header says what the keeper knows for itself:
 * device, epoch, key set, assessment, place in the chain; of the content it is given sealed
 * bytes. */
#ifndef APP_TERMINAL_KEEPER_KEEPER_APPEND_H
#define APP_TERMINAL_KEEPER_KEEPER_APPEND_H

#include "app/terminal/keeper/keeper.h"

/* keeper_append(keeper, type, moment, software, payload, out_hash):
 * Signs and appends an entry of `type` for the sitting of the person who is here, made by the
 * program whose hash is `software` (app/common/software.h), with `payload`, which only a result has
 * (a start gets what the configuration says of the desk, anchor.jsonl); then a result marks the
 * person's code as used (keeper_marks.h): where that fails, it is done before the draft goes. It is
 * verified as the desk will before it is written: STATUS_DAMAGED. `out_hash` is its hash. A result
 * that is sealed already is as good; STATUS_USED_CODE when the code was used for another one. Fails
 * as ledger_append; then nothing was added. */
must_check enum status keeper_append(struct keeper *keeper, enum header_type type,
                                     struct moment moment,
                                     const unsigned char software[CHAIN_HASH_BYTES],
                                     struct span payload,
                                     unsigned char out_hash[CHAIN_HASH_BYTES]);

/* keeper_append_clock(keeper, unix_s, step_s): an event that says that staff have set the clock, by
 * `step_s`, to `unix_s`. A terminal without a configuration has signed nothing yet, and does not
 * begin with that. Fails as ledger_append; then nothing was added. */
must_check enum status keeper_append_clock(struct keeper *keeper, int64_t unix_s,
                                           int64_t step_s);

/* keeper_append_facts(config, device_id, header): what the chain says of every entry of the device
 * `device_id` under `config`, whatever program makes it, in `header`. */
void keeper_append_facts(const struct config *config,
                         const unsigned char device_id[CHAIN_ID_BYTES],
                         struct header *header);

#endif
