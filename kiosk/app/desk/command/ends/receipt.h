/* receipt: the paper for a person whose result was erased or restricted, signed by the
 * organization: also made together with the erasure. */
#ifndef APP_DESK_COMMAND_ENDS_RECEIPT_H
#define APP_DESK_COMMAND_ENDS_RECEIPT_H

#include "app/desk/command/ends/end_subject.h"

/* receipt_check(operation, option): whether the file that `option` names, and its signature beside
 * it, can be written; OK without that option.
 * receipt_over_check(subject): STATUS_REFUSED with why, where nothing is signed for its end.
 * receipt_write(operation, subject, path): the receipt of `subject`, as it is signed for now, into
 * `path`, the signature into `path`.minisig; says so. receipt_over_check comes first. */
must_check enum status receipt_check(const struct operation *operation,
                                     const char *option);
must_check enum status receipt_over_check(const struct end_subject *subject);
must_check enum status receipt_write(struct operation *operation,
                                     const struct end_subject *subject, const char *path);

#endif
