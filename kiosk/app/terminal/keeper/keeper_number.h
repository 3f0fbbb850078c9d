/* keeper_number: numbers that the terminal keeps in its ledger, by name. */
#ifndef APP_TERMINAL_KEEPER_KEEPER_NUMBER_H
#define APP_TERMINAL_KEEPER_KEEPER_NUMBER_H

#include "app/terminal/keeper/keeper.h"

#define KEEPER_NUMBER_SEQUENCE "sequence" /* of the last configuration */
#define KEEPER_NUMBER_ERASED "erased"     /* of that whose erasures were made here */

/* keeper_number_get(keeper, name, out_number): what was kept as `name`; 0: nothing yet.
 * STATUS_DAMAGED. keeper_number_put(keeper, name, number): keeps it. */
must_check enum status keeper_number_get(struct keeper *keeper, const char *name,
                                         int64_t *out_number);
must_check enum status keeper_number_put(struct keeper *keeper, const char *name,
                                         int64_t number);

#endif
