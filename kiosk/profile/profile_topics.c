#include "profile/profile_topics.h"

#include <math.h>

enum { TOPICS_APART = 3, TOPICS_MOST = TOPICS_APART + 1 };

static double pull_of(const struct profile_row *row)
{
    return fabs(row->z) >= 1 ? row->weight * fabs(row->z) : 0;
}

static double strength_of(const struct profile_row *row)
{
    return row->relation == TOPIC_FITS
               ? row->weight * fmin(row->person, row->organization)
               : 0;
}

/* The index of the largest that is not chosen yet, or `count`. */
static size_t largest(const struct profile_rows *rows, const bool *is_chosen,
                      double (*size)(const struct profile_row *row))
{
    size_t best = rows->count;
    for (size_t i = 0; i < rows->count; i++)
        if (!is_chosen[i] && size(&rows->rows[i]) > 0 &&
            (best == rows->count || size(&rows->rows[i]) > size(&rows->rows[best])))
            best = i;
    return best;
}

struct interview_topic *profile_topics_choose(struct arena *arena,
                                              const struct profile_rows *rows,
                                              size_t *out_count)
{
    bool *is_chosen = arena_array(arena, bool, rows->count + 1);
    struct interview_topic *topics =
        arena_array(arena, struct interview_topic, TOPICS_MOST);
    size_t count = 0;
    for (int i = 0; i < TOPICS_APART; i++)
        is_chosen[largest(rows, is_chosen, pull_of)] = 1;
    is_chosen[largest(rows, is_chosen, strength_of)] = 1;
    for (size_t i = 0; i < rows->count; i++) {
        const struct profile_row *row = &rows->rows[i];
        if (is_chosen[i])
            topics[count++] = (struct interview_topic){
                row->id, row->name, row->why.count ? row->why : row->about};
    }
    *out_count = count;
    return topics;
}
