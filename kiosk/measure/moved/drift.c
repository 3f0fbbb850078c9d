#include "measure/moved/drift.h"

#include "measure/distribution.h"
#include "measure/gap.h"
#include "measure/moments.h"

#include <math.h>
#include <stdbool.h>

static const double SURE_P = .05, SURE_SHARE = .95, STEPS = 20;

enum { PEOPLE_MAX = 4096, TOPICS_MAX = 64 };

/* Means and variances of one topic: of how far, and of which way. */
struct topic {
    double moved, moved_variance;
    double way, way_variance; /* nearer where each has a place, else moved */
    bool has_place;
};

static void mean_of(const struct change *changes, size_t people, size_t topics,
                    size_t topic, bool is_nearer, double *out_mean, double *out_variance)
{
    double values[PEOPLE_MAX] = {0};
    for (size_t i = 0; i < people; i++) {
        const struct change *change = &changes[i * topics + topic];
        values[i] = is_nearer ? change->nearer : change->moved;
    }
    const bool is_whole = moments_present(values, people) == people;
    *out_mean = is_whole ? moments_mean(values, people) : NAN;
    *out_variance = is_whole ? moments_variance(values, people) : NAN;
}

static struct topic topic_of(const struct change *changes, size_t people, size_t topics,
                             size_t topic)
{
    struct topic found;
    mean_of(changes, people, topics, topic, false, &found.moved, &found.moved_variance);
    mean_of(changes, people, topics, topic, true, &found.way, &found.way_variance);
    found.has_place = !isnan(found.way);
    if (!found.has_place) {
        found.way = found.moved;
        found.way_variance = found.moved_variance;
    }
    return found;
}

/* Where all moved alike, a range of nothing would tell each of them. */
static double pooled(const struct topic *list, size_t topics)
{
    double variances[TOPICS_MAX] = {0};
    for (size_t i = 0; i < topics; i++)
        variances[i] = list[i].moved_variance;
    return moments_mean(variances, topics);
}

static enum change_word word_of(const struct topic *topic, double p)
{
    if (isnan(p))
        return CHANGE_UNKNOWN;
    if (!(p < SURE_P))
        return CHANGE_UNCLEAR;
    if (topic->has_place)
        return topic->way > 0 ? CHANGE_TOWARDS : CHANGE_AWAY;
    return topic->way > 0 ? CHANGE_MORE : CHANGE_LESS;
}

void drift_find(const struct change *changes, size_t people, size_t topics,
                struct drift *out_drifts)
{
    struct topic list[TOPICS_MAX];
    double p[TOPICS_MAX] = {0}, adjusted[TOPICS_MAX];
    const size_t counted = people < PEOPLE_MAX ? people : PEOPLE_MAX;
    const size_t told = topics < TOPICS_MAX ? topics : TOPICS_MAX;
    const double freedom = (double)counted - 1, root = sqrt((double)counted);
    const double t =
        counted > 1 ? sqrt(distribution_f_point(SURE_SHARE, 1, freedom)) : NAN;
    for (size_t i = 0; i < told; i++)
        list[i] = topic_of(changes, counted, topics, i);
    const double least = pooled(list, told);
    for (size_t i = 0; i < told; i++) {
        const double se = sqrt(fmax(list[i].moved_variance, least)) / root;
        const double way_se = sqrt(fmax(list[i].way_variance, least)) / root;
        out_drifts[i] =
            (struct drift){.mean = moments_round(list[i].moved, STEPS),
                           .low = moments_round(list[i].moved - t * se, STEPS),
                           .high = moments_round(list[i].moved + t * se, STEPS)};
        p[i] = isnan(list[i].way) || !(way_se > 0)
                   ? NAN
                   : distribution_t_both(list[i].way / way_se, freedom);
    }
    gap_holm(p, told, adjusted);
    for (size_t i = 0; i < told; i++)
        out_drifts[i].word = word_of(&list[i], adjusted[i]);
}
