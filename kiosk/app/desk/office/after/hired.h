/* hired: those who were offered the work, in order of arrival, as the decisions about them say. */
#ifndef APP_DESK_OFFICE_AFTER_HIRED_H
#define APP_DESK_OFFICE_AFTER_HIRED_H

#include "app/desk/office/interview/chronicle.h"
#include "app/desk/office/people/people.h"

struct hired {
    const struct people_row *row; /* lent by the list of people */
    struct chronicle_about about;
    int64_t offered_s;
};

/* hired_list(arena, office, keys, people, out_list, out_count): those of `people` about whom an
 * offer was decided last; opened with `keys`, the list in `arena`. Fails as decision_list. */
must_check enum status hired_list(struct arena *arena, struct office *office,
                                  const struct keys *keys, const struct people *people,
                                  struct hired **out_list, size_t *out_count);

#endif
