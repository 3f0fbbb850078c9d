/* ends_write: statements added to the ends of results, all of one change together or none. */
#ifndef APP_DESK_OFFICE_ENDS_ENDS_WRITE_H
#define APP_DESK_OFFICE_ENDS_ENDS_WRITE_H

#include "app/desk/office/ends/ends.h"

/* One statement to be. */
struct ends_act {
    enum ends_kind kind;
    enum ends_ground ground; /* of an erasure */
    unsigned char id[CHAIN_ID_BYTES];
    int64_t day_s;   /* that it names; 0: none */
    struct span by;  /* who does it */
    struct span why; /* of a hold and its release; of a freeze its profile; else empty */
};

/* ends_write(office, key, acts, count): signs the `count` `acts` with the organization's `key` and
 * writes them durably, then the mark (archive_mark.h). What is over now is given out no more. Fails
 * as signed_rows_write_end does, and then nothing is written. */
must_check enum status ends_write(struct office *office, const struct minisign_key *key,
                                  const struct ends_act *acts, size_t count);

/* ends_write_earlier(office, key, out_count): signs for all that archive.db calls erased and nobody
 * signed for: somebody says that an earlier version did it. Fails as ends_write. */
must_check enum status ends_write_earlier(struct office *office,
                                          const struct minisign_key *key,
                                          size_t *out_count);

#endif
