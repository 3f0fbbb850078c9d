/* items: the parameters of item response models from an ITEMS table, and the answers that belong
 * to them. */
#ifndef APP_STUDY_ITEMS_H
#define APP_STUDY_ITEMS_H

#include "app/study/table.h"
#include "app/study/verb.h"

#include "study/irt/irt_estimate.h"

struct items {
    size_t count;
    struct span *names;
    struct irt_item *items;
    enum irt_model model;
};

/* items_read(job, out_items): reads the file named by the option `items` for the model named by
 * the option `model`. STATUS_BAD_INPUT when a parameter is missing or impossible. */
must_check enum status items_read(struct job *job, struct items *out_items);
/* items_numbers(job, items, answers, out_numbers): the codes in the columns of `answers` that have
 * the items' names, rows x items; STATUS_BAD_INPUT for a code that is no category. */
must_check enum status items_numbers(struct job *job, const struct items *items,
                                     const struct table *answers, double **out_numbers);
/* items_answers(arena, items, row): the answered items of one `row` of items_numbers, in
 * `arena`. */
struct irt_answers items_answers(struct arena *arena, const struct items *items,
                                 const double *row);

#endif
