/* transfer: what goes between this terminal and the desk on a stick: the request out, sealed
 * results out. */
#ifndef APP_KIOSK_TRANSFER_H
#define APP_KIOSK_TRANSFER_H

#include "app/kiosk/arguments.h"

/* transfer_request(arguments): writes the request of this terminal (made at the first time) with
 * arguments->label to arguments->path and shows its eight words. The words of the organization that
 * are given with it are kept (trust_expect). */
must_check enum status transfer_request(const struct arguments *arguments);

/* transfer_export(arguments): writes all entries of the ledger as a bundle to arguments->path,
 * read back and compared. */
must_check enum status transfer_export(const struct arguments *arguments);

#endif
