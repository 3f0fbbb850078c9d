#include "measure/moved/change.h"

#include "measure/gap.h"
#include "measure/moments.h"

#include <math.h>

static const double SURE_P = .05;

enum { TOGETHER_MAX = 64 };

struct change change_find(double before, double before_se, double after, double after_se,
                          double place)
{
    struct change change = {.moved = after - before, .se = hypot(before_se, after_se)};
    const double root_two = sqrt(2);
    if (!(change.se > 0)) /* nothing is known of how sure it is */
        change.moved = change.se = NAN;
    change.low = change.moved - MOMENTS_Z975 * change.se;
    change.high = change.moved + MOMENTS_Z975 * change.se;
    change.nearer = fabs(before - place) - fabs(after - place);
    const double way = isnan(change.nearer) ? change.moved : change.nearer;
    change.p = erfc(fabs(way) / change.se / root_two);
    return change;
}

static enum change_word word_of(const struct change *change, double p)
{
    if (isnan(p))
        return CHANGE_UNKNOWN;
    if (!(p < SURE_P))
        return CHANGE_UNCLEAR;
    if (isnan(change->nearer))
        return change->moved > 0 ? CHANGE_MORE : CHANGE_LESS;
    return change->nearer > 0 ? CHANGE_TOWARDS : CHANGE_AWAY;
}

void change_say(struct change *changes, size_t count)
{
    double p[TOGETHER_MAX] = {0}, adjusted[TOGETHER_MAX];
    const size_t together = count < TOGETHER_MAX ? count : TOGETHER_MAX;
    for (size_t i = 0; i < together; i++)
        p[i] = changes[i].p;
    gap_holm(p, together, adjusted);
    for (size_t i = 0; i < together; i++) {
        changes[i].p = adjusted[i];
        changes[i].word = word_of(&changes[i], adjusted[i]);
    }
}

const char *change_word_id(enum change_word word)
{
    static const char *const ids[CHANGE_WORDS] = {
        [CHANGE_UNKNOWN] = "unknown", [CHANGE_UNCLEAR] = "unclear",
        [CHANGE_TOWARDS] = "towards", [CHANGE_AWAY] = "away",
        [CHANGE_MORE] = "more",       [CHANGE_LESS] = "less"};
    return ids[word];
}

struct change change_figure(double before, double low_before, double high_before,
                            double after, double low_after, double high_after)
{
    struct change change = {.moved = after - before, .nearer = NAN, .p = NAN, .se = NAN};
    change.low = change.moved - hypot(after - low_after, high_before - before);
    change.high = change.moved + hypot(high_after - after, before - low_before);
    change.word = isnan(change.low) || isnan(change.high) ? CHANGE_UNKNOWN
                  : change.low > 0                        ? CHANGE_MORE
                  : change.high < 0                       ? CHANGE_LESS
                                                          : CHANGE_UNCLEAR;
    return change;
}
