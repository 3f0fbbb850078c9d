/* profile: how many colleagues have answered, and what a profile of them would be. */
#ifndef APP_DESK_COMMAND_PROFILE_PROFILE_H
#define APP_DESK_COMMAND_PROFILE_PROFILE_H

#include "app/desk/command/operation.h"

struct profile_now {
    size_t answered,
        doubles; /* colleagues, and answers more of codes that had answered */
    size_t from,
        next; /* how many a profile would be made from now, and at the next step */
    enum profile_grade grade;
};

/* profile_now_read(operation, out_now): opens what colleagues have answered with the keys of
 * `operation`, and says that in the log. It tells no more than `profile status` does: nothing by
 * which two looks would show what one person said. STATUS_REFUSED while a freeze has begun, and
 * where the form asks colleagues nothing. */
must_check enum status profile_now_read(struct operation *operation,
                                        struct profile_now *out_now);

#endif
