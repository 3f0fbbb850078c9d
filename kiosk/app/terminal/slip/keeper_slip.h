/* keeper_slip: what people said of themselves for the audit, sealed: into the box of the ledger's
 * file (store: slips.h), and from there into a bundle. The keeper opens none of it. */
#ifndef APP_TERMINAL_SLIP_KEEPER_SLIP_H
#define APP_TERMINAL_SLIP_KEEPER_SLIP_H

#include "app/terminal/keeper/keeper.h"
#include "fleet/bundle.h"
#include "setup/groups/slip.h"

/* keeper_slip_put(keeper, sealed): the slip of the person who is here, whose result is sealed;
 * durable. STATUS_REFUSED where nothing is asked, for a second one, and for one of another
 * length. */
must_check enum status keeper_slip_put(struct keeper *keeper, struct span sealed);

/* keeper_slip_bundle(keeper, from_sequence, path, out_bundle): bundle_write, with the slips that go
 * home, signed by this device; where enough have waited, they go from now on. Also where key and
 * secret are away (keeper->is_away): then without any. */
must_check enum status keeper_slip_bundle(struct keeper *keeper, uint64_t from_sequence,
                                          const char *path, struct bundle *out_bundle);

#endif
