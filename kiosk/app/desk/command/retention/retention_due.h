/* retention_due: whose time is over: of each result, the later of the day it was answered and
 * the day it was decided on, and after it as many days as its vacancy says. The day of a decision
 * is signed for (ends.h), or is that of a decision kept here (decision.h), as the log has it: what
 * was said last counts. */
#ifndef APP_DESK_COMMAND_RETENTION_RETENTION_DUE_H
#define APP_DESK_COMMAND_RETENTION_RETENTION_DUE_H

#include "app/desk/command/operation.h"
#include "app/desk/office/ends/ends.h"
#include "app/desk/office/people/people.h"

struct retention_result {
    unsigned char id[CHAIN_ID_BYTES];
    struct span handle, vacancy; /* the id of its vacancy */
    struct span long_handle;     /* handle_text_long */
    int64_t decided_day_s,
        said_s; /* the day of the last decision, and when it was said */
    int64_t from_day_s, until_day_s; /* its time begins and is over; 0: no end is set */
    bool is_decided;                 /* it begins with the decision */
    bool
        is_checkin; /* of somebody who was hired: kept as check-ins are, whatever the vacancy
                        says of candidates */
    const struct ends_step *held; /* NULL: it is not */
};

struct retention_due {
    struct arena arena; /* guarded: vacancies stand in sealed records */
    int64_t today_s;
    struct retention_result
        *list; /* of candidates and check-ins, by the day on which it is over */
    size_t count;
    size_t due_count;    /* over and not held */
    size_t held_count;   /* over and held */
    size_t unset_count;  /* without an end */
    size_t closed_count; /* that this key does not open */
};

/* is_retention_due(due, result): whether its time is over and it is not held.
 * is_retention_due_over(due, result): the first of these. */
bool is_retention_due(const struct retention_due *due,
                      const struct retention_result *result);
bool is_retention_due_over(const struct retention_due *due,
                           const struct retention_result *result);

/* retention_due_find(operation, people, due), retention_due_close(due): of `people` of all
 * vacancies (NULL: they are read first, which opens all results) and their check-ins, of the
 * vacancy --vacancy only where it is given; its memory goes with the second, which is harmless on
 * a zeroed one. */
must_check enum status retention_due_find(struct operation *operation,
                                          const struct people *people,
                                          struct retention_due *due);
void retention_due_close(struct retention_due *due);

#endif
