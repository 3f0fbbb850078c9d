/* collected: what colleagues have answered, from the archive, each of them once: a code that was
 * used on several terminals gave several records with one pseudonym. */
#ifndef APP_DESK_OFFICE_COLLECTED_H
#define APP_DESK_OFFICE_COLLECTED_H

#include "app/desk/office/profiles/freezing.h"
#include "app/desk/office/result.h"

struct collected {
    const struct sitting
        *sittings[RATERS_MAX]; /* those of the present form, one a code */
    size_t count;
    /* of all, also those that do not count: each is promised to be erased */
    unsigned char record_ids[FREEZING_RESULTS_MAX][CHAIN_ID_BYTES];
    size_t record_count;
    size_t double_count;   /* records whose code counts with another one */
    size_t answered_count; /* colleagues */
};

/* collected_read(reader, arena, most, out_collected):
 * Opens all records of colleagues in the archive of `reader`; `arena` is for the search. Of one
 * pseudonym that record counts which is of the present form, then which was finished on the
 * earliest day, then which has the lowest id; records without pseudonyms count each. Those that
 * cannot be read are told and left out. STATUS_TOO_LARGE for more than `most` colleagues. */
must_check enum status collected_read(struct result_reader *reader, struct arena *arena,
                                      size_t most, struct collected *out_collected);

#endif
