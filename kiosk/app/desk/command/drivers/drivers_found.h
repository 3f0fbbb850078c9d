/* drivers_found: of those who answered, together: how sure they are that they have understood the
 * strategy story and can contribute, what became of that after they were hired, and how what they
 * need goes together over the drivers. From five people on, and then in steps of three, so that
 * nobody's answers are the difference of two tables. */
#ifndef APP_DESK_COMMAND_DRIVERS_DRIVERS_FOUND_H
#define APP_DESK_COMMAND_DRIVERS_DRIVERS_FOUND_H

#include "app/desk/command/after/drift_team.h"
#include "measure/moved/together.h"
#include "scoring/basis/norm.h"

/* So many of them were fairly or very sure, told as together_share has it. */
struct drivers_sure {
    size_t people; /* basis_step of those who said it; 0: there are too few */
    size_t sure;
    double low, high; /* Wilson's 95 % of the share, to the nearest .05 */
};

struct drivers_found {
    struct drivers_sure understood, contribute; /* of those who answered */
    int month;
    struct drivers_sure before, after; /* the same people, before they joined and then */
    size_t people; /* whose needs are looked at; 0: there are too few */
    struct span names[DRIVERS_MAX];
    size_t driver_count;
    struct together *pairs; /* together_count of the drivers */
};

/* drivers_found_read(operation, people, month, out_found): of the candidates of the form, in order
 * of arrival, and of those of `people` who were hired and came to the check-in after `month`
 * months; into operation->shown, with operation->reader, which it opens anew. Fails as batch_run
 * and drift_team_find. */
must_check enum status drivers_found_read(struct operation *operation,
                                          const struct people *people, int month,
                                          struct drivers_found *out_found);

/* drivers_found_story(page, look, found), drivers_found_together(page, look, found): as a section
 * of `page`, in `look`. */
void drivers_found_story(struct page *page, enum page_look look,
                         const struct drivers_found *found);
void drivers_found_together(struct page *page, enum page_look look,
                            const struct drivers_found *found);

#endif
