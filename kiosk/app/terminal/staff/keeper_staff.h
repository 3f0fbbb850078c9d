/* keeper_staff: what the process with the ledger does for staff at the terminal: it knows the hash
 * of their PIN, counts wrong ones so that they count after a start, too, and speaks with the
 * helpers for sticks and for the machine (stick/stick_message.h, machine/machine_message.h).
 * Without the PIN nothing is done, whoever asks. */
#ifndef APP_TERMINAL_STAFF_KEEPER_STAFF_H
#define APP_TERMINAL_STAFF_KEEPER_STAFF_H

#include "app/terminal/keeper/keeper.h"
#include "screens/staff/staff.h"

/* keeper_staff_join(keeper, stick, machine): joins the helpers that wait at the sockets `stick` and
 * `machine` (NULL: there is none); one that does not wait is told on standard error, and then
 * nothing reaches a stick, or the machine. Before this process gives up sockets. */
void keeper_staff_join(struct keeper *keeper, const char *stick, const char *machine);
/* is_keeper_staff_over(keeper): a helper has not answered, as one that was started again, and the
 * page for staff is closed again: only another process, which may still have sockets, joins it. */
bool is_keeper_staff_over(const struct keeper *keeper);

/* keeper_staff_open(keeper, typed, moment, out_pin, out_wait_s): tries the `typed` PIN: whether the
 * page is open from now on, or how long to wait; an empty one only asks that. A terminal that no
 * configuration was taken on yet has none, and opens. Two wrong ones are free; then each costs a
 * wait of half a minute, twice as long each time, an hour at most. A right one begins anew. Fails
 * as the ledger does.
 * keeper_staff_close(keeper): closed again. */
must_check enum status keeper_staff_open(struct keeper *keeper, struct span typed,
                                         struct moment moment, enum staff_pin *out_pin,
                                         int64_t *out_wait_s);
void keeper_staff_close(struct keeper *keeper);

/* keeper_staff_adopt(keeper, hash): the configuration that is taken has this hash of a PIN, or none
 * (empty): it counts from now on, also where no configuration can be read. */
must_check enum status keeper_staff_adopt(struct keeper *keeper, struct span hash);

/* keeper_staff_do(keeper, arena, wish, out_done): STAFF_COLLECT to STAFF_TRUST, with the stick, the
 * machine, or a signing key that waits for its words (is_keeper_next); what came of it, its texts
 * in `arena`. That the clock is set is an event of the
 * ledger, noted before. STATUS_REFUSED where the page is not open; fails as bundle_write. */
must_check enum status keeper_staff_do(struct keeper *keeper, struct arena *arena,
                                       const struct staff_wish *wish,
                                       struct staff_done *out_done);

/* keeper_staff_facts(keeper, out_facts): what is told of the terminal; fails as
 * keeper_staff_do. */
must_check enum status keeper_staff_facts(struct keeper *keeper,
                                          struct staff_facts *out_facts);

#endif
