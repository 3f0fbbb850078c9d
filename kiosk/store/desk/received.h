/* received: how much of a terminal's chain an archive holds, so that the terminal may let go of
 * it. */
#ifndef STORE_DESK_RECEIVED_H
#define STORE_DESK_RECEIVED_H

#include "store/archive.h"

enum { RECEIVED_MISSING_MAX = 256 };

struct received {
    uint64_t sequence; /* the last entry that counts as received; 0: none */
    unsigned char entry_hash[CHAIN_HASH_BYTES]; /* of that one */
    uint64_t missing[RECEIVED_MISSING_MAX]; /* before it, sorted: these did not come, or
                                                are not had */
    size_t missing_count;
};

/* Whether the desk has no need any more of what its terminal keeps of the result `entry`, as it
 * lies in the archive, which says of it that it was erased here if `is_erased`. */
struct received_judge {
    bool (*is_had)(void *context, const struct entry *entry, bool is_erased);
    void *context;
};

/* received_find(archive, device_id, judge, out_received):
 * What `archive` has of the device `device_id`, up to its last entry, and only as far as not
 * more than RECEIVED_MISSING_MAX are missing: of results, what `judge` says is not had. Where
 * its chain has branches, of that which its last enrolment went on with. */
must_check enum status received_find(struct archive *archive,
                                     const unsigned char device_id[CHAIN_ID_BYTES],
                                     const struct received_judge *judge,
                                     struct received *out_received);

#endif
