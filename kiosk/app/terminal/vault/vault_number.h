/* vault_number: numbers that the terminal keeps in its ledger, by name. */
#ifndef APP_TERMINAL_VAULT_VAULT_NUMBER_H
#define APP_TERMINAL_VAULT_VAULT_NUMBER_H

#include "app/terminal/vault.h"

/* vault_number_get(vault, name, out_number): what was kept as `name`; 0: nothing yet.
 * STATUS_DAMAGED. vault_number_put(vault, name, number): keeps it. */
must_check enum status vault_number_get(struct vault *vault, const char *name,
                                        int64_t *out_number);
must_check enum status vault_number_put(struct vault *vault, const char *name,
                                        int64_t number);

#endif
