/* checkin: which check-in cards somebody who was hired was given: after which months, with which
 * number. What they answer comes from a terminal as a result of its own (checkin_came.h). Values
 * only; checkin_kept.h keeps them. */
#ifndef APP_DESK_OFFICE_AFTER_CHECKIN_H
#define APP_DESK_OFFICE_AFTER_CHECKIN_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    CHECKIN_TIMES = 3,
    CHECKIN_BYTES_MAX = 1024,
};

/* checkin_months: after how many months people are asked again. */
extern const int checkin_months[CHECKIN_TIMES];

struct checkin {
    int month;
    int64_t number; /* on the card, among those of check-ins of the vacancy; from 1 */
    int64_t time_s;
    struct span who; /* the label of the key */
};

/* checkin_write(arena, checkin): its canonical bytes. checkin_read(arena, bytes, out_checkin): and
 * back; STATUS_DAMAGED for any other. */
struct span checkin_write(struct arena *arena, const struct checkin *checkin);
must_check enum status checkin_read(struct arena *arena, struct span bytes,
                                    struct checkin *out_checkin);

/* is_checkin_month(month): whether people are asked again after so many months. */
bool is_checkin_month(int64_t month);

/* checkin_keep_words(arena, months): how long what is answered at a check-in is kept, as the notice
 * says it. checkin_keep_time(arena, months): the same as a part of a sentence, "18 months".
 * checkin_keep_days(months): as days, from the day of the answers on. */
struct span checkin_keep_words(struct arena *arena, int64_t months);
struct span checkin_keep_time(struct arena *arena, int64_t months);
int64_t checkin_keep_days(int64_t months);

/* checkin_due_s(offered_s, month): from when on the check-in after so many months makes sense, for
 * whoever was offered the work then; seconds since 1970, to the day. */
int64_t checkin_due_s(int64_t offered_s, int64_t month);

#endif
