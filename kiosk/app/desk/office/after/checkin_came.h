/* checkin_came: what was answered at check-ins, as it lies in the archive: results of a role of
 * their own, which no list of candidates, norm, profile or impact table takes. The number of the
 * card is all that leads to a person, and only with their cards (checkin_kept.h). */
#ifndef APP_DESK_OFFICE_AFTER_CHECKIN_CAME_H
#define APP_DESK_OFFICE_AFTER_CHECKIN_CAME_H

#include "app/desk/office/after/checkin.h"
#include "app/desk/office/result.h"

struct checkin_came {
    unsigned char record_id[CHAIN_ID_BYTES];
    int64_t place;  /* in order of arrival, among all results */
    int64_t number; /* on the card */
    struct span vacancy, handle, date;
};

/* checkin_came_list(arena, reader, out_list, out_count): those that `reader` opens, in order of
 * arrival, into `arena` (guarded); what cannot be opened is told to the listener of the office.
 * Fails as batch_run. */
must_check enum status checkin_came_list(struct arena *arena,
                                         struct result_reader *reader,
                                         struct checkin_came **out_list,
                                         size_t *out_count);

/* checkin_came_find(came, came_count, vacancy, cards, count, month): with which of `cards` of
 * `month` that person came first; NULL: not yet. */
const struct checkin_came *checkin_came_find(const struct checkin_came *came,
                                             size_t came_count, struct span vacancy,
                                             const struct checkin *cards, size_t count,
                                             int month);

#endif
