/* ends_receipt: the paper for a person whose result was erased, or restricted because it must be
 * kept: plain text that the organization signs, to be checked with minisign and without us. */
#ifndef APP_DESK_OFFICE_ENDS_ENDS_RECEIPT_H
#define APP_DESK_OFFICE_ENDS_ENDS_RECEIPT_H

#include "app/desk/office/ends/ends.h"
#include "seal/minisign.h"

struct ends_receipt {
    struct span text, signature; /* of minisign, over the text */
};

/* ends_receipt_make(office, end, key, file_name, out_receipt): the receipt of `end`, which is over
 * (is_ends_over), as it will stand in a file of this name, signed with the organization's `key`;
 * the comment of the signature says how far the folder has come (anchor.h);
 * STATUS_FORGED when that is not the one of keys/organization.pub. */
must_check enum status ends_receipt_make(struct office *office, const struct end *end,
                                         const struct minisign_key *key,
                                         const char *file_name,
                                         struct ends_receipt *out_receipt);

#endif
