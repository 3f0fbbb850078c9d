/* carry: what goes between this terminal and the desk on a stick: the request out, sealed results
 * out. */
#ifndef APP_KIOSK_CARRY_H
#define APP_KIOSK_CARRY_H

#include "app/kiosk/wish.h"

/* carry_request(wish): writes the request of this terminal (made at the first time) with
 * wish->label to wish->path and shows its eight words. */
must_check enum status carry_request(const struct wish *wish);

/* carry_export(wish): writes all entries of the ledger as a bundle to wish->path, read back
 * and compared. */
must_check enum status carry_export(const struct wish *wish);

#endif
