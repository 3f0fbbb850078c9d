/* lock_edit: what becomes of a file of the machine that is not ours alone. Text in, text out. */
#ifndef MACHINE_LOCK_EDIT_H
#define MACHINE_LOCK_EDIT_H

#include "base/span.h"

enum lock_edit {
    LOCK_EDIT_FSTAB,        /* lines of swap become comments */
    LOCK_EDIT_GRUB_ENTRIES, /* what the machine starts with needs no passphrase: all else can */
    LOCK_EDIT_USBGUARD, /* what no rule names is blocked */
    LOCK_EDIT_USB_RULES, /* after the rules that are there: a stick that is only a stick is let
                               in, one that is a keyboard, too, is not */
    LOCK_EDIT_COUNT
};

/* lock_edit_apply(arena, edit, before, out_after): the text of the file `before` as the lock wants
 * it, in `arena`; the same text where there is nothing to change. STATUS_UNSUPPORTED says what the
 * file lacks: a line that GRUB is known by, or any rule for USB, without which the machine's own
 * keyboard and touch screen would be blocked. STATUS_TOO_LARGE over LOCK_PLACE_BYTES_MAX. */
must_check enum status lock_edit_apply(struct arena *arena, enum lock_edit edit,
                                       struct span before, struct span *out_after);

#endif
