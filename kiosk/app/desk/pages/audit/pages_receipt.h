/* pages_receipt: the receipt of an erasure, signed once and kept for whoever takes its files. */
#ifndef APP_DESK_PAGES_AUDIT_PAGES_RECEIPT_H
#define APP_DESK_PAGES_AUDIT_PAGES_RECEIPT_H

#include "app/desk/pages/pages_turn.h"

/* pages_receipt_sign(turn): signs the receipt of the result of the operation with the key that is
 * open, and keeps it until the desk is locked or another one is signed; a pages_sign_then. Fails as
 * end_subject_find, receipt_over_check and ends_receipt_make do. */
must_check enum status pages_receipt_sign(struct pages_turn *turn);

#endif
