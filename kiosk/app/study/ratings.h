/* ratings: a table of subjects x raters as codes: places in the sorted list of what occurs,
 * numbers by size, words by byte order. */
#ifndef APP_STUDY_RATINGS_H
#define APP_STUDY_RATINGS_H

#include "app/study/table.h"

struct ratings {
    size_t subject_count, rater_count;
    size_t *codes;      /* subjects x raters; SIZE_MAX = missing */
    struct span *names; /* of the categories, as first written */
    double *numbers;    /* of the categories; NULL when one is a word */
    size_t category_count;
};

/* ratings_of(arena, table, columns, count): the ratings in `count` `columns` of `table` (NULL: the
 * first `count`), in `arena`. */
struct ratings ratings_of(struct arena *arena, const struct table *table,
                          const size_t *columns, size_t count);
/* ratings_complete(arena, ratings): the subjects without a gap; categories stay as they are. */
struct ratings ratings_complete(struct arena *arena, const struct ratings *ratings);

#endif
